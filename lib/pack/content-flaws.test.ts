import { describe, expect, test } from "vitest"
import { findFlaws } from "./integrity"
import type { Question } from "./question"
import type { Release } from "./release"
import { loadRelease } from "./server/releases"

const release = loadRelease("2026.2")
const reasons = (broken: Release) => findFlaws(broken).map(({ path, reason }) => `${path.join(".")} ${reason}`)

function withQuestion(change: (question: Question) => Question): Release {
  const [first, ...rest] = release.dimensions
  const [question, ...others] = first?.questions ?? []
  if (!first || !question) throw new Error("the release has no question")
  return { ...release, dimensions: [{ ...first, questions: [change(question), ...others] }, ...rest] }
}

describe("a question", () => {
  test.each<[string, (question: Question) => Question, string]>([
    ["in no stage", (q) => ({ ...q, stage: "nowhere" }), 'questions.0.stage there is no stage "nowhere"'],
    [
      "whose other stage is the main one",
      (q) => ({ ...q, otherStages: [q.stage] }),
      'questions.0.otherStages the stage "strategy-and-assessment" is the main one',
    ],
    [
      "whose work belongs nowhere",
      (q) => ({ ...q, workstream: "nothing" }),
      'questions.0.workstream there is no workstream "nothing"',
    ],
    [
      "proved by no check",
      (q) => ({ ...q, proof: [{ level: 3, checks: ["all-is-well"] }] }),
      'questions.0.proof.0.checks.0 there is no check "all-is-well"',
    ],
    [
      "whose proofs fall",
      (q) => ({
        ...q,
        proof: [
          { level: 3, checks: ["kpi-owners-agree"] },
          { level: 2, checks: ["objectives-name-problems"] },
        ],
      }),
      "questions.0.proof.1.level the levels of the proofs must rise",
    ],
    [
      "with a check for two levels",
      (q) => ({
        ...q,
        proof: [
          { level: 2, checks: ["kpi-owners-agree"] },
          { level: 3, checks: ["kpi-owners-agree"] },
        ],
      }),
      'questions.0.proof the check "kpi-owners-agree" proves two levels',
    ],
    [
      "that answers an unknown practice",
      (q) => ({ ...q, wal: ["DG-09-99"] }),
      'questions.0.wal.0 there is no wal "DG-09-99", or it is there twice',
    ],
    [
      "that answers a check twice",
      (q) => ({ ...q, sat: ["GOV-16", "GOV-16"] }),
      'questions.0.sat.1 there is no sat "GOV-16", or it is there twice',
    ],
  ])("%s is refused", (_, change, reason) => {
    expect(reasons(withQuestion(change))).toEqual([`dimensions.0.${reason}`])
  })

  test("used twice, or in a dimension out of order, is refused", () => {
    const [first, second, ...rest] = release.dimensions
    if (!first || !second) throw new Error("the release has no dimensions")
    expect(reasons({ ...release, dimensions: [second, first, ...rest] })).toEqual([
      "dimensions.0.number is number 2 where 1 is due",
      "dimensions.1.number is number 1 where 2 is due",
    ])
    const twice = { ...second, questions: [...second.questions, ...first.questions.slice(0, 1)] }
    expect(reasons({ ...release, dimensions: [first, twice, ...rest] })).toEqual([
      'dimensions.1.questions.5.key the key "objectives-tied-to-kpis" is used twice',
    ])
  })
})
