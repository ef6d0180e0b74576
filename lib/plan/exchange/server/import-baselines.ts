import { toDayColumn } from "@/lib/base/db/day-column"
import type { Prisma } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { EventDraft } from "@/lib/door/audit/event"
import { baselineLines } from "@/lib/plan/roadmap/baseline"
import { planOf } from "@/lib/plan/roadmap/plan"
import type { PlannedEnd } from "../import/import-plan"
import type { Import } from "./commands"

type Line = Omit<Prisma.BaselineLineCreateManyInput, "programmeId" | "baselineId">
const BATCH = 1_000

async function keep({ tx, actor }: Import, name: string, lines: readonly Line[]) {
  const { programmeId, personId, context, membership } = actor
  const id = newId(context.at)
  await tx.baseline.create({
    data: {
      ...{ id, programmeId, name, takenById: personId, takenAt: context.at },
      statusDay: toDayColumn(membership.today),
    },
  })
  for (let at = 0; at < lines.length; at += BATCH)
    await tx.baselineLine.createMany({
      data: lines.slice(at, at + BATCH).map((line) => ({ ...line, programmeId, baselineId: id })),
    })
  const event: EventDraft = {
    ...{ type: "baseline.taken", subject: id, texts: { name } },
    data: { statusDay: membership.today, parts: lines.length, finish: null },
  }
  return { id, event }
}

/** Keeps the plan as it is before the import, so that the two can be compared; nothing where there are no dates. */
export async function keepBefore(work: Import, fileName: string) {
  const { plan, actor } = work
  const dates = planOf(plan, actor.membership.today)
  if (!dates.ok || plan.items.length === 0) return { baseline: null, events: [] }
  const lines = baselineLines(plan, dates.value.dates).map(({ part, id, start, finish, likely }) => ({
    ...{ part, partId: id, likely, start: start && toDayColumn(start), finish: toDayColumn(finish) },
  }))
  const name = freeName(work, `Before the import of ${fileName}`)
  const { id, event } = await keep(work, name, lines)
  return { baseline: { id, name }, events: [event] }
}

function freeName({ plan }: Import, wish: string): string {
  const taken = new Set(plan.baselines.map(({ name }) => name.toLowerCase()))
  let name = wish
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wish} (${count})`
  return name
}

/** The baselines that came with the file. */
export async function writeBaselines(work: Import): Promise<EventDraft[]> {
  const events: EventDraft[] = []
  for (const { name, lines } of work.planned.baselines) {
    const rows = lines.flatMap(({ part, start, finish, likely }) => {
      const partId = idOf(work, part)
      return partId
        ? [{ part: "item" as const, partId, likely, start: start && toDayColumn(start), finish: toDayColumn(finish) }]
        : []
    })
    events.push((await keep(work, name, rows)).event)
  }
  return events
}

/** The id of an end, also of one that this import has made. */
export function idOf({ ids }: Import, end: PlannedEnd): string | undefined {
  if (end.kind === "new-item") return ids.items.get(end.uid)
  return end.kind === "new-workstream" ? ids.workstreams.get(end.name) : end.id
}
