import { setTimeout as pause } from "node:timers/promises"
import { Client } from "pg"
import { EmbeddedProblem } from "./problem"

/** Who uses the embedded database: the one app, or a command that runs for a moment. */
export type Purpose = { readonly kind: "app" | "command"; readonly name: string }

/** A claim on the running server. It is held by a connection, so it ends with the process, however that ends. */
export type Claim = {
  /** Called once when the server, or the way to it, is gone. */
  readonly onLost: (listener: () => void) => void
  /** Gives the claim back and answers whether nobody else uses the server any more. */
  readonly release: () => Promise<boolean>
}

const LOCKS = 0x4c4b5744
const APP = 1
const USERS = 2
const PATIENCE_MS = 3000

/**
 * Claims the server for an app (one at a time) or a command (any number).
 * @throws EmbeddedProblem saying who holds it, when another app does.
 * @throws Error when the server does not take connections.
 */
export async function claim(url: string, purpose: Purpose): Promise<Claim> {
  const name = `lakeward ${purpose.name}, process ${process.pid}`
  const client = new Client({
    connectionString: url,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
  })
  const lost = watch(client)
  await client.connect()
  try {
    await client.query("SET idle_session_timeout = 0")
    if (!(await patiently(client, "SELECT pg_try_advisory_lock_shared($1, $2) AS taken", USERS)))
      throw new Error("the server is shutting down")
    if (purpose.kind === "app" && !(await patiently(client, "SELECT pg_try_advisory_lock($1, $2) AS taken", APP)))
      throw new EmbeddedProblem(
        `The embedded database is in use by another Lakeward (${await findHolder(client)}). Stop that one first, or give this one its own data with LAKEWARD_DATA_DIR.`,
      )
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  return { onLost: lost, release: () => release(client) }
}

function watch(client: Client): Claim["onLost"] {
  let isLost = false
  const listeners: (() => void)[] = []
  const lose = () => {
    if (isLost) return
    isLost = true
    for (const listener of listeners) listener()
  }
  client.on("error", lose).on("end", lose)
  return (listener) => void listeners.push(listener)
}

/** A process that has just been killed holds its locks until its connection is found closed. */
async function patiently(client: Client, query: string, lock: number): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(query, [LOCKS, lock])
    if (rows[0]?.taken) return true
    if (Date.now() > deadline) return false
    await pause(100)
  }
}

async function findHolder(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string; since: Date }>(
    `SELECT activity.application_name AS name, activity.backend_start AS since
       FROM pg_locks AS locks JOIN pg_stat_activity AS activity ON activity.pid = locks.pid
      WHERE locks.locktype = 'advisory' AND locks.granted AND locks.classid = $1 AND locks.objid = $2`,
    [LOCKS, APP],
  )
  const holder = rows[0]
  return holder ? `"${holder.name}", since ${holder.since.toISOString()}` : "it has just started"
}

/** The last one out gets the lock that all users share. */
async function release(client: Client): Promise<boolean> {
  try {
    await client.query("SELECT pg_advisory_unlock_all()")
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS taken", [
      LOCKS,
      USERS,
    ])
    return rows[0]?.taken ?? false
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
