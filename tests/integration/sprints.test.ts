import { afterAll, beforeAll, expect, test } from "vitest"
import "@/lib/serve/api/server/operations"
import { ask, makeWorld, type World } from "../support/world"

let world: World
let base = ""
beforeAll(async () => {
  world = await makeWorld()
  base = `/programmes/${world.programmeId}`
})
afterAll(() => world.end())

const lead = () => world.members.lead
const items = async () => (await ask(lead(), "GET", `${base}/work-items`)).body.items
const itemOf = async (id: string) => (await items()).find((each: { id: string }) => each.id === id)
const addSprint = async (name: string, startDay: string, finishDay: string) =>
  (await ask(lead(), "POST", `${base}/sprints`, { name, startDay, finishDay })).body
const set = async (id: string, change: object) => {
  const { version } = await itemOf(id)
  const reply = await ask(lead(), "PATCH", `${base}/work-items/${id}`, { version, ...change })
  expect(reply.status, reply.text).toBe(200)
}
const plan = async (sprintId: string, put: readonly string[], out: readonly string[] = []) => {
  const all: { id: string; version: number }[] = await items()
  const looked = (ids: readonly string[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ id, version }) => ({ id, version }))
  return ask(lead(), "POST", `${base}/sprints/${sprintId}/plan`, { put: looked(put), out: looked(out) })
}
const act = async (sprintId: string, verb: string, more: object = {}) => {
  const { items: sprints } = (await ask(lead(), "GET", `${base}/sprints`)).body
  const { version } = sprints.find(({ id }: { id: string }) => id === sprintId)
  return ask(lead(), "POST", `${base}/sprints/${sprintId}/${verb}`, { version, ...more })
}

test("a sprint holds its items to its start, keeps its commitment, and its snapshot stays as it was", async () => {
  const [a, b, c, d] = (await items()).map(({ id }: { id: string }) => id)
  for (const id of [a, b, c, d]) await set(id, { effortDays: 5 })
  const first = await addSprint("Sprint A", "2030-01-07", "2030-01-18")
  const second = await addSprint("Sprint B", "2030-01-21", "2030-02-01")

  expect((await plan(first.id, [a, b, c])).status).toBe(200)
  expect(await itemOf(a)).toMatchObject({ sprintId: first.id, sprintStart: "2030-01-07", startNoEarlierThan: null })
  const dates = (await ask(lead(), "GET", `${base}/schedule`)).body
  expect(dates.items.find(({ id }: { id: string }) => id === a).start >= "2030-01-07").toBe(true)
  expect((await plan(first.id, [], [c])).status).toBe(200)
  expect(await itemOf(c)).toMatchObject({ sprintId: null, sprintStart: null })

  expect((await act(first.id, "close", { goesTo: [] })).status).toBe(422)
  expect((await act(first.id, "start")).status).toBe(200)
  expect((await act(second.id, "start")).body.code).toBe("team-is-busy")
  await plan(first.id, [d])
  await set(a, { status: "done" })
  await set(b, { effortDays: 8 })
  const burnUp = (await ask(lead(), "GET", `${base}/sprints/${first.id}/burn-up`)).body
  expect(burnUp.committed).toHaveLength(2)
  expect(burnUp.events).toMatchObject([
    { itemId: d, does: "added", effort: 5, done: false },
    { itemId: a, does: "done" },
    { itemId: b, does: "estimated", effort: 8 },
  ])

  const closed = await act(first.id, "close", { goesTo: [{ itemId: b, sprintId: second.id }] })
  expect(closed.status, closed.text).toBe(200)
  expect(await itemOf(b)).toMatchObject({ sprintId: second.id, sprintStart: "2030-01-21" })
  expect((await itemOf(d)).sprintId).toBeNull()
  const linesOf = async () =>
    (await ask(lead(), "GET", `${base}/sprint-lines`)).body.items.filter(
      ({ sprintId }: { sprintId: string }) => sprintId === first.id,
    )
  const lines = await linesOf()
  const lineOf = (id: string) => lines.find(({ itemId }: { itemId: string }) => itemId === id)
  expect(lineOf(a)).toMatchObject({ committed: true, outcome: "done", effort: 5, closingEffort: 5 })
  expect(lineOf(b)).toMatchObject({
    committed: true,
    outcome: "carried",
    effort: 5,
    closingEffort: 8,
    goesToId: second.id,
  })
  expect(lineOf(d)).toMatchObject({ committed: false, outcome: "carried", goesToId: null })

  await set(b, { effortDays: 1, status: "done" })
  await plan(second.id, [d])
  expect(await linesOf()).toEqual(lines)
  expect((await plan(first.id, [d])).body.code).toBe("sprint-is-closed")

  expect((await act(first.id, "reopen")).status).toBe(200)
  expect((await linesOf()).map(({ outcome }: { outcome: string | null }) => outcome)).toEqual([null, null])
})

test("a stale place in a sprint is refused, and so is finished work", async () => {
  const [, , , , e, f] = await items()
  const sprint = await addSprint("Sprint C", "2030-03-04", "2030-03-15")
  const stale = { put: [{ id: e.id, version: e.version + 7 }], out: [] }
  expect((await ask(lead(), "POST", `${base}/sprints/${sprint.id}/plan`, stale)).status).toBe(409)
  await set(f.id, { status: "done" })
  expect((await plan(sprint.id, [e.id, f.id])).body.code).toBe("item-is-finished")
  expect((await itemOf(e.id)).sprintId).toBeNull()
  await plan(sprint.id, [e.id])
  const moved = { version: sprint.version, startDay: "2030-03-11" }
  expect((await ask(lead(), "PATCH", `${base}/sprints/${sprint.id}`, moved)).status).toBe(200)
  expect((await itemOf(e.id)).sprintStart).toBe("2030-03-11")
  await ask(lead(), "DELETE", `${base}/sprints/${sprint.id}`, { version: sprint.version + 1 })
  expect(await itemOf(e.id)).toMatchObject({ sprintId: null, sprintStart: null })
})

test("a move in the backlog gives ranks only as far as they are needed", async () => {
  const before = await items()
  const third = before[2]
  const reply = await ask(lead(), "POST", `${base}/backlog-moves`, {
    ...{ workItemId: third.id, version: third.version, afterId: null },
  })
  expect(reply.status, reply.text).toBe(200)
  const ranked = (await items()).filter(({ backlogRank }: { backlogRank: string | null }) => backlogRank !== null)
  expect(ranked.map(({ id }: { id: string }) => id)).toEqual([third.id])
})
