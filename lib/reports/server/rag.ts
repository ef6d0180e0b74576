import { database } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { findAll } from "@/lib/records/server/queries"
import type { RagFacts } from "@/lib/steering/rag"
import { ragOverride } from "@/lib/steering/rag-override"
import { findRules } from "@/lib/steering/server/rules"
import { kpi } from "@/lib/value/kpi"
import { findCost } from "@/lib/value/server/cost-queries"
import { findClock, findSeries, lineOf } from "@/lib/value/server/queries"

/** What a programme's status is judged by, beside its plan, register and forecast. */
export async function findRagParts(actor: ProgrammeActor) {
  const { programmeId } = actor
  const [kpis, overrides, rules, baselined, clock] = await Promise.all([
    findAll(kpi, programmeId),
    findAll(ragOverride, programmeId),
    findRules(programmeId),
    findBaselined(programmeId),
    findClock(actor),
  ])
  const series = await findSeries(database().prisma, actor.membership, kpis)
  return {
    cost: await findRagCost(actor),
    kpis: kpis.map((each) => lineOf(each, series, clock)),
    overrides,
    rules,
    baselined,
  }
}

/** The newest month of usage against its budget. What a month of usage is still to cost is projected, never guessed. */
async function findRagCost(actor: ProgrammeActor): Promise<RagFacts["cost"]> {
  const { month, months, projection, total } = await findCost(actor, { by: "product" })
  if (month === null) return { unknown: "No usage imported yet" }
  const budget = months.find((each) => each.month === month)?.budget ?? null
  if (budget === null || Number(budget) === 0) return { unknown: `No budget for ${month}` }
  if (!projection) return { unknown: "Too few days of usage for a projection" }
  return { projected: Math.max(Number(projection.value), Number(total)), budget: Number(budget) }
}

/** The work items of the first baseline that stands. */
async function findBaselined(programmeId: Id): Promise<ReadonlySet<string> | null> {
  const { prisma } = database()
  const where = { programmeId, removedAt: null }
  const first = await prisma.baseline.findFirst({ where, orderBy: [{ takenAt: "asc" }, { id: "asc" }] })
  if (!first) return null
  const lines = await prisma.baselineLine.findMany({
    where: { baselineId: first.id, programmeId, part: "item" },
    select: { partId: true },
  })
  return new Set(lines.map(({ partId }) => partId))
}
