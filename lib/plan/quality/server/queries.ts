import { database } from "@/lib/base/db/client"
import { fromDayColumn } from "@/lib/base/db/day-column"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { findPlanParts } from "@/lib/plan/roadmap/server/schedule"
import type { QualityView } from "../contract"
import { qualityOf } from "../quality"

/** The schedule of today by the fourteen points; null where the baseline named is not there. */
export async function findQuality(
  { programmeId, membership }: ProgrammeActor,
  { baselineId }: { readonly baselineId?: Id | undefined },
): Promise<QualityView | null> {
  const [parts, baseline] = await Promise.all([findPlanParts(programmeId), findBaseline(programmeId, baselineId)])
  if (baselineId && !baseline) return null
  const { today } = membership
  const quality = qualityOf(parts, today, baseline?.finishes ?? null)
  const lines = (of: readonly QualityView["outOfSequence"][number][]) => of.map((line) => ({ ...line }))
  return {
    statusDay: today,
    baseline: baseline && { id: baseline.id, name: baseline.name, statusDay: baseline.statusDay },
    noDates: quality.ok ? null : quality.refusal,
    items: quality.ok
      ? quality.value.points.map((point) => ({
          ...point,
          counted: point.counted && { ...point.counted },
          lines: lines(point.lines),
        }))
      : [],
    outOfSequence: quality.ok ? lines(quality.value.outOfSequence) : [],
  }
}

/** The baseline named, else the newest, with the finishes of its work. */
async function findBaseline(programmeId: Id, id: Id | undefined) {
  const row = await database().prisma.baseline.findFirst({
    where: { programmeId, removedAt: null, ...(id && { id }) },
    orderBy: { id: "desc" },
    include: { lines: { where: { part: "item" }, select: { partId: true, finish: true } } },
  })
  if (!row) return null
  return {
    ...{ id: row.id, name: row.name, statusDay: fromDayColumn(row.statusDay) },
    finishes: new Map(row.lines.map(({ partId, finish }) => [partId, fromDayColumn(finish)])),
  }
}
