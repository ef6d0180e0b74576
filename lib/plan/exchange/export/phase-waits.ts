import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { forwardPass } from "@/lib/plan/schedule/forward-pass"
import type { CurrentPlan } from "../current-plan"
import { networkOf } from "./plan-times"

/**
 * A plan in which every wait is a link: a project file knows no gate that waits for the work of its phase of itself.
 * Unchanged where there is no plan.
 */
export function withPhaseWaits(plan: CurrentPlan): CurrentPlan {
  const { weekend, holidays, startDay } = plan.programme
  const calendar = compileCalendar({ weekend, holidays: holidays.map(({ day }) => day) })
  if (!calendar.ok) return plan
  const options = { programmeStart: startDay, statusDate: plan.today, calendar: calendar.value }
  const pass = forwardPass(networkOf(plan), options)
  if (!pass.ok) return plan
  const { network } = pass.value
  const waits = network.links.flatMap(({ id, from, to, type, lag, ofPhase }): LinkView[] =>
    ofPhase ? [{ id, from: { ...from }, to: { ...to }, type, lag, lagUnit: "days", version: 1 }] : [],
  )
  return { ...plan, links: [...plan.links, ...waits] }
}
