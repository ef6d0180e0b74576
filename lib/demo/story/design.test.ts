import { expect, test } from "vitest"
import { loadRelease } from "@/lib/pack/server/releases"
import { decisions } from "./decisions"
import { environments } from "./environments"
import { landscape } from "./landscape"
import { packRelease } from "./programme"
import { useCases } from "./use-cases"

const items = new Set(landscape.map(({ name }) => name))
const questions = new Set(loadRelease(packRelease).dimensions.flatMap((each) => each.questions.map(({ key }) => key)))

test("18 decisions tell of what is there, and 13 of them stand", () => {
  const places = new Set(environments.map(({ name }) => name))
  expect(decisions).toHaveLength(18)
  for (const { name, gaps, landscape: named, environments: where, supersedes } of decisions) {
    expect([name, gaps.filter((key) => !questions.has(key))]).toEqual([name, []])
    expect([name, named.filter((each) => !items.has(each))]).toEqual([name, []])
    expect([name, where.filter((each) => !places.has(each))]).toEqual([name, []])
    expect(supersedes === undefined || decisions.some((each) => each.name === supersedes)).toBe(true)
  }
  const accepted = decisions.filter(({ chosen, signers, signed }) => chosen !== null && signers.length === signed)
  const gone = new Set(decisions.flatMap(({ supersedes }) => supersedes ?? []))
  expect(accepted.filter(({ name }) => !gone.has(name))).toHaveLength(13)
})
test("14 use cases have seven scores each and need what is there", () => {
  expect(useCases).toHaveLength(14)
  for (const [at, { name, scores, items: named, gaps, needs }] of useCases.entries()) {
    expect([name, scores.length, scores.every((score) => score >= 1 && score <= 5)]).toEqual([name, 7, true])
    expect([name, named.filter((each) => !items.has(each)), gaps.filter((key) => !questions.has(key))]).toEqual([
      name,
      [],
      [],
    ])
    const before = useCases.slice(0, at).map((each) => each.name)
    expect([name, needs.filter((each) => !before.includes(each))]).toEqual([name, []])
  }
})
