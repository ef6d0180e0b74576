"use client"

import { type KeyboardEvent, useState } from "react"
import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { isWell, type KpiLine } from "@/lib/value/kpi-line"
import { monthOf } from "@/lib/value/say-value"
import { KpiRow, kpiGrid, type Span } from "./kpi-row"

export type KpiGroup = {
  readonly id: string
  readonly name: string
  readonly owner: string | null
  readonly lines: readonly KpiLine[]
}
type KpiListProps = {
  groups: readonly KpiGroup[]
  today: Day
  currency: string
  ownerOf: (line: KpiLine) => string | null
  openId: string | null
  onOpen: (id: string) => void
}

/** All KPIs in their groups on one time axis. Arrows move from row to row, Enter opens. */
export function KpiList({ groups, today, currency, ownerOf, openId, onOpen }: KpiListProps) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const span = spanOf(
    groups.flatMap(({ lines }) => lines),
    today,
  )
  const fold = (id: string) =>
    setFolded((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]))
  const count = groups.reduce((sum, { lines }) => sum + lines.length, 0)
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus between the rows, which are buttons */}
      <div className="min-h-0 flex-1 overflow-y-auto" onKeyDown={moveFocus}>
        <div className={cn(kpiGrid, "sticky top-0 z-10 h-[30px] border-line border-b bg-surface text-ink-3 text-meta")}>
          <span>KPI, source and as of</span>
          <span className="max-lg:hidden" />
          <span className="text-right">Latest</span>
          <span className="max-lg:hidden">
            <Axis span={span} />
          </span>
          <span>Against its path</span>
          <span className="max-lg:hidden">Check-in</span>
        </div>
        {groups.map(({ id, name, owner, lines }) => (
          <section key={id} aria-label={name}>
            <button
              type="button"
              aria-expanded={!folded.has(id)}
              onClick={() => fold(id)}
              className="flex h-[30px] w-full items-center gap-2 border-line border-b bg-sunken px-5 text-left max-md:px-4"
            >
              <Icon name={folded.has(id) ? "chevron-right" : "chevron-down"} size={14} className="text-ink-3" />
              <span className="truncate font-semibold">{name}</span>
              {owner ? <span className="truncate text-ink-3 text-meta">{owner}</span> : null}
              <span className="ml-auto flex-none text-ink-3 text-meta">
                {lines.filter(({ standing }) => isWell(standing)).length} of {lines.length} on path
              </span>
            </button>
            {folded.has(id)
              ? null
              : lines.map((line) => (
                  <KpiRow
                    key={line.id}
                    {...{ line, currency, span }}
                    owner={ownerOf(line)}
                    current={line.id === openId}
                    onOpen={() => onOpen(line.id)}
                  />
                ))}
          </section>
        ))}
      </div>
      <footer className="flex h-[30px] flex-none items-center gap-4 border-line border-t px-5 text-ink-3 text-meta max-md:px-4">
        <span>
          {count} {count === 1 ? "KPI" : "KPIs"}
        </span>
        <span aria-hidden="true" className="ml-auto flex gap-4 max-lg:hidden">
          <Key dash="">measured</Key>
          <Key dash="1.5 2.5">path</Key>
          <Key dash="4 3">forecast</Key>
          <span>○ target</span>
        </span>
      </footer>
    </>
  )
}

const Key = ({ dash, children }: { dash: string; children: string }) => (
  <span className="flex items-center gap-1.5">
    <svg aria-hidden="true" width="16" height="4">
      <line
        x1="0"
        x2="16"
        y1="2"
        y2="2"
        stroke={dash === "1.5 2.5" ? "var(--ink-3)" : "var(--accent)"}
        strokeWidth="1.5"
        strokeDasharray={dash}
      />
    </svg>
    {children}
  </span>
)

function Axis({ span }: { span: Span }) {
  const [from, to, today] = [ordinalOf(span.from), ordinalOf(span.to), ordinalOf(span.today)]
  const share = ((today - from) / Math.max(1, to - from)) * 100
  return (
    <span className="relative flex w-[132px] justify-between">
      {share > 22 ? <span>{monthOf(span.from)}</span> : <span />}
      <span className="-translate-x-1/2 absolute" style={{ left: `${Math.min(90, Math.max(10, share))}%` }}>
        today
      </span>
      {share < 45 ? <span>{`${monthOf(span.to)} ’${span.to.slice(2, 4)}`}</span> : null}
    </span>
  )
}

/** From the first baseline or value to the last target. */
function spanOf(lines: readonly KpiLine[], today: Day): Span {
  const days = lines.flatMap(({ baselineDay, points, targetDay }) =>
    [baselineDay, points[0]?.day, targetDay].filter((each) => each !== null && each !== undefined),
  )
  const sorted = [...days, today].sort()
  return { today, from: sorted[0] ?? today, to: sorted.at(-1) ?? today }
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
  if (step === 0) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]
  if (!next) return
  event.preventDefault()
  next.focus()
}
