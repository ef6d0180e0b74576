import { readDays, readNumber, readPercent } from "@/lib/base/kernel/number-text"

/** How the figures of a work item are read as they are typed; null where it is no number. */
export const itemNumbers = { percent: readPercent, points: readNumber, effortDays: readDays } as const
/** What to write instead. */
export const numberProblems = {
  percent: "Enter 0 to 100.",
  points: "Enter a number.",
  effortDays: "Enter days, such as 4 or 2w.",
} as const
