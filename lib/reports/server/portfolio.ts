import { checksOf } from "@/lib/assurance/server/queries"
import { database } from "@/lib/base/db/client"
import { fromDayColumn } from "@/lib/base/db/day-column"
import { dayIn } from "@/lib/base/kernel/day"
import type { UserActor } from "@/lib/door/access/actor"
import type { ProgrammeSummary } from "@/lib/plan/roadmap/programme"
import { phaseView, stageView } from "@/lib/plan/roadmap/server/plan-rows"
import { listPortfolio } from "@/lib/plan/roadmap/server/queries"
import { findPlanParts } from "@/lib/plan/roadmap/server/schedule"
import { portfolioLine } from "../portfolio"
import type { PortfolioLine } from "../views"
import { placedCheck } from "./check-rows"
import { findNewest } from "./outlook"

/** The programmes that a user is a member of, each planned as of its own day. */
export async function findPortfolio(
  actor: UserActor,
  input: { readonly archived: "yes" | "no" },
): Promise<{ items: PortfolioLine[] }> {
  const { items } = await listPortfolio(actor, input)
  return { items: await Promise.all(items.map((summary) => findLine(summary, actor.context.at))) }
}

async function findLine(summary: ProgrammeSummary, at: Date): Promise<PortfolioLine> {
  const { prisma } = database()
  const inOrder = { where: { programmeId: summary.id }, orderBy: { number: "asc" as const } }
  const [parts, newest, phases, stages] = await Promise.all([
    findPlanParts(summary.id),
    findNewest(summary.id),
    prisma.phase.findMany(inOrder),
    prisma.stage.findMany(inOrder),
  ])
  const today = dayIn(parts.programme.timeZone, at)
  const checks = (await checksOf(summary.id, today)).map(placedCheck)
  return portfolioLine(
    summary,
    { ...parts, phases: phases.map(phaseView), stages: stages.map(stageView), checks },
    newest && { ...newest, madeOn: fromDayColumn(newest.run.statusDay) },
    today,
  )
}
