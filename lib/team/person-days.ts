import type { Day } from "@/lib/base/kernel/day"
import { groupBy } from "@/lib/base/kernel/group-by"
import type { Id } from "@/lib/base/kernel/id"
import type { DayOfPerson } from "@/lib/work/supply"

type Change = { readonly personId: Id; readonly startDay: Day; readonly share: number }
type Period = Change & { readonly finishDay: Day }

/** What is known of people's days: shares of a full day, 0 to 1. */
export type Staffing = {
  /** Dated changes of how much of a week somebody works. */
  readonly schedules: readonly Change[]
  readonly timeOff: readonly Period[]
  /** What other programmes take of somebody, without saying which. */
  readonly elsewhere: readonly Period[]
}

/** What somebody has of each day. A day off at a share of 1 takes all that would be worked. */
export function daysOf({ schedules, timeOff, elsewhere }: Staffing): (personId: Id) => (day: Day) => DayOfPerson {
  const changesOf = groupBy(
    schedules.toSorted((a, b) => (a.startDay < b.startDay ? -1 : a.startDay > b.startDay ? 1 : 0)),
    ({ personId }) => personId,
  )
  const offOf = groupBy(timeOff, ({ personId }) => personId)
  const takenOf = groupBy(elsewhere, ({ personId }) => personId)
  return (personId) => {
    const [changes = [], off = [], taken = []] = [changesOf, offOf, takenOf].map((map) => map.get(personId))
    return (day) => {
      const worked = changes.findLast(({ startDay }) => startDay <= day)?.share ?? 1
      const sum = (periods: readonly Change[]) =>
        periods.reduce((all, each) => (each.startDay <= day && day <= finishOf(each) ? all + each.share : all), 0)
      return { worked, timeOff: Math.min(1, sum(off)) * worked, elsewhere: sum(taken) }
    }
  }
}

const finishOf = (each: Change | Period): Day => ("finishDay" in each ? each.finishDay : each.startDay)

export type OverAllocation = { readonly personId: Id; readonly from: Day; readonly share: number }

/**
 * Who is allocated to more than they work, summed per day over this programme and others; the first such day and the
 * highest sum.
 * @param days working days to look at, in order
 */
export function overAllocated(
  allocations: readonly (Period & { readonly personId: Id })[],
  staffing: Staffing,
  days: readonly Day[],
): readonly OverAllocation[] {
  const personDays = daysOf(staffing)
  return [...groupBy(allocations, ({ personId }) => personId)].flatMap(([personId, own]) => {
    const of = personDays(personId)
    const over = days.flatMap((day) => {
      const { worked = 1, elsewhere = 0 } = of(day)
      const here = own.reduce(
        (sum, each) => (each.startDay <= day && day <= each.finishDay ? sum + each.share : sum),
        0,
      )
      const share = Number((here + elsewhere).toFixed(6))
      return here > 0 && share > worked ? [{ day, share }] : []
    })
    const [first] = over
    return first ? [{ personId, from: first.day, share: Math.max(...over.map(({ share }) => share)) }] : []
  })
}
