import { PlainTable } from "@/components/exchange/plain-table"
import type { FactView } from "@/lib/facts/contract"
import { sayMoment } from "@/lib/reports/words"
import type { RoadmapView } from "@/lib/roadmap/views"

type FactTableProps = { label: string; facts: readonly FactView[]; roadmap: RoadmapView; nothing: string }

const quiet = (text: string) => <span className="font-normal text-ink-3">{text}</span>

/** Facts as they were measured: the metric, what it is of, its value over how many, and when it was true. */
export function FactTable({ label, facts, roadmap, nothing }: FactTableProps) {
  const { timeZone } = roadmap.programme
  const rows = facts.map(({ metric, dimension, value, n, asOf, region, reason }) => [
    <span key="metric" className="break-words font-normal">
      {metric}
    </span>,
    dimension || quiet("all together"),
    <span key="value" className="tabular-nums">
      {value === null ? quiet(reason ?? "no value") : String(Number(value.toFixed(6)))}
    </span>,
    <span key="n" className="text-ink-2 tabular-nums">
      {n === null ? "–" : n.toLocaleString("en-GB")}
    </span>,
    region || quiet("–"),
    <span key="asOf" className="whitespace-nowrap text-ink-2">
      {sayMoment(asOf, timeZone, roadmap.today)}
    </span>,
  ])
  return (
    <PlainTable
      label={label}
      columns={["Metric", "Of", "Value", "Over", "Region", "As of"]}
      rows={rows}
      nothing={nothing}
    />
  )
}
