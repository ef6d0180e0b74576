import { expect, test } from "vitest"
import { loadRelease } from "@/lib/pack/server/releases"
import { componentsOf } from "./catalogue"
import { planesOf, sayMonth } from "./planes"

const release = loadRelease("2026.1")

test("every component lies in exactly one plane, and those the programme takes up are counted", () => {
  const [first] = componentsOf(release, new Map())
  if (!first) throw new Error("an empty catalogue")
  const adoption = { state: "piloting" as const, note: null, version: 1 }
  const components = componentsOf(release, new Map([[first.key, adoption]]))
  const planes = planesOf(release.planes, components)
  expect(planes.flatMap((plane) => plane.components.map(({ key }) => key)).sort()).toEqual(
    components.map(({ key }) => key).sort(),
  )
  expect(planes.filter(({ taken }) => taken > 0).map(({ key, taken }) => [key, taken])).toEqual([[first.plane, 1]])
})

test("a month is said in words, and what is no month is left as it is", () => {
  expect(sayMonth("2026-11")).toBe("November 2026")
  expect(sayMonth("2026-11", "short")).toBe("Nov 2026")
  expect(sayMonth("spring")).toBe("spring")
})
