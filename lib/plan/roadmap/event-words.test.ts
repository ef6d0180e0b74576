import { describe, expect, test } from "vitest"
import { sayActor, sayDeed, type ToldEvent } from "@/lib/door/audit/wording"
import { roadmapWords } from "./event-words"

const names = new Map([
  ["marta", "Marta Ruiz"],
  ["leo", "Leo Tan"],
  ["ingest", "Ingestion Framework"],
  ["licence", "Agree the licence"],
])
const naming = {
  name: (id: string) => names.get(id) ?? null,
  role: (key: string) => key.replaceAll("-", " "),
  day: (day: string) => `day ${day.slice(5)}`,
}
const told = (type: string, data: ToldEvent["data"], texts: ToldEvent["texts"] = {}) =>
  sayDeed({ type, actor: null, subjectId: "item", data, texts }, roadmapWords, naming)
const updated = (
  changes: Record<string, string | number | boolean | null>,
  before = {},
  texts: ToldEvent["texts"] = {},
) => told("work-item.updated", { changes, before }, texts)

describe("the history of a work item says", () => {
  test("a new status with its reason, and not what merely comes with it", () => {
    expect(updated({ status: "blocked" }, { status: "in_progress" }, { reason: "waiting for the licence" })).toBe(
      "set status to Blocked: waiting for the licence",
    )
    const done = { status: "done", percent: 100, actualStart: "2026-03-02", actualFinish: "2026-03-09" }
    expect(updated(done, { status: "not_started", percent: 0 })).toBe("set status to Done")
  })
  test("the percent beside a status that does not tell it", () => {
    expect(updated({ status: "in_progress", percent: 40 }, { status: "not_started", percent: 10 })).toBe(
      "set status to In progress and percent from 10% to 40%",
    )
  })
  test("from what to what, where there was something before", () => {
    expect(updated({ likely: 14 }, { likely: 10 })).toBe("changed likely estimate from 10 d to 14 d")
    expect(updated({ deadline: "2026-03-09" }, { deadline: null })).toBe("changed deadline to day 03-09")
    expect(updated({ deadline: null }, { deadline: "2026-03-09" })).toBe("changed deadline from day 03-09 to none")
    expect(updated({ ownerId: "leo" }, { ownerId: "marta" })).toBe("changed owner from Marta Ruiz to Leo Tan")
    expect(updated({ ownerId: null }, { ownerId: "marta" })).toBe("changed owner from Marta Ruiz to no one")
  })
  test("that an estimate was confirmed, unless it was set, which confirms it", () => {
    expect(updated({ estimateConfirmed: true }, { estimateConfirmed: false })).toBe("confirmed the estimate")
    expect(updated({ likely: 4, estimateConfirmed: true }, { likely: 2, estimateConfirmed: false })).toBe(
      "changed likely estimate from 2 d to 4 d",
    )
    expect(updated({ points: 3, estimateConfirmed: false })).toBe(
      "changed points to 3 and left the estimate unconfirmed",
    )
  })
  test("several changes in one sentence", () => {
    expect(updated({ roleKey: "data-engineer", points: 5 }, {}, { title: "New name" })).toBe(
      'changed role to data engineer, points to 5 and renamed it to "New name"',
    )
  })
  test("that a text was erased, and never an id in place of a name", () => {
    expect(updated({ status: "blocked" }, {}, { reason: null })).toBe("set status to Blocked: the text was erased")
    expect(updated({ ownerId: "0193" })).toBe("changed owner to something removed")
  })
  test("something of an edit without a change", () => {
    expect(updated({})).toBe("saved it without changes")
  })
  test("where it was moved, what it waits for, what was said", () => {
    expect(told("work-item.moved", { from: "a", to: "ingest" })).toBe("moved it to Ingestion Framework")
    expect(told("work-item.moved", { from: "a", to: "a" })).toBe("moved it within its workstream")
    expect(told("link.added", { from: "licence", type: "FS", lag: 2 })).toBe(
      "added the predecessor Agree the licence (FS, lag 2 d)",
    )
  })
})

test("the history of a gate says its new target day", () => {
  expect(told("gate.updated", { changes: { targetDay: "2026-04-01" }, before: { targetDay: null } })).toBe(
    "changed target day to day 04-01",
  )
})

test("a type that nobody wrote words for is told by its name", () => {
  expect(told("key-result.checked-in", {})).toBe("checked in key result")
})

test("who did it is named as long as the name is kept", () => {
  expect(sayActor({ actor: { id: "marta", name: "Marta Ruiz" } })).toBe("Marta Ruiz")
  expect(sayActor({ actor: { id: "marta", name: null } })).toBe("Someone whose name was erased")
  expect(sayActor({ actor: null })).toBe("The command line")
})
