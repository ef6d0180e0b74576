import { Sparkline } from "@/components/chart/sparkline"
import { Avatar } from "@/components/ui/avatar"
import { cn } from "@/components/ui/class-names"
import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { pathOfKpi } from "@/lib/value/kpi"
import { isWorse, type KpiLine } from "@/lib/value/kpi-line"
import { gainUnit, sayGain, sayShort, saySource, sayStanding, sayValue, whyUnknown } from "@/lib/value/say-value"
import { PathMark } from "./path-mark"

/** The stretch of time that all lines share. */
export type Span = { readonly from: Day; readonly to: Day; readonly today: Day }

type KpiRowProps = {
  line: KpiLine
  owner: string | null
  currency: string
  span: Span
  current: boolean
  onOpen: () => void
}

export const kpiGrid =
  "grid grid-cols-[minmax(0,1fr)_24px_92px_132px_136px_64px] items-center gap-x-3 px-5 max-lg:grid-cols-[minmax(0,1fr)_92px_136px] max-md:grid-cols-[minmax(0,1fr)_84px_124px] max-md:gap-x-2 max-md:px-4"

/** One KPI in two lines: its value, how it came here, and where it stands against its path. */
export function KpiRow({ line, owner, currency, span, current, onOpen }: KpiRowProps) {
  const { latest, due } = line
  const { today } = span
  return (
    <button
      type="button"
      data-row
      aria-current={current ? "true" : undefined}
      onClick={onOpen}
      className={cn(
        kpiGrid,
        "w-full border-line border-b py-0.5 text-left leading-[17px] hover:bg-hover max-md:py-2",
        current && "bg-selected shadow-[inset_2px_0_0_var(--accent)] hover:bg-selected",
      )}
    >
      <span className="min-w-0">
        <span className="block truncate">{line.name}</span>
        <span className="block truncate text-ink-3 text-meta">
          {latest ? `${saySource(latest.source)}, ${sayShort(latest.day, today)}` : "no value yet"}
        </span>
        {due.state === "overdue" ? (
          <span className="text-meta text-needs-you lg:hidden">Overdue {sayShort(due.dueDay, today)}</span>
        ) : null}
      </span>
      <span className="max-lg:hidden">{owner ? <Avatar name={owner} /> : null}</span>
      <Latest line={line} currency={currency} />
      <span className="max-lg:hidden">
        <KpiSparkline line={line} span={span} currency={currency} />
      </span>
      <span className="min-w-0">
        <PathMark standing={line.standing} />
        <span className="block truncate pl-[18px] text-ink-3 text-meta max-md:hidden">{sayBeside(line, currency)}</span>
      </span>
      <span className="text-meta max-lg:hidden">
        <DueWords line={line} today={today} />
      </span>
    </button>
  )
}

function Latest({ line, currency }: { line: KpiLine; currency: string }) {
  const { latest, previous, unit } = line
  if (!latest || line.standing.kind === "unknown")
    return (
      <span className="text-right">
        <span className="block font-semibold">–</span>
        <span className="block truncate text-ink-3 text-meta">
          {latest && line.standing.kind === "unknown" && line.standing.why === "too-old"
            ? `was ${sayValue(latest.value, unit, currency)}`
            : latest
              ? sayValue(latest.value, unit, currency)
              : ""}
        </span>
      </span>
    )
  const gain = previous ? latest.value - previous.value : null
  const worse = previous !== null && isWorse(line, latest.value, previous.value)
  return (
    <span className="text-right">
      <span className="block truncate font-semibold">{sayValue(latest.value, unit, currency)}</span>
      <span className={cn("block truncate text-meta", worse ? "text-warn" : "text-ink-3")}>
        {gain === null ? "first value" : `${sayGain(gain, gainUnit(unit), currency)}${worse ? " worse" : ""}`}
      </span>
    </span>
  )
}

type KpiSparklineProps = { line: KpiLine; span: Span; currency: string; width?: number; height?: number }

/** Its line over the shared time. */
export function KpiSparkline({ line, span, currency, ...size }: KpiSparklineProps) {
  const { baseline, baselineDay, latest, targetDay, pace } = line
  const start = baseline !== null && baselineDay !== null ? [{ day: baselineDay, value: baseline }] : []
  const points = [...start, ...line.points].map(({ day, value }) => ({ at: ordinalOf(day), value }))
  if (points.length === 0) return null
  const path = (pathOfKpi(line) ?? []).map(({ day, value }) => ({ at: ordinalOf(day), value }))
  const goesOn = pace !== null && targetDay !== null && latest !== null && targetDay > latest.day
  return (
    <Sparkline
      label={`${line.name}: ${latest ? sayValue(latest.value, line.unit, currency) : "no value yet"}, ${sayStanding(line.standing)}`}
      from={ordinalOf(span.from)}
      to={ordinalOf(span.to)}
      today={ordinalOf(span.today)}
      {...{ points, path }}
      {...size}
      forecast={goesOn ? { at: ordinalOf(targetDay), value: pace } : null}
      muted={line.standing.kind === "unknown"}
    />
  )
}

function sayBeside({ standing, expected, unit, target, targetTo, latest }: KpiLine, currency: string): string {
  if (standing.kind === "unknown") return whyUnknown(standing.why, latest?.day ?? null)
  if (standing.kind === "in-range" || standing.kind === "out-of-range")
    return `${sayValue(target ?? 0, unit, currency)} to ${sayValue(targetTo ?? target ?? 0, unit, currency)}`
  return expected === null ? "" : `path ${sayValue(expected, unit, currency)}`
}

function DueWords({ line: { due }, today }: { line: KpiLine; today: Day }) {
  if (due.state === "later") return <span className="text-ink-3">{sayShort(due.period.to, today)}</span>
  if (due.state === "due") return <span>Due {sayShort(due.dueDay, today)}</span>
  return (
    <>
      <span className="block font-semibold text-needs-you">Overdue</span>
      <span className="block text-ink-3">{sayShort(due.dueDay, today)}</span>
    </>
  )
}
