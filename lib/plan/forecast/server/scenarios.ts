import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import type { Scenario } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { type Refused, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { lastEventOn } from "@/lib/door/server/last-event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import type { ScenarioView } from "../scenario-contract"
import * as contracts from "../scenario-contract"
import { WhatIf } from "../what-if-shape"
import { compareWhatIf } from "./preview"

/** The column is parsed at this edge. */
export const scenarioView = (row: Scenario): ScenarioView => ({
  ...{ id: row.id, name: row.name, changes: WhatIf.parse(row.changes), ownerId: row.ownerId, version: row.version },
  ...{ createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() },
  appliedAt: row.appliedAt?.toISOString() ?? null,
})

export async function findScenario(
  reader: Pick<Transaction, "scenario">,
  { programmeId }: ProgrammeActor,
  id: Id,
): Promise<ScenarioView | null> {
  const row = await reader.scenario.findFirst({ where: { id, programmeId, removedAt: null } })
  return row ? scenarioView(row) : null
}

/** The refusal of a stale edit: the what-if as it stands, and who changed it when. */
export async function scenarioChanged(
  actor: ProgrammeActor,
  current: ScenarioView,
): Promise<Refused<"changed-meanwhile">> {
  const { by, at } = await lastEventOn(actor, current.id)
  return refuse("changed-meanwhile", { current, changedBy: by, changedAt: at })
}

export async function findScenarios(actor: ProgrammeActor) {
  const rows = await database().prisma.scenario.findMany({
    where: { programmeId: actor.programmeId, removedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  })
  const may = { edit: actor.may("forecast.run"), apply: actor.may("plan.edit") }
  return { items: rows.map(scenarioView), may }
}

export async function compareScenario(actor: ProgrammeActor, { scenarioId }: { readonly scenarioId: Id }) {
  const scenario = await findScenario(database().prisma, actor, scenarioId)
  return scenario ? compareWhatIf(actor, scenario.changes) : refuse("not-found")
}

/** How much a what-if changes, for the trail. */
const sizes = ({ plan, risks }: WhatIf) => ({
  ...{ items: plan.items.length, workstreams: plan.workstreams.length, links: plan.links.length, risks: risks.length },
})

export const addScenario = (actor: ProgrammeActor, { name, changes }: z.output<typeof contracts.addScenario.input>) =>
  transact(actor, contracts.addScenario, async (tx) => {
    const { programmeId, personId: ownerId } = actor
    const { at } = actor.context
    const row = await tx.scenario.create({
      data: { id: newId(at), programmeId, name, changes, ownerId, createdAt: at, updatedAt: at },
    })
    return done(scenarioView(row), {
      ...{ type: "scenario.added", subject: row.id, data: sizes(changes), texts: { name } },
    })
  })

export const changeScenario = (actor: ProgrammeActor, input: z.output<typeof contracts.changeScenario.input>) =>
  transact(actor, contracts.changeScenario, async (tx) => {
    const { scenarioId, version, name, changes } = input
    const before = await findScenario(tx, actor, scenarioId)
    if (!before) return refuse("not-found")
    if (before.version !== version) return scenarioChanged(actor, before)
    if (before.appliedAt !== null) return refuse("applied-already")
    const [row] = await tx.scenario.updateManyAndReturn({
      where: { id: scenarioId, programmeId: actor.programmeId, removedAt: null, version },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(changes === undefined ? {} : { changes }),
        ...{ updatedAt: actor.context.at, version: version + 1 },
      },
    })
    if (!row) return scenarioChanged(actor, before)
    return done(scenarioView(row), {
      ...{ type: "scenario.updated", subject: scenarioId, data: changes === undefined ? {} : sizes(changes) },
      ...(name === undefined ? {} : { texts: { name } }),
    })
  })

export const removeScenario = (actor: ProgrammeActor, input: z.output<typeof contracts.removeScenario.input>) =>
  transact(actor, contracts.removeScenario, async (tx) => {
    const { scenarioId, version } = input
    const before = await findScenario(tx, actor, scenarioId)
    if (!before) return refuse("not-found")
    const { count } = await tx.scenario.updateMany({
      where: { id: scenarioId, programmeId: actor.programmeId, removedAt: null, version },
      data: { removedAt: actor.context.at, version: version + 1 },
    })
    if (count === 0) return scenarioChanged(actor, before)
    const value = { id: scenarioId, version: version + 1 }
    return done(value, { type: "scenario.removed", subject: scenarioId, data: {} })
  })

export const restoreScenario = (
  actor: ProgrammeActor,
  { scenarioId }: z.output<typeof contracts.restoreScenario.input>,
) =>
  transact(actor, contracts.restoreScenario, async (tx) => {
    const [row] = await tx.scenario.updateManyAndReturn({
      where: { id: scenarioId, programmeId: actor.programmeId, removedAt: { not: null } },
      data: { removedAt: null, version: { increment: 1 } },
    })
    if (!row) return refuse("not-found")
    return done(scenarioView(row), { type: "scenario.restored", subject: scenarioId, data: {} })
  })
