import { expect, test } from "vitest"
import { loadRelease } from "@/lib/pack/server/releases"
import { effortOf, liveOf, stampedFor } from "./stamp"

const days = (likely: number) => ({ optimistic: likely / 2, likely, pessimistic: likely * 2 })
const template = {
  steps: [
    {
      key: "agree",
      name: "Agree {name}",
      description: "a",
      workstream: "w1",
      role: "r",
      after: [],
      estimates: { low: days(1), medium: days(2), high: days(4) },
    },
    {
      key: "build",
      name: "Build {name}",
      description: "b",
      workstream: "w2",
      role: "r",
      after: ["agree"],
      estimates: { low: days(3), medium: days(6), high: days(9) },
    },
  ],
}
const subjects = [
  { id: "1", name: "CRM $& $1", complexity: "high" as const },
  { id: "2", name: "Loans", complexity: null },
]

test("each subject gets each step with its name and the estimate of its complexity", () => {
  const stamped = stampedFor(template, subjects, () => false)
  expect(stamped.map(({ title, estimate }) => [title, estimate.likely])).toEqual([
    ["Agree CRM $& $1", 4],
    ["Build CRM $& $1", 9],
    ["Agree Loans", 2],
    ["Build Loans", 6],
  ])
  expect(effortOf(stamped)).toBe(21)
})
test("what is there already is not made again", () => {
  expect(stampedFor(template, subjects, (id) => id === "1").map(({ title }) => title)).toEqual([
    "Agree Loans",
    "Build Loans",
  ])
  expect(stampedFor(template, subjects, () => true)).toEqual([])
})
test("a subject is live once all of its steps are done, and counted, never typed", () => {
  const line = (subjectId: string, stepKey: string, done: boolean) => ({ subjectId, stepKey, done })
  const lines = [
    line("1", "agree", true),
    line("1", "build", true),
    line("2", "agree", true),
    line("2", "build", false),
    line("3", "agree", true),
  ]
  expect(liveOf(["agree", "build"], lines)).toEqual({ subjects: 3, live: 1 })
  expect(liveOf(["agree"], [])).toEqual({ subjects: 0, live: 0 })
})
test("steps of the pack come after steps of their own template that stand before them", () => {
  for (const { steps } of loadRelease("2026.2").templates)
    for (const [at, { after }] of steps.entries())
      expect(after.every((key) => steps.slice(0, at).some((step) => step.key === key))).toBe(true)
})
