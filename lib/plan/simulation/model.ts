import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { EarlyPass } from "@/lib/plan/schedule/early-times"
import { isEmptied } from "@/lib/plan/schedule/edges"
import { forwardPass } from "@/lib/plan/schedule/forward-pass"
import { gatesWithoutWork } from "@/lib/plan/schedule/gate-work"
import { hasBegun } from "@/lib/plan/schedule/item-timing"
import type { Network, NetworkItem, NodeRef, ScheduleOptions, ScheduleRefusal } from "@/lib/plan/schedule/network"
import {
  finishNode,
  gateNode,
  isBeginNode,
  isGateNode,
  refOf,
  startNode,
  workstreamAt,
} from "@/lib/plan/schedule/precedence-graph"
import type { WorkTime } from "@/lib/plan/schedule/work-time"
import { Bound } from "./bounds"
import { type Compilation, compileNode } from "./compile"
import { share24, writeRisks, writeShared } from "./dependence"
import { drawnDuration, QuantileTables } from "./durations"
import { areInOrder, type Estimates, type SimulatedRisk, type SimulationSettings, type ThreePoints } from "./estimates"
import { incomingOf } from "./incoming"
import type { Program } from "./program"
import { ProgramWriter } from "./program-writer"
import { redundantEdges } from "./redundant-edges"

/** A plan that is ready to be tried out. Plain data but for `time`. */
export type SimulationModel = {
  readonly program: Program
  /** The moment, in ticks of `time`, after which trial times count: the beginning of the status date. */
  readonly origin: number
  readonly time: WorkTime
  /** The first working day of the programme, before which no gate lies. */
  readonly first: Day
  /** By output of the program; the finish comes after them. */
  readonly gates: readonly SimulatedGate[]
  readonly items: readonly SimulatedItem[]
}

/** A gate; one that was passed lies on that day in every trial. */
export type SimulatedGate = {
  readonly id: string
  readonly passedOn: Day | null
  /** True where no work leads to it: its days say nothing. */
  readonly withoutWork?: boolean
}

/** An item, or a workstream without items, whose dates a trial may move, with its record in the program. */
export type SimulatedItem = { readonly id: string; readonly record: number }

export type SimulationRefusal =
  | ScheduleRefusal
  /** The three points of an estimate fall or lie below nought. */
  | { readonly code: "estimate-out-of-order"; readonly node: NodeRef }
  /** The delay of a risk falls or lies below nought, or its probability lies outside 0 to 1. */
  | { readonly code: "risk-out-of-order"; readonly riskId: string }

/** Single-precision floats hold whole numbers up to this. */
const EXACT = 2 ** 24

/**
 * Prepares a plan for its simulation, O(items + links). A trial means exactly what `schedule` means, with other
 * durations: what is done is fixed; of work that has begun, the share that is left of the duration drawn lies from the
 * status date on; work not begun takes the duration drawn; links, constraints, milestones, gates and dropped work count
 * as they do there.
 *
 * A risk that comes true makes the work with which the remaining work of a touched workstream begins longer by its
 * delay (that is every unfinished item that waits for no other of it): whatever follows waits for it once, unless it
 * waits for something later anyhow. Several touched workstreams are each delayed by the same draw; several risks add up.
 *
 * Correlation: with probability sqrt(correlation) an estimate takes its draw from one that its workstream shares,
 * otherwise its own. Spearman's rank correlation of any two is then the correlation asked for, exactly (a mixture of
 * the copulas of independence and of agreement, M. Frechet, 1958; R. B. Nelsen, An Introduction to Copulas, 2.2).
 */
export function simulationModel(
  network: Network,
  options: ScheduleOptions,
  estimates: Estimates,
  risks: readonly SimulatedRisk[],
  settings: SimulationSettings,
): Result<SimulationModel, SimulationRefusal> {
  const pass = forwardPass(network, options)
  if (!pass.ok) return pass
  const wrong = firstWrong(estimates, risks)
  if (wrong) return refuse(wrong)
  const tables = new QuantileTables()
  const compilation = begin(pass.value, { estimates, risks, settings, tables })
  for (const node of pass.value.order) {
    compileNode(compilation, node)
    const most = compilation.ends.finish[node]?.most ?? 0
    const isWithin = most < EXACT && (most === -Infinity || pass.value.moments.time.covers(most + compilation.origin))
    if (!isWithin) return refuse({ code: "beyond-calendar", node: refOf(network, node) })
  }
  writeFinish(compilation, options.finishGateId)
  return ok(finished(compilation, tables, settings))
}

type Assumptions = {
  readonly estimates: Estimates
  readonly risks: readonly SimulatedRisk[]
  readonly settings: SimulationSettings
  readonly tables: QuantileTables
}

function begin(pass: EarlyPass, { estimates, risks, settings, tables }: Assumptions): Compilation {
  const { graph } = pass
  const writer = new ProgramWriter()
  const incoming = incomingOf(graph)
  const drawn = (points: ThreePoints | undefined, likely: number | null, left: number) => {
    const alone = { optimistic: likely ?? 1, likely: likely ?? 1, pessimistic: likely ?? 1 }
    return drawnDuration(points ?? alone, left, settings.shape, tables)
  }
  return {
    ...{ pass, incoming, writer, spare: redundantEdges(pass), origin: pass.moments.today },
    ends: { start: [], finish: [], handedOn: [], opens: [] },
    drawnOf: (work) =>
      work.kind === "workstream"
        ? drawn(estimates.workstreams.get(work.workstream.id), work.workstream.likely, 1)
        : drawn(estimates.items.get(work.item.id), work.item.likely, leftOf(work.item)),
    delays: writeRisks({ pass, incoming, writer }, risks, settings.shape, tables),
    shared: settings.correlation > 0 ? writeShared(pass, writer) : new Map(),
    ...startsAsked(pass),
    recordOf: new Int32Array(graph.size).fill(-1),
  }
}

/** The share of the duration that is left: of work under way its remainder as the plan has it. */
function leftOf(item: NetworkItem): number {
  if (!hasBegun(item)) return 1
  const likely = item.likely ?? 1
  return item.remainingDays != null && likely > 0 ? item.remainingDays / likely : 1 - item.percent / 100
}

function startsAsked({ graph, network }: EarlyPass): Pick<Compilation, "isStartAsked" | "isBeginAsked"> {
  const isStartAsked = new Uint8Array(graph.items)
  const isBeginAsked = new Uint8Array(graph.size)
  for (const [edge, position] of graph.linkOf.entries()) {
    const from = graph.source[edge] ?? 0
    const counts = network.links[position]?.type[0] === "S" || isBeginNode(graph, graph.target[edge] ?? 0)
    if (from < graph.items && counts) isStartAsked[from] = 1
    if (isBeginNode(graph, from)) isBeginAsked[startNode(graph, workstreamAt(graph, from))] = 1
  }
  return { isStartAsked, isBeginAsked }
}

/** The finish is that of the gate that was named, or the latest of all workstreams and gates. */
function writeFinish({ pass, ends, writer }: Compilation, finishGateId: string | undefined): void {
  const { network, graph } = pass
  const bound = new Bound()
  const named = network.gates.findIndex(({ id }) => id === finishGateId)
  if (named >= 0) bound.wait(ends.finish[gateNode(graph, named)], 0)
  else {
    for (const at of network.workstreams.keys())
      if (!isEmptied(pass.states[at])) bound.wait(ends.finish[finishNode(graph, at)], 0)
    for (const at of network.gates.keys()) bound.wait(ends.finish[gateNode(graph, at)], 0)
  }
  writer.gate(bound.base, [], bound.edges)
}

function finished(
  { pass, writer, recordOf, origin }: Compilation,
  tables: QuantileTables,
  settings: SimulationSettings,
): SimulationModel {
  const { network, moments } = pass
  const idle = gatesWithoutWork(pass)
  const recorded = (id: string, node: number): SimulatedItem[] => {
    const record = recordOf[node] ?? -1
    return record < 0 ? [] : [{ id, record }]
  }
  return {
    program: writer.finished(tables.all(), share24(Math.sqrt(settings.correlation))),
    origin,
    time: moments.time,
    first: moments.time.dayBeginning(moments.programmeStart),
    gates: [...pass.order].flatMap((node) => gateAt(pass, node, idle)),
    items: [
      ...network.items.flatMap(({ id }, at) => recorded(id, at)),
      ...network.workstreams.flatMap(({ id }, at) => recorded(id, finishNode(pass.graph, at))),
    ],
  }
}

function gateAt({ network, graph }: EarlyPass, node: number, idle: ReadonlySet<string>): readonly SimulatedGate[] {
  const gate = isGateNode(graph, node) ? network.gates[node - gateNode(graph, 0)] : undefined
  return gate ? [{ id: gate.id, passedOn: gate.passedOn ?? null, ...(idle.has(gate.id) && { withoutWork: true }) }] : []
}

function firstWrong(estimates: Estimates, risks: readonly SimulatedRisk[]): SimulationRefusal | null {
  for (const [kind, points] of [
    ["item", estimates.items],
    ["workstream", estimates.workstreams],
  ] as const)
    for (const [id, each] of points) if (!areInOrder(each)) return { code: "estimate-out-of-order", node: { kind, id } }
  for (const { id, probability, delay } of risks)
    if (!areInOrder(delay) || !(probability >= 0 && probability <= 1)) return { code: "risk-out-of-order", riskId: id }
  return null
}
