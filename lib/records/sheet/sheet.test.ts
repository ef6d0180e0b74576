import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { addDays } from "@/lib/base/kernel/day-text"
import { hiddenIn } from "@/lib/base/kernel/visible-text"
import { externalKey, money, quantity, threePoint } from "../compound-kinds"
import type { Kind, Words } from "../kind"
import * as kinds from "../kinds"
import { field, preset, record, required } from "../record"
import { slotsOf } from "../slot"
import { shapeTools } from "../tools"
import { columnsOfSheet, matchColumns, writeCells } from "./columns"
import { planImport } from "./plan"

const people = new Map([
  ["p1", "Ines Okafor"],
  ["p2", "Lind; Mara"],
  ["p3", 'Jon "JJ" Sol'],
])
const words: Words = {
  today: day("2026-11-30"),
  nameOf: (_, id) => people.get(id) ?? null,
  find: (_, name) => {
    const found = [...people].find(([, each]) => each.toLowerCase() === name.toLowerCase())
    return found ? { id: found[0] } : null
  },
}
const plain = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((text) =>
    text
      .replace(/[\p{C}\p{Z}]+/gu, " ")
      .trim()
      .normalize("NFC"),
  )
  .filter((text) => text !== "" && hiddenIn(text, { lines: false }) === null)
const days = fc.integer({ min: -20_000, max: 50_000 }).map((count) => addDays("2026-01-01", count))
const measured = fc
  .oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }))
  .map((value) => Number(value.toPrecision(12)) + 0)
const person = fc.constantFrom(...people.keys())

type Tried = readonly [name: string, kind: Kind<any>, values: fc.Arbitrary<unknown>]
const all: readonly Tried[] = [
  ["text", kinds.text(40), plain],
  ["prose", kinds.prose(200), fc.array(plain, { minLength: 1 }).map((lines) => lines.join("\n").slice(0, 200).trim())],
  ["decimal", kinds.decimal({ from: -1e9, to: 1e9 }), measured],
  ["decimal with a unit", kinds.decimal({ from: -1e9, to: 1e9, unit: "GB" }), measured],
  ["wholeNumber", kinds.wholeNumber({ from: 0, to: Number.MAX_SAFE_INTEGER }), fc.maxSafeNat()],
  ["share", kinds.share, fc.integer({ min: 0, max: 1e6 }).map((parts) => parts / 1e6)],
  ["choice", kinds.choice({ a: "Azure", b: "AWS, all", c: "c = 1" }), fc.constantFrom("a", "b", "c")],
  ["choices", kinds.choices({ a: "Azure", b: "AWS; all", c: "c = 1" }), fc.subarray(["a", "b", "c"], { minLength: 1 })],
  ["scale", kinds.scale(["Low", "Moderate, hurts", "High"], 1), fc.integer({ min: 1, max: 3 })],
  ["yesNo", kinds.yesNo, fc.boolean()],
  ["calendarDay", kinds.calendarDay, days],
  ["relation", kinds.relation("person"), person],
  ["keyOf", kinds.keyOf("person"), person],
  ["relations", kinds.relations("person"), fc.uniqueArray(person, { minLength: 1 })],
  ["keysTo", kinds.keysTo("person"), fc.uniqueArray(person, { minLength: 1 })],
  ["list", kinds.list(40), fc.uniqueArray(plain, { minLength: 1 })],
  [
    "money",
    money,
    fc.tuple(fc.integer(), fc.nat(99)).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, "0")}`),
  ],
  [
    "quantity",
    quantity,
    fc.record({ amount: measured.map(Math.abs), unit: plain.filter((unit) => /^[^\d\s.,]/.test(unit)) }),
  ],
  [
    "externalKey",
    externalKey,
    fc.record({
      source: plain.map((text) => text.replaceAll(" ", "-")),
      id: plain.filter((id) => !/(^|\s)https?:/.test(id)),
      url: fc.option(fc.constant("https://example.test/NL-1")),
    }),
  ],
  [
    "threePoint",
    threePoint(2_000),
    fc
      .tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 2_000, noNaN: true })))
      .map((given) => given.map((value) => Number(value.toPrecision(6))).sort((a, b) => a - b))
      .map(([optimistic, likely, pessimistic]) => ({ optimistic, likely, pessimistic })),
  ],
]

test("every kind of value is tried", () => {
  const made = [...Object.keys(kinds), "money", "quantity", "externalKey", "threePoint"]
  expect(made.filter((name) => !all.some(([tried]) => tried === name))).toEqual([])
})

test.each(all)("%s: what is written is read as it was, and passes its shape", (_, kind, values) => {
  fc.assert(
    fc.property(values, (value) => {
      expect(kind.read(kind.write(value, words), words)).toEqual({ value })
      expect(kind.shape(shapeTools).safeParse(value).success || kind.target !== undefined).toBe(true)
    }),
  )
})

const thing = record({
  ...{ type: "thing", path: "things", table: "thing", names: { one: "thing", many: "things" } },
  ...{ read: "programme.read", edit: "design.edit", title: "name", keys: ["code", "name"] },
  fields: {
    name: required(kinds.text(40), { label: "Name" }),
    code: field(kinds.wholeNumber({ from: 1, to: 1e9 }), { label: "Code" }),
    cloud: preset(kinds.choice({ a: "Azure", b: "AWS" }), "a", { label: "Cloud" }),
    ownerId: field(kinds.relation("person"), { label: "Owner" }),
    note: preset(kinds.prose(200), "", { label: "Note" }),
  },
})
const slots = slotsOf(thing, [{ id: "o", version: 1, key: "wave", label: "Name", kind: "number", options: [] }])
const columns = columnsOfSheet(slots)
const kept = (id: string, name: string, more: object = {}) => ({
  ...{ id, number: 1, version: 1, name, code: null, cloud: "a", ownerId: null, note: "", own: {}, ...more },
})
const ids = ["01920000-0000-7000-8000-000000000001", "01920000-0000-7000-8000-000000000002"] as const

type Given = { readonly judge?: () => string | null; readonly records?: readonly ReturnType<typeof kept>[] }
function plan(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { records = [], judge = () => null }: Given = {},
) {
  const matches = matchColumns(head, columns, {})
  const named = rows.map((cells, at) => ({
    line: at + 2,
    cells: new Map(matches.flatMap(({ name }, place) => (name ? [[name, cells[place] ?? ""] as const] : []))),
  }))
  return planImport({ of: thing, slots, rows: named, records, words, judge })
}

describe("a plan of an import", () => {
  const first = kept(ids[0], "One", { code: 7, ownerId: "p1", note: "Kept", own: { wave: 2 } })
  test("leaves alone what has no column, and clears what has an empty cell", () => {
    const [outcome] = plan(["code", "OWNER", "Cloud"], [["7", "", ""]], { records: [{ ...first, cloud: "b" }] })
    expect(outcome).toMatchObject({ kind: "changed", change: { ownerId: null, cloud: "a" } })
    expect(outcome?.kind === "changed" && Object.keys(outcome.change)).toEqual(["cloud", "ownerId"])
  })
  test("says what is wrong with each cell, and refuses an empty required one", () => {
    const [outcome] = plan(["Name", "Cloud", "Owner"], [["", "IBM", "Nobody"]])
    expect(outcome?.kind === "refused" && outcome.problems.map(({ field }) => field)).toEqual([
      "Name",
      "Cloud",
      "Owner",
    ])
  })
  test("refuses text that no other way in would take", () => {
    expect(plan(["Name"], [["a\u200bb"]])[0]?.kind).toBe("refused")
  })
  test("refuses both rows that mean the same record, and both that would be added twice", () => {
    const twice = plan(
      ["Code", "Name"],
      [
        ["7", "x"],
        ["", "one"],
        ["8", "y"],
        ["8", "z"],
      ],
      { records: [first] },
    )
    expect(twice.map(({ kind }) => kind)).toEqual(["refused", "refused", "refused", "refused"])
    expect(twice[2]).toMatchObject({ problems: [{ message: "Rows 4 and 5 are the same thing. Keep one of them." }] })
  })
  test("takes the first key that a row has, and never a record that has another value under it", () => {
    const outcomes = plan(
      ["Code", "Name"],
      [
        ["9", "One"],
        ["7", "Renamed"],
      ],
      { records: [first] },
    )
    expect(outcomes.map(({ kind }) => kind)).toEqual(["added", "changed"])
  })
  test("takes a record by a later key where it has no value under the earlier", () => {
    expect(plan(["Code", "Name"], [["9", "ONE"]], { records: [{ ...first, code: null }] })[0]).toMatchObject({
      ...{ kind: "changed", id: ids[0] },
    })
  })
  test("refuses a name that several have, unless the row says which by its id", () => {
    const records = [kept(ids[0], "One"), kept(ids[1], "One")]
    expect(plan(["Name", "Note"], [["One", "x"]], { records })[0]?.kind).toBe("refused")
    expect(plan(["Name", "Note", "Record ID"], [["One", "x", ids[1]]], { records })[0]).toMatchObject({ id: ids[1] })
  })
  test("asks the rule of the type, but not about a row that changes nothing", () => {
    const judge = () => "Not today."
    const outcomes = plan(["Name"], [["One"], ["Two"]], { records: [first], judge })
    expect(outcomes.map(({ kind }) => kind)).toEqual(["same", "refused"])
  })
})

test("an export that nobody touched changes nothing, whatever is in it", () => {
  const stored = fc.record({
    ...{ name: plain, code: fc.option(fc.integer({ min: 1, max: 1e9 })), cloud: fc.constantFrom("a", "b") },
    ownerId: fc.option(fc.constantFrom("p1", "p2", "gone")),
    note: fc.array(plain).map((lines) => lines.join("\r\n").slice(0, 200)),
    own: fc.record({ wave: fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true })) }),
  })
  fc.assert(
    fc.property(fc.array(stored, { maxLength: 8 }), (given) => {
      const records = given.map((values, at) => kept(`01920000-0000-7000-8000-00000000000${at}`, values.name, values))
      const cells = records.map((each) => writeCells(columns, each, words))
      const outcomes = plan(
        columns.map(({ head }) => head),
        cells,
        { records },
      )
      expect(outcomes.map(({ kind }) => kind)).toEqual(records.map(() => "same"))
    }),
  )
})

describe("columns", () => {
  test("are found by label, by name, or as they were chosen last; a choice comes first", () => {
    const matched = (head: readonly string[], more: object = {}) =>
      matchColumns(head, columns, more).map(({ name }) => name)
    expect(matched(["NAME", "owner_id", "Code ", "Other", "Number"])).toEqual(["name", "ownerId", "code", null, null])
    expect(matched(["Besitzer"], { remembered: { besitzer: "ownerId" } })).toEqual(["ownerId"])
    expect(matched(["Name"], { remembered: { Name: "note" }, chosen: { Name: "" } })).toEqual([null])
    expect(matched(["Owner", "ownerId"])).toEqual(["ownerId", null])
  })
  test("never have one label twice", () => {
    expect(columns.map(({ head }) => head)).toEqual([...new Set(columns.map(({ head }) => head))])
    expect(columns.find(({ name }) => name === "own.wave")?.head).toBe("Name (2)")
  })
})
