import { database } from "@/lib/base/db/client"
import { dayIn } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { isOneOf } from "@/lib/base/kernel/one-of"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { recordOf } from "@/lib/door/audit/wording"
import { previewItems } from "@/lib/plan/forecast/server/preview"
import { findRecord } from "@/lib/records/server/commands"
import type { SprintEvent } from "../burn-up"
import { sprint } from "../sprint"

const kinds = ["done", "dropped", "carried", "removed"] as const

/** Every line of every sprint. */
export async function listSprintLines({ programmeId }: ProgrammeActor) {
  const rows = await database().prisma.sprintLine.findMany({ where: { programmeId }, orderBy: { itemNumber: "asc" } })
  return {
    items: rows.map(({ id: _id, programmeId: _programmeId, doneBefore: _doneBefore, outcome, ...line }) => ({
      ...line,
      outcome: isOneOf(kinds, outcome) ? outcome : null,
    })),
  }
}

const told = ["work-item.put-in-sprint", "work-item.taken-out-of-sprint", "work-item.updated"]

/** What was committed to a sprint, and what changed its scope or finished in it, from the history. */
export async function findBurnUp(actor: ProgrammeActor, { recordId }: { readonly recordId: Id }) {
  const { prisma } = database()
  const { programmeId } = actor
  const [found, programme, lines, marks] = await Promise.all([
    findRecord(prisma, sprint, actor, recordId),
    prisma.programme.findFirstOrThrow({ where: { id: programmeId }, select: { timeZone: true } }),
    prisma.sprintLine.findMany({ where: { programmeId, sprintId: recordId, committed: true } }),
    prisma.auditEvent.findMany({
      where: { chainId: programmeId, subjectId: recordId, type: { in: ["sprint.started", "sprint.closed"] } },
      orderBy: { seq: "asc" },
    }),
  ])
  if (!found) return null
  const start = marks.findLast(({ type }) => type === "sprint.started")
  if (!start) return { committed: [], events: [] }
  const close = found.closedOn === null ? null : marks.findLast(({ type }) => type === "sprint.closed")
  const rows = await prisma.auditEvent.findMany({
    where: { chainId: programmeId, type: { in: told }, seq: { gt: start.seq, ...(close ? { lt: close.seq } : {}) } },
    orderBy: { seq: "asc" },
  })
  return {
    committed: lines.map(({ itemId, effort, doneBefore }) => ({ itemId, effort, done: doneBefore })),
    events: rows.flatMap((row) => {
      const day = dayIn(programme.timeZone, row.at)
      return row.subjectId ? eventsIn(recordId, row.type, row.subjectId, recordOf(row.data), day) : []
    }),
  }
}

/** What an event of the history is for a sprint; nothing where it is about other things. */
function eventsIn(
  sprintId: Id,
  type: string,
  itemId: Id,
  data: Readonly<Record<string, unknown>>,
  day: SprintEvent["day"],
): SprintEvent[] {
  const at = { day, itemId }
  if (type === "work-item.put-in-sprint" && data.sprint === sprintId)
    return [{ ...at, does: "added", effort: numberIn(data.effort), done: data.done === true }]
  if (type !== "work-item.updated") {
    const leaves = (type === "work-item.taken-out-of-sprint" ? data.sprint : data.from) === sprintId
    return leaves ? [{ ...at, does: "removed" }] : []
  }
  const changes = recordOf(data.changes)
  const { status: was } = recordOf(data.before)
  const events: SprintEvent[] = []
  if ("effortDays" in changes) events.push({ ...at, does: "estimated", effort: numberIn(changes.effortDays) })
  if (changes.status === "done" || changes.status === "dropped") events.push({ ...at, does: changes.status })
  else if (changes.status !== undefined && (was === "done" || was === "dropped"))
    events.push({ ...at, does: "reopened" })
  return events
}

const numberIn = (value: unknown): number | null => (typeof value === "number" ? value : null)

/** What it would do to each gate to put items in a sprint and take others out. */
export async function previewSprint(
  actor: ProgrammeActor,
  { recordId, put, out }: { readonly recordId: Id; readonly put: readonly Id[]; readonly out: readonly Id[] },
) {
  const found = await findRecord(database().prisma, sprint, actor, recordId)
  if (!found) return refuse("not-found")
  const into = new Set(put)
  const back = new Set(out)
  return previewItems(actor, (item) => {
    if (into.has(item.id)) return { ...item, sprintId: recordId, sprintStart: found.startDay }
    return back.has(item.id) ? { ...item, sprintId: null, sprintStart: null } : item
  })
}
