import type { Transaction } from "@/lib/base/db/client"
import { type Refused, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { answer, serve } from "@/lib/door/server/serve"
import { operationsOf, operationsWithLines } from "@/lib/records/server/operations"
import * as contracts from "../contract"
import { judgeUseCase, waitsForItself } from "../rules"
import { criterion, type UseCaseChange, type UseCaseView, useCase } from "../use-case"
import { withFigures } from "./queries"
import { findScores, scoreUseCase, startUseCaseCriteria } from "./scores"

/** Refuses what would make a use case wait for itself; the programme is held, so that two changes cannot do it together. */
export async function circleOf(
  tx: Transaction,
  { programmeId }: ProgrammeActor,
  before: UseCaseView | null,
  { needsIds }: UseCaseChange,
): Promise<Refused<"circle"> | null> {
  if (!before || !needsIds?.length) return null
  await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
  const all = await tx.useCase.findMany({
    where: { programmeId, removedAt: null },
    select: { id: true, needsIds: true },
  })
  return waitsForItself(all, before.id, needsIds) ? refuse("circle") : null
}

export const useCaseOperations = [
  ...operationsWithLines(useCase, contracts.useCaseContracts, withFigures, { rule: judgeUseCase, check: circleOf }),
  ...operationsOf(criterion, contracts.criterionContracts),
  serve(contracts.scoreUseCase, scoreUseCase),
  answer(contracts.listUseCaseScores, findScores),
  serve(contracts.startUseCaseCriteria, startUseCaseCriteria),
]
