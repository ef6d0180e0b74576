import { newId } from "@/lib/base/db/new-id"
import type { Stage, Workstream } from "@/lib/pack/release"
import { rankBetween } from "@/lib/plan/roadmap/rank"
import { addedEvent, deleteLink, insertLink, removedEvent, rewriteLink } from "@/lib/plan/roadmap/server/link-rows"
import { linkView } from "@/lib/plan/roadmap/server/plan-rows"
import type { NodeRef } from "@/lib/plan/schedule/network"
import { endIds, type Offer } from "../offer"
import type { Take } from "./write"

type Figures = { optimistic: number; likely: number; pessimistic: number }
const figuresOf = (text: string | null): Figures | null => {
  const [optimistic, likely, pessimistic] = (text ?? "").split("/").map(Number)
  return optimistic && likely && pessimistic ? { optimistic, likely, pessimistic } : null
}
/** The fields of an offer that nobody edited here, with what they become. */
export const openFields = ({ fields }: Offer): ReadonlyMap<string, string | null> =>
  new Map(fields.flatMap(({ field, to, kept }) => (kept === null ? [[field, to] as const] : [])))
type Plain = string | number | null
/** How the columns that change are now; days and times are never among them. */
const nowOf = (row: Readonly<Record<string, unknown>>, after: object): Record<string, Plain> =>
  Object.fromEntries(
    Object.keys(after).map((column) => {
      const value = row[column]
      return [column, typeof value === "string" || typeof value === "number" ? value : null]
    }),
  )

export async function takePhase(take: Take, offer: Offer): Promise<void> {
  const row = take.rows.phases.find(({ key }) => key === offer.key)
  if (!row || offer.what !== "changed") return
  const open = openFields(offer)
  const after: Record<string, string | number | null> = {}
  for (const field of ["name", "summary"] as const) if (open.has(field)) after[field] = open.get(field) ?? ""
  if (open.has("weeks")) {
    const [from, to] = (open.get("weeks") ?? "").split("-").map(Number)
    Object.assign(after, { weeksFrom: from || null, weeksTo: to || null })
  }
  await take.change("phase", row.id, nowOf(row, after), after)
}

export async function takeStage(take: Take, offer: Offer): Promise<void> {
  const { tx, actor, rows, releases } = take
  if (offer.what === "added") {
    const stage = releases.to.stages.find(({ key }) => key === offer.key)
    if (!stage) return
    const id = take.make(offer.id)
    await tx.stage.create({ data: { ...stageRow(stage), id, programmeId: actor.programmeId } })
    return take.made("stage", id)
  }
  const row = rows.stages.find(({ key }) => key === offer.key)
  if (!row || offer.what !== "changed") return
  const after = Object.fromEntries(openFields(offer))
  await take.change("stage", row.id, nowOf(row, after), after)
}
const stageRow = ({ key, number, name, summary }: Stage) => ({ key, number, name, summary })

export async function takeWorkstream(take: Take, offer: Offer): Promise<void> {
  const { tx, actor, rows } = take
  if (offer.what === "added") {
    const found = workstreamsOf(take).find(({ key }) => key === offer.key)
    const [stageId, phaseId] = [take.idOf(offer.within), take.idOf(`phase:${found?.phase}`)]
    if (!found || !stageId || !phaseId) return
    const last = await tx.workstream.findFirst({
      ...{ where: { programmeId: actor.programmeId }, orderBy: { rank: "desc" } },
    })
    const { key, name, description, role, estimate } = found
    const id = take.make(offer.id)
    const place = { id, programmeId: actor.programmeId, stageId, phaseId, rank: rankBetween(last?.rank ?? null, null) }
    await tx.workstream.create({ data: { ...place, key, name, description, roleKey: role, ...estimate } })
    return take.made("workstream", id)
  }
  const row = rows.workstreams.find(({ key }) => key === offer.key)
  if (!row || offer.what !== "changed") return
  const after = planColumns(take, offer, ["name", "description"])
  await take.change("workstream", row.id, nowOf(row, after), after)
}

export const workstreamsOf = ({ releases }: Take): readonly Workstream[] =>
  releases.to.stages.flatMap(({ workstreams }) => workstreams)

export async function takeActivity(take: Take, offer: Offer): Promise<void> {
  const { tx, actor, rows, events } = take
  if (offer.what === "added") return addActivity(take, offer)
  const row = rows.items.find(({ packKey }) => packKey === offer.key)
  if (!row) return
  if (offer.what === "retired") {
    await take.remove("workItem", row.id)
    events.push({ type: "work-item.removed", subject: row.id, data: {} })
    return
  }
  const after = planColumns(take, offer, ["title", "description"])
  const before = nowOf(row, after)
  await take.change("workItem", row.id, before, after)
  await tx.workItem.update({ where: { id: row.id }, data: { updatedAt: actor.context.at } })
  const { title, description, ...plain } = after
  const { title: _title, description: _description, ...earlier } = before
  const texts = {
    ...(title ? { title: String(title) } : {}),
    ...(description ? { description: String(description) } : {}),
  }
  events.push({ type: "work-item.updated", subject: row.id, data: { changes: plain, before: earlier }, texts })
}

async function addActivity(take: Take, offer: Offer): Promise<void> {
  const { tx, actor, events } = take
  const workstream = workstreamsOf(take).find(({ key }) => `workstream:${key}` === offer.within)
  const found = workstream?.activities.find(({ key }) => key === offer.key)
  const workstreamId = take.idOf(offer.within)
  if (!workstream || !found || !workstreamId) return
  const gone = take.removedIdOf(offer.id)
  if (gone) {
    await take.restore("workItem", offer.id, gone)
    events.push({ type: "work-item.restored", subject: gone, data: {} })
    return
  }
  const { at } = actor.context
  const { programmeId } = actor
  const last = await tx.workItem.findFirst({ where: { workstreamId, removedAt: null }, orderBy: { rank: "desc" } })
  const { lastNumber: number } = await tx.programme.update({
    where: { id: programmeId },
    data: { lastNumber: { increment: 1 } },
    select: { lastNumber: true },
  })
  const { key, title, description, role, estimate, phase } = found
  const phaseId = phase && phase !== workstream.phase ? take.idOf(`phase:${phase}`) : null
  const id = take.make(offer.id)
  await tx.workItem.create({
    data: {
      ...{ id, programmeId, workstreamId, phaseId, packKey: key, number, title, description, roleKey: role },
      ...{ ...estimate, rank: rankBetween(last?.rank ?? null, null), createdAt: at, updatedAt: at },
    },
  })
  take.made("workItem", id)
  const data = { workstreamId, number, ownerId: null, roleKey: role, likely: estimate.likely }
  events.push({ type: "work-item.added", subject: id, data, texts: { title, description } })
}

/** The columns of a workstream or an item that an offer changes. */
function planColumns(take: Take, offer: Offer, texts: readonly string[]): Record<string, string | number | null> {
  const open = openFields(offer)
  const phase = open.get("phase") ?? null
  return {
    ...Object.fromEntries(texts.flatMap((field) => (open.has(field) ? [[field, open.get(field) ?? ""]] : []))),
    ...(open.has("role") ? { roleKey: open.get("role") ?? null } : {}),
    ...(open.has("phase") ? { phaseId: phase === null ? null : take.idOf(`phase:${phase}`) } : {}),
    ...(figuresOf(open.get("estimate") ?? null) ?? {}),
  }
}

export async function takeLink(take: Take, offer: Offer): Promise<void> {
  const { actor, tx, events, rows } = take
  const [from = "", to = "", type = ""] = offer.key.split(">")
  const [start, end] = [endOf(take, from), endOf(take, to)]
  if (!start || !end || (type !== "FS" && type !== "SS" && type !== "FF" && type !== "SF")) return
  const there = rows.links
    .map(linkView)
    .find((link) => link.from.id === start.id && link.to.id === end.id && link.type === type)
  const lag = Number(take.things.get(offer.id)?.fields.lag ?? 0)
  if (offer.what === "added" && !there) {
    const link = await insertLink(tx, actor, { from: start, to: end, type, lag, lagUnit: "days" })
    take.steps.push({ did: "linked", id: link.id })
    events.push(addedEvent(link))
  } else if (offer.what === "changed" && there) {
    const { id, version } = there
    await rewriteLink(tx, actor, { id, version, type, lag, lagUnit: there.lagUnit })
    take.steps.push({ did: "relinked", id, before: there.lag, after: lag })
  } else if (offer.what === "retired" && there) {
    await deleteLink(tx, actor, there)
    const row = rows.links.find(({ id }) => id === there.id)
    if (row) take.steps.push({ did: "unlinked", row: { ...row, id: newId(actor.context.at), version: 1 } })
    events.push(removedEvent(there))
  }
}

function endOf(take: Take, key: string): NodeRef | null {
  for (const packId of endIds(key)) {
    const id = take.idOf(packId)
    if (!id) continue
    if (packId.startsWith("activity:")) return { kind: "item", id }
    return { kind: packId.startsWith("gate:") ? "gate" : "workstream", id }
  }
  return null
}
