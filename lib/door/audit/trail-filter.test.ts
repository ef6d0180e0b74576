import { expect, test } from "vitest"
import { isWholeTrail, queryOf, readTrailFilter, wholeTrail, writeTrailFilter } from "./trail-filter"

const actor = "0197c2f0-0000-7000-8000-000000000001"
const read = (text: string) => readTrailFilter(new URLSearchParams(text))

test("a filter of the trail survives the address", () => {
  const filter = read(`actor=${actor}&type=gate.&from=2026-03-01&until=2026-03-31`)
  const members = Object.entries(writeTrailFilter(filter)).map(([name, value]) => [name, value ?? ""])
  expect(readTrailFilter(new URLSearchParams(members))).toEqual(filter)
  expect(queryOf(filter)).toEqual({ actor, type: "gate.", from: "2026-03-01", until: "2026-03-31" })
})

test("what is no person, no type and no day is left out", () => {
  expect(read("actor=me&type=%25&from=2026-02-30&until=soon")).toEqual(wholeTrail)
  expect(isWholeTrail(read(""))).toBe(true)
  expect(queryOf(wholeTrail)).toEqual({})
})
