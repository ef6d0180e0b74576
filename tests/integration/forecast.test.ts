import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { InstallationActor } from "@/lib/door/access/actor"
import { modelOf } from "@/lib/plan/forecast/network"
import { forecastChanged } from "@/lib/plan/forecast/server/automatic"
import { inputsOfRun } from "@/lib/plan/forecast/server/run-rows"
import { tryOut } from "@/lib/plan/forecast/server/try-out"
import { countedOf } from "@/lib/plan/forecast/tried"
import { kernelTwin } from "@/lib/plan/simulation/kernel-twin"
import { simulate } from "@/lib/plan/simulation/simulate"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const programme = (id = world.programmeId) => `/programmes/${id}`
const forecasts = () => `${programme()}/forecasts`
const lead = () => world.members.lead
const run = (who: Someone = lead()) => ask(who, "POST", forecasts(), {})
const latest = async (who: Someone = lead()) => (await ask(who, "GET", `${programme()}/forecast`)).body
const history = async () => (await ask(lead(), "GET", forecasts())).body
const chainLength = async (id = world.programmeId) =>
  await database().prisma.auditEvent.count({ where: { chainId: id } })
const p80sOf = (of: any): Record<string, string> =>
  Object.fromEntries(of.gates.map(({ gateId, p80 }: any) => [gateId, p80]))
const openItem = async () => (await world.items()).filter(({ status }) => status === "not_started")
const lengthen = async (days: number) => {
  const [item] = await openItem()
  const estimate = { optimistic: days, likely: days + 1, pessimistic: days + 9 }
  const body = { version: item?.version, estimate }
  return ask(lead(), "PATCH", `${programme()}/work-items/${item?.id}`, body)
}

describe("a forecast", () => {
  test("is none before the first run, and says that there could be one", async () => {
    expect(await latest()).toEqual({ forecast: null, outOfDate: true, noForecast: null, may: { run: true } })
    expect((await latest(world.members.executive)).may).toEqual({ run: false })
    expect(await history()).toMatchObject({ items: [], score: { of: 0, sentence: null } })
  })
  test("is made, kept with all that made it, and told", async () => {
    const { status, body, text } = await run(world.members.architect)
    expect(status, text).toBe(200)
    expect(body.run).toMatchObject({ trials: 10_000, byId: world.members.architect.personId })
    expect(body.run.inputsHash).toMatch(/^[0-9a-f]{64}$/)
    expect(body.moved).toBeNull()
    for (const gate of body.results.gates) {
      expect([gate.p10, gate.p50, gate.p80, gate.p90]).toEqual([gate.p10, gate.p50, gate.p80, gate.p90].toSorted())
      expect(gate.histogram.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(10_000)
    }
    expect(body.results.finishGateId).toBe(body.results.gates.at(-1)?.gateId ?? null)
    expect(body.results.items.length).toBeGreaterThan(50)
    expect(body.percentages).toBe(false)
    const current = await latest()
    expect(current).toMatchObject({ outOfDate: false, noForecast: null })
    expect(current.forecast).toEqual(body)
    expect((await ask(lead(), "GET", `${forecasts()}/${body.run.id}`)).body).toEqual(body)
    const events = await ask(lead(), "GET", `${programme()}/events?type=forecast`)
    expect(events.body.items).toMatchObject([
      { type: "forecast.made", subjectId: body.run.id, data: { trials: 10_000 } },
    ])
  })
  test("of the same plan is the same one: nothing is written again, also when two ask at once", async () => {
    const first = (await run()).body
    const before = await chainLength()
    const again = await Promise.all([run(), run(), run(world.members.architect)])
    expect(new Set(again.map(({ body }) => body.run.id))).toEqual(new Set([first.run.id]))
    expect(await chainLength()).toBe(before)
    await lengthen(40)
    const both = await Promise.all([run(), run()])
    expect(new Set(both.map(({ body }) => body.run.id)).size).toBe(1)
    expect(both[0]?.body.run.id).not.toBe(first.run.id)
  })
  test("of a plan that changed says what moved it, and its parts add up", async () => {
    await run()
    await lengthen(80)
    expect(await latest()).toMatchObject({ outOfDate: true })
    const body = (await run()).body
    expect(body.moved.causes).toMatchObject([
      { kind: "estimates", count: 1, main: [{ about: "item", what: "estimate" }] },
    ])
    expect(body.moved.gates.some(({ days }: any) => days > 0)).toBe(true)
    for (const { days, parts } of body.moved.gates) {
      expect(parts.reduce((sum: number, part: any) => sum + part.days, 0)).toBe(days)
      expect(parts.filter(({ kind }: any) => kind !== "estimates").every((part: any) => part.days === 0)).toBe(true)
    }
  })
  test("moves by a risk while it is open, and no more once it is closed", async () => {
    const calm = p80sOf((await run()).body.results)
    const roadmap = (await ask(lead(), "GET", `${programme()}/roadmap`)).body
    const places = { workstreamIds: roadmap.workstreams.map(({ id }: any) => id) }
    const delay = { optimistic: 20, likely: 30, pessimistic: 40 }
    const risk = { kind: "risk", title: "Freeze", probability: 0.9, delay, ...places }
    const { body } = await ask(lead(), "POST", `${programme()}/register`, risk)
    const risky = (await run()).body
    expect(Object.values(p80sOf(risky.results)).toSorted().at(-1)).toSatisfy(
      (day: string) => day > (Object.values(calm).toSorted().at(-1) ?? ""),
    )
    expect(risky.moved.causes).toMatchObject([{ kind: "risks", main: [{ about: "risk", id: body.id, what: "added" }] }])
    await ask(lead(), "PATCH", `${programme()}/register/${body.id}`, { version: 1, state: "closed" })
    expect(p80sOf((await run()).body.results)).toEqual(calm)
  })
  test("is the same again for the same seed: a plan changed there and back is forecast alike", async () => {
    const before = (await run()).body
    const [item] = await openItem()
    const path = `${programme()}/work-items/${item?.id}`
    await ask(lead(), "PATCH", path, { version: item?.version, startNoEarlierThan: "2027-06-01" })
    const moved = (await run()).body
    await ask(lead(), "PATCH", path, { version: (item?.version ?? 0) + 1, startNoEarlierThan: null })
    const after = (await run()).body
    expect(moved.results).not.toEqual(before.results)
    expect(after.results).toEqual(before.results)
    expect(after.run.inputsHash).toBe(before.run.inputsHash)
    expect(after.run.id).not.toBe(before.run.id)
  })
})

test("a snapshot is forecast alike in one thread, in two and by the twin in TypeScript", async () => {
  const id = (await run()).body.run.id
  const row = await database().prisma.forecastRun.findFirstOrThrow({ where: { id } })
  const inputs = inputsOfRun(row)
  const draws = { seed: 7, trials: 10_000 }
  const [one, two] = [await tryOut(inputs, { ...draws, threads: 1 }), await tryOut(inputs, { ...draws, threads: 2 })]
  if (!one.ok || !two.ok) throw new Error("no forecast")
  const model = modelOf(inputs)
  if (!model.ok) throw new Error("no forecast")
  expect(two.value).toEqual(one.value)
  expect(countedOf(model.value, simulate(model.value, draws, kernelTwin))).toEqual(one.value)
})

test("more than a million trials are made in rounds and all counted", async () => {
  const row = await database().prisma.forecastRun.findFirstOrThrow({ orderBy: { at: "desc" } })
  const trials = 2 ** 20 + 5_000
  const tried = await tryOut(inputsOfRun(row), { seed: 7, trials, watched: 0 })
  if (!tried.ok) throw new Error("no forecast")
  expect(tried.value.trials).toBe(trials)
  for (const bars of tried.value.days.values()) {
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(trials)
    expect(bars.map(({ day }) => day)).toEqual([...new Set(bars.map(({ day }) => day))].toSorted())
  }
})

describe("the settings of forecasts", () => {
  const path = () => `${programme()}/forecast-settings`
  test("are changed, told and used; the first change of two at once holds", async () => {
    expect((await ask(lead(), "GET", path())).body).toMatchObject({
      ...{ shape: "beta_pert", trials: 10_000, version: 0 },
      ...{ correlation: 0.3, seed: null, automatic: true },
    })
    const say = (trials: number) => ask(lead(), "PATCH", path(), { version: 0, trials })
    const replies = await Promise.all([say(500), say(700)])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = await ask(lead(), "PATCH", path(), {
      version: 1,
      trials: 1000,
      shape: "triangular",
      correlation: 0.3,
    })
    expect(body).toMatchObject({ trials: 1000, shape: "triangular", correlation: 0.3, version: 2, may: { edit: true } })
    const stale = await ask(lead(), "PATCH", path(), { version: 1, trials: 2000 })
    expect([stale.status, stale.body.code, stale.body.current.trials]).toEqual([409, "changed-meanwhile", 1000])
    const made = (await run()).body
    expect(made.run.trials).toBe(1000)
    expect(made.moved.causes).toMatchObject([{ kind: "estimates", main: [{ about: "settings" }] }])
  })
  test("are refused outside their range and to who may not run forecasts", async () => {
    for (const wrong of [{ trials: 5 }, { correlation: 2 }, { shape: "normal" }, { seed: -1 }, { seed: 2 ** 32 }])
      expect((await ask(lead(), "PATCH", path(), { version: 2, ...wrong })).status).toBe(422)
    for (const role of ["contributor", "executive", "auditor"] as const) {
      expect((await ask(world.members[role], "PATCH", path(), { version: 2, trials: 200 })).status).toBe(403)
      expect((await ask(world.members[role], "GET", path())).body.may).toEqual({ edit: false })
    }
  })
})

test("another seed makes another forecast of the same plan, and the same one the same again", async () => {
  const path = `${programme()}/forecast-settings`
  const draw = async (seed: number | null) => {
    const { version } = (await ask(lead(), "GET", path)).body
    await ask(lead(), "PATCH", path, { version, seed })
    return (await run()).body
  }
  const [first, other, again] = [await draw(7), await draw(8), await draw(7)]
  expect([first, other, again].map((each) => each.run.seed)).toEqual(["7", "8", "7"])
  expect(first.results.gates).toEqual(again.results.gates)
  expect(first.results.gates).not.toEqual(other.results.gates)
  await draw(null)
})

describe("the score", () => {
  test("counts what was said of a gate before it passed", async () => {
    const made = (await run()).body
    const [gate] = made.results.gates
    const passed = new Date(Date.now() + 3 * 86_400_000)
    await database().prisma.gate.update({ where: { id: gate.gateId }, data: { passedAt: passed } })
    const { score } = await history()
    expect(score.of).toBe(1)
    expect(score.scored[0]).toMatchObject({ gateId: gate.gateId, runId: made.run.id, daysAhead: 3 })
    expect(score.cameTrue.find(({ name }: any) => name === "p90").times).toBe(1)
    expect(score.sentence).toBe("1 of 1 past P80 dates met.")
    await database().prisma.gate.update({ where: { id: gate.gateId }, data: { passedAt: null } })
  })
})

describe("a preview", () => {
  const preview = (body: object, who: Someone = world.members.executive, id = world.programmeId) =>
    ask(who, "POST", `${programme(id)}/forecast-previews`, body)
  const longer = async () => {
    const items = (await openItem()).slice(0, 20)
    const estimate = { optimistic: 60, likely: 80, pessimistic: 120 }
    return { plan: { items: items.map(({ id, version }) => ({ id, version, estimate })) } }
  }
  test("of no change moves no gate", async () => {
    const { status, body } = await preview({})
    expect([status, body.trials]).toEqual([200, 2000])
    expect(body.gates.length).toBeGreaterThan(2)
    for (const gate of body.gates) expect([gate.days, gate.would]).toEqual([0, gate.now])
  })
  test("says how far each gate would move, keeps nothing and tells nobody", async () => {
    const before = await chainLength()
    const runs = await database().prisma.forecastRun.count()
    const change = await longer()
    const { body } = await preview(change)
    expect(body.gates.at(-1).days).toBeGreaterThan(10)
    for (const { now, would, days } of body.gates)
      expect(days).toBe((Date.parse(would.p80) - Date.parse(now.p80)) / 86_400_000)
    expect((await preview(change)).body).toEqual(body)
    expect(await chainLength()).toBe(before)
    expect(await database().prisma.forecastRun.count()).toBe(runs)
    expect((await preview({})).body.gates.every(({ days }: any) => days === 0)).toBe(true)
  })
  test("says what the plan then really does when the change is made", async () => {
    const [item] = await openItem()
    const estimate = { optimistic: 90, likely: 95, pessimistic: 99 }
    const { body } = await preview({ plan: { items: [{ id: item?.id, version: item?.version, estimate }] } })
    await ask(lead(), "PATCH", `${programme()}/work-items/${item?.id}`, { version: item?.version, estimate })
    const after = (await preview({})).body
    // Before the change the kept forecast is moved by working days; after it, it is out of date and simulated anew.
    expect(after.gates).toHaveLength(body.gates.length)
    for (const [at, { would }] of body.gates.entries())
      for (const point of ["p10", "p50", "p80", "p90"])
        expect(Math.abs(Date.parse(after.gates[at].now[point]) - Date.parse(would[point])) / 86_400_000).toBeLessThan(4)
  })
  test("switches a risk on and off", async () => {
    const roadmap = (await ask(lead(), "GET", `${programme()}/roadmap`)).body
    const places = { workstreamIds: roadmap.workstreams.map(({ id }: any) => id) }
    const delay = { optimistic: 20, likely: 30, pessimistic: 40 }
    const risk = { kind: "risk", title: "Freeze", probability: 0.5, delay, ...places }
    const { id } = (await ask(lead(), "POST", `${programme()}/register`, risk)).body
    const last = async (on: boolean) => (await preview({ risks: [{ id, on }] })).body.gates.at(-1)
    const [off, on] = [await last(false), await last(true)]
    expect(off.days).toBeLessThan(0)
    expect(on.would.p50 > on.now.p50).toBe(true)
    await ask(lead(), "DELETE", `${programme()}/register/${id}`, { version: 1 })
  })
  test("is refused where links would go round, or what it changes is gone or elsewhere", async () => {
    const [one, two] = await openItem()
    const end = (id: string | undefined) => ({ kind: "item", id })
    const link = (from: string | undefined, to: string | undefined) => ({
      add: { from: end(from), to: end(to), type: "FS", lag: 0 },
    })
    const circle = await preview({ plan: { links: [link(one?.id, two?.id), link(two?.id, one?.id)] } })
    expect([circle.status, circle.body.code]).toEqual([422, "cycle"])
    const unknown = { plan: { items: [{ id: newId(new Date()), version: 1, percent: 10 }] } }
    expect((await preview(unknown)).body.code).toBe("no-such-part")
    const theirs = { plan: { items: [{ id: one?.id, version: 1, percent: 10 }] } }
    expect((await preview(theirs, world.stranger, world.otherProgrammeId)).body.code).toBe("no-such-part")
    expect((await preview({ risks: [{ id: newId(new Date()), on: true }] })).body.code).toBe("no-such-part")
    expect((await preview({}, world.stranger)).status).toBe(404)
    expect((await preview({ plan: { items: [{ id: one?.id }] } })).status).toBe(422)
  })
  test("of a thousand items is quick", async () => {
    const { prisma } = database()
    const at = new Date()
    const programmeId = world.otherProgrammeId
    const have = await prisma.workItem.findMany({
      where: { programmeId },
      select: { workstreamId: true, number: true },
    })
    const most = Math.max(...have.map(({ number }) => number))
    const ids = Array.from({ length: 1000 - have.length }, () => newId(at))
    await prisma.workItem.createMany({
      data: ids.map((id, n) => ({
        ...{ id, programmeId, workstreamId: have[n % have.length]?.workstreamId ?? "", number: most + 1 + n },
        ...{ title: `Item ${n}`, description: "", rank: `z${n}`, createdAt: at, updatedAt: at },
        ...{ optimistic: 1 + (n % 4), likely: 3 + (n % 4), pessimistic: 9 + (n % 5) },
      })),
    })
    const links = ids.flatMap((id, n) => {
      const to = ids[n + have.length]
      return to && n % 3 !== 0
        ? [{ id: newId(at), programmeId, fromItemId: id, toItemId: to, type: "FS" as const, lag: 0 }]
        : []
    })
    await prisma.dependency.createMany({ data: links })
    const first = await ask(world.stranger, "GET", `/programmes/${programmeId}/work-items`)
    const item = first.body.items.find(({ status }: any) => status === "not_started")
    await ask(world.stranger, "PATCH", `/programmes/${programmeId}/work-items/${item.id}`, {
      version: item.version,
      percent: 5,
    })
    const times: number[] = []
    for (let round = 0; round < 8; round++) {
      const change = { id: item.id, version: item.version + 1, startNoEarlierThan: `2027-0${1 + round}-01` }
      const began = performance.now()
      const { status } = await preview({ plan: { items: [change] } }, world.stranger, programmeId)
      times.push(performance.now() - began)
      expect(status).toBe(200)
    }
    const [cold = 0, ...warm] = times
    const median = warm.toSorted((a, b) => a - b)[3] ?? 0
    process.stdout.write(`preview of 1,000 items: first ${cold.toFixed(0)} ms, then ${median.toFixed(0)} ms\n`)
    expect(median).toBeLessThan(1000)
  })
})

describe("a what-if", () => {
  const path = (id = "", more = "") => `${programme()}/scenarios${id && `/${id}`}${more}`
  const changes = async () => {
    const [item] = await openItem()
    const estimate = { optimistic: 100, likely: 120, pessimistic: 150 }
    return { plan: { items: [{ id: item?.id, version: item?.version, estimate }] } }
  }
  const keep = async (who = lead()) => ask(who, "POST", path(), { name: "Slow data", changes: await changes() })
  const listed = async (who = lead()) => (await ask(who, "GET", path())).body
  const told = async (id: string) =>
    (await ask(lead(), "GET", `${programme()}/events?subject=${id}`)).body.items.map(({ type }: any) => type)

  test("is kept, compared with the plan, renamed, dropped and brought back, and all of it told", async () => {
    const { status, body } = await keep(world.members.architect)
    expect([status, body.name, body.version]).toEqual([200, "Slow data", 1])
    expect(body.changes).toMatchObject({ risks: [], plan: { workstreams: [], links: [] } })
    const compared = (await ask(world.members.auditor, "GET", path(body.id, "/forecast"))).body
    expect(compared.trials).toBe(1000)
    expect(compared.gates.some(({ days }: any) => days > 0)).toBe(true)
    const renamed = await ask(lead(), "PATCH", path(body.id), { version: 1, name: "Slower data" })
    expect(renamed.body).toMatchObject({ name: "Slower data", version: 2, changes: body.changes })
    expect((await ask(lead(), "DELETE", path(body.id), { version: 2 })).body).toEqual({ id: body.id, version: 3 })
    expect((await listed()).items).toEqual([])
    expect((await ask(lead(), "GET", path(body.id, "/forecast"))).status).toBe(404)
    expect((await ask(lead(), "POST", path(body.id, "/restore"), {})).body.version).toBe(4)
    expect((await listed()).items).toMatchObject([{ id: body.id, name: "Slower data" }])
    expect(await told(body.id)).toEqual(["restored", "removed", "updated", "added"].map((each) => `scenario.${each}`))
  })
  test("is refused a change on an old version, and to who may not", async () => {
    const { id } = (await keep()).body
    await ask(lead(), "PATCH", path(id), { version: 1, name: "Other" })
    const stale = await ask(lead(), "PATCH", path(id), { version: 1, name: "Late" })
    expect([stale.status, stale.body.code, stale.body.current.name]).toEqual([409, "changed-meanwhile", "Other"])
    expect((await ask(lead(), "DELETE", path(id), { version: 1 })).status).toBe(409)
    for (const role of ["contributor", "executive", "auditor"] as const) {
      expect((await keep(world.members[role])).status).toBe(403)
      expect((await listed(world.members[role])).may).toEqual({ edit: false, apply: false })
    }
    expect((await listed(world.members.architect)).may).toEqual({ edit: true, apply: false })
  })
  test("is nothing of another programme's", async () => {
    const { id } = (await keep()).body
    const elsewhere = `/programmes/${world.otherProgrammeId}/scenarios`
    expect((await ask(world.stranger, "GET", elsewhere)).body.items).toEqual([])
    const asks = [
      ["PATCH", "", { version: 1, name: "x" }],
      ["DELETE", "", { version: 1 }],
      ["POST", "/restore", {}],
    ] as const
    for (const [method, more, body] of asks)
      expect((await ask(world.stranger, method, `${elsewhere}/${id}${more}`, body)).status).toBe(404)
    expect((await ask(world.stranger, "GET", `${elsewhere}/${id}/forecast`)).status).toBe(404)
  })
  test("cannot be compared when what it changes is gone", async () => {
    const missing = { plan: { items: [{ id: newId(new Date()), version: 1, percent: 5 }] } }
    const { id } = (await ask(lead(), "POST", path(), { name: "Gone", changes: missing })).body
    expect((await ask(lead(), "GET", path(id, "/forecast"))).body.code).toBe("no-such-part")
  })

  test("is applied to the plan as it said, once, and told with each change", async () => {
    const made = await changes()
    const { id } = (await ask(lead(), "POST", path(), { name: "Do it", changes: made })).body
    const compared = (await ask(lead(), "GET", path(id, "/forecast"))).body
    expect((await ask(world.members.architect, "POST", path(id, "/apply"), { version: 1 })).status).toBe(403)
    const { status, body, text } = await ask(lead(), "POST", path(id, "/apply"), { version: 1 })
    expect(status, text).toBe(200)
    expect(body.scenario).toMatchObject({ id, version: 2 })
    expect(body.scenario.appliedAt).not.toBeNull()
    expect(body.changed.items).toMatchObject([{ id: made.plan.items[0]?.id, likely: 120 }])
    const after = (await ask(lead(), "POST", `${programme()}/forecasts`, {})).body
    expect(p80sOf(after.run)).toEqual(
      Object.fromEntries(compared.gates.map((gate: any) => [gate.gateId, gate.would.p80])),
    )
    const events = (await ask(lead(), "GET", `${programme()}/events?limit=3`)).body.items
    expect(events.map(({ type }: any) => type)).toEqual(["forecast.made", "work-item.updated", "scenario.applied"])
    const again = await ask(lead(), "POST", path(id, "/apply"), { version: 2 })
    expect([again.status, again.body.code]).toEqual([422, "applied-already"])
    const edit = await ask(lead(), "PATCH", path(id), { version: 2, name: "x" })
    expect(edit.body.code).toBe("applied-already")
  })
  test("on an old plan is refused with what changed, leaves no trace and may be tried again", async () => {
    const made = await changes()
    const { id } = (await ask(lead(), "POST", path(), { name: "Too late", changes: made })).body
    const [item] = made.plan.items
    await ask(lead(), "PATCH", `${programme()}/work-items/${item?.id}`, { version: item?.version, title: "Renamed" })
    const before = await chainLength()
    const { status, body } = await ask(lead(), "POST", path(id, "/apply"), { version: 1 })
    expect([status, body.code, body.current.title]).toEqual([409, "plan-changed", "Renamed"])
    expect((await listed()).items.find((each: any) => each.id === id)).toMatchObject({ version: 1, appliedAt: null })
    expect(await chainLength()).toBe(before)
    const renewed = await ask(lead(), "PATCH", path(id), { version: 1, changes: await changes() })
    expect((await ask(lead(), "POST", path(id, "/apply"), { version: renewed.body.version })).status).toBe(200)
  })
  test("is applied once by two at once, and not at all when it only switches risks", async () => {
    const { id } = (await keep()).body
    const twice = await Promise.all([1, 2].map(() => ask(lead(), "POST", path(id, "/apply"), { version: 1 })))
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
    const idle = (await ask(lead(), "POST", path(), { name: "Idle", changes: {} })).body
    expect((await ask(lead(), "POST", path(idle.id, "/apply"), { version: 1 })).body.code).toBe("nothing-to-apply")
    const elsewhere = `/programmes/${world.otherProgrammeId}/scenarios/${idle.id}/apply`
    expect((await ask(world.stranger, "POST", elsewhere, { version: 1 })).status).toBe(404)
  })
})

describe("a kept forecast", () => {
  test("can be neither changed nor deleted, not even in the database", async () => {
    const { id } = (await run()).body.run
    const { prisma } = database()
    await expect(prisma.forecastRun.update({ where: { id }, data: { trials: 1 } })).rejects.toThrow()
    await expect(prisma.forecastGate.deleteMany({ where: { runId: id } })).rejects.toThrow()
  })
  test("is nothing of another programme's", async () => {
    const { id } = (await run()).body.run
    const elsewhere = `/programmes/${world.otherProgrammeId}/forecasts`
    expect((await ask(world.stranger, "GET", `${elsewhere}/${id}`)).status).toBe(404)
    expect((await ask(world.stranger, "GET", `${forecasts()}/${id}`)).status).toBe(404)
    expect((await ask(lead(), "GET", `${forecasts()}/${newId(new Date())}`)).status).toBe(404)
    expect((await ask(world.stranger, "POST", forecasts(), {})).status).toBe(404)
    expect((await ask(world.stranger, "GET", elsewhere)).body.items).toEqual([])
  })
})

// Last: it is made some minutes later than now, and so the newest from then on.
describe("a forecast by itself", () => {
  const server = (at: Date) => new InstallationActor({ at, network: "server" }, null)
  const lookIn = (minutes: number) => forecastChanged(server, () => new Date(Date.now() + minutes * 60_000))
  test("is made once the plan changed and was left alone, and says why", async () => {
    await run()
    const before = await history()
    expect(await lookIn(10)).toBe(0)
    await lengthen(40)
    expect(await lookIn(0)).toBe(0)
    expect((await latest()).outOfDate).toBe(true)
    expect(await lookIn(10)).toBe(1)
    const { items } = await history()
    expect(items).toHaveLength(before.items.length + 1)
    expect(items[0]).toMatchObject({ byId: null, reason: "Changed: work" })
    expect(await lookIn(20)).toBe(0)
  })
  test("is not made where that is switched off", async () => {
    const path = `${programme()}/forecast-settings`
    const { version } = (await ask(lead(), "GET", path)).body
    expect((await ask(lead(), "PATCH", path, { version, automatic: false })).body.automatic).toBe(false)
    await lengthen(60)
    expect(await lookIn(10)).toBe(0)
    await ask(lead(), "PATCH", path, { version: version + 1, automatic: true })
  })
})
