import { database } from "@/lib/base/db/client"
import { fromDayColumn, fromOptionalDayColumn } from "@/lib/base/db/day-column"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { planOf } from "@/lib/plan/roadmap/plan"
import { findPlanParts } from "@/lib/plan/roadmap/server/schedule"
import type { BaselineLineView } from "@/lib/plan/roadmap/timeline-contract"
import { isVaried, type VarianceLine, varianceOf } from "@/lib/plan/roadmap/variance"
import { earnedSchedule } from "../earned-schedule"
import type { ProgressView } from "../progress-contract"

/** Progress against a baseline as of today; null where the baseline named is not there. */
export async function findProgress(
  { programmeId, membership }: ProgrammeActor,
  { baselineId }: { readonly baselineId?: Id | undefined },
): Promise<ProgressView | null> {
  const { prisma } = database()
  const [parts, phases, baseline] = await Promise.all([
    findPlanParts(programmeId),
    prisma.phase.findMany({ where: { programmeId }, orderBy: { number: "asc" }, select: { id: true, name: true } }),
    prisma.baseline.findFirst({
      where: { programmeId, removedAt: null, ...(baselineId && { id: baselineId }) },
      orderBy: { id: "desc" },
      include: { lines: { orderBy: [{ part: "asc" }, { partId: "asc" }] } },
    }),
  ])
  if (baselineId && !baseline) return null
  const { today } = membership
  const plan = planOf(parts, today)
  const nothing = { statusDay: today, earned: null, variance: [] }
  if (!baseline) return { ...nothing, baseline: null }
  const about = { id: baseline.id, name: baseline.name, statusDay: fromDayColumn(baseline.statusDay) }
  if (!plan.ok) return { ...nothing, baseline: about }
  const lines = baseline.lines.map(
    ({ part, partId, start, finish, likely }): BaselineLineView => ({
      ...{ part, id: partId, likely, start: fromOptionalDayColumn(start), finish: fromDayColumn(finish) },
    }),
  )
  const { dates, calendar } = plan.value
  const work = lines.flatMap(({ part, id, start, finish, likely }) =>
    part === "item" && start ? [{ id, start, finish, likely }] : [],
  )
  const earned = earnedSchedule(work, parts.items, dates, today, calendar)
  return {
    ...{ statusDay: today, baseline: about },
    earned: earned && {
      ...earned,
      ...{ added: { ...earned.added }, gone: { ...earned.gone }, curve: earned.curve.map((point) => ({ ...point })) },
    },
    variance: varianceOf(lines, { ...parts, phases }, dates, calendar)
      .filter(isVaried)
      .map(told),
  }
}

const told = ({ part, id, name, presence, start, finish }: VarianceLine): ProgressView["variance"][number] => ({
  ...{ part, id, name, presence },
  ...{ baselineFinish: finish?.from ?? null, finish: finish?.to ?? null },
  ...{ startDays: start?.workingDays ?? null, finishDays: finish?.workingDays ?? null },
  durationDays: start && finish ? finish.workingDays - start.workingDays : null,
})
