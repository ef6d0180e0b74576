import { type CompiledCalendar, isWorkingDay } from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { AllocationView } from "./allocation"
import type { Hire } from "./capacity"

const counts = ({ certainty }: AllocationView, tentative: boolean) => tentative || certainty === "confirmed"

/** Allocations of nobody yet. */
export const hiresOf = (allocations: readonly AllocationView[], tentative: boolean): readonly Hire[] =>
  allocations
    .filter((each) => each.personId === null && counts(each, tentative))
    .map(({ id, name, roleKey, startDay, finishDay, share, certainty }) => ({
      ...{ id, name, roleKey, startDay, finishDay, share, tentative: certainty === "tentative" },
    }))

/** Allocations of people, as periods. */
export const peopleAllocated = (allocations: readonly AllocationView[], tentative: boolean) =>
  allocations.flatMap((each) => {
    const { personId, startDay, finishDay, share } = each
    return personId && counts(each, tentative) ? [{ personId, startDay, finishDay, share }] : []
  })

/** The working days of so many weeks from a day on. */
export function workingDaysFrom(calendar: CompiledCalendar, from: Day, weeks: number): readonly Day[] {
  return Array.from({ length: weeks * 7 }, (_, turn) => dayOf(ordinalOf(from) + turn)).filter((day) =>
    isWorkingDay(calendar, day),
  )
}
