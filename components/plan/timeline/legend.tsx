import { ordinalOf } from "@/lib/base/kernel/day"
import type { TimelineModel } from "@/lib/plan/timeline/rows"
import type { Overlay } from "./use-over"

export type LegendProps = {
  readonly model: TimelineModel
  readonly overlay: Pick<Overlay, "p50" | "tail">
  readonly sayDay: (day: number) => string
}

/** What the marks mean, and the next gate in a sentence. */
export function Legend(props: LegendProps) {
  return (
    <footer className="flex-none border-line border-t px-5 py-2.5 text-ink-3 text-meta max-md:px-4">
      {marksInWords(props)} <b className="font-semibold text-ink">{sayNextGate(props)}</b>
    </footer>
  )
}

/** Only marks that are there. */
export function marksInWords({ model: { rows }, overlay }: LegendProps): string {
  const hasP80 = rows.some(({ p80, gate }) => p80 !== null || (gate !== null && gate.p80 !== null))
  const words = [
    "Outline = critical.",
    "Solid = done.",
    ...(rows.some(({ baseline }) => baseline) ? ["Hairline = baseline."] : []),
    ...(hasP80 ? [overlay.tail === "p80" ? "Faded tail = up to P80." : "Faded tail = possible finish."] : []),
    "Diamond = gate, tick = target.",
    ...(rows.some(({ range }) => range) ? ["Bracket = typical length."] : []),
  ]
  return words.join(" ")
}

/** `Gate 2: P50 2 Mar, P80 14 Mar, target 6 Mar`, of the first gate that is still to come. */
export function sayNextGate({ model: { rows, today }, overlay, sayDay }: LegendProps): string {
  const open = rows.flatMap((row) => (row.gate && !row.gate.passed ? [row.gate] : []))
  const gate = open.find(({ day }) => day >= today) ?? open[0]
  if (!gate) return rows.some((row) => row.gate) ? "No gate with work is ahead." : ""
  const p50 = overlay.p50.get(gate.id)
  const sure = overlay.tail === "p80" ? "P80 " : "possible until "
  return [
    `${gate.name}: ${p50 ? `P50 ${sayDay(ordinalOf(p50))}` : `planned ${sayDay(gate.day)}`}`,
    ...(gate.p80 === null ? [] : [`${sure}${sayDay(gate.p80)}`]),
    ...(gate.target === null ? [] : [`target ${sayDay(gate.target)}`]),
  ].join(", ")
}
