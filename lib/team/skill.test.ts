import { expect, test } from "vitest"
import { skillCellOf, skillSumOf } from "./skill"

const roles = [
  {
    key: "data-engineer",
    name: "Data engineer",
    skills: [
      { skill: "pipelines", level: 3 },
      { skill: "sql", level: 3 },
    ],
  },
  { key: "architect", name: "Architect", skills: [{ skill: "sql", level: 2 }] },
]
const marta = { id: "p1", name: "Marta Ruiz", roleKey: "data-engineer" }
const held = [
  { personId: "p1", skillKey: "pipelines", level: 2 },
  { personId: "p1", skillKey: "unity-catalog", level: 4 },
]

test("a level below what the role needs is short, one that nobody gave is unknown, other skills are free", () => {
  expect(skillCellOf(marta, "pipelines", roles, held)).toEqual({ level: 2, needed: 3, state: "short" })
  expect(skillCellOf(marta, "sql", roles, held)).toEqual({ level: null, needed: 3, state: "unknown" })
  expect(skillCellOf(marta, "unity-catalog", roles, held)).toEqual({ level: 4, needed: null, state: "free" })
  const better = [{ personId: "p1", skillKey: "pipelines", level: 3 }]
  expect(skillCellOf(marta, "pipelines", roles, better).state).toBe("met")
})

test("the sum says what is met, short and unknown, and which roles nobody has", () => {
  const sum = skillSumOf([marta], roles, [...held, { personId: "p1", skillKey: "sql", level: 0 }])
  expect({ ...sum, empty: sum.empty.map(({ name }) => name) }).toEqual({
    ...{ met: 0, short: 2, unknown: 0, needed: 2, empty: ["Architect"] },
  })
  expect(skillSumOf([marta], roles, []).unknown).toBe(2)
})
