"use client"

import { useMutation, useQuery } from "@tanstack/react-query"
import type * as z from "zod"
import { type CallInput, type CallRefusal, type CallResult, call } from "@/lib/access/call"
import type { Contract, InputShape, Refusals } from "@/lib/access/contract"

/** A read that was refused, thrown so that the query knows it failed. */
export class RefusedRead extends Error {
  constructor(readonly refusal: CallRefusal) {
    super(refusal.detail)
  }
}

/** The key under which an answer is kept: programme first, so that its event stream can name what is out of date. */
export const answerKey = (contract: Contract, input: object): readonly unknown[] => [
  "programmeId" in input ? input.programmeId : "installation",
  contract.name,
  input,
]

/** Reads through a contract and keeps the answer fresh. Pass null to wait. */
export function useAnswer<
  I extends InputShape,
  O extends z.ZodType,
  W extends Refusals,
  F extends Contract["audience"],
>(contract: Contract<I, O, W, F>, input: CallInput<Contract<I, O, W, F>> | null) {
  return useQuery<z.output<O>, RefusedRead>({
    queryKey: answerKey(contract, input ?? {}),
    enabled: input !== null,
    queryFn: async ({ signal }) => {
      if (input === null) throw new Error("nothing to ask")
      const result = await call(contract, input, { signal })
      if (!result.ok) throw new RefusedRead(result)
      return result.value
    },
  })
}

/** Writes through a contract. A refusal is a value to show, never an exception. */
export function useContract<
  I extends InputShape,
  O extends z.ZodType,
  W extends Refusals,
  F extends Contract["audience"],
>(contract: Contract<I, O, W, F>) {
  return useMutation<CallResult<z.output<O>>, Error, CallInput<Contract<I, O, W, F>>>({
    mutationFn: (input) =>
      call(contract, input, contract.method === "POST" ? { idempotencyKey: crypto.randomUUID() } : {}),
  })
}
