import { existsSync, statfsSync } from "node:fs"
import { Client } from "pg"
import * as z from "zod"
import { openClusterHome } from "@/lib/base/db/embedded/cluster-home"
import { findPostmaster } from "@/lib/base/db/embedded/postmaster"
import { productUrl } from "@/lib/base/db/embedded/product-database"
import { listMissing } from "@/lib/base/db/migrate/migrate"
import { type CompleteSettings, settings } from "@/lib/base/settings/server/settings"
import { isBuilt } from "./build"

/** What was looked at and how it is; a remedy only when something is wrong. */
export type Finding = { readonly subject: string; readonly state: string; readonly remedy?: string }

const ENOUGH_BYTES = 1024 ** 3

/** Looks at everything that a start needs, changes nothing, and goes on after a fault. */
export async function examineAll(): Promise<readonly Finding[]> {
  const node = { subject: "Node", state: process.versions.node }
  const known = examineSettings()
  if ("subject" in known) return [node, known]
  const database = await examineDatabase(known)
  return [
    node,
    { subject: "Settings", state: "understood" },
    examineRoom(known),
    ...database,
    examinePages(),
    await examinePort(known),
  ]
}

function examineSettings(): CompleteSettings | Finding {
  try {
    return settings()
  } catch (error) {
    return { subject: "Settings", state: "invalid", remedy: messageOf(error) }
  }
}

function examineRoom({ dataFolder }: CompleteSettings): Finding {
  const folder = existsSync(dataFolder) ? dataFolder : "."
  const { bavail, bsize } = statfsSync(folder)
  const state = `${((bavail * bsize) / ENOUGH_BYTES).toFixed(1)} GiB free for ${dataFolder}`
  const isEnough = bavail * bsize >= ENOUGH_BYTES
  return {
    subject: "Disk space",
    state,
    ...(isEnough ? {} : { remedy: "Free up space, or set LAKEWARD_DATA_DIR to a larger disk." }),
  }
}

async function examineDatabase(known: CompleteSettings): Promise<readonly Finding[]> {
  try {
    const url = known.databaseUrl ?? embeddedUrl(known)
    if (!url) return [{ subject: "Database", state: "embedded, not running; npm start will start it" }]
    const version = await versionOf(url)
    const missing = await listMissing(url, "prisma/migrations")
    const migrations = missing.length === 0 ? "up to date" : `${missing.length} pending; npm start will apply them`
    return [
      { subject: "Database", state: `${known.isEmbedded ? "embedded " : ""}PostgreSQL ${version}, running` },
      { subject: "Migrations", state: migrations },
    ]
  } catch (error) {
    return [{ subject: "Database", state: "unavailable", remedy: messageOf(error) }]
  }
}

/** Only when it runs: looking must not start it. */
function embeddedUrl({ dataFolder, isDataFolderChosen }: CompleteSettings): string | undefined {
  const home = openClusterHome(dataFolder, isDataFolderChosen)
  const running = existsSync(home.data) ? findPostmaster(home) : undefined
  return running ? productUrl(home, running.port) : undefined
}

async function versionOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    return String((await client.query("SHOW server_version")).rows[0]?.server_version)
  } finally {
    await client.end()
  }
}

const examinePages = (): Finding => ({
  subject: "Pages",
  state: isBuilt() ? "up to date" : "not built; npm start will build them",
})

const Health = z.object({ status: z.string() })

async function examinePort({ host, port }: CompleteSettings): Promise<Finding> {
  const subject = `Port ${port}`
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host.includes(":") ? "[::1]" : host
  try {
    const answer = await fetch(`http://${reachable}:${port}/api/health/ready`, { signal: AbortSignal.timeout(5000) })
    const health = Health.safeParse(await answer.json())
    if (!health.success) throw new Error("it is not Lakeward")
    if (health.data.status === "ready") return { subject, state: "Lakeward is running and ready" }
    return {
      subject,
      state: `Lakeward is running with status: ${health.data.status}`,
      remedy: "Check the log of the running Lakeward.",
    }
  } catch (error) {
    const isFree =
      error instanceof Error &&
      error.cause instanceof Error &&
      "code" in error.cause &&
      error.cause.code === "ECONNREFUSED"
    if (isFree) return { subject, state: "free" }
    return { subject, state: "in use by another program", remedy: "Stop that program, or set PORT to another number." }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
