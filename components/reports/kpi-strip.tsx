"use client"

import Link from "next/link"
import { useAnswer } from "@/components/door/data/use-contract"
import { cn } from "@/components/ui/class-names"
import { KpiSparkline, type Span } from "@/components/value/kpi-row"
import { PathMark } from "@/components/value/path-mark"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { addressesOf } from "@/lib/records/addresses"
import { type KpiRefusal, kpi } from "@/lib/value/kpi"
import type { KpiLine, KpiMore } from "@/lib/value/kpi-line"
import { isWorse } from "@/lib/value/kpi-line"
import { kpiStrip } from "@/lib/value/kpi-strip"
import { gainUnit, sayGain, sayValue } from "@/lib/value/say-value"

const kpis = addressesOf<(typeof kpi)["fields"], KpiRefusal, KpiMore>(kpi)
type KpiStripProps = { programmeId: string; today: Day; currency: string }

/** A few KPIs with their change, their line and where they stand; each leads to its panel. */
export function KpiStrip({ programmeId, today, currency }: KpiStripProps) {
  const { data } = useAnswer(kpis.list, { programmeId })
  const shown = kpiStrip(data?.items ?? [])
  if (shown.length === 0) return null
  const span = spanOf(shown, today)
  return (
    <section aria-label="KPIs" className="border-line border-b">
      <ul className="grid grid-cols-6 max-lg:grid-cols-3 max-sm:grid-cols-2">
        {shown.map((line) => (
          <li
            key={line.id}
            className="min-w-0 border-line border-l first:border-l-0 max-lg:[&:nth-child(3n+1)]:border-l-0 max-lg:[&:nth-child(n+4)]:border-t max-sm:[&:nth-child(2n)]:border-l max-sm:[&:nth-child(2n+1)]:border-l-0 max-sm:[&:nth-child(n+3)]:border-t"
          >
            <Link
              href={`/programmes/${programmeId}/value/kpis?open=${line.id}`}
              className="inset-focus block overflow-hidden py-1.5 pr-2 pl-5 hover:bg-hover max-md:pl-4"
            >
              <span className="block truncate text-ink-2 text-meta">{line.name}</span>
              <span className="flex items-center justify-between gap-1">
                <Latest line={line} currency={currency} />
                <span className="flex-none">
                  <KpiSparkline {...{ line, span, currency }} width={64} height={22} />
                </span>
              </span>
              <PathMark standing={line.standing} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Latest({ line, currency }: { line: KpiLine; currency: string }) {
  const { latest, previous, unit, standing } = line
  if (!latest || standing.kind === "unknown")
    return (
      <span className="min-w-0 truncate">
        <b className="font-semibold text-[15px]">–</b>{" "}
        <span className="text-ink-3 text-meta">{latest ? `was ${sayValue(latest.value, unit, currency)}` : ""}</span>
      </span>
    )
  const worse = previous !== null && isWorse(line, latest.value, previous.value)
  return (
    <span className="min-w-0 truncate">
      <b className="font-semibold text-[15px]">{sayValue(latest.value, unit, currency)}</b>{" "}
      <span className={cn("text-meta", worse ? "text-warn" : "text-ink-3")}>
        {previous ? `${sayGain(latest.value - previous.value, gainUnit(unit), currency)}${worse ? " worse" : ""}` : ""}
      </span>
    </span>
  )
}

/** From the first value to the last target, for all alike. */
function spanOf(lines: readonly KpiLine[], today: Day): Span {
  const days = lines.flatMap(({ baselineDay, targetDay, points }) => [baselineDay, targetDay, points[0]?.day ?? null])
  const known = days.flatMap((day) => (day === null ? [] : [ordinalOf(day)]))
  const at = ordinalOf(today)
  return { today, from: dayOf(Math.min(at, ...known)), to: dayOf(Math.max(at, ...known)) }
}
