import { type ChildProcess, spawn } from "node:child_process"
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const READY_WITHIN_MS = 180_000

export type App = {
  readonly origin: string
  /** What it printed so far. */
  readonly log: () => string
  readonly stop: () => Promise<void>
}

export const admin = {
  name: "Robin Keller",
  email: "robin.keller@example.test",
  password: "correct horse battery staple",
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== "object" || !address) throw new Error("no free port")
  return address.port
}

/** Starts the built product as `npm start` does, with an embedded database and a data folder of its own. */
export async function startApp(
  environment: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Promise<App> {
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), "lakeward-journey-"))
  chmodSync(folder, 0o755) // started as root, PostgreSQL runs as another user, who must be able to enter
  const logFile = path.join(folder, "log.txt")
  const log = createWriteStream(logFile)
  const { DATABASE_URL: _, APP_ORIGIN: __, ...inherited } = process.env
  const child = spawn(process.execPath, ["lib/serve/cli/bootstrap.mjs", "start", ...words], {
    cwd: root,
    env: {
      ...inherited,
      PORT: String(port),
      HOST: "127.0.0.1",
      LAKEWARD_DATA_DIR: path.join(folder, "data"),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  const origin = `http://127.0.0.1:${port}`
  await untilReady(origin, child, () => readFileSync(logFile, "utf8"))
  return {
    origin,
    log: () => readFileSync(logFile, "utf8"),
    stop: async () => {
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(origin: string, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`Lakeward ended at start:\n${log()}`)
    const ready = await fetch(`${origin}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`Lakeward was not ready in time:\n${log()}`)
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once("exit", () => resolve())
    child.kill("SIGTERM")
  })
}
