import { sayDay } from "@/components/ui/day-text"
import { Icon } from "@/components/ui/icon"
import { ordinalOf } from "@/lib/base/kernel/day"
import type { GateView } from "@/lib/plan/roadmap/views"
import type { GateMove } from "./use-sprint-preview"

type GateMovesProps = { gates: readonly GateView[]; moves: readonly GateMove[]; today: string }

/** Each gate's target, its P80 now and then, on one scale. */
export function GateMoves({ gates, moves, today }: GateMovesProps) {
  const known = moves.flatMap((move) => {
    const gate = gates.find(({ id }) => id === move.gateId)
    return gate && !gate.passedAt ? [{ gate, move }] : []
  })
  const days = known
    .flatMap(({ gate, move }) => [move.from, move.to, ...(gate.targetDay ? [gate.targetDay] : [])])
    .map(ordinalOf)
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const at = (ordinal: number) => `${to === from ? 50 : 4 + (92 * (ordinal - from)) / (to - from)}%`
  return (
    <table className="w-full max-w-md flex-none text-meta">
      <caption className="pb-1 text-right text-ink-3">
        <span className="mr-3 inline-flex items-center gap-1">
          <Icon name="flag" size={12} /> target
        </span>
        <span className="mr-3 inline-flex items-center gap-1">
          <i className="inline-block h-3 w-0.5 bg-accent" /> P80
        </span>
        <span className="inline-flex items-center gap-1">
          <i className="inline-block h-3 border-warn border-l-2 border-dashed" /> before
        </span>
      </caption>
      <tbody>
        {known.slice(0, 4).map(({ gate, move }) => (
          <tr key={gate.id} className="h-7">
            <th scope="row" className="w-24 truncate pr-2 text-left font-medium">
              {gate.name.split(":")[0]}
            </th>
            <td className="relative" aria-hidden="true">
              {gate.targetDay ? (
                <span className="absolute top-1.5" style={{ left: at(ordinalOf(gate.targetDay)) }}>
                  <Icon name="flag" size={12} />
                </span>
              ) : null}
              <i
                className="absolute inset-y-1 border-warn border-l-2 border-dashed"
                style={{ left: at(ordinalOf(move.from)) }}
              />
              <i className="absolute inset-y-1 w-0.5 bg-accent" style={{ left: at(ordinalOf(move.to)) }} />
            </td>
            <td className="w-36 pl-3">
              {move.days === 0
                ? `${sayDay(move.to, today)}, as now`
                : `${sayDay(move.from, today)} → ${sayDay(move.to, today)}`}
            </td>
            <td className="w-12 text-right font-semibold">
              {move.days > 0 ? `+${move.days}` : `${move.days}`.replace("-", "−")} d
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
