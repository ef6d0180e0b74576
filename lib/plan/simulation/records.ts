import * as shape from "./program"

/** Where each record of a program begins among its words, and its slot. */
export type Places = { readonly recordAt: Int32Array; readonly slotAt: Int32Array }

export function placesOf({ words, records }: shape.Program): Places {
  const places = { recordAt: new Int32Array(records), slotAt: new Int32Array(records) }
  let at = 0
  let slot = 0
  for (let record = 0; record < records; record++) {
    places.recordAt[record] = at
    places.slotAt[record] = slot
    const head = words[at] ?? 0
    const kind = head & shape.KIND_MASK
    slot += kind === shape.RISK ? 0 : head & shape.KEEPS_START ? 2 : 1
    at += lengthOf(words, at, kind)
  }
  return places
}

function lengthOf(words: Int32Array, at: number, kind: number): number {
  const edges = words[at + 1] ?? 0
  if (kind === shape.WORK) return shape.WORK_WORDS + 2 * (edges + (words[at + 2] ?? 0))
  if (kind === shape.MOMENT) return shape.MOMENT_WORDS + 2 * edges
  if (kind === shape.FIRST) return shape.FIRST_WORDS + 2 * edges
  if (kind === shape.GATE) return shape.GATE_WORDS + 2 * (edges + (words[at + 2] ?? 0))
  return kind === shape.SHARED ? shape.SHARED_WORDS : shape.WORK_WORDS + edges
}
