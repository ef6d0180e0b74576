import { readDays, readNumber, readPercent } from "@/lib/base/kernel/number-text"

/** How the figures of a work item are read as they are typed; null where it is no number. */
export const itemNumbers = { percent: readPercent, points: readNumber, effortDays: readDays } as const
/** What to write instead. */
export const numberProblems = {
  percent: "Write 0 to 100.",
  points: "Write a number.",
  effortDays: "Write days, like 4 or 2w.",
} as const
