import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"

/** One step of the schema: a folder under `prisma/migrations` with a `migration.sql`. */
export type Migration = {
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file in hexadecimal, as Prisma records it, once for each kind of line ending. */
  readonly checksums: readonly [string, ...string[]]
}

/** Every migration in the order of its name, which begins with its time. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => readMigration(folder, name))
}

function readMigration(folder: string, name: string): Migration {
  const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8")
  const unix = sql.replaceAll("\r\n", "\n")
  return { name, sql, checksums: [hashOf(sql), hashOf(unix), hashOf(unix.replaceAll("\n", "\r\n"))] }
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex")
