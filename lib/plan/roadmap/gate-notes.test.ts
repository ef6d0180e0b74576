import { expect, test } from "vitest"
import { gateNotes } from "./gate-notes"

const nameOf = (id: string) => (id.startsWith("g") ? `Gate ${id.slice(1)}` : id === "lost" ? null : id)
const left = (gateId: string, ...ids: string[]) => ids.map((id) => ({ gateId, node: { id } }))

test("the notes name each gate that no work leads to, and what a gate does not wait for", () => {
  expect(gateNotes({ gatesWithoutWork: [], notWaitedFor: [] }, nameOf)).toEqual([])
  expect(gateNotes({ gatesWithoutWork: ["g1"], notWaitedFor: left("g2", "Landing zone") }, nameOf)).toEqual([
    "No work leads to Gate 1, so it has no date and no probability.",
    "Gate 2 does not wait for Landing zone, because it waits for Gate 2.",
  ])
  expect(
    gateNotes({ gatesWithoutWork: ["g1", "g2", "g3"], notWaitedFor: left("g4", "a", "b", "c", "d", "e") }, nameOf),
  ).toEqual([
    "No work leads to Gate 1, Gate 2 and Gate 3, so they have no date and no probability.",
    "Gate 4 does not wait for a, b, c and 2 more, because they wait for Gate 4.",
  ])
  expect(gateNotes({ gatesWithoutWork: ["lost"], notWaitedFor: left("g4", "lost") }, nameOf)).toEqual([])
})
