import { randomUUID } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { Client } from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { isBuilt } from "@/lib/serve/cli/build"
import { RunningApp } from "../support/running-app"

const CLIENTS = 8
const email = "robin.keller@example.test"
const app = new RunningApp({ LAKEWARD_ADMIN_EMAIL: email, LAKEWARD_ADMIN_PASSWORD: "correct horse battery staple" })

type Change = { readonly itemId: string; readonly key: string; readonly text: string }

let token: string
let comments: string
let items: readonly { readonly id: string }[]

async function post(path: string, body: unknown, key: string = randomUUID()): Promise<any> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Idempotency-Key": key }
  const answer = await fetch(`${app.origin}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  return answer.json()
}

const write = ({ itemId, key, text }: Change) => post(`${comments}/${itemId}/comments`, { body: text }, key)

async function query(text: string) {
  const client = new Client({ connectionString: app.databaseUrl })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** Writes until the app is gone; what was not acknowledged stays open. */
async function writeOn(client: number, round: number, kept: Change[]): Promise<Change> {
  for (let count = 0; ; count += 1) {
    const itemId = items[client % items.length]?.id ?? ""
    const change = { itemId, key: randomUUID(), text: `client ${client} round ${round} change ${count}` }
    try {
      await write(change)
      kept.push(change)
    } catch {
      return change
    }
  }
}

describe.skipIf(!isBuilt())("an abrupt end in the middle of writing", () => {
  beforeAll(async () => {
    await app.start()
    token = await app.command("token", "create", "--email", email, "--scope", "write")
    const programme = await post("/programmes", {
      ...{ name: "Abrupt", organisation: "Example", clouds: ["azure"], startDay: "2026-03-02" },
      ...{ timeZone: "Europe/Berlin", packRelease: "2026.1" },
    })
    comments = `/programmes/${programme.id}/work-items`
    const listed = await fetch(`${app.origin}/api/v1${comments}`, { headers: { Authorization: `Bearer ${token}` } })
    items = ((await listed.json()) as { items: { id: string }[] }).items.slice(0, CLIENTS)
  }, 180_000)
  afterAll(() => app.remove())

  test("loses nothing that was acknowledged and doubles nothing that is sent again", async () => {
    const kept: Change[] = []
    for (let round = 0; round < 5; round += 1) {
      const writing = Array.from({ length: CLIENTS }, (_, client) => writeOn(client, round, kept))
      await pause(700)
      await app.kill({ withDatabase: round % 2 === 1 })
      const open = await Promise.all(writing)
      await app.start()
      for (const change of open) await write(change)
      kept.push(...open)
    }
    const rows = await query("SELECT body, count(*)::int AS times FROM comment GROUP BY body")
    expect(rows.filter(({ times }) => times !== 1)).toEqual([])
    expect(new Set(rows.map(({ body }) => body))).toEqual(new Set(kept.map(({ text }) => text)))
    expect(kept.length).toBeGreaterThan(5 * CLIENTS)
    const [told] = await query("SELECT count(*)::int AS times FROM audit_event WHERE type LIKE 'comment.%'")
    expect(told.times).toBe(kept.length)
  }, 240_000)
})
