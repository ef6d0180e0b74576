import type { UserActor } from "@/lib/access/actor"
import { database } from "@/lib/db/client"
import { dayIn } from "@/lib/kernel/day"
import type { ProgrammeSummary } from "@/lib/roadmap/programme"
import { gateView, linkView, phaseView, programmeView, stageView, workstreamView } from "@/lib/roadmap/server/plan-rows"
import { listPortfolio } from "@/lib/roadmap/server/queries"
import { workItemView } from "@/lib/roadmap/server/work-item-rows"
import { portfolioLine } from "../portfolio"
import type { PortfolioLine } from "../views"
import { findChecks } from "./check-rows"

/** The programmes that a user is a member of, each planned as of its own day. */
export async function findPortfolio(
  actor: UserActor,
  input: { readonly archived: "yes" | "no" },
): Promise<{ items: PortfolioLine[] }> {
  const { items } = await listPortfolio(actor, input)
  return { items: await Promise.all(items.map((summary) => findLine(summary, actor.occasion.at))) }
}

async function findLine(summary: ProgrammeSummary, at: Date): Promise<PortfolioLine> {
  const { prisma } = database()
  const where = { programmeId: summary.id }
  const byNumber = { orderBy: { number: "asc" as const } }
  const [row, phases, gates, stages, workstreams, links, items] = await Promise.all([
    prisma.programme.findFirstOrThrow({ where: { id: summary.id }, include: { holidays: true } }),
    prisma.phase.findMany({ where, ...byNumber }),
    prisma.gate.findMany({ where, ...byNumber }),
    prisma.stage.findMany({ where, ...byNumber }),
    prisma.workstream.findMany({ where }),
    prisma.dependency.findMany({ where }),
    prisma.workItem.findMany({ where: { ...where, removedAt: null } }),
  ])
  const programme = programmeView(row)
  const today = dayIn(programme.timeZone, at)
  const parts = {
    programme,
    phases: phases.map(phaseView),
    gates: gates.map(gateView),
    stages: stages.map(stageView),
    workstreams: workstreams.map(workstreamView),
    links: links.map(linkView),
    items: items.map(workItemView),
  }
  const checks = await findChecks(summary.id, { gates: parts.gates, today })
  return portfolioLine(summary, { ...parts, checks }, today)
}
