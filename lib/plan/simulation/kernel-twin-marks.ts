import { endOfDay, type Tape } from "./kernel-memory"
import * as shape from "./program"

const { LANES } = shape

/**
 * Walks back from the finish through every edge that leaves no slack, in all lanes of the pass that `wanted` has bits
 * for, and counts for each record in how many it came by. A record is critical when its finish or its start is.
 */
export function criticalMarks(tape: Tape, marks: Int32Array, wanted: number): void {
  const { words, recordAt, slotAt } = tape
  const lanesOf = new Int32Array(tape.values.length / LANES)
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
    if (kind === shape.WORK) markWork(tape, lanesOf, at, slot, lanes)
    else if (kind === shape.MOMENT)
      markEdges(
        tape,
        lanesOf,
        at + shape.MOMENT_WORDS,
        words[at + 1] ?? 0,
        lanes,
        (asked, lane) => asked === held(tape, slot, lane),
      )
    else markGate(tape, lanesOf, at, slot, lanes)
  }
}

const held = ({ values }: Tape, slot: number, lane: number): number => values[slot * LANES + lane] ?? 0

function markWork(tape: Tape, lanesOf: Int32Array, at: number, slot: number, lanes: number): void {
  const edges = tape.words[at + shape.WORK_EDGES] ?? 0
  const from = at + shape.WORK_WORDS
  const isTight = (asked: number, lane: number) =>
    Math.fround(asked + (tape.durations[slot * LANES + lane] ?? 0)) === held(tape, slot, lane)
  markEdges(tape, lanesOf, from, edges, lanes, isTight)
  const finishEdges = tape.words[at + shape.WORK_FINISH_EDGES] ?? 0
  markEdges(tape, lanesOf, from + 2 * edges, finishEdges, lanes, (asked, lane) => asked === held(tape, slot, lane))
}

function markGate(tape: Tape, lanesOf: Int32Array, at: number, slot: number, lanes: number): void {
  const edges = tape.words[at + 1] ?? 0
  const from = at + shape.GATE_WORDS
  markEdges(tape, lanesOf, from, edges, lanes, (asked, lane) => endOfDay(asked) === held(tape, slot, lane))
  const finishEdges = tape.words[at + 2] ?? 0
  markEdges(tape, lanesOf, from + 2 * edges, finishEdges, lanes, (asked, lane) => asked === held(tape, slot, lane))
}

type IsTight = (asked: number, lane: number) => boolean

function markEdges(
  tape: Tape,
  lanesOf: Int32Array,
  from: number,
  edges: number,
  lanes: number,
  isTight: IsTight,
): void {
  for (let edge = from; edge < from + 2 * edges; edge += 2) {
    const source = (tape.words[edge] ?? 0) >> 2
    let tight = 0
    for (let lane = 0; lane < LANES; lane++) {
      const asked = Math.fround((tape.values[source + lane] ?? 0) + (tape.floats[edge + 1] ?? 0))
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
