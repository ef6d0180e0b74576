import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { Client } from "pg"
import { afterAll, afterEach, describe, expect, test } from "vitest"

type Opened = { readonly origin?: string; readonly url?: string; readonly refused?: string }

const folder = mkdtempSync(path.join(tmpdir(), "lakeward-embedded-"))
const fresh = mkdtempSync(path.join(tmpdir(), "lakeward-embedded-"))
const open: ChildProcess[] = []
afterEach(() => {
  for (const child of open.splice(0)) child.kill("SIGKILL")
})
afterAll(async () => {
  for (const each of [folder, fresh]) {
    const { child } = await start("app", each)
    await stop(child)
    rmSync(each, { recursive: true })
  }
})

async function start(kind: "app" | "command", place = folder): Promise<{ child: ChildProcess; opened: Opened }> {
  const child = fork("tests/support/embedded-app.ts", [place, kind], { execArgv: ["--import", "tsx"] })
  open.push(child)
  const [opened] = (await once(child, "message")) as [Opened]
  return { child, opened }
}

async function stop(child: ChildProcess): Promise<void> {
  child.send("stop")
  await once(child, "exit")
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL")
  await once(child, "exit")
}

const file = () => path.join(folder, "postgres/cluster/data/postmaster.pid")
const postmaster = () => (existsSync(file()) ? Number(readFileSync(file(), "utf8").split("\n")[0]) : undefined)

async function query(url: string | undefined, text: string) {
  const client = new Client({ connectionString: url ?? "" })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

describe("the embedded database", () => {
  test("belongs to one app; a second is told who holds it", async () => {
    const first = await start("app")
    const second = await start("app")
    expect(second.opened.refused).toContain(`lakeward start, process ${first.child.pid}`)
    await stop(first.child)
  })

  test("goes on where an app was killed: the orphaned server is taken over and nothing is lost", async () => {
    const first = await start("app")
    await query(first.opened.url, "CREATE TABLE lasting AS SELECT 42 AS answer")
    const server = postmaster()
    await kill(first.child)
    const second = await start("app")
    expect(second.opened).toMatchObject({ origin: "found", url: first.opened.url })
    expect(postmaster()).toBe(server)
    expect(await query(second.opened.url, "SELECT answer FROM lasting")).toEqual([{ answer: 42 }])
    await stop(second.child)
  })

  test("recovers when app and server are killed at once", async () => {
    const first = await start("app")
    await query(first.opened.url, "CREATE TABLE recovered AS SELECT 42 AS answer")
    const server = postmaster() ?? 0
    await kill(first.child)
    process.kill(server, "SIGKILL")
    const second = await start("app")
    expect(second.opened.origin).toBe("started")
    expect(await query(second.opened.url, "SELECT answer FROM recovered")).toEqual([{ answer: 42 }])
    await stop(second.child)
  })

  test("comes back by itself, at the same address, when only its server is killed", async () => {
    const { child, opened } = await start("app")
    const before = postmaster()
    process.kill(before ?? 0, "SIGKILL")
    const deadline = Date.now() + 20_000
    while ((postmaster() === before || postmaster() === undefined) && Date.now() < deadline) await pause(50)
    await expect
      .poll(() => query(opened.url, "SELECT 1 AS well").catch(() => []), { timeout: 20_000 })
      .toEqual([{ well: 1 }])
    await stop(child)
  })

  test("is joined by commands, and stopped by whoever leaves last", async () => {
    const app = await start("app")
    const joined = await start("command")
    expect(joined.opened).toMatchObject({ origin: "found", url: app.opened.url })
    await stop(app.child)
    expect(await query(joined.opened.url, "SELECT 1 AS well")).toEqual([{ well: 1 }])
    await stop(joined.child)
    expect(postmaster()).toBeUndefined()
  })

  test("is made once by two first starts at the same moment", async () => {
    const both = await Promise.all([start("app", fresh), start("app", fresh)])
    expect(both.filter(({ opened }) => opened.refused)).toHaveLength(1)
    for (const { child, opened } of both) if (!opened.refused) await stop(child)
  })

  test("listens on this computer only, wants a password, and lets nobody else read its passwords", async () => {
    const { child, opened } = await start("app")
    const nameless = new URL(opened.url ?? "")
    nameless.password = "wrong"
    await expect(query(nameless.href, "SELECT 1")).rejects.toThrow(/password authentication failed/)
    expect(await query(opened.url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }])
    expect(await query(opened.url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toEqual([
      { rolsuper: false },
    ])
    expect(statSync(path.join(folder, "postgres/cluster/credentials.json")).mode & 0o777).toBe(0o600)
    await stop(child)
  })
})
