import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { calendarDay, relation, text } from "@/lib/records/kinds"
import { type ChangeOf, field, fixed, preset, record, required, type ViewOf } from "@/lib/records/record"

/** A few weeks of a team's work. Its state follows from the days on which it was started and closed. */
export const sprint = record({
  ...{ type: "sprint", path: "sprints", table: "sprint" },
  names: { one: "sprint", many: "sprints" },
  ...{ read: "programme.read", edit: "plan.edit", title: "name", keys: ["name"] },
  fields: {
    name: required(text(120), { label: "Name", width: 160 }),
    goal: preset(text(300), "", { label: "Goal", width: 320 }),
    startDay: required(calendarDay, { label: "Start", width: 110 }),
    finishDay: required(calendarDay, { label: "Finish", width: 110 }),
    teamId: field(relation("team"), { label: "Team", width: 160, showFrom: 760 }),
    startedOn: fixed(calendarDay, { label: "Started on", width: 110, showFrom: 900 }),
    closedOn: fixed(calendarDay, { label: "Closed on", width: 110, showFrom: 900 }),
  },
  refusals: {
    "finishes-before-start": { status: 422, sentence: "A sprint can't finish before it starts." },
    "sprint-is-closed": { status: 422, sentence: "This sprint is closed. Reopen it to change its dates." },
  },
})
export type SprintView = ViewOf<typeof sprint>

export const sprintStates = { planned: "Planned", running: "Running", closed: "Closed" } as const
export type SprintState = keyof typeof sprintStates

/** Planned until it is started, running until it is closed. */
export function stateOf({ startedOn, closedOn }: Pick<SprintView, "startedOn" | "closedOn">): SprintState {
  if (closedOn !== null) return "closed"
  return startedOn === null ? "planned" : "running"
}

/** Keeps the dates of a sprint in order: a start moved behind the finish takes the finish along. */
export function judgeSprint(
  before: SprintView | null,
  change: ChangeOf<typeof sprint>,
): Result<ChangeOf<typeof sprint>, "finishes-before-start" | "sprint-is-closed"> {
  const { startDay = before?.startDay, finishDay = before?.finishDay } = change
  const moves = startDay !== before?.startDay || finishDay !== before?.finishDay
  if (before && moves && stateOf(before) === "closed") return refuse("sprint-is-closed")
  if (!startDay || !finishDay || startDay <= finishDay) return ok(change)
  return change.finishDay === undefined ? ok({ ...change, finishDay: startDay }) : refuse("finishes-before-start")
}

/** Sprints by their dates, the earliest first. */
export const byDates = <Each extends { readonly startDay: Day; readonly number: number }>(
  sprints: readonly Each[],
): readonly Each[] =>
  sprints.toSorted((a, b) => (a.startDay < b.startDay ? -1 : a.startDay > b.startDay ? 1 : a.number - b.number))
