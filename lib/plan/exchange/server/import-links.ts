import { newId } from "@/lib/base/db/new-id"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { EventDraft } from "@/lib/door/audit/event"
import type { PlannedEnd } from "../import/import-plan"
import type { Import } from "./commands"
import { idOf } from "./import-baselines"

const BATCH = 1_000
const kindOf = ({ kind }: PlannedEnd): "item" | "workstream" | "gate" =>
  kind === "new-item" ? "item" : kind === "new-workstream" ? "workstream" : kind

const fromColumn = { item: "fromItemId", workstream: "fromWorkstreamId", gate: "fromGateId" } as const
const toColumn = { item: "toItemId", workstream: "toWorkstreamId", gate: "toGateId" } as const

/** Links what the file links and is not linked here. */
export async function addLinks(work: Import): Promise<EventDraft[]> {
  const { tx, actor, planned } = work
  const links = planned.newLinks.map(({ from, to, type, lag, lagUnit }) => ({
    ...{ id: newId(actor.context.at), type, lag, lagUnit, fromKind: kindOf(from), toKind: kindOf(to) },
    ...{ from: idOf(work, from) ?? "", to: idOf(work, to) ?? "" },
  }))
  const rows = links.map(({ id, type, lag, lagUnit, fromKind, toKind, from, to }) => ({
    ...{ id, programmeId: actor.programmeId, type, lag, lagUnit, [fromColumn[fromKind]]: from, [toColumn[toKind]]: to },
  }))
  for (let at = 0; at < rows.length; at += BATCH) await tx.dependency.createMany({ data: rows.slice(at, at + BATCH) })
  return links.map(({ id, from, to, fromKind, toKind, type, lag, lagUnit }) => ({
    ...{ type: "link.added", subject: to, data: { linkId: id, fromKind, from, toKind, type, lag, lagUnit } },
  }))
}

export async function changeLinks({
  tx,
  actor,
  planned,
  plan,
}: Import): Promise<Result<EventDraft[], "changed-meanwhile">> {
  const links = new Map(plan.links.map((link) => [link.id, link]))
  const events: EventDraft[] = []
  for (const { id, version, lag, lagUnit, before } of planned.changedLinks) {
    const { count } = await tx.dependency.updateMany({
      where: { id, programmeId: actor.programmeId, version },
      data: { lag, lagUnit, version: version + 1 },
    })
    if (count === 0) return refuse("changed-meanwhile")
    const data = { linkId: id, changes: { lag, lagUnit }, before }
    events.push({ type: "link.updated", subject: links.get(id)?.to.id ?? null, data })
  }
  return ok(events)
}
