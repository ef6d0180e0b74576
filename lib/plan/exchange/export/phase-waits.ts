import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { forwardPass } from "@/lib/plan/schedule/forward-pass"
import { TICKS_PER_DAY } from "@/lib/plan/schedule/work-time"
import type { CurrentPlan } from "../current-plan"
import { networkOf } from "./plan-times"

/**
 * A plan in which every wait is a link and every lag counts in working days: a project file knows no gate that waits for
 * the work of its phase of itself, and a lag of hours, percent or calendar days is written as what it comes to today.
 * Unchanged where there is no plan.
 */
export function withPhaseWaits(plan: CurrentPlan): CurrentPlan {
  const { weekend, holidays, startDay } = plan.programme
  const calendar = compileCalendar({ weekend, holidays: holidays.map(({ day }) => day) })
  if (!calendar.ok) return plan
  const options = { programmeStart: startDay, statusDate: plan.today, calendar: calendar.value }
  const pass = forwardPass(networkOf(plan), options)
  if (!pass.ok) return plan
  const { network, graph, asks } = pass.value
  const waits = network.links.flatMap(({ id, from, to, type, lag, ofPhase }): LinkView[] =>
    ofPhase ? [{ id, from: { ...from }, to: { ...to }, type, lag, lagUnit: "days", version: 1 }] : [],
  )
  const lags = new Map<string, number>()
  for (const [edge, at] of graph.linkOf.entries()) {
    const id = network.links[at]?.id
    if (id !== undefined) lags.set(id, (asks.lag[edge] ?? 0) / TICKS_PER_DAY)
  }
  const inDays = (link: LinkView): LinkView =>
    link.lagUnit === "days" ? link : { ...link, lag: lags.get(link.id) ?? 0, lagUnit: "days" }
  return { ...plan, links: [...plan.links.map(inDays), ...waits] }
}
