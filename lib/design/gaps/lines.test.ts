import { expect, test } from "vitest"
import type { AskedView } from "./contract"
import { byDimension, byKind, changesSince, type GapItem, gapLines, heatCells, shadeOf, shortDimension } from "./lines"
import type { QuestionView } from "./question"

const question = (given: Partial<QuestionView>): QuestionView => ({
  ...{ id: "q", number: 1, version: 1, createdAt: "", updatedAt: "", own: {}, name: "Q", key: "q", dimension: "a" },
  ...{ gapKind: "data", stageId: "s1", workstreamId: null, asIs: null, toBe: 3, weight: 2, confidence: null },
  ...{ ownerId: null, targetDay: null, notApplicable: false, leftOut: false, workItemId: null, wording: "", note: "" },
  ...given,
})
const asked = (verdict: "met" | "not-met" | "could-not-tell"): AskedView => ({
  ...{ key: "q", text: "", levels: [], otherStages: [], wal: [], sat: [] },
  proofs: [
    { level: 3, checks: [{ id: null, key: "c", sentence: "All jobs run", verdict, waived: false, reason: "" }] },
  ],
})
const item = (status: string): GapItem => ({ id: "w", number: 7, title: "Q", status })
const lineOf = (given: Partial<QuestionView>, verdict: "met" | "not-met" | "could-not-tell", work?: GapItem) =>
  gapLines([question({ workItemId: work ? "w" : null, ...given })], {
    ...{ assessment: { questions: [asked(verdict)] }, snapshot: null },
    items: new Map(work ? [["w", work]] : []),
  })[0]

test("facts that reach the to-be level propose to close the work, and say which", () => {
  expect(lineOf({ asIs: 1 }, "met", item("in_progress"))?.closing).toEqual({ act: "close", fact: "All jobs run" })
  expect(lineOf({ asIs: 1 }, "met", item("done"))?.closing).toBeNull()
})
test("facts that flip back open done work again; unknown ones do not", () => {
  expect(lineOf({ asIs: 3 }, "not-met", item("done"))?.closing).toEqual({ act: "reopen", fact: "All jobs run" })
  expect(lineOf({ asIs: 3 }, "could-not-tell", item("done"))?.closing).toBeNull()
  expect(lineOf({ asIs: 3 }, "not-met")?.closing).toBeNull()
})
test("questions that are left out are nowhere, and groups keep their order", () => {
  const questions = [
    question({ id: "1", dimension: "b", asIs: 1, gapKind: "data" }),
    question({ id: "2", dimension: "a", asIs: 0, gapKind: "skills", weight: 3, stageId: "s2" }),
    question({ id: "3", dimension: "own", asIs: 3 }),
    question({ id: "4", leftOut: true, asIs: 0 }),
  ]
  const lines = gapLines(questions, { assessment: { questions: [] }, snapshot: null, items: new Map() })
  const dimensions = ["a", "b", "c"].map((key, number) => ({ key, number, name: key.toUpperCase(), weight: 1 }))
  expect(byDimension(lines, dimensions).map(({ name, figures }) => [name, figures.gap])).toEqual([
    ...[
      ["A", 9],
      ["B", 4],
      ["own", 0],
    ],
  ])
  expect(byKind(lines, dimensions).map(({ id, figures }) => [id, figures.gap])).toEqual([
    ["skills", 9],
    ["data", 4],
  ])
  expect(heatCells(lines, dimensions).map(({ stageId, dimension }) => `${stageId} ${dimension}`)).toEqual([
    ...["s1 b", "s1 own", "s2 a"],
  ])
})
test("a snapshot says what rose and fell of what was answered then and now", () => {
  const snapshot = {
    lines: [0, 2, 3].map((asIs, at) => ({
      ...{ id: String(at), asIs, toBe: 3, proved: null, weight: 2, notApplicable: false },
    })),
  }
  const questions = [2, 1, 3, 4].map((asIs, at) => question({ id: String(at), asIs }))
  const lines = gapLines(questions, { assessment: { questions: [] }, snapshot, items: new Map() })
  expect(changesSince(lines)).toEqual({ rose: 1, fell: 1, stayed: 1 })
})
test.each([
  ["Data governance and catalogue", "Governance"],
  ["AI and ML lifecycle", "AI and ML lifecycle"],
  ["Security, privacy and compliance", "Security"],
  ["Strategy and value", "Strategy"],
])("%s is shown narrow as %s", (name, short) => expect(shortDimension(name)).toBe(short))

test.each([
  [null, 0],
  [0, 0],
  [3, 1],
  [4, 2],
  [6, 2],
  [7, 3],
  [12, 3],
  [13, 4],
])("a gap of %s is shade %s", (gap, shade) => expect(shadeOf(gap)).toBe(shade))
