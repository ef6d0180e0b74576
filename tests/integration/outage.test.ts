import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { isBuilt } from "@/lib/serve/cli/build"
import { createDatabase, type TestDatabase } from "../support/database"
import { RunningApp } from "../support/running-app"
import { WeakLink } from "../support/weak-link"

const OUTAGE_MS = 10_000
const email = "robin.keller@example.test"

let database: TestDatabase
let link: WeakLink
let app: RunningApp
let token: string

const statusOf = async (path: string) => {
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await fetch(`${app.origin}${path}`, {
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(9_000),
  })
  return { status: answer.status, retryAfter: answer.headers.get("retry-after"), text: await answer.text() }
}

describe.skipIf(!isBuilt())("while the database is gone", () => {
  beforeAll(async () => {
    database = await createDatabase()
    link = new WeakLink(new URL(database.url))
    await link.mend()
    const password = "correct horse battery staple"
    app = new RunningApp({ DATABASE_URL: link.url, LAKEWARD_ADMIN_EMAIL: email, LAKEWARD_ADMIN_PASSWORD: password })
    await app.start()
    token = await app.command("token", "create", "--email", email, "--scope", "read")
  }, 180_000)
  afterAll(async () => {
    await app.remove()
    link.cut()
    await database.drop()
  })

  test("people see a page, programs get a problem, and all is well again without a restart", async () => {
    expect(await statusOf("/api/v1/programmes")).toMatchObject({ status: 200 })
    expect((await statusOf("/sign-in")).status).toBeLessThan(400)
    link.cut()
    await pause(1000)
    const since = Date.now()
    while (Date.now() - since < OUTAGE_MS - 1000) {
      expect(await statusOf("/sign-in")).toMatchObject({
        status: 503,
        retryAfter: "3",
        text: expect.stringContaining("<h1>"),
      })
      expect(await statusOf("/api/v1/programmes")).toMatchObject({ status: 503, retryAfter: expect.any(String) })
      expect(await statusOf("/api/health/ready")).toMatchObject({ status: 503 })
      expect(await statusOf("/api/health/live")).toMatchObject({ status: 200 })
      await pause(500)
    }
    await link.mend()
    await expect.poll(async () => (await statusOf("/api/v1/programmes")).status, { timeout: 10_000 }).toBe(200)
    await expect.poll(async () => (await statusOf("/sign-in")).status, { timeout: 5_000 }).toBeLessThan(400)
    expect(await statusOf("/api/health/ready")).toMatchObject({ status: 200 })
  }, 60_000)
})
