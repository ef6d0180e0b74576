import { randomUUID } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"
import { Client } from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { isBuilt } from "@/lib/serve/cli/build"
import { RunningApp } from "../support/running-app"

const CLIENTS = 8
const email = "robin.keller@example.test"
const app = new RunningApp({ LAKEWARD_ADMIN_EMAIL: email, LAKEWARD_ADMIN_PASSWORD: "correct horse battery staple" })

type Item = { readonly id: string; version: number }
type Edit = { readonly item: Item; readonly key: string; readonly title: string; readonly version: number }

let token: string
let list: string
let items: readonly Item[]

const ask = (path: string, options: RequestInit = {}) =>
  fetch(`${app.origin}/api/v1${path}`, {
    ...options,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...options.headers },
    signal: AbortSignal.timeout(15_000),
  })

/** Throws unless the edit was carried out, now or by an earlier try. */
async function write({ item, key, title, version }: Edit): Promise<void> {
  const body = JSON.stringify({ version, title })
  const answer = await ask(`${list}/${item.id}`, { method: "PATCH", headers: { "Idempotency-Key": key }, body })
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  item.version = ((await answer.json()) as Item).version
}

/** Writes until something is in the way; that edit stays open. */
async function writeOn(item: Item, round: number, kept: string[]): Promise<Edit> {
  for (let count = 0; ; count += 1) {
    const edit = { item, key: randomUUID(), title: `${item.id} ${round} ${count}`, version: item.version }
    try {
      await write(edit)
      kept.push(edit.title)
    } catch {
      return edit
    }
  }
}

/** As whoever calls the API does: again, with the same key, for as long as the database is away. */
const writeAtLast = (edit: Edit) =>
  expect.poll(() => write(edit).then(() => "done", String), { timeout: 30_000 }).toBe("done")

async function countTitles(): Promise<ReadonlyMap<string, number>> {
  const client = new Client({ connectionString: app.databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      "SELECT text, count(*)::int AS times FROM audit_text WHERE field = 'title' GROUP BY text",
    )
    return new Map(rows.map(({ text, times }) => [text, times]))
  } finally {
    await client.end()
  }
}

/** The database server's processes. */
function serverProcesses(): readonly number[] {
  const postmaster = app.postmaster ?? 0
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === postmaster)
  return [postmaster, ...children.map(Number)]
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1])
  } catch {
    return 0
  }
}

describe.skipIf(!isBuilt())("in the middle of writing", () => {
  beforeAll(async () => {
    await app.start()
    token = await app.command("token", "create", "--email", email, "--scope", "write")
    const start = { clouds: ["azure"], startDay: "2026-03-02", timeZone: "Europe/Berlin", packRelease: "2026.1" }
    const body = JSON.stringify({ name: "Faults", organisation: "Example", ...start })
    const made = await ask("/programmes", { method: "POST", body })
    list = `/programmes/${((await made.json()) as Item).id}/work-items`
    const listed = await ask(list)
    items = ((await listed.json()) as { items: Item[] }).items.slice(0, CLIENTS)
  }, 180_000)
  afterAll(() => app.remove())

  test("edits survive when the app or only its database server is killed: none lost, none doubled, the chain whole", async () => {
    const kept: string[] = []
    for (let round = 0; round < 5; round += 1) {
      const writing = items.map((item) => writeOn(item, round, kept))
      await pause(700)
      const server = app.postmaster ?? 0
      if (round % 2 === 0) process.kill(server, "SIGKILL")
      else await app.kill()
      const open = await Promise.all(writing)
      if (round % 2 === 1) await app.start()
      for (const edit of open) await writeAtLast(edit)
      kept.push(...open.map(({ title }) => title))
    }
    expect(kept.length).toBeGreaterThan(5 * CLIENTS)
    expect(await countTitles()).toEqual(new Map(kept.map((title) => [title, 1])))
    expect(await app.command("audit", "verify")).toContain("Faults")
  }, 240_000)

  test.skipIf(process.platform !== "linux")(
    "a database that is frozen makes nobody wait for more than seven seconds, and thaws without a restart",
    async () => {
      const frozen = serverProcesses()
      for (const pid of frozen) process.kill(pid, "SIGSTOP")
      try {
        const since = performance.now()
        const answers = await Promise.all(Array.from({ length: 20 }, () => ask(list)))
        expect(performance.now() - since).toBeLessThan(7_000)
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
        expect(answers[0]?.headers.get("retry-after")).toBe("3")
      } finally {
        for (const pid of frozen) process.kill(pid, "SIGCONT")
      }
      await expect.poll(async () => (await ask(list)).status, { timeout: 10_000 }).toBe(200)
    },
    60_000,
  )

  test.skipIf(process.platform !== "linux")(
    "a stop finishes what has begun, takes nothing new, and ends well",
    async () => {
      const frozen = serverProcesses()
      for (const pid of frozen) process.kill(pid, "SIGSTOP")
      const running = Promise.all(items.map(({ id }) => ask(`${list}/${id}`)))
      await pause(300)
      const stopped = app.stop()
      await pause(300)
      const late = await ask(list).then(({ status }) => status, String)
      for (const pid of frozen) process.kill(pid, "SIGCONT")
      expect((await running).map(({ status }) => status)).toEqual(Array(CLIENTS).fill(200))
      expect(late).not.toBe(200)
      expect(await stopped).toBe(0)
      expect(app.postmaster).toBeUndefined()
    },
    60_000,
  )
})
