import { cn } from "@/components/ui/class-names"
import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import type { PreviewView } from "@/lib/plan/forecast/views"
import type { GateView } from "@/lib/plan/roadmap/views"
import { sayMove, sayShift } from "../cause-words"

type GateShiftsProps = {
  /** The gates ahead, in their order. */
  gates: readonly GateView[]
  percentages: boolean
  /** Null while it is on its way: the rows stand there already. */
  preview: PreviewView | null
  today: Day
}

/** Each gate ahead now and as it would be. */
export function GateShifts({ preview, gates, percentages, today }: GateShiftsProps) {
  const rows = gates.map((gate) => ({ gate, shift: preview?.gates.find(({ gateId }) => gateId === gate.id) }))
  const key = percentages ? "p80" : "p90"
  return (
    <table className="w-full border-collapse">
      {preview?.startsFrom === "plan-of-now" ? (
        <caption className="caption-bottom pt-1 text-left text-ink-3 text-meta">
          Now: a simulation of the plan as it stands, because the forecast is out of date.
        </caption>
      ) : null}
      <thead>
        <tr className="h-[26px] border-line border-b text-left text-ink-3 text-meta">
          <th scope="col" className="font-normal">
            {percentages ? "P80 of" : "Latest day of"}
          </th>
          <th scope="col" className="text-right font-normal">
            Now
          </th>
          <th scope="col" className="text-right font-normal">
            With changes
          </th>
          <th scope="col" className="w-[60px] text-right font-normal">
            Shift
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ gate, shift }) => (
          <tr key={gate.id} className="h-[30px] border-line border-b">
            <th scope="row" className="text-left font-normal">
              {gate.name}
            </th>
            <td className="text-right text-ink-2">{shift ? sayDay(shift.now[key], today) : "…"}</td>
            <td className="text-right">{shift ? sayDay(shift.would[key], today) : "…"}</td>
            <td className={cn("text-right", toneOf(shift?.days ?? 0))}>{shift ? sayShift(shift.days) : "…"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const toneOf = (days: number): string =>
  days > 0 ? "font-medium text-needs-you" : days < 0 ? "font-medium text-good" : "text-ink-3"

/** `Gate 3: 9 days later, Gate 4: 9 days later`; or that no gate moves. */
export function sayShifts(preview: PreviewView, gates: readonly GateView[]): string {
  const said = gates
    .toSorted((a, b) => a.number - b.number)
    .flatMap((gate) => {
      const shift = preview.gates.find(({ gateId }) => gateId === gate.id)
      return shift && shift.days !== 0 ? [`${gate.name}: ${sayMove(shift.days)}`] : []
    })
  return said.length > 0 ? said.join(", ") : "no gate moves"
}
