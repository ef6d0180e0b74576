import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createRequire } from "node:module"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { runQuietly } from "@/lib/serve/cli/run-quietly"
import { findFreePort } from "../support/running-app"

/** Bare route handlers of Next on the same database, to measure beside. */
export type BareApp = { readonly origin: string; readonly stop: () => Promise<void> }

const FOLDER = path.resolve("tests/bench/bare")
const READY_WITHIN_MS = 60_000
const next = createRequire(import.meta.url).resolve("next/dist/bin/next")
const production = { NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" }

/** Builds them with Next. */
export async function buildBareApp(): Promise<void> {
  const { code, output } = await runQuietly(process.execPath, [next, "build", FOLDER], production)
  if (code !== 0) throw new Error(`the bare handlers could not be built:\n${output}`)
}

/** Serves them as Next does by itself. */
export async function startBareApp(databaseUrl: string, programmeId: string): Promise<BareApp> {
  const port = await findFreePort()
  const child = spawn(process.execPath, [next, "start", FOLDER, "-p", String(port), "-H", "127.0.0.1"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...production, DATABASE_URL: databaseUrl, BENCH_PROGRAMME: programmeId },
  })
  process.once("exit", () => child.kill("SIGKILL"))
  const origin = `http://127.0.0.1:${port}`
  const deadline = Date.now() + READY_WITHIN_MS
  while (!(await answers(`${origin}/list`))) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error("the bare handlers do not answer")
    await pause(100)
  }
  return { origin, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM")
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit")
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
