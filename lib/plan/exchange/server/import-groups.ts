import { toDayColumn } from "@/lib/base/db/day-column"
import { newId } from "@/lib/base/db/new-id"
import type { EventDraft } from "@/lib/door/audit/event"
import { rankBetween } from "@/lib/plan/roadmap/rank"
import type { Import } from "./commands"

/** Takes over weekend and days off of the file, when that was chosen. */
export async function takeCalendar({ tx, actor, planned, options, plan }: Import): Promise<EventDraft[]> {
  const { calendar } = planned
  if (!calendar || !options.takeCalendar || !actor.may("programme.manage")) return []
  const { programmeId } = actor
  await tx.programme.updateMany({
    where: { id: programmeId, version: plan.programme.version },
    data: { weekend: [...calendar.weekend], version: { increment: 1 } },
  })
  await tx.holiday.deleteMany({ where: { programmeId } })
  await tx.holiday.createMany({
    data: calendar.holidays.map(({ day, name }) => ({ programmeId, day: toDayColumn(day), name })),
    skipDuplicates: true,
  })
  const changes = { weekend: [...calendar.weekend].join(), holidays: calendar.holidays.length }
  return [{ type: "programme.updated", subject: programmeId, data: { changes } }]
}

/** Adds those who work in the file and are nobody here. */
export async function addPeople({ tx, actor, planned, ids }: Import): Promise<EventDraft[]> {
  if (planned.newPeople.length === 0 || !actor.may("members.manage")) return []
  const { at } = actor.context
  const rows = planned.newPeople.map((name) => ({ id: newId(at), programmeId: actor.programmeId, name, createdAt: at }))
  await tx.person.createMany({ data: rows })
  for (const { id, name } of rows) ids.people.set(name, id)
  return rows.map(({ id, name }) => ({ type: "person.added", subject: id, data: { roleKey: null }, texts: { name } }))
}

const MOST_KEY = 60

/** A key made of a name: words of the pack's own kind, told apart by a number. */
function keyOf(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
  const plain = `own-${words.replaceAll(/^-+|-+$/g, "").slice(0, MOST_KEY) || "workstream"}`
  let key = plain
  for (let count = 2; taken.has(key); count++) key = `${plain}-${count}`
  return key
}

/** Makes the workstreams that are not here yet, at the end of the stage that was chosen. */
export async function addWorkstreams({ tx, actor, planned, options, plan, ids }: Import): Promise<EventDraft[]> {
  const { stageId, phaseId } = options
  if (planned.newWorkstreams.length === 0 || !stageId || !phaseId) return []
  const { at } = actor.context
  const keys = new Set(plan.workstreams.map(({ key }) => key))
  let rank = plan.workstreams.reduce<string | null>(
    (last, each) => (last === null || each.rank > last ? each.rank : last),
    null,
  )
  const rows = planned.newWorkstreams.map(({ name, holdsGate }) => {
    const key = keyOf(name, keys)
    keys.add(key)
    rank = rankBetween(rank, null)
    const own = { id: newId(at), programmeId: actor.programmeId, stageId, phaseId, holdsGate }
    return { ...own, key, name, description: "", rank }
  })
  await tx.workstream.createMany({ data: rows })
  for (const { id, name } of rows) ids.workstreams.set(name, id)
  return rows.map(({ id, name, key, holdsGate }) => ({
    ...{ type: "workstream.added", subject: id, texts: { name } },
    data: { stageId, phaseId, key, ...(holdsGate ? {} : { holdsGate }) },
  }))
}
