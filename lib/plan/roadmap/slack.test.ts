import { expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { saySlackToGate } from "./say-slack"
import { slackOf } from "./slack"
import { item, roadmap, today } from "./test-roadmap"

/**
 * By hand, from Monday 2 March 2026: A takes 4 days (2 to 5 March), B 9 days (2 to 12 March); both are the work of Gate 1,
 * which so lies on Thursday 12 March. Its target is Tuesday 10 March: two working days earlier.
 */
const parts = {
  ...roadmap,
  gates: roadmap.gates.map((gate) => ({ ...gate, targetDay: day("2026-03-10") })),
  items: [item("a", { likely: 4 }), item("b", { likely: 9 }), item("c", { likely: 1, status: "done" })],
}

const found = (of: typeof parts = parts) => {
  const slack = slackOf(of, today)
  if (!slack.ok) throw new Error(slack.refusal)
  return slack.value
}

test("slack to a gate's target counts from the gate's planned day, and is negative where it is late", () => {
  const { items, gates, workstreams } = found()
  expect(gates).toMatchObject([{ id: "g1", day: "2026-03-12", slackToTarget: -2, critical: true }])
  const of = (id: string) => [...items, ...workstreams].find((each) => each.id === id)
  expect(of("a")?.gates).toEqual([{ gateId: "g1", slack: 3, critical: false }])
  expect(of("b")?.gates).toEqual([{ gateId: "g1", slack: -2, critical: true }])
  expect(of("sources")?.gates).toEqual([{ gateId: "g1", slack: -2, critical: true }])
  expect(of("c")?.gates).toEqual([])
})

test("without a target there is no slack to it, but what is critical is known", () => {
  const { items } = found({ ...parts, gates: roadmap.gates.map((gate) => ({ ...gate, targetDay: null as never })) })
  expect(items.map(({ id, gates }) => [id, gates])).toEqual([
    ["a", [{ gateId: "g1", slack: null, critical: false }]],
    ["b", [{ gateId: "g1", slack: null, critical: true }]],
    ["c", []],
  ])
})

test("near-critical is what has at most the threshold of slack, without being critical or done", () => {
  const near = (nearCriticalDays: number) =>
    found({ ...parts, programme: { ...parts.programme, nearCriticalDays } }).items.map(
      ({ nearCritical }) => nearCritical,
    )
  expect(near(5)).toEqual([true, false, false])
  expect(near(4)).toEqual([false, false, false])
})

test("slack to a target in words", () => {
  expect([3, 1, 0, -2.5, null].map((slack) => saySlackToGate({ slack }))).toEqual([
    "3 working days to its target",
    "1 working day to its target",
    "no days left to its target",
    "2.5 working days late for its target",
    "no target set",
  ])
})
