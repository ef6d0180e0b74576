import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, openSync, readFileSync, renameSync } from "node:fs"
import { createServer } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { Client } from "pg"
import type { Binaries } from "./binaries"
import type { ClusterHome } from "./cluster-home"
import { readCredentials, urlOf } from "./credentials"
import { findPostmaster } from "./postmaster"
import { EmbeddedProblem } from "./problem"
import { spawnOptions } from "./service-account"

const ATTEMPTS = 10
const RECOVERY_MS = 120_000

export type ServerSettings = {
  /** Tried first; another one is taken when it is in use. */
  readonly port?: number
  /** Server settings such as `fsync=off`. */
  readonly settings?: readonly string[]
  /** Whether the server outlives an interrupt at the keyboard, so that the app can finish its requests first. */
  readonly isDetached: boolean
}

/**
 * Starts a server on the cluster and answers its port once it takes connections. It listens on this computer only.
 * After an abrupt end the first start may be refused while the old processes leave, so it is tried again.
 * @throws EmbeddedProblem with the last line of the server's log; Error when another process was faster.
 */
export async function startServer(binaries: Binaries, home: ClusterHome, options: ServerSettings): Promise<number> {
  keepLastLog(home)
  let port = options.port ?? (await findFreePort())
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const child = launch(binaries, home, port, options)
    if (await waitUntilReady(child, home, port)) return port
    if (findPostmaster(home)) throw new Error("another process has just started the server")
    if (options.port === undefined || attempt > ATTEMPTS / 2) port = await findFreePort()
    await pause(100 * attempt)
  }
  throw new EmbeddedProblem(`The embedded database can't start: ${lastWord(home)} The log is in ${home.log}.`)
}

function launch(binaries: Binaries, home: ClusterHome, port: number, { settings = [], isDetached }: ServerSettings) {
  const all = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    ...settings,
  ]
  const log = openSync(home.log, "a", 0o600)
  const child = spawn(
    binaries.postgres,
    ["-D", home.data, "-p", String(port), ...all.flatMap((each) => ["-c", each])],
    {
      ...spawnOptions(home.account),
      detached: isDetached,
      stdio: ["ignore", log, log],
    },
  )
  child.unref()
  return child
}

async function waitUntilReady(child: ChildProcess, home: ClusterHome, port: number): Promise<boolean> {
  let hasEnded = false
  child.once("exit", () => (hasEnded = true)).once("error", () => (hasEnded = true))
  const deadline = Date.now() + RECOVERY_MS
  while (!hasEnded && Date.now() < deadline) {
    if (await answers(home, port)) return !hasEnded
    await pause(25)
  }
  if (!hasEnded) child.kill("SIGINT")
  return false
}

/** A wrong password is an answer too, of somebody else's server or of data that lost its passwords. */
async function answers(home: ClusterHome, port: number): Promise<boolean> {
  const connectionString = urlOf(port, "postgres", readCredentials(home), "postgres")
  const client = new Client({ connectionString, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder")
    return rows[0]?.folder === home.data
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address && typeof address === "object") return address.port
  throw new EmbeddedProblem("No free port was found on 127.0.0.1 for the embedded database.")
}

function keepLastLog(home: ClusterHome): void {
  if (existsSync(home.log)) renameSync(home.log, `${home.log}.previous`)
}

function lastWord(home: ClusterHome): string {
  const lines = existsSync(home.log) ? readFileSync(home.log, "utf8").trim().split("\n") : []
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? "the log is empty."
  return fatal.replace(/^.*?(FATAL|PANIC):\s*/, "").replace(/\.?$/, ".")
}
