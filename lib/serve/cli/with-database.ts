import { openClusterHome } from "@/lib/base/db/embedded/cluster-home"
import { openEmbedded } from "@/lib/base/db/embedded/open"
import type { Purpose } from "@/lib/base/db/embedded/ownership"
import { migrate } from "@/lib/base/db/migrate/migrate"
import { settings } from "@/lib/base/settings/server/settings"

const MIGRATIONS = "prisma/migrations"

/** The database that the settings choose, running and up to date. */
export type ReadyDatabase = {
  readonly url: string
  /** For the person who started it. */
  readonly description: string
  readonly close: () => Promise<void>
}

/**
 * Opens the database of the settings: the server of DATABASE_URL, or the embedded one, started or joined. What the
 * product's own code looks for in the environment is put there: the address of the database, the origin, the secret.
 * @throws EmbeddedProblem with a sentence when the embedded one cannot be used.
 */
export async function openDatabaseOfSettings(purpose: Purpose): Promise<ReadyDatabase> {
  const { databaseUrl, dataFolder, isDataFolderChosen, authSecret, origin } = settings()
  Object.assign(process.env, { AUTH_SECRET: authSecret, APP_ORIGIN: origin })
  if (databaseUrl)
    return { url: databaseUrl, description: `PostgreSQL at ${new URL(databaseUrl).host}`, close: async () => undefined }
  const home = openClusterHome(dataFolder, isDataFolderChosen)
  const embedded = await openEmbedded(home, purpose)
  process.env.DATABASE_URL = embedded.url
  process.env.LAKEWARD_EMBEDDED = "yes"
  const verb = embedded.origin === "started" ? "started" : "already running, reused"
  return {
    url: embedded.url,
    description: `embedded PostgreSQL ${verb}, data in ${home.folder}`,
    close: embedded.close,
  }
}

/**
 * Does a command's work on the database: joins the server of a running app, or starts it for this long.
 * The migrations are applied first, so that a command can be the first thing that is ever run.
 */
export async function withDatabase<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const database = await openDatabaseOfSettings({ kind: "command", name })
  try {
    await migrate(database.url, MIGRATIONS)
    return await work()
  } finally {
    await database.close()
  }
}
