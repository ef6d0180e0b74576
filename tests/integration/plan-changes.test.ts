import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { day } from "@/lib/base/kernel/day"
import { planOf } from "@/lib/plan/roadmap/plan"
import { inverseOf, type ReplanParts, withChange } from "@/lib/plan/roadmap/replan"
import { moveBy } from "@/lib/plan/roadmap/replan-gestures"
import type { PlanChange } from "@/lib/plan/roadmap/replan-shapes"
import type { LinkView, RoadmapView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { ask, makeWorld, type World } from "../support/world"

let world: World
let items: WorkItemView[]
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())
/** Three items of a workstream, made for each test. */
beforeEach(async () => {
  const [first] = await world.items()
  items = []
  for (const title of ["First", "Second", "Third"]) {
    const reply = await ask(world.members.lead, "POST", `${path()}/work-items`, {
      ...{ workstreamId: first?.workstreamId, title },
      estimate: { optimistic: 2, likely: 5, pessimistic: 9 },
    })
    items.push(reply.body)
  }
})

const path = () => `/programmes/${world.programmeId}`
const at = (index: number) => items[index] ?? expect.fail("no such item")
const end = (index: number) => ({ kind: "item" as const, id: at(index).id })
const send = (change: Partial<PlanChange>, who = world.members.lead) =>
  ask(who, "POST", `${path()}/plan-changes`, change)
const heldFrom = (index: number, from: string | null, version = 1) => ({
  ...{ id: at(index).id, version, startNoEarlierThan: from === null ? null : day(from) },
})
const read = async (url: string) => (await ask(world.members.lead, "GET", `${path()}${url}`)).body
const itemNow = async (index: number): Promise<WorkItemView> => (await read(`/work-items/${at(index).id}`)).item
const headOf = async (): Promise<number> =>
  (await database().prisma.auditEvent.count({ where: { chainId: world.programmeId } })) ?? 0
async function partsNow(): Promise<ReplanParts & { readonly today: RoadmapView["today"] }> {
  const { items: all } = await read("/work-items")
  return { ...(await read("/roadmap")), items: all }
}

describe("a change of the plan", () => {
  test("is one step for items, workstreams and links, told in the trail, and shown before as it then is", async () => {
    const before = await partsNow()
    const plan = planOf(before, before.today)
    const empty = before.workstreams.find(({ id }) => before.items.every((each) => each.workstreamId !== id))
    const workstream = empty ?? before.workstreams.at(-1) ?? expect.fail("no workstream")
    if (!plan.ok) throw new Error(plan.refusal)
    const moved = moveBy(before, plan.value, [{ kind: "item", id: at(0).id }], 7)
    const change: PlanChange = {
      items: [
        ...moved.change.items,
        { id: at(2).id, version: 1, estimate: { optimistic: 1, likely: 2, pessimistic: 3 } },
      ],
      workstreams: [
        { id: workstream.id, version: workstream.version, estimate: { optimistic: 3, likely: 4, pessimistic: 5 } },
      ],
      links: [{ add: { from: end(0), to: end(1), type: "FS", lag: 2 } }],
    }
    const head = await headOf()
    const reply = await send(change)
    expect(reply.status, reply.text).toBe(200)
    expect(await headOf()).toBe(head + 4)
    expect(reply.body.items.map(({ version }: WorkItemView) => version)).toEqual([2, 2])
    const preview = withChange(before, change, before.today)
    const after = await partsNow()
    const datesOf = (parts: ReplanParts) => {
      const found = planOf(parts, before.today)
      return found.ok ? found.value.dates : expect.fail("no plan")
    }
    expect(datesOf(after)).toEqual(datesOf(preview))
    const served = await read("/schedule")
    expect(served.gates).toEqual(Array.from(datesOf(preview).gates, ([id, on]) => ({ id, day: on })))
    const { items: told } = await read("/events?limit=4")
    expect(told.map(({ type }: { type: string }) => type).sort()).toEqual([
      ...["link.added", "work-item.updated", "work-item.updated", "workstream.updated"],
    ])

    const back = await send(inverseOf(before, change, reply.body))
    expect(back.status, back.text).toBe(200)
    const plain = ({ items: all, workstreams, links }: ReplanParts) => ({
      items: all.map(({ version: _, ...each }) => each),
      workstreams: workstreams.map(({ version: _, ...each }) => each),
      links: links.map(({ from, to, type, lag }: LinkView) => ({ from, to, type, lag })),
    })
    expect(plain(await partsNow())).toEqual(plain(before))
  })
  test("made on an old version is refused with what is there, and nothing of it is written", async () => {
    await send({ items: [heldFrom(1, "2027-02-01")] })
    const head = await headOf()
    const stale = await send({ items: [heldFrom(0, "2027-01-11"), heldFrom(1, "2027-01-12")] })
    expect([stale.status, stale.body.code]).toEqual([409, "changed-meanwhile"])
    expect(stale.body.current).toMatchObject({ id: at(1).id, startNoEarlierThan: "2027-02-01", version: 2 })
    expect(stale.body.changedBy).toBe("lead")
    expect((await itemNow(0)).startNoEarlierThan).toBeNull()
    expect(await headOf()).toBe(head)
  })
  test("by two at once is made by exactly one of them", async () => {
    const replies = await Promise.all([
      send({ items: [heldFrom(0, "2027-01-11")] }),
      send({ items: [heldFrom(0, "2027-01-18")] }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await itemNow(0)).version).toBe(2)
  })
  test("that would go round in a circle is refused with its members, links and dates alike", async () => {
    const first = await send({ links: [{ add: { from: end(0), to: end(1), type: "FS", lag: 0 } }] })
    expect(first.status).toBe(200)
    const reply = await send({
      items: [heldFrom(2, "2027-01-11")],
      links: [
        { add: { from: end(1), to: end(2), type: "FS", lag: 0 } },
        { add: { from: end(2), to: end(0), type: "FS", lag: 0 } },
      ],
    })
    expect([reply.status, reply.body.code]).toEqual([422, "would-circle"])
    expect([...reply.body.members].sort()).toEqual(["First", "Second", "Third"])
    expect((await itemNow(2)).startNoEarlierThan).toBeNull()
    const [link] = first.body.links
    const turned = await send({
      links: [{ remove: { id: link.id, version: 1 } }, { add: { from: end(1), to: end(0), type: "FS", lag: 0 } }],
    })
    expect(turned.status, turned.text).toBe(200)
  })
  test("cannot name what belongs to another programme, twice the same, or nothing", async () => {
    const [theirs] = (await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/work-items`)).body.items
    const item = await send({
      items: [{ id: theirs.id, version: theirs.version, startNoEarlierThan: day("2027-01-11") }],
    })
    expect([item.status, item.body.code]).toEqual([404, "not-found"])
    const there = { kind: "item" as const, id: theirs.id }
    const link = await send({ links: [{ add: { from: end(0), to: there, type: "FS", lag: 0 } }] })
    expect([link.status, link.body.code]).toEqual([422, "no-such-end"])
    expect((await send({ items: [heldFrom(0, "2027-01-11"), heldFrom(0, null)] })).status).toBe(422)
    expect((await send({})).status).toBe(422)
    expect((await send({ items: [heldFrom(0, "2027-01-11")] }, world.stranger)).status).toBe(404)
  })
  test("is a lead's; who edits work changes their items one by one", async () => {
    for (const role of ["architect", "contributor", "executive", "auditor"] as const)
      expect((await send({ items: [heldFrom(0, "2027-01-11")] }, world.members[role])).status).toBe(403)
  })
})

describe("an estimate", () => {
  test("is the roadmap's own until somebody sets or confirms it, and the trail says so", async () => {
    const packed = (await read("/work-items")).items.filter(({ packKey }: WorkItemView) => packKey !== null)
    expect(packed.every(({ estimateConfirmed }: WorkItemView) => !estimateConfirmed)).toBe(true)
    expect((await itemNow(0)).estimateConfirmed).toBe(true)
    const [one, other] = packed
    const confirmed = await ask(world.members.contributor, "POST", `${path()}/work-items/bulk`, {
      items: [one, other].map(({ id, version }) => ({ id, version })),
      change: { estimateConfirmed: true },
    })
    expect(confirmed.body.items.map((each: WorkItemView) => each.estimateConfirmed)).toEqual([true, true])
    const trail = await read(`/events?subject=${one.id}`)
    expect(trail.items[0].data).toMatchObject({
      changes: { estimateConfirmed: true },
      before: { estimateConfirmed: false },
    })
    const taken = await ask(world.members.lead, "PATCH", `${path()}/work-items/${one.id}`, {
      ...{ version: one.version + 1, estimate: null },
    })
    expect(taken.body.estimateConfirmed).toBe(false)
  })
})

describe("a baseline", () => {
  const take = (name: string, who = world.members.lead) => ask(who, "POST", `${path()}/baselines`, { name })
  test("keeps where everything lay, whatever moves later", async () => {
    const schedule = await read("/schedule")
    const { status, body } = await take("Kick-off")
    expect(status).toBe(200)
    await send({ items: [heldFrom(0, "2029-01-08")] })
    const { baseline, lines } = await read(`/baselines/${body.id}`)
    expect(baseline).toMatchObject({ name: "Kick-off", statusDay: schedule.statusDay, version: 1 })
    const of = (part: string) => lines.filter((each: { part: string }) => each.part === part)
    expect(of("item")).toHaveLength(schedule.items.length)
    expect(
      of("gate")
        .map(({ id, finish }: any) => `${id} ${finish}`)
        .sort(),
    ).toEqual(schedule.gates.map(({ id, day: on }: any) => `${id} ${on}`).sort())
    expect(of("phase")).toHaveLength(schedule.phases.length)
    const { prisma } = database()
    await expect(
      prisma.baselineLine.updateMany({ where: { baselineId: body.id }, data: { likely: 1 } }),
    ).rejects.toThrow(/never changed/)
    await expect(prisma.baselineLine.deleteMany({ where: { baselineId: body.id } })).rejects.toThrow(/never changed/)
  })
  test("has a name of its own, can get another, go, and come back", async () => {
    const { body } = await take("Steering 1")
    expect((await take("steering 1")).body.code).toBe("name-taken")
    const url = `${path()}/baselines/${body.id}`
    const renamed = await ask(world.members.lead, "PATCH", url, { version: 1, name: "Steering May" })
    expect(renamed.body).toMatchObject({ name: "Steering May", version: 2 })
    expect((await ask(world.members.lead, "PATCH", url, { version: 1, name: "Late" })).status).toBe(409)
    expect((await ask(world.members.lead, "DELETE", url, { version: 2 })).status).toBe(200)
    expect((await ask(world.members.lead, "GET", url)).status).toBe(404)
    expect((await read("/baselines")).items.map(({ name }: any) => name)).not.toContain("Steering May")
    const restored = await ask(world.members.lead, "POST", `${url}/restore`, {})
    expect(restored.body).toMatchObject({ name: "Steering May", version: 4 })
    const told = (await read(`/events?subject=${body.id}`)).items.map(({ type }: any) => type)
    expect(told).toEqual(["baseline.restored", "baseline.removed", "baseline.renamed", "baseline.taken"])
  })
  test("is a lead's to take, everybody's to see, and no stranger's", async () => {
    expect((await take("Mine", world.members.architect)).status).toBe(403)
    expect((await ask(world.members.auditor, "GET", `${path()}/baselines`)).status).toBe(200)
    const { body } = await take("Ours")
    const other = `/programmes/${world.otherProgrammeId}/baselines/${body.id}`
    expect((await ask(world.stranger, "GET", other)).status).toBe(404)
    expect((await ask(world.stranger, "DELETE", other, { version: 1 })).status).toBe(404)
  })
})
