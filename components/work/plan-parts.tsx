"use client"

import { sayDay } from "@/components/ui/day-text"
import { Icon } from "@/components/ui/icon"
import { workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { groupBy } from "@/lib/base/kernel/group-by"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { type EffortSum, sayEffort, sumOfEffort } from "@/lib/work/effort"
import type { Filled } from "@/lib/work/fill"
import { type BacklogRow, calendarOf, type SprintDraft, type waitingOf } from "@/lib/work/plan-model"
import { type SprintView, stateOf } from "@/lib/work/sprint"
import { resultOf } from "@/lib/work/sprint-result"
import type { SprintWork } from "./with-work"

/** The head of a group of the sprint: how many, and how much effort. */
export function GroupHead({ name, rows }: { name: string; rows: readonly BacklogRow[] }) {
  return (
    <>
      <strong className="font-semibold">{name}</strong>
      <span className="flex-1 text-ink-3">
        {rows.length} {rows.length === 1 ? "item" : "items"}
      </span>
      <span className="text-ink-3">{sayEffort(sumOfEffort(rows.map(({ effort }) => effort)).days)}</span>
    </>
  )
}

/** What of the sprint waits for something that the sprint does not hold. */
export function Warnings({ rows, waits }: { rows: readonly BacklogRow[]; waits: ReturnType<typeof waitingOf> }) {
  const said = rows.flatMap(({ item }) => {
    const cause = waits(item).find(({ inSprint, blocked }) => !inSprint || blocked)
    return cause ? [{ item, cause }] : []
  })
  if (said.length === 0) return null
  return (
    <div role="note" className="mx-5 mb-2 flex gap-2 rounded-md bg-warn-wash px-3 py-2 text-meta text-warn max-md:mx-4">
      <Icon name="warning" size={14} />
      <ul>
        {said.slice(0, 3).map(({ item, cause }) => (
          <li key={item.id}>
            <strong>{item.number}</strong> has the predecessor {cause.name}
            {cause.blocked ? ", which is blocked" : ", which is not in the sprint"}.
          </li>
        ))}
        {said.length > 3 ? <li>{said.length - 3} more have predecessors outside the sprint.</li> : null}
      </ul>
    </div>
  )
}

/** What each closed sprint finished, in person-days, oldest first. */
export function velocitiesOf({ sprints, lines }: Pick<SprintWork, "sprints" | "lines">): readonly number[] {
  const bySprint = groupBy(lines, ({ sprintId }) => sprintId)
  return sprints.filter((each) => stateOf(each) === "closed").map(({ id }) => resultOf(bySprint.get(id) ?? []).doneDays)
}

/** The items of the sprint by how they came there. */
export function groupsOf(
  { sprints, lines }: SprintWork,
  sprint: SprintView,
  draft: SprintDraft,
  inside: readonly BacklogRow[],
) {
  const carried = new Map(
    lines.filter(({ goesToId }) => goesToId === sprint.id).map((line) => [line.itemId, line.sprintId]),
  )
  const from = sprints.findLast(({ id }) => [...carried.values()].includes(id))
  const kindOf = ({ item }: BacklogRow) =>
    draft.filled.has(item.id)
      ? "Filled by rank"
      : carried.has(item.id) && from
        ? `Carried over from ${from.name}`
        : "Added by hand"
  const names = [...(from ? [`Carried over from ${from.name}`] : []), "Added by hand", "Filled by rank"]
  return names
    .map((name) => ({ name, rows: inside.filter((row) => kindOf(row) === name) }))
    .filter(({ rows }) => rows.length > 0)
}

type BacklogHeadProps = { count: number; all: EffortSum; filled: Filled | null; onTakeBack: () => void }

/** How much the backlog holds, and what the fill took. */
export function BacklogHead({ count, all, filled, onTakeBack }: BacklogHeadProps) {
  return (
    <header className="flex flex-wrap items-baseline gap-x-2 px-5 pt-3 pb-1 max-md:px-4">
      <h2 className="font-semibold">Backlog</h2>
      <span className="text-ink-3 text-meta">
        {count} open items, {sayEffort(all.days)}
        {all.unknown > 0 ? `, ${all.unknown} without effort` : ""}
      </span>
      {filled ? (
        <span className="flex w-full justify-between text-ink-2 text-meta">
          <span>
            Filled by rank: {filled.taken.length} taken, {filled.left.length} left out with a reason,{" "}
            {filled.notReached.length} not reached.
          </span>
          <button type="button" onClick={onTakeBack} className="underline underline-offset-2">
            Take the fill back
          </button>
        </span>
      ) : null}
    </header>
  )
}

/** The days of a sprint in words. */
export function rangeOf({ startDay, finishDay }: SprintView, roadmap: RoadmapView): string {
  const calendar = calendarOf(roadmap)
  const days = calendar ? workingDaysBetween(calendar, startDay, dayOf(ordinalOf(finishDay) + 1)) : 0
  return `${sayDay(startDay, roadmap.today)} – ${sayDay(finishDay, roadmap.today)}, ${days} working days`
}
