import { expect, test } from "vitest"
import { loadRelease } from "@/lib/pack/server/releases"
import { otherParameters, parameterFlaw, thresholdsOf, valuesOf } from "./parameters"

const release = loadRelease("2026.1")
const usual = Object.fromEntries(thresholdsOf(release).map(({ name, fallback }) => [name, fallback]))

test("a run agrees when every parameter that it tells is as the programme has it", () => {
  expect(otherParameters(release, {}, usual)).toEqual([])
  expect(otherParameters(release, {}, { ...usual, planned_users: "1" })).toEqual(["planned_users"])
  expect(otherParameters(release, { planned_users: "50" }, usual)).toEqual(["planned_users"])
  expect(otherParameters(release, { planned_users: "50" }, { planned_users: "50.0" })).toEqual([])
  expect(otherParameters(release, { use_cases: "a=job:1/2, b=job:1/3" }, { use_cases: "a=job:1/2,b=job:1/3" })).toEqual(
    [],
  )
  expect(otherParameters(release, {}, { production_catalogs: "-" })).toEqual([])
})
test("a run that tells nothing agrees as long as nothing is settled, or only what is so anyway", () => {
  expect(otherParameters(release, {}, null)).toEqual([])
  expect(otherParameters(release, { days: "30" }, null)).toEqual([])
  expect(otherParameters(release, { days: "7", tag: "team" }, null)).toEqual(["days", "tag"])
})
test("the region is a place and no threshold", () => {
  expect(Object.keys(valuesOf(release, {}))).not.toContain("region")
  expect(otherParameters(release, {}, { ...usual, region: "eastus" })).toEqual([])
})
test("a number is a number", () => {
  const flaw = (type: "INT" | "DOUBLE" | "STRING", value: string) => parameterFlaw({ type, name: "x" }, value)
  expect([flaw("INT", "30"), flaw("DOUBLE", "1.5"), flaw("STRING", "")]).toEqual([null, null, null])
  expect([flaw("INT", "1.5"), flaw("INT", ""), flaw("DOUBLE", "1,5"), flaw("STRING", "x".repeat(4001))]).not.toContain(
    null,
  )
})
