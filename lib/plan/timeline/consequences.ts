import type { Day } from "@/lib/base/kernel/day"
import type { Consequences } from "@/lib/plan/roadmap/replan-consequences"
import type { ReplanNote } from "@/lib/plan/roadmap/replan-gestures"
import type { GateView } from "@/lib/plan/roadmap/views"

type SayDay = (day: Day) => string

/** `Gate 2: 6 Mar → 11 Mar, 3 working days later`, for every gate that shifts, and `finish +3` for the finish. */
export function sayConsequences(
  { gates, finish }: Pick<Consequences, "gates" | "finish">,
  known: readonly Pick<GateView, "id" | "name">[],
  sayDay: SayDay,
): string {
  const said = known.flatMap(({ id, name }) => {
    const shift = gates.find((gate) => gate.id === id)
    if (!shift) return []
    const days = `${Math.abs(shift.workingDays)} working ${Math.abs(shift.workingDays) === 1 ? "day" : "days"}`
    const way = shift.workingDays < 0 ? "earlier" : "later"
    return [`${name}: ${sayDay(shift.from)} → ${sayDay(shift.to)}, ${days} ${way}`]
  })
  if (finish) said.push(`finish ${finish.workingDays > 0 ? "+" : ""}${finish.workingDays}`)
  return said.length > 0 ? said.join(" · ") : "no gate moves"
}

/** Why a gesture does less than was asked, in a sentence. */
export function sayNote(note: ReplanNote, sayDay: SayDay): string {
  switch (note.kind) {
    case "begun":
      return note.ids.length === 1
        ? "Work in progress keeps its dates."
        : `${note.ids.length} work items in progress keep their dates.`
    case "clamped": {
      const reasons = { today: "today", start: "the programme's start", links: "a predecessor" } as const
      return `It can't start before ${sayDay(note.day)}: ${reasons[note.by]} prevents it.`
    }
    case "no-work":
      return "It has no work to move. Its dates follow from its predecessors."
    case "summary":
      return "Its length comes from its work items. Change those."
  }
}
