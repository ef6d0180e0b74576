import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ask, makeWorld, type World } from "../support/world"

let world: World
type Item = { id: string; title: string; workstreamId: string; version: number }
let first: Item
let second: Item
beforeAll(async () => {
  world = await makeWorld()
  const [known] = await world.items()
  const add = async (title: string, likely: number): Promise<Item> => {
    const estimate = { optimistic: likely, likely, pessimistic: likely }
    const body = { workstreamId: known?.workstreamId, title, estimate }
    return (await ask(world.members.lead, "POST", `${path()}/work-items`, body)).body
  }
  first = await add("First", 90)
  second = await add("Second", 90)
  const ends = { from: { kind: "item", id: first.id }, to: { kind: "item", id: second.id } }
  await ask(world.members.lead, "POST", `${path()}/links`, ends)
})
afterAll(() => world.end())

const path = () => `/programmes/${world.programmeId}`
const read = async (of: string) => (await ask(world.members.auditor, "GET", `${path()}/schedule/${of}`)).body
const lineOf = async (id: string) => (await read("slack")).items.find((each: Item) => each.id === id)
const gateOf = async (id: string) => (await read("slack")).gates.find((each: { id: string }) => each.id === id)

describe("slack by the API", () => {
  test("says what drives a piece of work, and the way to what holds it first", async () => {
    expect(await lineOf(second.id)).toMatchObject({
      drivenBy: { node: { kind: "item", id: first.id }, ofWorkstream: false },
    })
    const { steps } = await read(`driving-path?kind=item&id=${second.id}`)
    expect(steps[0]).toMatchObject({ node: { kind: "item", id: second.id }, because: "link" })
    expect(steps[1].node).toEqual({ kind: "item", id: first.id })
    const gone = "00000000-0000-4000-8000-00000000dead"
    expect((await ask(world.members.lead, "GET", `${path()}/schedule/driving-path?kind=item&id=${gone}`)).status).toBe(
      404,
    )
  })
  test("counts to the target of each gate, negative once the target is too early", async () => {
    const { gates } = await lineOf(second.id)
    const [{ gateId, slack }] = gates
    expect(slack).toBeNull()
    const { day } = await gateOf(gateId)
    const roadmap = (await ask(world.members.lead, "GET", `${path()}/roadmap`)).body
    const gate = roadmap.gates.find(({ id }: { id: string }) => id === gateId)
    const aim = (targetDay: string, version: number) =>
      ask(world.members.lead, "PATCH", `${path()}/gates/${gateId}`, { version, targetDay })
    const changed = await aim(day, gate.version)
    expect(changed.status, changed.text).toBe(200)
    expect((await lineOf(second.id)).gates[0]).toEqual({ gateId, slack: 0, critical: true })
    expect((await gateOf(gateId)).slackToTarget).toBe(0)
    await aim("2020-01-01", changed.body.version)
    expect((await lineOf(second.id)).gates[0].slack).toBeLessThan(-100)
  })
  test("calls work near-critical by the programme's own threshold", async () => {
    const near = async () =>
      (await read("slack")).items.filter(({ nearCritical }: { nearCritical: boolean }) => nearCritical).length
    const programme = (await ask(world.members.lead, "GET", `${path()}/roadmap`)).body.programme
    expect(programme.nearCriticalDays).toBe(5)
    const before = await near()
    const edit = { version: programme.version, nearCriticalDays: 100 }
    expect((await ask(world.members.lead, "PATCH", path(), edit)).body.nearCriticalDays).toBe(100)
    expect(await near()).toBeGreaterThan(before)
    expect((await ask(world.members.executive, "PATCH", path(), { ...edit, version: 2 })).status).toBe(403)
  })
})

describe("schedule quality by the API", () => {
  test("has fourteen points, and says unknown where a baseline is missing", async () => {
    const { items, baseline, outOfSequence } = await read("quality")
    expect(items).toHaveLength(14)
    expect(baseline).toBeNull()
    const verdictOf = (key: string) => items.find((each: { key: string }) => each.key === key).verdict
    expect([verdictOf("missed"), verdictOf("bei")]).toEqual(["unknown", "unknown"])
    expect(items.find(({ key }: { key: string }) => key === "long-work").lines.map(({ id }: Item) => id)).toEqual(
      expect.arrayContaining([first.id, second.id]),
    )
    expect(outOfSequence).toEqual([])
  })
  test("compares with the newest baseline, or the one named", async () => {
    const { body } = await ask(world.members.lead, "POST", `${path()}/baselines`, { name: "Agreed" })
    expect(await read("quality")).toMatchObject({ baseline: { id: body.id, name: "Agreed" } })
    expect(await read(`quality?baselineId=${body.id}`)).toMatchObject({ baseline: { id: body.id } })
    const other = await ask(world.members.lead, "GET", `${path()}/schedule/quality?baselineId=${first.id}`)
    expect(other.status).toBe(404)
  })
  test("shows work that began out of sequence, and lets it go on when that is chosen", async () => {
    const start = { version: second.version, status: "in_progress" }
    expect((await ask(world.members.lead, "PATCH", `${path()}/work-items/${second.id}`, start)).status).toBe(200)
    const { outOfSequence } = await read("quality")
    expect(outOfSequence).toEqual([{ kind: "item", id: second.id, note: "began before First finished" }])
    const retained = await lineOf(second.id)
    const { programme } = (await ask(world.members.lead, "GET", `${path()}/roadmap`)).body
    await ask(world.members.lead, "PATCH", path(), { version: programme.version, progressOverride: true })
    const overridden = await lineOf(second.id)
    expect(overridden.earlyFinish < retained.earlyFinish).toBe(true)
    expect(overridden.drivenBy).toBeNull()
  })
})
