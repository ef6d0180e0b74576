import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import type { Naming, ToldEvent } from "@/lib/door/audit/wording"
import { eventWords } from "./event-words"
import { eventKinds, sentenceOf } from "./history"

const names: Record<string, string> = { w1: "Source Connectivity", p1: "Marta Ruiz", volumes: "Volumes" }
const naming: Naming = { name: (id) => names[id] ?? null, role: (key) => key, day: (day) => `day ${day}` }
const event = (type: string, more: Partial<ToldEvent> = {}): ToldEvent => ({
  ...{ type, actor: null, subjectId: null, data: {}, texts: {}, ...more },
})
const said = (type: string, more: Partial<ToldEvent> = {}) => sentenceOf(event(type, more), naming)

/** Every type that a server folder can write into a chain, as the source says it. */
function emittedTypes(): string[] {
  const servers = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((path) =>
    /(^|\/)server\/.*(?<!\.test)\.ts$/.test(path),
  )
  const found = servers.flatMap((path) =>
    [...readFileSync(join("lib", path), "utf8").matchAll(/"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"/g)]
      .map(([, type = ""]) => type)
      .filter((type) => isEvent(type)),
  )
  return [...new Set(found)].sort()
}
/** In the past tense, which permissions such as `programme.read` are not. */
const isEvent = (type: string) => /(ed|set|withdrawn|back|everywhere)$/.test(type)

describe("the wording of the trail", () => {
  test("covers every type of event that the product writes", () => {
    const emitted = emittedTypes()
    expect(emitted.length).toBeGreaterThan(30)
    expect(emitted.filter((type) => !Object.hasOwn(eventWords, type))).toEqual([])
  })
  test("tells every type in words, however little an event holds", () => {
    for (const type of Object.keys(eventWords)) expect(said(type, { subjectId: "w1" }), type).toMatch(/^\S+ ?.*\S$/)
  })
  test("tells a type without words by its name", () => {
    expect(said("fact-set.imported")).toBe("imported fact set")
  })
  test("names the record that a change is about", () => {
    const data = { changes: { status: "blocked" }, before: { status: "in_progress" } }
    expect(said("work-item.updated", { subjectId: "w1", data, texts: { reason: "waiting for the licence" } })).toBe(
      "Source Connectivity: set status to Blocked: waiting for the licence",
    )
  })
  test("says that a text was erased", () => {
    expect(said("comment.added", { subjectId: "w1", texts: { body: null } })).toBe(
      "Source Connectivity: commented a text that was erased",
    )
  })
  test("says so when the record has no name any more", () => {
    expect(said("work-item.removed", { subjectId: "gone" })).toBe("Deleted record: removed it")
  })
  test("offers every part of a programme's trail to ask for", () => {
    const offered = eventKinds.map(({ type }) => type)
    const inProgrammes = ["work-item.updated", "workstream.updated", "gate.updated", "link.added", "comment.added"]
    for (const type of [...inProgrammes, "adoption.set", "person.added", "member.added", "programme.updated"])
      expect(offered.some((each) => type.startsWith(each))).toBe(true)
  })
})
