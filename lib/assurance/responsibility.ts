import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"

/** Somebody answers for something from a day on, themselves or as the deputy of whoever does. */
export type Held = {
  readonly key: string
  readonly personId: Id
  readonly deputy: boolean
  readonly fromDay: Day
  readonly untilDay: Day | null
  readonly ended: boolean
}

/** Whether it is held on this day; the first and the last day count. */
export const isHeldOn = ({ fromDay, untilDay, ended }: Held, day: Day): boolean =>
  !ended && fromDay <= day && (untilDay === null || day <= untilDay)

/** For what somebody may sign on this day, each word once. */
export const responsibilitiesOf = (held: readonly Held[], personId: Id, day: Day): string[] => [
  ...new Set(held.filter((each) => each.personId === personId && isHeldOn(each, day)).map(({ key }) => key)),
]

const names: Readonly<Record<string, string>> = {
  ...{ sponsor: "Sponsor", security: "Security", "data-protection": "Data protection", finance: "Finance" },
  ...{ "data-owner": "Data owner", operations: "Operations", enablement: "Enablement" },
}

/** The name of a responsibility; one that the product has no name for is written as it is kept. */
export const nameOfResponsibility = (key: string): string =>
  names[key] ?? `${key.slice(0, 1).toUpperCase()}${key.slice(1).replaceAll("-", " ")}`
