import { addWorkingDays, type CompiledCalendar, nextWorkingDay } from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { ActualDates } from "./actual-dates"
import { leadName } from "./story/cast"
import { aside } from "./story/programme"
import { FIRST_SPRINT, SPRINT_EVERY, STARTED_SPRINTS } from "./story/sprints"

/** What happened to a sprint on a day; sprints are counted from 1. */
export type SprintAct = { readonly day: Day; readonly who: string; readonly sprint: number } & (
  | {
      readonly does: "begin-sprint"
      readonly items: readonly string[]
      readonly startDay: Day
      readonly started: boolean
    }
  | { readonly does: "into-sprint" | "out-of-sprint"; readonly item: string }
  | { readonly does: "end-sprint"; readonly nextStart: Day; readonly ahead: readonly string[] }
)

type Parts = {
  readonly items: readonly { readonly item: string }[]
  readonly actualDates: ActualDates
  readonly startDay: Day
  readonly calendar: CompiledCalendar
}

/** A sprint ends on its second Friday. */
const LENGTH = 11
/** What takes many weeks is not promised for a sprint, unless it is near its end; days after the sprint's. */
const NEAR_END = 4

/**
 * The sprints of the story: what was near its end, or begun in time, was committed; some came later, some was too much
 * and was taken out or carried over.
 */
export function sprintActs({ items, actualDates, startDay, calendar }: Parts): readonly SprintAct[] {
  const at = (days: number): Day => dayOf(ordinalOf(startDay) + days)
  const work = items.flatMap(({ item }) => {
    const dates = actualDates.get(item)
    return dates && (!aside.has(item) || item === "connect-sap") ? [{ item, ...dates }] : []
  })
  return Array.from({ length: STARTED_SPRINTS + 1 }, (_, turn) => turn + 1).flatMap((sprint): SprintAct[] => {
    const begins = FIRST_SPRINT + SPRINT_EVERY * (sprint - 1)
    const [first, last] = [at(begins), at(begins + LENGTH)]
    const near = at(begins + LENGTH + NEAR_END)
    const inside = work.filter(({ item, start, finish }) =>
      item === "connect-sap" ? start <= last && finish >= first : start <= last && finish >= first && finish <= near,
    )
    const later = inside.filter(({ start }, turn) => start > at(begins + 2) && turn % 3 === 0)
    const ahead = work.filter(({ start }) => start > last && start <= near).slice(0, 1)
    const planned = [...inside.filter((each) => !later.includes(each)), ...ahead]
    const started = sprint <= STARTED_SPRINTS
    const begin = { sprint, who: leadName, does: "begin-sprint", startDay: first, started } as const
    if (!started)
      return [
        {
          ...begin,
          day: addWorkingDays(calendar, at(begins - 7), 0),
          items: planned.slice(0, 3).map(({ item }) => item),
        },
      ]
    const acts: SprintAct[] = [
      { ...begin, day: nextWorkingDay(calendar, first), items: planned.map(({ item }) => item) },
      ...later.map(({ item, start }): SprintAct => ({ sprint, who: leadName, does: "into-sprint", day: start, item })),
    ]
    if (sprint % 2 === 0)
      acts.push(
        ...ahead.map(
          ({ item }): SprintAct => ({
            ...{ sprint, who: leadName, does: "out-of-sprint", item },
            day: addWorkingDays(calendar, first, 6),
          }),
        ),
      )
    if (sprint < STARTED_SPRINTS)
      acts.push({
        ...{ sprint, who: leadName, does: "end-sprint", day: addWorkingDays(calendar, dayOf(ordinalOf(last) + 1), -1) },
        nextStart: at(begins + SPRINT_EVERY),
        ahead: work.filter(({ start }) => start <= at(begins + SPRINT_EVERY + LENGTH)).map(({ item }) => item),
      })
    return acts
  })
}
