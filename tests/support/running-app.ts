import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { openClusterHome } from "@/lib/base/db/embedded/cluster-home"
import { findPostmaster } from "@/lib/base/db/embedded/postmaster"
import { productUrl } from "@/lib/base/db/embedded/product-database"

const READY_WITHIN_MS = 120_000

/** The built product in a process of its own, as `npm start` runs it, on data that outlives it. */
export class RunningApp {
  readonly folder = mkdtempSync(path.join(tmpdir(), "lakeward-app-"))
  origin = ""
  #child: ChildProcess | undefined
  #said = ""

  constructor(readonly environment: Readonly<Record<string, string>> = {}) {
    chmodSync(this.folder, 0o755) // started as root, PostgreSQL runs as another user, who must come through
  }

  /** Starts, or starts again on the same data and at the same address. */
  async start(): Promise<void> {
    this.origin ||= `http://127.0.0.1:${await findFreePort()}`
    this.#child = this.#spawn(["start"])
    const deadline = Date.now() + READY_WITHIN_MS
    while (Date.now() < deadline && this.#child.exitCode === null) {
      if (
        await fetch(`${this.origin}/api/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return
      await pause(50)
    }
    throw new Error(`Lakeward did not start:\n${this.#said}`)
  }

  /** Runs a command beside it and answers what it printed. */
  async command(...words: readonly string[]): Promise<string> {
    const child = this.#spawn(words)
    let output = ""
    child.stdout?.on("data", (text) => (output += text))
    const [code] = await once(child, "close")
    if (code !== 0) throw new Error(`${words.join(" ")} failed:\n${this.#said}`)
    return output.trim()
  }

  /** Ends the app without a word to it, and its database as well if asked to. */
  async kill({ withDatabase = false } = {}): Promise<void> {
    const server = findPostmaster(this.#home())
    this.#child?.kill("SIGKILL")
    if (withDatabase && server) process.kill(server.pid, "SIGKILL")
    if (this.#child?.exitCode === null && this.#child.signalCode === null) await once(this.#child, "exit")
  }

  /** Stops it as a person would, and answers its exit code. */
  async stop(): Promise<number | null> {
    this.#child?.kill("SIGTERM")
    if (this.#child?.exitCode === null && this.#child.signalCode === null) await once(this.#child, "exit")
    return this.#child?.exitCode ?? null
  }

  /** Stops it, and takes its data away. */
  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Everything it has said so far. */
  get said(): string {
    return this.#said
  }

  /** The number of the process that serves. */
  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** The number of its own database server's process, while that runs. */
  get postmaster(): number | undefined {
    return findPostmaster(this.#home())?.pid
  }

  get databaseUrl(): string {
    return productUrl(this.#home(), findPostmaster(this.#home())?.port ?? 0)
  }

  #home() {
    return openClusterHome(path.join(this.folder, "data"), true)
  }

  #spawn(words: readonly string[]): ChildProcess {
    const { DATABASE_URL: _, NODE_ENV: __, VITEST: ___, ...inherited } = process.env
    const own = {
      PORT: new URL(this.origin).port,
      LAKEWARD_DATA_DIR: path.join(this.folder, "data"),
      ...this.environment,
    }
    const child = spawn(process.execPath, ["lib/serve/cli/bootstrap.mjs", ...words], {
      env: { ...inherited, ...own, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    })
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (this.#said += text))
    return child
  }
}

/** A port of this computer that nobody uses just now. */
export async function findFreePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, "127.0.0.1")
  await once(probe, "listening")
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== "object" || !address) throw new Error("no free port")
  return address.port
}
