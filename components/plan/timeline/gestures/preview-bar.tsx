"use client"

import { Button } from "@/components/ui/button"
import type { Day } from "@/lib/base/kernel/day"
import type { PreviewView } from "@/lib/plan/forecast/views"
import { isNoChange } from "@/lib/plan/roadmap/replan"
import type { GateView } from "@/lib/plan/roadmap/views"
import { sayConsequences, sayNote } from "@/lib/plan/timeline/consequences"
import { changesPlan, type Gesture } from "@/lib/plan/timeline/gesture"
import type { TimelineModel } from "@/lib/plan/timeline/rows"
import { untriedSentences } from "@/lib/plan/timeline/try-gesture"
import { useForecastPreview } from "./use-forecast-preview"
import type { GestureActions } from "./use-gesture"

type PreviewBarProps = {
  readonly programmeId: string
  readonly actions: GestureActions
  readonly model: TimelineModel
  readonly gates: readonly Pick<GateView, "id" | "name">[]
  readonly sayDay: (day: Day) => string
}

/** What the gesture under way would do, before anything is changed: the dates, every gate, the finish. */
export function PreviewBar({ programmeId, actions, model, gates, sayDay }: PreviewBarProps) {
  const { gesture, tried } = actions
  const value = tried?.ok ? tried.value : null
  const forecast = useForecastPreview(programmeId, value?.change ?? null)
  if (!gesture) return null
  const idle = !value || isNoChange(value.change)
  return (
    <section
      aria-label="Effect of this change"
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-2 border-accent border-t-2 bg-raised px-5 py-1.5 max-md:px-4"
    >
      <p role="status" className="min-w-0 flex-1 basis-[320px] text-pretty text-meta">
        <b className="font-semibold">{sayGesture(gesture, actions, model, sayDay)}</b>{" "}
        <span className="text-ink-2">
          {value ? `${changesPlan(gesture) ? `${sayConsequences(value.consequences, gates, sayDay)}.` : ""}` : ""}
          {forecast ? ` ${sayForecast(forecast, gates, sayDay)}` : ""}
          {value?.notes.map((note) => ` ${sayNote(note, sayDay)}`).join("")}
          {tried && !tried.ok ? untriedSentences[tried.refusal] : ""}
          {tried ? "" : hintOf(gesture)}
        </span>
      </p>
      <div className="flex gap-2">
        <Button kbd="Esc" onClick={actions.cancel}>
          Cancel
        </Button>
        <Button variant="primary" kbd="↵" disabled={idle} onClick={actions.commit}>
          {{ move: "Move", resize: "Resize", link: "Link" }[gesture.kind]}
        </Button>
      </div>
    </section>
  )
}

/** `P80 of Gate 4: 7 Apr → 15 Apr.` for every gate whose forecast shifts; nothing while no percentage may be told. */
function sayForecast(
  { gates, percentages, startsFrom }: PreviewView,
  known: PreviewBarProps["gates"],
  sayDay: (day: Day) => string,
) {
  if (!percentages) return ""
  const said = gates.flatMap(({ gateId, now, would }) => {
    const name = known.find(({ id }) => id === gateId)?.name
    return name && now.p80 !== would.p80 ? [`P80 of ${name}: ${sayDay(now.p80)} → ${sayDay(would.p80)}`] : []
  })
  if (said.length === 0) return "Forecasts don't change."
  const from =
    startsFrom === "kept-forecast" ? "" : " From a simulation of the plan as it stands; the forecast is out of date."
  return `${said.join(" · ")}.${from}`
}

const hintOf = (gesture: Gesture): string =>
  gesture.kind === "link"
    ? "Choose a successor: up and down arrows, T to change the type."
    : "Arrows move by a day, Shift with arrows by a week."

const typeNames = {
  FS: "starts after the finish of",
  SS: "starts after the start of",
  FF: "finishes after the finish of",
  SF: "finishes after the start of",
} as const

function sayGesture(gesture: Gesture, { tried }: GestureActions, model: TimelineModel, sayDay: (day: Day) => string) {
  const name = (id: string | null) => model.rows[model.indexOf.get(id ?? "") ?? -1]
  if (gesture.kind === "link") {
    const [from, to] = [name(gesture.from), name(gesture.to)]
    const end = (row: typeof from) => (row?.kind === "phase" ? row.gate?.name : row?.name) ?? ""
    return to ? `${end(to)} ${typeNames[gesture.type]} ${end(from)}:` : `Successor of ${end(from)}?`
  }
  const ids = gesture.kind === "move" ? gesture.ids : [gesture.id]
  const [id = ""] = ids
  const title = ids.length > 1 ? `${ids.length} bars` : (name(id)?.name ?? "")
  const days = `${gesture.days > 0 ? "+" : ""}${gesture.days} working ${Math.abs(gesture.days) === 1 ? "day" : "days"}`
  const analysis = tried?.ok ? tried.value.plan.analysis : null
  const dates = analysis?.items.get(id) ?? analysis?.workstreams.get(id) ?? analysis?.phases.get(id)
  const where = dates && ids.length === 1 ? `, then ${sayDay(dates.start)} to ${sayDay(dates.finish)}` : ""
  return `${title}: ${days}${where};`
}
