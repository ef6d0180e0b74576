import { randomUUID } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { Client } from "pg"
import { type Migration, readMigrations } from "./migration-folder"
import { planMigrations, type Recorded } from "./plan"

/** Why the database cannot be brought up to date; the message is a sentence for the person who started the app. */
export class MigrationProblem extends Error {
  override readonly name = "MigrationProblem"
}

/** The advisory lock that Prisma's own `migrate deploy` takes, so that the two never run at once. */
const LOCK = 72_707_369
const LOCK_WAIT_MS = 30_000
const OLDEST_VERSION = 140_000

/** As Prisma creates it. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/**
 * Brings a database up to date and answers the names of the migrations that were applied now.
 * Each migration and its record are one transaction: after a failure or an abrupt end it has happened or it has not.
 * @throws MigrationProblem with a sentence when the database refuses, is too old, or holds something unexpected.
 */
export async function migrate(url: string, folder: string): Promise<readonly string[]> {
  const client = new Client({
    connectionString: url,
    application_name: "lakeward migrations",
    connectionTimeoutMillis: 10_000,
  })
  client.on("error", () => undefined)
  await connect(client)
  try {
    await checkVersion(client)
    await takeLock(client)
    const migrations = await findMissing(client, folder)
    for (const migration of migrations) await apply(client, migration)
    return migrations.map((migration) => migration.name)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The names of the migrations that the database still lacks. @throws MigrationProblem as `migrate` does. */
export async function listMissing(url: string, folder: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on("error", () => undefined)
  await connect(client)
  try {
    await checkVersion(client)
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there")
    const recorded = rows[0]?.there ? await listRecorded(client) : []
    return planOrThrow(folder, recorded).map((migration) => migration.name)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function connect(client: Client): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    throw new MigrationProblem(
      `The database at ${client.host}:${client.port} can't be reached: ${messageOf(error)}. Check DATABASE_URL and that the server is running.`,
    )
  }
}

async function checkVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  )
  const version = rows[0]?.version ?? 0
  if (version < OLDEST_VERSION)
    throw new MigrationProblem(
      `The database is PostgreSQL ${Math.floor(version / 10_000)}; Lakeward needs 14 or newer.`,
    )
}

/** Held until the connection ends. */
async function takeLock(client: Client): Promise<void> {
  const deadline = Date.now() + LOCK_WAIT_MS
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [LOCK])
    if (rows[0]?.taken) return
    if (Date.now() > deadline)
      throw new MigrationProblem("Another process is migrating this database. Try again in 30 seconds.")
    await pause(200)
  }
}

async function findMissing(client: Client, folder: string): Promise<readonly Migration[]> {
  await client.query(TABLE)
  return planOrThrow(folder, await listRecorded(client))
}

function planOrThrow(folder: string, recorded: readonly Recorded[]): readonly Migration[] {
  const plan = planMigrations(readMigrations(folder), recorded)
  if (!plan.ok) throw new MigrationProblem(plan.refusal)
  return plan.value
}

async function listRecorded(client: Client): Promise<readonly Recorded[]> {
  const { rows } = await client.query<Recorded>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished",
            rolled_back_at IS NOT NULL AS "isRolledBack" FROM _prisma_migrations ORDER BY started_at`,
  )
  return rows
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query("BEGIN")
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksums[0], migration.name],
    )
    await client.query("COMMIT")
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined)
    throw new MigrationProblem(
      `The migration ${migration.name} could not be applied and nothing of it was kept: ${messageOf(error)}${placeOf(error, migration.sql)}.`,
    )
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error))

/** PostgreSQL counts characters from one; people look for lines. */
function placeOf(error: unknown, sql: string): string {
  const position = error instanceof Error && "position" in error ? Number(error.position) : Number.NaN
  return Number.isInteger(position) ? ` (line ${sql.slice(0, position).split("\n").length})` : ""
}
