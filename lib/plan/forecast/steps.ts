import type { ForecastInputs, ForecastItem, ForecastLink } from "./inputs-shapes"

/** The kinds of change in the order in which they are applied. `method` is a new engine, seed or number of trials. */
export const moveKinds = ["method", "scope", "estimates", "progress", "links", "risks", "calendar"] as const
export type MoveKind = (typeof moveKinds)[number]
export type StepKind = Exclude<MoveKind, "method">

/** The inputs once the changes up to and with a kind are applied; the last are those after. */
export type Step = { readonly kind: StepKind; readonly inputs: ForecastInputs }

/**
 * The way from one snapshot to another, one kind of change at a time:
 * - scope: work, workstreams and gates that came, went, were dropped or taken up again or moved elsewhere, with the
 *   links of what came;
 * - estimates: three-point estimates and how they are read (shape, correlation);
 * - progress: status, percent, actual days, gates passed, start-no-earlier-than, and the passing of time;
 * - links, risks, and the calendar with the programme's start.
 */
export function stepsBetween(before: ForecastInputs, after: ForecastInputs): readonly Step[] {
  const scope = scopeStep(before, after)
  const estimates: ForecastInputs = {
    ...scope,
    settings: after.settings,
    items: merged(scope.items, after.items, ({ optimistic, likely, pessimistic, confirmed }) => ({
      ...{ optimistic, likely, pessimistic, confirmed },
    })),
    workstreams: after.workstreams,
  }
  const progress: ForecastInputs = {
    ...{ ...estimates, statusDay: after.statusDay, items: after.items, gates: after.gates },
  }
  const links: ForecastInputs = { ...progress, links: after.links }
  const risks: ForecastInputs = { ...links, risks: after.risks }
  return [
    { kind: "scope", inputs: scope },
    { kind: "estimates", inputs: estimates },
    { kind: "progress", inputs: progress },
    { kind: "links", inputs: links },
    { kind: "risks", inputs: risks },
    { kind: "calendar", inputs: after },
  ]
}

function scopeStep(before: ForecastInputs, after: ForecastInputs): ForecastInputs {
  const known = new Map(before.items.map((item) => [item.id, item]))
  const items = after.items.map((item) => asKnown(item, known.get(item.id)))
  const workstreams = merged(before.workstreams, after.workstreams, ({ phaseId }) => ({ phaseId }), true)
  const gates = merged(before.gates, after.gates, ({ phaseId, number }) => ({ phaseId, number }), true)
  return { ...before, items, workstreams, gates, links: linksWithin(before, after) }
}

/** An item where it now belongs, otherwise as it was; taken up again or dropped it is told by its new status. */
function asKnown(item: ForecastItem, known: ForecastItem | undefined): ForecastItem {
  if (!known) return item
  const status = (item.status === "dropped") === (known.status === "dropped") ? known.status : item.status
  return { ...known, workstreamId: item.workstreamId, phaseId: item.phaseId, status }
}

/** The links as they were, without those of what went, and with those of what came. */
function linksWithin(before: ForecastInputs, after: ForecastInputs): ForecastLink[] {
  const ids = (inputs: ForecastInputs) =>
    new Set([...inputs.items, ...inputs.workstreams, ...inputs.gates].map(({ id }) => id))
  const [old, now] = [ids(before), ids(after)]
  const kept = before.links.filter(({ from, to }) => now.has(from.id) && now.has(to.id))
  const came = after.links.filter(({ from, to }) => !old.has(from.id) || !old.has(to.id))
  return [...kept, ...came].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

type Part = { readonly id: string }
/** The parts of one list with some members taken from the part of the same id in the other. */
function merged<P extends Part>(
  into: readonly P[],
  from: readonly P[],
  members: (part: P) => Partial<P>,
  withOthers = false,
): P[] {
  const given = new Map(from.map((part) => [part.id, part]))
  const old = new Map(into.map((part) => [part.id, part]))
  const list = withOthers ? from.map((part) => old.get(part.id) ?? part) : into
  return list.map((part) => {
    const other = given.get(part.id)
    return other ? { ...part, ...members(other) } : part
  })
}
