import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { Client } from "pg"
import type { TestProject } from "vitest/node"
import { type Binaries, findBinaries } from "@/lib/db/embedded/binaries"
import { ensureCluster } from "@/lib/db/embedded/cluster"
import { type ClusterHome, openClusterHome } from "@/lib/db/embedded/cluster-home"
import { readCredentials, urlOf } from "@/lib/db/embedded/credentials"
import { stopPostmaster } from "@/lib/db/embedded/postmaster"
import { ensureProductDatabase, productUrl } from "@/lib/db/embedded/product-database"
import { startServer } from "@/lib/db/embedded/server"
import { migrate } from "@/lib/db/migrate/migrate"

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's address of the tests' own PostgreSQL server. */
    postgresUrl: string
    /** The address of the product's own role there, which is no superuser. */
    productUrl: string
  }
}

export const TEMPLATE = "lakeward_template"

const PREFIX = "lakeward-test-"
const FAST = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300"]

/** Starts one server for the whole run, from the product's own binaries, with a migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAwayServer()
  await makeTemplate(server)
  project.provide("postgresUrl", server.url)
  project.provide("productUrl", server.productUrl)
  return server.stop
}

export type ThrowAwayServer = { readonly url: string; readonly productUrl: string; readonly stop: () => Promise<void> }

/** A server with an empty product database and nothing to lose; `stop` removes it. */
export async function startThrowAwayServer(): Promise<ThrowAwayServer> {
  await sweep()
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX))
  writeFileSync(path.join(folder, "owner"), String(process.pid))
  const { binaries, home } = openHome(folder)
  ensureCluster(binaries, home)
  const port = await startServer(binaries, home, { settings: FAST, isDetached: false })
  await ensureProductDatabase(home, port)
  const url = urlOf(port, "postgres", readCredentials(home), "postgres")
  return { url, productUrl: productUrl(home, port), stop: () => remove(folder, binaries, home) }
}

function openHome(folder: string): { binaries: Binaries; home: ClusterHome } {
  mkdirSync(folder, { recursive: true })
  const home = openClusterHome(folder, true)
  return { binaries: findBinaries(home), home }
}

async function remove(folder: string, binaries: Binaries, home: ClusterHome): Promise<void> {
  await stopPostmaster(binaries, home)
  rmSync(folder, { recursive: true, force: true })
}

/** Takes away what a run that was killed has left behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name)
    const owner = path.join(folder, "owner")
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, "utf8")))) continue
    const { binaries, home } = openHome(folder)
    await remove(folder, binaries, home)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function makeTemplate(server: ThrowAwayServer): Promise<void> {
  const client = new Client({ connectionString: server.productUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE}`)
  await client.end()
  const template = new URL(server.productUrl)
  template.pathname = `/${TEMPLATE}`
  await migrate(template.href, "prisma/migrations")
}
