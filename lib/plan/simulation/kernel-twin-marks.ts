import { endOfDay, type KernelMemory } from "./kernel-memory"
import * as shape from "./program"

const { LANES } = shape

/**
 * Walks back from the finish through every edge that leaves no slack, in all lanes of the pass that `wanted` has bits
 * for, and counts for each record in how many it came by. A record is critical when its finish or its start is.
 */
export function criticalMarks(memory: KernelMemory, marks: Int32Array, wanted: number): void {
  const { words, recordAt, slotAt } = memory
  const lanesOf = new Int32Array(memory.values.length / LANES)
  lanesOf[slotAt[slotAt.length - 1] ?? 0] = wanted
  for (let record = recordAt.length - 1; record >= 0; record--) {
    const at = recordAt[record] ?? 0
    const slot = slotAt[record] ?? 0
    const head = words[at] ?? 0
    const kind = head & shape.KIND_MASK
    if (kind === shape.RISK || kind === shape.SHARED) continue
    const lanes = (lanesOf[slot] ?? 0) | (head & shape.KEEPS_START ? (lanesOf[slot + 1] ?? 0) : 0)
    if (lanes === 0) continue
    marks[record] = (marks[record] ?? 0) + bitsOf(lanes)
    if (kind === shape.WORK) markWork(memory, lanesOf, at, slot, lanes)
    else if (kind === shape.MOMENT || kind === shape.FIRST) {
      const from = at + (kind === shape.MOMENT ? shape.MOMENT_WORDS : shape.FIRST_WORDS)
      markEdges(memory, lanesOf, from, words[at + 1] ?? 0, lanes, (asked, lane) => asked === held(memory, slot, lane))
    } else markGate(memory, lanesOf, at, slot, lanes)
  }
}

const held = ({ values }: KernelMemory, slot: number, lane: number): number => values[slot * LANES + lane] ?? 0

function markWork(memory: KernelMemory, lanesOf: Int32Array, at: number, slot: number, lanes: number): void {
  const edges = memory.words[at + shape.WORK_EDGES] ?? 0
  const from = at + shape.WORK_WORDS
  const isTight = (asked: number, lane: number) =>
    Math.fround(asked + (memory.durations[slot * LANES + lane] ?? 0)) === held(memory, slot, lane)
  markEdges(memory, lanesOf, from, edges, lanes, isTight)
  const finishEdges = memory.words[at + shape.WORK_FINISH_EDGES] ?? 0
  markEdges(memory, lanesOf, from + 2 * edges, finishEdges, lanes, (asked, lane) => asked === held(memory, slot, lane))
}

function markGate(memory: KernelMemory, lanesOf: Int32Array, at: number, slot: number, lanes: number): void {
  const edges = memory.words[at + 1] ?? 0
  const from = at + shape.GATE_WORDS
  markEdges(memory, lanesOf, from, edges, lanes, (asked, lane) => endOfDay(asked) === held(memory, slot, lane))
  const finishEdges = memory.words[at + 2] ?? 0
  markEdges(memory, lanesOf, from + 2 * edges, finishEdges, lanes, (asked, lane) => asked === held(memory, slot, lane))
}

type IsTight = (asked: number, lane: number) => boolean

function markEdges(
  memory: KernelMemory,
  lanesOf: Int32Array,
  from: number,
  edges: number,
  lanes: number,
  isTight: IsTight,
): void {
  for (let edge = from; edge < from + 2 * edges; edge += 2) {
    const source = (memory.words[edge] ?? 0) >> 2
    let tight = 0
    for (let lane = 0; lane < LANES; lane++) {
      const asked = Math.fround((memory.values[source + lane] ?? 0) + (memory.floats[edge + 1] ?? 0))
      if (isTight(asked, lane)) tight |= 1 << lane
    }
    const slot = source / LANES
    lanesOf[slot] = (lanesOf[slot] ?? 0) | (tight & lanes)
  }
}

function bitsOf(lanes: number): number {
  let count = 0
  for (let left = lanes; left !== 0; left &= left - 1) count++
  return count
}
