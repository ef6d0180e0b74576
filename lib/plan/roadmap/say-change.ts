import type { Day } from "@/lib/base/kernel/day"
import type { ConstraintType } from "@/lib/plan/schedule/network"
import type { RoadmapView } from "./views"
import type { WorkItemChange, WorkItemView, WorkStatus } from "./work-item-shapes"

/** The status of work as every sentence says it. */
export const statusNames: Record<WorkStatus, string> = {
  not_started: "Not started",
  in_progress: "In progress",
  blocked: "Blocked",
  done: "Done",
  dropped: "Dropped",
}

/** The constraints of a work item as every sentence and choice says them. */
export const constraintNames: Record<ConstraintType, string> = {
  ALAP: "As late as possible",
  SNLT: "Start no later than",
  FNET: "Finish no earlier than",
  FNLT: "Finish no later than",
  MSO: "Must start on",
  MFO: "Must finish on",
}

/** Names for what a change points at, and how a day is said. */
export type Names = {
  readonly person: (id: string) => string
  readonly role: (key: string) => string
  readonly phase: (id: string) => string
  readonly day: (day: Day) => string
}

export function namesOf(
  { people, deliveryRoles, phases }: Pick<RoadmapView, "people" | "deliveryRoles" | "phases">,
  day: (day: Day) => string,
): Names {
  const found = (names: ReadonlyMap<string, string>) => (key: string) => names.get(key) ?? "someone else"
  return {
    person: found(new Map(people.map(({ id, name }) => [id, name]))),
    role: found(new Map(deliveryRoles.map(({ key, name }) => [key, name]))),
    phase: found(new Map(phases.map(({ id, number, name }) => [id, `${number}. ${name}`]))),
    day,
  }
}

type Word = (value: never, names: Names) => string
const days = (value: number | null) => (value === null ? "none" : `${value} d`)
const dated = (value: Day | null, names: Names) => (value === null ? "none" : names.day(value))

const words = {
  title: ["name", (value: string) => `"${value}"`],
  status: ["status", (value: WorkStatus) => statusNames[value]],
  reason: ["reason", (value: string | null) => (value === null ? "none" : `"${value}"`)],
  ownerId: ["owner", (value: string | null, names: Names) => (value === null ? "no one" : names.person(value))],
  roleKey: ["role", (value: string | null, names: Names) => (value === null ? "none" : names.role(value))],
  phaseId: [
    "phase",
    (value: string | null, names: Names) => (value === null ? "its workstream's" : names.phase(value)),
  ],
  points: ["points", (value: number | null) => (value === null ? "none" : String(value))],
  optimistic: ["optimistic estimate", days],
  likely: ["likely estimate", days],
  pessimistic: ["pessimistic estimate", days],
  effortDays: ["effort", days],
  remainingEffort: ["remaining effort", days],
  percent: ["percent", (value: number) => `${value}%`],
  remainingDays: ["remaining duration", days],
  startNoEarlierThan: ["start no earlier than", dated],
  constraintType: [
    "constraint",
    (value: ConstraintType | null) => (value === null ? "none" : constraintNames[value].toLowerCase()),
  ],
  constraintDay: ["constraint day", dated],
  deadline: ["deadline", dated],
  actualStart: ["actual start", dated],
  actualFinish: ["actual finish", dated],
} as const satisfies Partial<Record<keyof WorkItemView, readonly [string, Word]>>
type SaidField = keyof typeof words | "estimateConfirmed"

const saidFields: readonly SaidField[] = [
  ...(["title", "status", "reason", "ownerId", "roleKey", "phaseId", "points", "optimistic", "likely"] as const),
  ...([
    "pessimistic",
    "estimateConfirmed",
    "effortDays",
    "remainingEffort",
    "percent",
    "remainingDays",
    "startNoEarlierThan",
    "constraintType",
    "constraintDay",
    "deadline",
    "actualStart",
    "actualFinish",
  ] as const),
]

/** "status to Blocked", "owner to Marta Ruiz": one member of an item as it is now. */
function sayField(field: SaidField, value: unknown, names: Names): string {
  if (field === "estimateConfirmed") return value === true ? "estimate confirmed" : "estimate not confirmed"
  const [word, say] = words[field]
  const said: string = Reflect.apply(say, undefined, [value, names])
  return `${word} to ${said}`
}

/** What is different between two versions of an item, most telling first: `status to Blocked, owner to Marta Ruiz`. */
export function sayDifferences(before: WorkItemView, after: WorkItemView, names: Names): string {
  return joined(
    saidFields.filter((field) => before[field] !== after[field]).map((each) => sayField(each, after[each], names)),
  )
}

/** What a change asks for, in the same words; a description is only named. */
export function sayChange({ description, estimate, ...change }: WorkItemChange, names: Names): string {
  const { optimistic, likely, pessimistic } = estimate ?? {}
  const estimated =
    estimate === undefined ? [] : [`estimate to ${estimate ? `${optimistic} / ${likely} / ${pessimistic} d` : "none"}`]
  const about = description === undefined ? [] : ["the description"]
  return joined([sayMembers(change, names), ...estimated, ...about].filter(Boolean))
}

/** The members of a record that are said, as they are given; empty when there is none. */
function sayMembers(members: Readonly<Record<string, unknown>>, names: Names): string {
  const given = saidFields.filter((field) => members[field] !== undefined)
  return given.map((field) => sayField(field, members[field], names)).join(", ")
}

const joined = (parts: readonly string[]): string => parts.join(", ") || "nothing visible"
