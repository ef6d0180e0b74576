/**
 * The fourteen points by which the US Defense Contract Management Agency judges a schedule (DCMA-EA PAM 200.1, Earned Value
 * Management System Program Analysis Pamphlet, 2012, 4.0), as data: what each is called, how it is measured and what it
 * must reach. A working day stands for a day of it.
 */
export type PointKey =
  | "open-ends"
  | "leads"
  | "lags"
  | "link-types"
  | "hard-dates"
  | "high-float"
  | "negative-float"
  | "long-work"
  | "invalid-dates"
  | "unassigned"
  | "missed"
  | "path-test"
  | "cpli"
  | "bei"

export type Point = {
  readonly key: PointKey
  readonly name: string
  /** What is counted, or what the figure is. */
  readonly about: string
  /** A share of 0 to 1, a number of things, an index, or working days. */
  readonly unit: "share" | "count" | "index" | "days"
  readonly is: "at-most" | "at-least" | "exactly"
  readonly threshold: number
}

/** Longer work, and more float, than this is counted: 44 working days, two months. */
export const LONG_DAYS = 44
/** What the path test adds to work on the driving path. */
export const PATH_TEST_DAYS = 600

const share = { unit: "share", is: "at-most", threshold: 0.05 } as const
const none = { unit: "count", is: "exactly", threshold: 0 } as const

export const points: readonly Point[] = [
  { key: "open-ends", name: "Open ends", about: "Open work without a predecessor or a successor", ...share },
  { key: "leads", name: "Leads", about: "Dependencies with a negative lag", ...none },
  { key: "lags", name: "Lags", about: "Dependencies with a positive lag", ...share },
  {
    ...{ key: "link-types", name: "Finish to start", about: "Dependencies that are finish to start" },
    ...{ unit: "share", is: "at-least", threshold: 0.9 },
  },
  {
    ...{ key: "hard-dates", name: "Hard dates", about: "Open work that must start or finish on a day, or no later" },
    ...share,
  },
  {
    key: "high-float",
    name: "High float",
    about: `Open work with more than ${LONG_DAYS} days of total slack`,
    ...share,
  },
  {
    key: "negative-float",
    name: "Negative float",
    about: "Open work that is too late for a date it must keep",
    ...none,
  },
  { key: "long-work", name: "Long work", about: `Open work that takes more than ${LONG_DAYS} days`, ...share },
  {
    ...{
      key: "invalid-dates",
      name: "Invalid dates",
      about: "Actual dates in the future, or open work planned in the past",
    },
    ...none,
  },
  { key: "unassigned", name: "No owner or role", about: "Open work that nobody and no role is to do", ...none },
  {
    key: "missed",
    name: "Missed",
    about: "Work that was to finish by today by the baseline, and did not in time",
    ...share,
  },
  {
    ...{
      key: "path-test",
      name: "Path test",
      about: `Days that the last gate moves when its driving path is ${PATH_TEST_DAYS} days longer`,
    },
    ...{ unit: "days", is: "exactly", threshold: PATH_TEST_DAYS },
  },
  {
    ...{
      key: "cpli",
      name: "Critical path length index",
      about: "Days to the gate and its slack to the target, over the days to it",
    },
    ...{ unit: "index", is: "at-least", threshold: 0.95 },
  },
  {
    ...{
      key: "bei",
      name: "Baseline execution index",
      about: "Work finished over what the baseline has finished by today, and work not in it",
    },
    ...{ unit: "index", is: "at-least", threshold: 0.95 },
  },
]
