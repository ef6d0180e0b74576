import type { Transaction } from "@/lib/base/db/client"
import { toDayColumn } from "@/lib/base/db/day-column"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { workItemView } from "@/lib/plan/roadmap/server/work-item-rows"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import type { SprintView } from "../sprint"

/** What an event tells of an item that comes into a sprint, so that a burn-up can be replayed from it. */
const told = ({ effortDays, status }: WorkItemView) => ({ effort: effortDays, done: status === "done" })

/** Puts an item in a sprint or, with null, back in the backlog; null where it is not as it was looked at. */
export async function placeItem(
  tx: Transaction,
  { programmeId, context }: ProgrammeActor,
  item: WorkItemView,
  sprint: SprintView | null,
): Promise<{ readonly after: WorkItemView; readonly event: EventDraft } | null> {
  const [row] = await tx.workItem.updateManyAndReturn({
    where: { id: item.id, programmeId, version: item.version, removedAt: null },
    data: {
      sprintId: sprint?.id ?? null,
      sprintStart: sprint ? toDayColumn(sprint.startDay) : null,
      ...{ updatedAt: context.at, version: item.version + 1 },
    },
  })
  if (!row) return null
  const event = sprint
    ? {
        type: "work-item.put-in-sprint",
        subject: item.id,
        data: { sprint: sprint.id, from: item.sprintId, ...told(item) },
      }
    : { type: "work-item.taken-out-of-sprint", subject: item.id, data: { sprint: item.sprintId } }
  return { after: workItemView(row), event }
}

export async function itemsOfSprint(tx: Transaction, programmeId: Id, sprintId: Id): Promise<readonly WorkItemView[]> {
  const rows = await tx.workItem.findMany({
    where: { programmeId, sprintId, removedAt: null },
    orderBy: { id: "asc" },
  })
  return rows.map(workItemView)
}

/** Whether a team has a running sprint beside this one; a sprint without a team is its own. */
export async function isBusy(tx: Transaction, { id, teamId }: SprintView, programmeId: Id): Promise<boolean> {
  const running = await tx.sprint.findFirst({
    where: { programmeId, teamId, id: { not: id }, startedOn: { not: null }, closedOn: null, removedAt: null },
    select: { id: true },
  })
  return running !== null
}
