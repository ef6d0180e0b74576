import { expect, test } from "vitest"
import { importNews } from "./import-news"
import { event } from "./test-facts"

const facts = (rows: number, changed: number, actorId: string | null = "ana") =>
  event(1, "facts.imported", { actorId, data: { rows, changed } })
const told = (...events: Parameters<typeof importNews>[0]["events"]) =>
  importNews({ events, names: new Map([["ana", "Ana Ruiz"]]), mine: new Set(["me"]) }).map(
    ({ title, detail }) => `${title}: ${detail}`,
  )

test("imported facts are told with the verdicts that they changed", () => {
  expect(told(facts(1204, 4))).toEqual(["Facts were imported: 1,204 facts, 4 verdicts changed, by Ana Ruiz"])
  expect(told(facts(1, 0, null))).toEqual(["Facts were imported: 1 fact, no verdict changed"])
})
test("several imports are one piece of news", () => {
  expect(told(facts(10, 1), facts(20, 0))).toEqual([
    "Facts were imported 2 times: 30 facts, 1 verdict changed, by Ana Ruiz",
  ])
})
test("a project file is told, and what one imported oneself is not", () => {
  expect(told(event(2, "project-file.imported", { actorId: "ana" }))).toEqual([
    "1 project file was imported: by Ana Ruiz",
  ])
  expect(told(facts(10, 1, "me"))).toEqual([])
})
