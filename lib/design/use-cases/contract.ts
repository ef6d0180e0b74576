import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { contractsOf, recordRefusals } from "@/lib/records/contracts"
import { criterion, useCase } from "./use-case"

const Score = z
  .strictObject({ criterionId: Id, value: z.number().min(1).max(5), personId: Id, at: z.string() })
  .meta({ id: "UseCaseScore" })
const Waits = z
  .strictObject({
    kind: z.enum(["gate", "landscape-item", "assessment-question", "use-case"]),
    id: Id,
    name: z.string(),
    isMet: z.boolean(),
    day: Day.nullable().meta({ description: "When it is there at the earliest; null: Unknown." }),
    basis: z.string(),
  })
  .meta({ id: "UseCaseWaitsFor" })
const More = z.strictObject({
  scores: z.array(Score).readonly().meta({ description: "The newest by each criterion." }),
  waitsFor: z.array(Waits).readonly(),
  earliest: Day.nullable().meta({ description: "The earliest honest date; null where something has no date." }),
})

export const useCaseContracts = contractsOf(useCase, More)
export const criterionContracts = contractsOf(criterion)

export const scoreUseCase = contract({
  name: "scoreUseCase",
  audience: "programme",
  permission: "design.edit",
  method: "POST",
  path: "/programmes/{programmeId}/use-cases/{recordId}/scores",
  summary: "Score a use case by one criterion or several, 1 to 5; earlier scores are kept with who gave them",
  input: z.strictObject({
    recordId: Id,
    scores: z
      .array(z.strictObject({ criterionId: Id, value: z.number().min(1).max(5) }))
      .min(1, "Give at least one score.")
      .max(50),
  }),
  output: z.strictObject({ items: z.array(Score) }),
  refusals: { ...notFound, "no-such-record": recordRefusals["no-such-record"] },
})

export const listUseCaseScores = contract({
  name: "listUseCaseScores",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/use-cases/{recordId}/scores",
  summary: "Every score of a use case with who gave it and when, newest first",
  input: z.strictObject({ recordId: Id }),
  output: z.strictObject({ items: z.array(Score) }),
  refusals: notFound,
})

export const startUseCaseCriteria = contract({
  name: "startUseCaseCriteria",
  audience: "programme",
  permission: "design.edit",
  method: "POST",
  path: "/programmes/{programmeId}/use-case-criteria/start",
  summary: "Begin with four criteria of value and three of effort; asked again it adds none",
  input: z.strictObject({}),
  output: z.strictObject({ added: z.int() }),
  refusals: {},
})
