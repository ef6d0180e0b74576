import type { TimelineModel } from "@/lib/timeline/rows"

type LegendProps = {
  readonly model: TimelineModel
  readonly sayDay: (day: number) => string
}

/** What the marks mean, and the next gate in a sentence. */
export function Legend({ model, sayDay }: LegendProps) {
  return (
    <footer className="flex-none border-line border-t px-5 py-2.5 text-ink-3 text-meta max-md:px-4">
      {marksInWords(model)} <b className="font-semibold text-ink">{sayNextGate(model, sayDay)}</b>
    </footer>
  )
}

/** Only marks that are there. */
export function marksInWords({ rows }: Pick<TimelineModel, "rows">): string {
  const hasP80 = rows.some(({ p80, gate }) => p80 !== null || (gate !== null && gate.p80 !== null))
  const words = [
    "Outline = critical.",
    "Solid = done.",
    ...(rows.some(({ baseline }) => baseline) ? ["Hairline = baseline."] : []),
    ...(hasP80 ? ["Soft tail = to P80."] : []),
    "Diamond = gate, tick = its target.",
    ...(rows.some(({ range }) => range) ? ["Bracket = usual length of the phase."] : []),
  ]
  return words.join(" ")
}

/** `Gate 2: planned 2 Mar, P80 14 Mar, target 6 Mar`, of the first gate that is still to come. */
export function sayNextGate({ rows, today }: Pick<TimelineModel, "rows" | "today">, sayDay: (day: number) => string) {
  const open = rows.flatMap((row) => (row.gate && !row.gate.passed ? [row.gate] : []))
  const gate = open.find(({ day }) => day >= today) ?? open[0]
  if (!gate) return rows.some((row) => row.gate) ? "All gates are passed." : ""
  return [
    `${gate.name}: planned ${sayDay(gate.day)}`,
    ...(gate.p80 === null ? [] : [`P80 ${sayDay(gate.p80)}`]),
    ...(gate.target === null ? [] : [`target ${sayDay(gate.target)}`]),
  ].join(", ")
}
