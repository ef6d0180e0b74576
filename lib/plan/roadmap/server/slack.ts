import type * as z from "zod"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { drivingPathOf } from "../plan"
import { slackOf } from "../slack"
import type { getDrivingPath, PlanSlackView } from "../slack-contract"
import { findPlanParts } from "./schedule"

/** Slack of all work as of today; empty lists where there are no dates. */
export async function findSlack({ programmeId, membership }: ProgrammeActor): Promise<PlanSlackView> {
  const parts = await findPlanParts(programmeId)
  const found = slackOf(parts, membership.today)
  const { items, workstreams, gates } = found.ok ? found.value : { items: [], workstreams: [], gates: [] }
  const told = (lines: typeof items) =>
    lines.map((line) => ({
      ...line,
      drivenBy: line.drivenBy && { ...line.drivenBy, node: { ...line.drivenBy.node } },
      gates: line.gates.map((each) => ({ ...each })),
    }))
  return {
    statusDay: membership.today,
    nearCriticalDays: parts.programme.nearCriticalDays,
    items: told(items),
    workstreams: told(workstreams),
    gates: gates.map((gate) => ({ ...gate })),
  }
}

/** Null for what is not in the programme; no step where there are no dates. */
export async function findDrivingPath(
  { programmeId, membership }: ProgrammeActor,
  target: z.output<typeof getDrivingPath.input>,
) {
  const path = drivingPathOf(await findPlanParts(programmeId), membership.today, target)
  if (path.ok && path.value === null) return null
  const steps = (path.ok && path.value) || []
  return {
    steps: steps.map((step) => ({
      node: { ...step.node },
      because: step.because,
      linkId: "linkId" in step ? step.linkId : null,
    })),
  }
}
