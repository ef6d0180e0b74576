"use client"

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import {
  type Address,
  type Answer,
  addressOf,
  type CallInput,
  type CallRefusal,
  type CallResult,
  call,
  read,
} from "@/lib/door/call"
import type { Contract } from "@/lib/door/contract"
import { knownSeq, recordGrowth, recordSeq, shareUnchanged } from "./freshness"
import { refetchStale, useFreshAnswers } from "./keep-fresh"

/** A read that was refused, thrown so that the query knows it failed. */
export class RefusedRead extends Error {
  constructor(readonly refusal: CallRefusal) {
    super(refusal.detail)
  }
}

/** The key under which an answer is kept: programme first, so that its event stream can name what is out of date. */
export const answerKey = ({ name }: Pick<Address, "name">, input: object) => keyOfAnswer(name, input)

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
export function useAnswer<C extends Contract>(address: Address<C>, input: CallInput<C> | null) {
  const programmeId = programmeOf(input)
  useFreshAnswers(programmeId)
  return useQuery<Answer<C>, RefusedRead>({
    queryKey: answerKey(address, input ?? {}),
    enabled: input !== null,
    ...answerAt(addressOf(address, { ...input }).url, input ?? {}),
  })
}

/** How the answer at an address is asked for and kept. */
export function answerAt<Value>(url: string, input: object) {
  return {
    structuralSharing: shareUnchanged,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Value> => {
      const programmeId = programmeOf(input)
      const known = programmeId === null ? 0 : knownSeq(programmeId)
      const result = await read<Value>(url, { signal })
      if (!result.ok) throw new RefusedRead(result)
      recordSeq(result.value, Math.max(known, result.seq ?? 0))
      return result.value
    },
  }
}

/** Writes through a contract. A refusal is a value to show, never an exception; what is on screen is asked for again. */
export function useContract<C extends Contract>(address: Address<C>) {
  const client = useQueryClient()
  return useMutation<CallResult<Answer<C>>, Error, CallInput<C>>({
    mutationFn: (input) =>
      call(address, input, address.method === "POST" ? { idempotencyKey: crypto.randomUUID() } : {}),
    onSuccess: (result, input) => {
      const programmeId = programmeOf(input)
      if (!result.ok || result.seq === null || programmeId === null) return
      recordGrowth(programmeId, result.seq)
      void refetchStale(client, programmeId)
    },
  })
}
