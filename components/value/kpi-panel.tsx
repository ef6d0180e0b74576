"use client"

import Link from "next/link"
import { ChartFrame } from "@/components/chart/chart-frame"
import { PathChart } from "@/components/chart/path-chart"
import { useAnswer } from "@/components/door/data/use-contract"
import { RecordPanel } from "@/components/records/record-panel"
import { buttonStyle, IconButton } from "@/components/ui/button"
import type { Day } from "@/lib/base/kernel/day"
import { getKpiHistory } from "@/lib/serve/api/generated/addresses"
import { valueWords } from "@/lib/value/event-words"
import { forecastMethod } from "@/lib/value/forecast"
import { pathOfKpi } from "@/lib/value/kpi"
import type { KpiLine } from "@/lib/value/kpi-line"
import { sayGain, sayShort, saySource, sayStanding, sayUnit, sayValue } from "@/lib/value/say-value"
import { CheckIns } from "./check-ins"
import { PathMark } from "./path-mark"

type KpiPanelProps = {
  programmeId: string
  line: KpiLine
  today: Day
  currency: string
  objective: string | null
  owner: string | null
  checkInHref: string
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  onClose: () => void
  onRemove: () => void
}

/** One KPI: where it stands, how it came there, where it goes, and what was said of it. */
export function KpiPanel(props: KpiPanelProps) {
  const { programmeId, line, today, currency, objective, owner, checkInHref, onPrevious, onNext } = props
  const { data } = useAnswer(getKpiHistory, { programmeId, recordId: line.id })
  const say = (value: number) => sayValue(value, line.unit, currency)
  const { latest, previous } = line
  return (
    <RecordPanel
      {...{ programmeId, row: line, words: valueWords, onClose: props.onClose, onRemove: props.onRemove }}
      eyebrow={
        <span className="flex items-center gap-1">
          <span className="truncate">
            {[`K${line.number}`, objective, owner ? `owner ${owner}` : null].filter(Boolean).join(" · ")}
          </span>
          <span className="ml-auto flex">
            {onPrevious ? (
              <IconButton size="small" icon="chevron-left" label="Previous KPI" onClick={onPrevious} />
            ) : null}
            {onNext ? <IconButton size="small" icon="chevron-right" label="Next KPI" onClick={onNext} /> : null}
          </span>
        </span>
      }
      without={["name"]}
      lead={
        <section aria-label="Where it stands" className="mb-4">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold text-[22px] leading-8">{latest ? say(latest.value) : "–"}</span>
            <span className="text-ink-3 text-meta">
              {latest && previous
                ? `${sayGain(latest.value - previous.value, line.unit, currency)} since ${sayShort(previous.day, today)}`
                : ""}
            </span>
            <span className="ml-auto">
              <PathMark standing={line.standing} />
            </span>
          </p>
          <p className="mt-1 mb-3 text-pretty text-ink-2">
            {latest ? `As of ${sayShort(latest.day, today)}, ${saySource(latest.source)}. ` : "No value yet. "}
            {line.expected === null ? "" : `The path says ${say(line.expected)} today. `}
            {data ? <ForecastWords forecast={data.forecast} say={say} today={today} /> : null}
          </p>
          {data && latest ? (
            <ChartFrame
              title="Path"
              unit={sayUnit(line.unit, currency) || "count"}
              asOf={sayShort(latest.day, today)}
              data={{
                columns: ["Day", "Value", "Source"],
                rows: data.points.toReversed().map(({ day, value, source }) => ({
                  id: day,
                  cells: [sayShort(day, today), say(value), saySource(source)],
                })),
              }}
            >
              <PathChart
                label={`${line.name}: ${say(latest.value)}, ${sayStanding(line.standing)}`}
                today={today}
                points={withBaseline(line, data.points)}
                path={pathOfKpi(line) ?? []}
                forecast={data.forecast?.kind === "forecast" && data.forecast.on > latest.day ? data.forecast : null}
                marks={data.gates}
                say={say}
              />
            </ChartFrame>
          ) : null}
        </section>
      }
    >
      <section aria-label="Check-ins" className="mt-4 border-line border-t pt-3">
        <div className="mb-2 flex items-center gap-2">
          <h3 className="font-semibold">Check-ins</h3>
          <span className="text-ink-3 text-meta">
            {line.cadence},{" "}
            {line.due.state === "later"
              ? `next ${sayShort(line.due.period.to, today)}`
              : `${line.due.state === "due" ? "due" : "overdue since"} ${sayShort(line.due.dueDay, today)}`}
          </span>
          <Link href={checkInHref} className={`${buttonStyle({ size: "small" })} ml-auto`}>
            Check in
          </Link>
        </div>
        {data ? <CheckIns rows={data.checkIns} {...{ say, today }} /> : null}
      </section>
    </RecordPanel>
  )
}

const withBaseline = ({ baseline, baselineDay }: KpiLine, points: readonly { day: Day; value: number }[]) =>
  baseline !== null && baselineDay !== null && points.every(({ day }) => day > baselineDay)
    ? [{ day: baselineDay, value: baseline }, ...points]
    : points

type ForecastWordsProps = {
  forecast:
    | { kind: "too-few"; points: number; needs: number }
    | { kind: "forecast"; on: Day; value: number; low: number; high: number; points: number }
    | null
  say: (value: number) => string
  today: Day
}

function ForecastWords({ forecast, say, today }: ForecastWordsProps) {
  if (forecast === null) return null
  if (forecast.kind === "too-few")
    return `No forecast: it needs ${forecast.needs} values, and there ${forecast.points === 1 ? "is" : "are"} ${forecast.points}.`
  if (forecast.on <= today) return null
  return (
    <>
      At this pace it is{" "}
      <b title={forecastMethod}>
        {say(forecast.value)} on {sayShort(forecast.on, today)}
      </b>{" "}
      ({say(forecast.low)} to {say(forecast.high)} with 80% confidence, Theil-Sen slope of {forecast.points} values).
    </>
  )
}
