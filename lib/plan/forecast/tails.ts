import { percentileDays } from "./forecast"
import type { ForecastInputs } from "./inputs-shapes"
import type { Tried } from "./tried"
import type { PartTail } from "./views"

/** Tails are drawn, not promised: so many trials place a P80 to about a fiftieth of the spread. */
export const TAIL_TRIALS = 2_000

type End = { readonly part: PartTail["part"]; readonly id: string; readonly phaseId: string }
const watchOf = ({ part, id }: Pick<End, "part" | "id">): string => `end of ${part} ${id}`

/** The unfinished work of a plan, and the workstreams it lies in. */
function endsOf({ items, workstreams }: ForecastInputs): End[] {
  const phaseOf = new Map(workstreams.map(({ id, phaseId }) => [id, phaseId]))
  const open = items.filter(({ status }) => status !== "done" && status !== "dropped")
  const busy = new Set(open.map(({ workstreamId }) => workstreamId))
  const filled = new Set(items.map(({ workstreamId }) => workstreamId))
  return [
    ...open.map(({ id, workstreamId }): End => ({ part: "item", id, phaseId: phaseOf.get(workstreamId) ?? "" })),
    ...workstreams.flatMap(({ id, phaseId }): End[] =>
      busy.has(id) || !filled.has(id) ? [{ part: "workstream", id, phaseId }] : [],
    ),
  ]
}

/** The plan with a gate behind the end of each unfinished part, which moves nothing and shows when the part ends. */
export function watched(inputs: ForecastInputs): ForecastInputs {
  const ends = endsOf(inputs)
  const gates = ends.map((end) => ({ id: watchOf(end), phaseId: watchOf(end), number: -1, passedOn: null }))
  const links = ends.map((end) => ({
    ...{ id: watchOf(end), type: "FS" as const, lag: 0 },
    from: { kind: end.part, id: end.id },
    to: { kind: "gate" as const, id: watchOf(end) },
  }))
  return { ...inputs, gates: [...inputs.gates, ...gates], links: [...inputs.links, ...links] }
}

/** When each unfinished part ends in eight and in nine of ten trials of a watched plan. */
export function tailsOf(inputs: ForecastInputs, { days }: Pick<Tried, "days">): PartTail[] {
  return endsOf(inputs).flatMap((end) => {
    const bars = days.get(watchOf(end))
    if (!bars || bars.length === 0) return []
    const { p80, p90 } = percentileDays(bars)
    return [{ part: end.part, id: end.id, p80, p90 }]
  })
}
