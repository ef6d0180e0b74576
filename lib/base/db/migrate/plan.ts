import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { Migration } from "./migration-folder"

/** A row of `_prisma_migrations`, as far as it decides what comes next. */
export type Recorded = {
  readonly name: string
  readonly checksum: string
  readonly isFinished: boolean
  readonly isRolledBack: boolean
}

/**
 * The migrations that are still to be applied, in order. Refused, with a sentence, when the database holds a failed or
 * changed migration, one that this version does not know, or one that comes after a missing one.
 */
export function planMigrations(
  known: readonly Migration[],
  recorded: readonly Recorded[],
): Result<readonly Migration[], string> {
  const standing = recorded.filter((row) => !row.isRolledBack)
  const failed = standing.find((row) => !row.isFinished)
  if (failed)
    return refuse(
      `The migration ${failed.name} failed before, so the state of the database is unknown. Restore a backup, or fix it and run "npx prisma migrate resolve".`,
    )
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  for (const row of standing) {
    const migration = byName.get(row.name)
    if (!migration)
      return refuse(
        `The database was used by a newer version of Lakeward (it holds the migration ${row.name}). Start that version.`,
      )
    if (!migration.checksums.includes(row.checksum))
      return refuse(`The migration ${row.name} was changed after it had been applied. Restore its file to what it was.`)
  }
  const applied = new Set(standing.map((row) => row.name))
  return ok(known.filter((migration) => !applied.has(migration.name)))
}
