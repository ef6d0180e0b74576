import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { differenceOf, type PackChange } from "@/lib/pack/difference"
import { loadRelease } from "@/lib/pack/server/releases"
import { thingsOf } from "@/lib/pack/things"
import { linksWith, type Mine, offersOf, takenOf } from "./offer"

const untouched: Mine = { fields: {}, removed: false, held: null, heldAsRetired: null, keeps: [] }
const change = (more: Partial<PackChange>): PackChange => ({
  ...{ id: "activity:a", part: "activity", key: "a", name: "A", within: "workstream:w", clouds: [], what: "changed" },
  ...{ fields: [{ field: "title", from: "Old", to: "New" }], ...more },
})
const offer = (one: PackChange, mine: Partial<Mine> | null, others: [string, Mine][] = []) =>
  offersOf([one], {
    mine: new Map([
      ["workstream:w", untouched],
      ...(mine ? [[one.id, { ...untouched, ...mine }] as [string, Mine]] : []),
      ...others,
    ]),
    clouds: ["azure"],
  })

describe("a change", () => {
  test("of what nobody touched is open", () => {
    expect(offer(change({}), {})).toMatchObject([{ state: "open", fields: [{ kept: null }] }])
  })
  test("of a field that was edited here is kept, whatever else is taken", () => {
    expect(offer(change({}), { fields: { title: "Ours" } })).toMatchObject([
      { state: "kept", reason: "edited here", fields: [{ kept: "Ours" }] },
    ])
    const two = change({
      fields: [
        { field: "title", from: "Old", to: "New" },
        { field: "role", from: "analyst", to: "architect" },
      ],
    })
    expect(offer(two, { fields: { title: "Ours" } })).toMatchObject([
      {
        state: "open",
        fields: [
          { field: "title", kept: "Ours" },
          { field: "role", kept: null },
        ],
      },
    ])
  })
  test("that somebody has made already, or of what was taken away here, is not offered", () => {
    expect(offer(change({}), { fields: { title: "New" } })).toEqual([])
    expect(offer(change({}), { removed: true })).toEqual([])
    expect(offer(change({}), null)).toEqual([])
  })
  test("of what is held is kept with the reason", () => {
    expect(offer(change({}), { held: "signed" })).toMatchObject([{ state: "kept", reason: "signed" }])
  })
  test("of an estimate that somebody confirmed is kept", () => {
    const estimate = change({ fields: [{ field: "estimate", from: "1/2/4", to: "2/3/5" }] })
    expect(offer(estimate, { keeps: ["estimate"] })).toMatchObject([{ state: "kept", fields: [{ kept: "1/2/4" }] }])
  })
})

describe("what was added", () => {
  const added = change({ what: "added", fields: [] })
  test("is open where its place is here, and on the programme's clouds", () => {
    expect(offer(added, null)).toMatchObject([{ state: "open" }])
    expect(offer(change({ what: "added", within: "workstream:left-out" }), null)).toEqual([])
    expect(offer(change({ what: "added", clouds: ["aws"] }), null)).toEqual([])
    expect(offer(change({ what: "added", clouds: ["aws", "azure"] }), null)).toHaveLength(1)
  })
  test("is not offered where it is there, and offered again where it was taken away", () => {
    expect(offer(added, {})).toEqual([])
    expect(offer(added, { removed: true })).toMatchObject([{ state: "open" }])
  })
  test("as a link needs both of its ends", () => {
    const link = change({ id: "link:a>b>FS", part: "link", key: "a>b>FS", within: null, what: "added", fields: [] })
    expect(offer(link, null, [["activity:a", untouched]])).toEqual([])
    const both: [string, Mine][] = [
      ["activity:a", untouched],
      ["gate:b", untouched],
    ]
    expect(offer(link, null, both)).toMatchObject([{ state: "open" }])
  })
})

describe("what was retired", () => {
  const retired = change({ what: "retired", fields: [] })
  test("goes only when nobody edited or uses it", () => {
    expect(offer(retired, {})).toMatchObject([{ state: "open" }])
    expect(offer(retired, { fields: { title: "Ours" } })).toMatchObject([{ state: "kept", reason: "edited here" }])
    expect(offer(retired, { heldAsRetired: "work has begun" })).toMatchObject([
      { state: "kept", reason: "work has begun" },
    ])
    expect(offer(retired, { removed: true })).toEqual([])
  })
})

describe("the offers of 2026.2 to a programme of 2026.1", () => {
  const [old, now] = [loadRelease("2026.1"), loadRelease("2026.2")]
  const base = thingsOf(old)
  const gates = old.phases.flatMap(({ gate }) => (gate ? [`gate:${gate.key}`] : []))
  const mine = new Map([...base.keys(), ...gates].map((id) => [id, untouched]))
  const offers = offersOf(differenceOf(old, now), { mine, clouds: ["azure"] })

  test("are all open but for components, which come with the release", () => {
    for (const { part, state } of offers) expect(state).toBe(part === "component" ? "with" : "open")
    expect(offers.filter(({ part }) => part === "activity")).toHaveLength(12)
  })
  test("bring an activity's links with it, and never without it", () => {
    const owners = linksWith(offers)
    const taken = takenOf(offers, ["activity:train-analysts-on-spark"]).map(({ id }) => id)
    expect(taken.sort()).toEqual([
      "activity:train-analysts-on-spark",
      "link:train-analysts-on-databricks>train-analysts-on-spark>FS",
      "link:train-analysts-on-spark>build-onboarding-path>FS",
    ])
    fc.assert(
      fc.property(fc.subarray(offers.map(({ id }) => id)), (asked) => {
        const chosen = new Set(takenOf(offers, asked).map(({ id }) => id))
        for (const [link, owner] of owners) expect(chosen.has(link)).toBe(chosen.has(owner))
      }),
    )
  })
  test("never touch what was edited, whatever was edited", () => {
    const changed = offers.filter(({ what, part }) => what === "changed" && part !== "component")
    fc.assert(
      fc.property(
        fc.subarray(changed.flatMap(({ id, fields }) => fields.map(({ field }) => [id, field] as const))),
        (edits) => {
          const edited = new Map(mine)
          for (const [id, field] of edits)
            edited.set(id, { ...untouched, fields: { ...edited.get(id)?.fields, [field]: "ours" } })
          const again = offersOf(differenceOf(old, now), { mine: edited, clouds: ["azure"] })
          for (const [id, field] of edits) {
            const kept = again.find((each) => each.id === id)?.fields.find((each) => each.field === field)?.kept
            expect(kept).toBe("ours")
          }
        },
      ),
    )
  })
})
