import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { type Binaries, findBinaries } from "./binaries"
import { ensureCluster } from "./cluster"
import { type ClusterHome, openClusterHome } from "./cluster-home"
import { readCredentials, urlOf } from "./credentials"
import { isAlive, stopPostmaster } from "./postmaster"
import { ensureProductDatabase, productUrl } from "./product-database"
import { startServer } from "./server"

/** A server with an empty product database and nothing to lose, for tests and for writing migrations. */
export type ThrowAwayServer = {
  /** The superuser's address. */
  readonly adminUrl: string
  /** The address of the product's own role, which is no superuser. */
  readonly url: string
  /** Stops the server and removes its data. */
  readonly remove: () => Promise<void>
}

const PREFIX = "lakeward-throw-away-"
const FAST = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300"]

/** Also takes away what an earlier process that was killed has left behind. */
export async function startThrowAwayServer(): Promise<ThrowAwayServer> {
  await sweep()
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX))
  writeFileSync(path.join(folder, "owner"), String(process.pid))
  const { binaries, home } = openHome(folder)
  ensureCluster(binaries, home)
  const port = await startServer(binaries, home, { settings: FAST, isDetached: false })
  await ensureProductDatabase(home, port)
  const adminUrl = urlOf(port, "postgres", readCredentials(home), "postgres")
  return { adminUrl, url: productUrl(home, port), remove: () => remove(folder, binaries, home) }
}

function openHome(folder: string): { binaries: Binaries; home: ClusterHome } {
  const home = openClusterHome(folder, true)
  return { binaries: findBinaries(home), home }
}

async function remove(folder: string, binaries: Binaries, home: ClusterHome): Promise<void> {
  await stopPostmaster(binaries, home)
  rmSync(folder, { recursive: true, force: true })
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name)
    const owner = path.join(folder, "owner")
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, "utf8")))) continue
    const { binaries, home } = openHome(folder)
    await remove(folder, binaries, home)
  }
}
