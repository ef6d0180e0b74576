import { addWorkingDays } from "@/lib/base/calendar/working-calendar"
import { database } from "@/lib/base/db/client"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { previewItems } from "@/lib/plan/forecast/server/preview"
import { findAll } from "@/lib/records/server/queries"
import { findClock } from "@/lib/value/server/queries"
import { type AskView, ask } from "../ask"

/** A decision that moves by so many working days. */
const LATER = 5

/** What five working days more cost: the work that awaits the decision starts no earlier, and the gates move. */
export async function findAskDelay(actor: ProgrammeActor, { recordId }: { readonly recordId: Id }) {
  const asked = (await findAll(ask, actor.programmeId)).find(({ id }) => id === recordId)
  if (!asked) return null
  const none = (why: string) => ({ shifts: null, why })
  if (asked.workItemIds.length === 0) return none("No work is linked to this decision.")
  const { calendar, today } = await findClock(actor)
  const from = asked.dueDay !== null && asked.dueDay > today ? asked.dueDay : today
  const [onTime, late] = [
    await delayed(actor, asked, from),
    await delayed(actor, asked, addWorkingDays(calendar, from, LATER)),
  ]
  if (!onTime.ok || !late.ok) return none("The plan cannot be forecast yet.")
  const names = new Map(
    (await database().prisma.gate.findMany({ where: { programmeId: actor.programmeId } })).map(({ id, name }) => [
      id,
      name,
    ]),
  )
  const before = new Map(onTime.value.gates.map(({ gateId, days }) => [gateId, days]))
  const shifts = late.value.gates
    .map(({ gateId, days }) => ({ gateId, gate: names.get(gateId) ?? "", days: days - (before.get(gateId) ?? 0) }))
    .filter(({ days }) => days !== 0)
  return { shifts, why: null }
}

/** The forecast if the linked work could not start before a day. Work that has begun is not held. */
const delayed = (actor: ProgrammeActor, { workItemIds }: AskView, day: Day) => {
  const awaiting = new Set(workItemIds)
  return previewItems(actor, (item) =>
    awaiting.has(item.id) && item.status === "not_started"
      ? { ...item, startNoEarlierThan: laterOf(item.startNoEarlierThan, day) }
      : item,
  )
}

const laterOf = (one: Day | null, other: Day): Day => (one !== null && one > other ? one : other)
