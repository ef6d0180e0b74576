import { expect, test } from "vitest"
import { differenceOf } from "@/lib/pack/difference"
import { loadRelease } from "@/lib/pack/server/releases"
import { thingsOf } from "@/lib/pack/things"
import { offersOf } from "./offer"
import { sayOffers } from "./say-offer"

const [old, now] = [loadRelease("2026.1"), loadRelease("2026.2")]
const untouched = { fields: {}, removed: false, held: null, heldAsRetired: null, keeps: [] }
const gates = old.phases.flatMap(({ gate }) => (gate ? [`gate:${gate.key}`] : []))
const mine = new Map([...thingsOf(old).keys(), ...gates].map((id) => [id, untouched]))
const said = sayOffers(offersOf(differenceOf(old, now), { mine, clouds: ["azure"] }), [old, now])

test("a link is told by the names of its ends", () => {
  expect(said.find(({ key }) => key === "foundation-gate>source-connectivity>FS")?.name).toBe(
    "Source Connectivity depends on Gate 1",
  )
})

test("a rule, a kind and a gate are told in words, and no key or JSON is left", () => {
  expect(said.find(({ key }) => key === "ten-dimensions-scored")?.fields).toEqual([
    { field: "kind", from: "judged over records", to: "attested by people", kept: null },
    { field: "rule", from: "at least 10, over at least 10", to: null, kept: null },
  ])
  expect(said.find(({ key }) => key === "legacy-estate-inventoried")?.fields).toEqual([
    { field: "dueGate", from: "Gate 0", to: "Gate 2", kept: null },
  ])
  const texts = said.flatMap(({ fields }) => fields.flatMap(({ from, to }) => [from ?? "", to ?? ""]))
  expect(texts.filter((text) => text.startsWith("{"))).toEqual([])
})
