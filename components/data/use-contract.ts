"use client"

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type * as z from "zod"
import { addressOf, type CallInput, type CallRefusal, type CallResult, call, read } from "@/lib/access/call"
import type { Contract, InputShape, Refusals } from "@/lib/access/contract"
import { hear, heardOf, noteSeq, shareUnchanged } from "./freshness"
import { askAgain, useFreshAnswers } from "./keep-fresh"

/** A read that was refused, thrown so that the query knows it failed. */
export class RefusedRead extends Error {
  constructor(readonly refusal: CallRefusal) {
    super(refusal.detail)
  }
}

/** The key under which an answer is kept: programme first, so that its event stream can name what is out of date. */
export const answerKey = (contract: Contract, input: object) => keyOfAnswer(contract.name, input)

/** The same by the operation's name. */
export const keyOfAnswer = (operation: string, input: object): readonly unknown[] => [
  programmeOf(input) ?? "installation",
  operation,
  input,
]

const programmeOf = (input: unknown): string | null =>
  typeof input === "object" && input !== null && "programmeId" in input && typeof input.programmeId === "string"
    ? input.programmeId
    : null

/** Reads through a contract and keeps the answer fresh, also when somebody else changes something. Pass null to wait. */
export function useAnswer<
  I extends InputShape,
  O extends z.ZodType,
  W extends Refusals,
  F extends Contract["audience"],
>(contract: Contract<I, O, W, F>, input: CallInput<Contract<I, O, W, F>> | null) {
  const programmeId = programmeOf(input)
  useFreshAnswers(programmeId)
  return useQuery<z.output<O>, RefusedRead>({
    queryKey: answerKey(contract, input ?? {}),
    enabled: input !== null,
    ...answerAt(addressOf(contract, { ...input }).url, input ?? {}),
  })
}

/** How the answer at an address is asked for and kept. */
export function answerAt<Value>(url: string, input: object) {
  return {
    structuralSharing: shareUnchanged,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Value> => {
      const programmeId = programmeOf(input)
      const known = programmeId === null ? 0 : heardOf(programmeId)
      const result = await read<Value>(url, { signal })
      if (!result.ok) throw new RefusedRead(result)
      noteSeq(result.value, Math.max(known, result.seq ?? 0))
      return result.value
    },
  }
}

/** Writes through a contract. A refusal is a value to show, never an exception; what is on screen is asked for again. */
export function useContract<
  I extends InputShape,
  O extends z.ZodType,
  W extends Refusals,
  F extends Contract["audience"],
>(contract: Contract<I, O, W, F>) {
  const client = useQueryClient()
  return useMutation<CallResult<z.output<O>>, Error, CallInput<Contract<I, O, W, F>>>({
    mutationFn: (input) =>
      call(contract, input, contract.method === "POST" ? { idempotencyKey: crypto.randomUUID() } : {}),
    onSuccess: (result, input) => {
      const programmeId = programmeOf(input)
      if (!result.ok || result.seq === null || programmeId === null) return
      hear(programmeId, result.seq)
      void askAgain(client, programmeId)
    },
  })
}
