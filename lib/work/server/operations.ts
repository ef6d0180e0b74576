import { toDayColumn } from "@/lib/base/db/day-column"
import { answer, dryRun, type Operation, serve } from "@/lib/door/server/serve"
import type { RecordRules } from "@/lib/records/server/commands"
import { operationsOf } from "@/lib/records/server/operations"
import * as contracts from "../contract"
import { judgeSprint, sprint } from "../sprint"
import { team } from "../team"
import * as plan from "./plan-sprint"
import * as queries from "./queries"
import * as run from "./run-sprint"
import { itemsOfSprint, placeItem } from "./sprint-rows"

const rules: RecordRules<typeof sprint.fields, "finishes-before-start" | "sprint-is-closed"> = {
  rule: judgeSprint,
  /** Open items follow the sprint's start; those of a sprint that is taken away go back to the backlog. */
  also: async (tx, actor, before, after) => {
    if (!before || before.startDay === after?.startDay) return []
    const where = { programmeId: actor.programmeId, sprintId: before.id, removedAt: null }
    if (after) {
      const moved = { sprintStart: toDayColumn(after.startDay), version: { increment: 1 } }
      await tx.workItem.updateMany({ where, data: moved })
      return []
    }
    const events = []
    for (const item of await itemsOfSprint(tx, actor.programmeId, before.id)) {
      const placed = await placeItem(tx, actor, item, null)
      if (placed) events.push(placed.event)
    }
    return events
  },
}

export const workOperations: readonly Operation[] = [
  ...operationsOf(team, contracts.teamContracts),
  ...operationsOf(sprint, contracts.sprintContracts, rules),
  serve(contracts.planSprint, plan.planSprint),
  serve(contracts.startSprint, run.startSprint),
  serve(contracts.closeSprint, run.closeSprint),
  serve(contracts.reopenSprint, run.reopenSprint),
  serve(contracts.moveInBacklog, plan.moveInBacklog),
  answer(contracts.listSprintLines, queries.listSprintLines),
  answer(contracts.getBurnUp, queries.findBurnUp),
  dryRun(contracts.previewSprint, queries.previewSprint),
]
