import { fromOptionalDayColumn, toOptionalDayColumn } from "@/lib/base/db/day-column"
import type { WorkItem } from "@/lib/base/db/generated/client"
import type { WorkItemView } from "../work-item-shapes"

/** The columns of a work item as JSON members of its view, in one place for the lists that the database writes itself. */
export const workItemColumns = `w.id, w.number, w.workstream_id AS "workstreamId", w.phase_id AS "phaseId",
  w.pack_key AS "packKey", w.title, w.status, w.reason, w.owner_id AS "ownerId", w.role_key AS "roleKey", w.rank, w.points,
  w.optimistic, w.likely, w.pessimistic, w.estimate_confirmed_at IS NOT NULL AS "estimateConfirmed", w.effort_days AS "effortDays", w.percent,
  w.remaining_days AS "remainingDays", w.constraint_type AS "constraintType", w.constraint_day AS "constraintDay",
  w.start_no_earlier_than AS "startNoEarlierThan", w.deadline, w.actual_start AS "actualStart",
  w.sprint_id AS "sprintId", w.sprint_start AS "sprintStart", w.remaining_effort AS "remainingEffort",
  w.backlog_rank AS "backlogRank", w.actual_finish AS "actualFinish", w.version`

export function workItemView(row: WorkItem): WorkItemView {
  const { id, number, workstreamId, phaseId, packKey, title, status, reason, ownerId, roleKey, rank, points } = row
  const { optimistic, likely, pessimistic, effortDays, percent, remainingDays, constraintType, version } = row
  const { sprintId, remainingEffort, backlogRank } = row
  return {
    ...{ sprintId, remainingEffort, backlogRank, sprintStart: fromOptionalDayColumn(row.sprintStart) },
    ...{ id, number, workstreamId, phaseId, packKey, title, status, reason, ownerId, roleKey, rank, points },
    ...{ optimistic, likely, pessimistic, effortDays, percent, remainingDays, constraintType, version },
    estimateConfirmed: row.estimateConfirmedAt !== null,
    startNoEarlierThan: fromOptionalDayColumn(row.startNoEarlierThan),
    constraintDay: fromOptionalDayColumn(row.constraintDay),
    deadline: fromOptionalDayColumn(row.deadline),
    actualStart: fromOptionalDayColumn(row.actualStart),
    actualFinish: fromOptionalDayColumn(row.actualFinish),
  }
}

/** The members of a view that are columns of the same meaning, for writing back what a rule decided. */
export const workItemData = (
  view: Omit<WorkItemView, "id" | "number" | "version" | "packKey" | "estimateConfirmed">,
) => ({
  ...view,
  startNoEarlierThan: toOptionalDayColumn(view.startNoEarlierThan),
  constraintDay: toOptionalDayColumn(view.constraintDay),
  deadline: toOptionalDayColumn(view.deadline),
  sprintStart: toOptionalDayColumn(view.sprintStart),
  actualStart: toOptionalDayColumn(view.actualStart),
  actualFinish: toOptionalDayColumn(view.actualFinish),
})
