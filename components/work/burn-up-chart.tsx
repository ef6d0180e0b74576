import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import type { BurnUp } from "@/lib/work/burn-up"

type BurnUpChartProps = { burnUp: BurnUp /** All working days of the sprint. */; days: readonly Day[]; today: string }

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 230, 30, 96, 10, 22] as const

/** Scope and done by the end of each day; numbered marks are the changes of scope that are named below. */
export function BurnUpChart({ burnUp: { days: ends, changes }, days, today }: BurnUpChartProps) {
  const most = Math.max(10, ...ends.map(({ scope }) => scope))
  const step = [5, 10, 20, 50, 100, 200].find((each) => most / each <= 6) ?? 500
  const top = Math.ceil(most / step) * step
  const x = (at: number) => LEFT + ((WIDTH - LEFT - RIGHT) * (at + 1)) / Math.max(1, days.length)
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)
  const last = ends.at(-1)
  const first = ends[0]
  const scope = ends
    .map((end, at) => `${at === 0 ? `M${LEFT} ${y(end.scope)}` : `H${x(at - 1)}V${y(end.scope)}`}H${x(at)}`)
    .join("")
  const start = y(first?.done ?? 0)
  const done = `M${LEFT} ${start}${ends.map((end, at) => `L${x(at)} ${y(end.done)}`).join("")}`
  const end = x(ends.length - 1)
  const lines = Array.from({ length: top / step + 1 }, (_, at) => at * step)
  const said = last ? `Scope ${last.scope} d, done ${last.done} d on ${sayDay(last.day, today)}` : "Nothing yet"
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said} className="w-full text-[11px]">
      {lines.map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} stroke="var(--line)" />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end" fill="var(--ink-3)">
            {value}
          </text>
        </g>
      ))}
      {days.map((day, at) => (
        <text key={day} x={(x(at - 1) + x(at)) / 2} y={HEIGHT - 6} textAnchor="middle" fill="var(--ink-3)">
          {at === 0 ? sayDay(day, today) : Number(day.slice(8))}
        </text>
      ))}
      <line
        x1={LEFT}
        y1={y(0)}
        x2={WIDTH - RIGHT}
        y2={y(last?.scope ?? 0)}
        stroke="var(--ink-3)"
        strokeDasharray="2 4"
      />
      {last ? (
        <>
          <path d={`${done}L${end} ${y(0)}L${LEFT} ${y(0)}Z`} fill="var(--accent-wash)" />
          <path d={done} fill="none" stroke="var(--accent)" strokeWidth="2" />
          <path d={scope} fill="none" stroke="var(--ink)" strokeWidth="1.6" />
          <text x={end + 8} y={y(last.scope) + 4} fill="var(--ink)" fontWeight="600">
            scope {last.scope.toFixed(1)} d
          </text>
          <text x={end + 8} y={Math.max(y(last.done) + 4, y(last.scope) + 20)} fill="var(--accent)" fontWeight="600">
            done {last.done.toFixed(1)} d
          </text>
        </>
      ) : null}
      {changes.map((change, at) => {
        const index = days.indexOf(change.day)
        const same = changes.slice(0, at).filter(({ day }) => day === change.day).length
        const cx = x(index - 1) + 8 + same * 16
        const cy = y(ends[index]?.scope ?? 0)
        return (
          <g key={`${change.day} ${change.itemId} ${change.does}`}>
            <circle cx={cx} cy={cy} r="7.5" fill="var(--surface)" stroke="var(--ink)" />
            <text x={cx} y={cy + 3.5} textAnchor="middle" fill="var(--ink)" fontSize="10">
              {at + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
