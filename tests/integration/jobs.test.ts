import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import * as z from "zod"
import { database } from "@/lib/base/db/client"
import { type JobKind, jobKind, type Work } from "@/lib/base/jobs/server/job-kind"
import { addJob, cancelJobs, forgetOldJobs } from "@/lib/base/jobs/server/jobs"
import { addRecurring } from "@/lib/base/jobs/server/queue"
import { runDueJobs, startRunner } from "@/lib/base/jobs/server/runner"
import { makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
}, 120_000)
afterAll(() => world.end())
afterEach(async () => {
  await database().prisma.job.deleteMany({})
})

const start = new Date("2026-11-30T12:00:00Z")
const instant = (seconds: number) => new Date(start.getTime() + seconds * 1_000)
const add = (more: object = {}, at = start) =>
  addJob(database().prisma, at, { kind: "test.count", title: "Count", input: { by: 1 }, ...more })
const row = (id: string | null) => database().prisma.job.findUniqueOrThrow({ where: { id: id ?? "" } })

/** A kind that counts what it was asked to do, and ends as it is told. */
function counting(run: (work: Work) => ReturnType<JobKind["run"]> = async () => ({ state: "done" })) {
  const seen: number[] = []
  const ended: string[] = []
  const kind = jobKind({
    kind: "test.count",
    input: z.strictObject({ by: z.int() }),
    run: async ({ by }, work) => {
      seen.push(by)
      return run(work)
    },
    ended: async (_tx, _job, end) => {
      ended.push(end.state)
    },
  })
  return { kind, seen, ended }
}

describe("jobs", () => {
  test("are done once each, however many processes look", async () => {
    const { kind, seen } = counting()
    for (let by = 0; by < 20; by += 1) await add({ input: { by } })
    const taken = await Promise.all(Array.from({ length: 5 }, () => runDueJobs([kind], () => start)))
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(20)
    expect(seen.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, by) => by))
    expect(await database().prisma.job.count({ where: { state: "done", finishedAt: start } })).toBe(20)
  })
  test("wait for their time", async () => {
    const { kind, seen } = counting()
    await add({ runAt: instant(60) })
    expect(await runDueJobs([kind], () => instant(59))).toBe(0)
    expect(await runDueJobs([kind], () => instant(60))).toBe(1)
    expect(seen).toEqual([1])
  })
  test("of one key wait or run once, and again when it is over", async () => {
    const { kind } = counting()
    expect(await add({ key: "one" })).not.toBeNull()
    expect(await add({ key: "one" })).toBeNull()
    expect(await add({ key: "two" })).not.toBeNull()
    await runDueJobs([kind], () => start)
    expect(await add({ key: "one" })).not.toBeNull()
  })
  test("that fail are tried again later and later, and then have failed for the last reason", async () => {
    let attempt = 0
    const { kind, ended } = counting(async () => {
      attempt += 1
      return { state: "again", reason: `No answer, time ${attempt}.` }
    })
    const id = await add({ mostAttempts: 3 })
    await runDueJobs([kind], () => start)
    expect(await row(id)).toMatchObject({ state: "waiting", runAt: instant(15), reason: "No answer, time 1." })
    expect(await runDueJobs([kind], () => instant(14))).toBe(0)
    await runDueJobs([kind], () => instant(15))
    expect(await row(id)).toMatchObject({ state: "waiting", runAt: instant(45), attempt: 2 })
    expect(ended).toEqual([])
    await runDueJobs([kind], () => instant(45))
    expect(await row(id)).toMatchObject({ state: "failed", reason: "No answer, time 3.", attempt: 3 })
    expect(ended).toHaveLength(1)
  })
  test("that throw have failed with a sentence, and keep no other from its turn", async () => {
    const broken = jobKind({
      kind: "test.broken",
      input: z.strictObject({}),
      run: async () => {
        throw new Error("a secret of ours")
      },
    })
    const { kind, seen } = counting()
    const id = await add({ kind: "test.broken", input: {} })
    await add()
    await runDueJobs([broken, kind], () => start)
    expect(await row(id)).toMatchObject({
      state: "failed",
      reason: "Something went wrong on our side. The error was logged.",
    })
    expect(seen).toEqual([1])
  })
  test("of a process that died are ended, or taken by another where they may be tried again", async () => {
    const { kind, seen, ended } = counting()
    const once = await add()
    const twice = await add({ mostAttempts: 2 })
    await database().prisma.job.updateMany({ data: { state: "running", attempt: 1, heartbeatAt: start } })
    expect(await runDueJobs([kind], () => instant(59))).toBe(0)
    await runDueJobs([kind], () => instant(61))
    expect(await row(once)).toMatchObject({ state: "failed", reason: expect.stringContaining("Lakeward stopped") })
    expect(ended).toEqual(["failed"])
    expect(await row(twice)).toMatchObject({ state: "waiting" })
    expect(await runDueJobs([kind], () => instant(80))).toBe(1)
    expect(await row(twice)).toMatchObject({ state: "done", attempt: 2 })
    expect(seen).toEqual([1])
  })
  test("that another process took over say nothing when their first one wakes up", async () => {
    const { kind, ended } = counting(async ({ job }) => {
      await database().prisma.job.updateMany({ where: { id: job.id }, data: { attempt: 2, heartbeatAt: instant(70) } })
      return { state: "failed", reason: "too late" }
    })
    const id = await add({ mostAttempts: 2 })
    await runDueJobs([kind], () => start)
    expect(await row(id)).toMatchObject({ state: "running", attempt: 2, reason: null })
    expect(ended).toEqual([])
  })
  test("are cancelled at once while they wait, and within seconds while they run", async () => {
    const { kind, seen, ended } = counting(
      ({ signal }) =>
        new Promise((resolve) =>
          signal.addEventListener("abort", () => resolve({ state: "failed", reason: "stopped on the way" })),
        ),
    )
    const waiting = await add({ runAt: instant(3_600) })
    await cancelJobs(database().prisma, start, { id: waiting ?? "" })
    await runDueJobs([kind], () => start)
    expect(await row(waiting)).toMatchObject({ state: "cancelled" })
    expect(seen).toEqual([])
    const running = await add()
    const over = runDueJobs([kind], () => start)
    await expect.poll(() => seen.length).toBe(1)
    await cancelJobs(database().prisma, start, { id: running ?? "" })
    await over
    expect(await row(running)).toMatchObject({ state: "cancelled", reason: null })
    expect(ended).toEqual(["cancelled", "cancelled"])
  })
  test("that take too long are stopped", async () => {
    const { kind } = counting(
      ({ signal }) =>
        new Promise((resolve) => signal.addEventListener("abort", () => resolve({ state: "again", reason: "" }))),
    )
    const id = await add({ mostAttempts: 5 })
    await runDueJobs([{ ...kind, seconds: 0.2 }], () => start)
    expect(await row(id)).toMatchObject({ state: "failed", reason: expect.stringContaining("longer than") })
  })
  test("tell how far they are", async () => {
    const { kind } = counting(async ({ tell }) => {
      await tell(3, 8)
      return { state: "done" }
    })
    const id = await add()
    await runDueJobs([kind], () => start)
    expect(await row(id)).toMatchObject({ doneSteps: 3, allSteps: 8 })
  })
  test("that recur have one row, and another turn after each end, also a bad one", async () => {
    const kind: JobKind = {
      kind: "test.hourly",
      every: { title: "Tidy", minutes: 60 },
      run: async () => ({ state: "failed", reason: "no room" }),
    }
    const known = new Map([[kind.kind, kind]])
    await Promise.all([addRecurring(known, start), addRecurring(known, start)])
    await addRecurring(known, instant(5))
    expect(await runDueJobs([kind], () => instant(61))).toBe(1)
    expect(await database().prisma.job.findMany({ where: { kind: kind.kind } })).toMatchObject([
      { state: "waiting", runAt: instant(61 + 3_600), reason: "no room", attempt: 0 },
    ])
    await database().prisma.job.updateMany({ data: { state: "running", attempt: 1, heartbeatAt: start } })
    expect(await runDueJobs([kind], () => instant(7_200))).toBe(0)
    expect(await runDueJobs([kind], () => instant(10_801))).toBe(1)
  })
  test("of kinds that this process does not know are left to others", async () => {
    const id = await add({ kind: "test.other" })
    expect(await runDueJobs([counting().kind], () => start)).toBe(0)
    expect(await row(id)).toMatchObject({ state: "waiting" })
  })
  test("that ended 30 days ago are forgotten, but not what waits", async () => {
    const { kind } = counting()
    const old = await add()
    await runDueJobs([kind], () => start)
    const waiting = await add({ runAt: instant(86_400 * 90) })
    await forgetOldJobs(instant(86_400 * 30 - 1))
    expect(await database().prisma.job.count({ where: { id: old ?? "" } })).toBe(1)
    await forgetOldJobs(instant(86_400 * 30 + 1))
    expect((await database().prisma.job.findMany()).map(({ id }) => id)).toEqual([waiting])
  })
  test("are done several at once by one running process, as soon as they are added here", async () => {
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const { kind, seen } = counting(async () => {
      await released
      return { state: "done" }
    })
    for (const by of [1, 2, 3, 4, 5]) await add({ input: { by } }, new Date())
    const stop = startRunner([kind])
    await expect.poll(() => seen.length).toBe(3)
    release()
    await expect.poll(() => database().prisma.job.count({ where: { state: "done" } })).toBe(5)
    await stop()
  })
})
