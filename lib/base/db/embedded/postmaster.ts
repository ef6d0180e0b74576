import { spawn, spawnSync } from "node:child_process"
import { readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { Binaries } from "./binaries"
import type { ClusterHome } from "./cluster-home"
import { spawnOptions } from "./service-account"

/** The running server of a cluster, whoever started it. */
export type Postmaster = { readonly pid: number; readonly port: number }

/**
 * The server that runs on this data, found by its `postmaster.pid`. The file of a server that is gone is left for
 * PostgreSQL to recover from, unless its number meanwhile belongs to another program: then it would refuse to start.
 */
export function findPostmaster(home: ClusterHome): Postmaster | undefined {
  const file = path.join(home.data, "postmaster.pid")
  const lines = readLines(file)
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  if (!isServerOf(home, pid)) {
    rmSync(file, { force: true })
    return undefined
  }
  return Number.isInteger(port) && port > 0 ? { pid, port } : undefined
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n")
  } catch {
    return []
  }
}

/** Whether a process of this number exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/** Numbers are reused, above all in containers: what counts is that the process was started on this data. */
function isServerOf(home: ClusterHome, pid: number): boolean {
  if (process.platform === "win32") return true
  if (process.platform === "linux") return readLines(`/proc/${pid}/cmdline`).join("").includes(home.data)
  return spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(home.data)
}

/** Stops the server: open transactions are rolled back, everything acknowledged is on disk. Waits at most 60 s. */
export async function stopPostmaster(binaries: Binaries, home: ClusterHome): Promise<void> {
  for (const mode of ["fast", "immediate"]) {
    const stopping = spawn(binaries.control, ["stop", "-D", home.data, "-m", mode, "-w", "-t", "30"], {
      ...spawnOptions(home.account),
      stdio: "ignore",
    })
    await new Promise((resolve) => stopping.once("exit", resolve).once("error", resolve))
    if (!findPostmaster(home)) return
    await pause(100)
  }
}
