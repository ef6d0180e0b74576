import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { Client } from "pg"
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest"
import { listMissing, migrate } from "@/lib/base/db/migrate/migrate"
import { createDatabase, type TestDatabase } from "../support/database"

const folder = mkdtempSync(path.join(tmpdir(), "lakeward-migrations-"))
afterAll(() => rmSync(folder, { recursive: true }))

let database: TestDatabase
let client: Client
beforeEach(async () => {
  database = await createDatabase({ template: false })
  client = new Client({ connectionString: database.url })
  await client.connect()
})
afterEach(async () => {
  await client.end()
  await database.drop()
})

function migrations(name: string, files: Record<string, string>): string {
  const set = path.join(folder, name)
  for (const [migration, sql] of Object.entries(files)) {
    mkdirSync(path.join(set, migration), { recursive: true })
    writeFileSync(path.join(set, migration, "migration.sql"), sql)
  }
  return set
}

const count = async (table: string) => Number((await client.query(`SELECT count(*) FROM ${table}`)).rows[0].count)

describe("migrating", () => {
  test("brings a bare database up to date, once", async () => {
    const set = migrations("once", {
      "1_a": "CREATE TABLE a (id int);",
      "2_b": "INSERT INTO a VALUES (1); -- and no more",
    })
    expect(await listMissing(database.url, set)).toEqual(["1_a", "2_b"])
    expect(await migrate(database.url, set)).toEqual(["1_a", "2_b"])
    expect(await migrate(database.url, set)).toEqual([])
    expect(await listMissing(database.url, set)).toEqual([])
    expect(await count("a")).toBe(1)
    expect(await count("_prisma_migrations WHERE finished_at >= started_at AND applied_steps_count = 1")).toBe(2)
  })

  test("by eight starts at the same moment applies each step once", async () => {
    const set = migrations("race", { "1_a": "CREATE TABLE a (id int);", "2_b": "INSERT INTO a VALUES (1);" })
    const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(database.url, set)))
    expect(applied.flat()).toEqual(["1_a", "2_b"])
    expect(await count("a")).toBe(1)
  })

  test("keeps nothing of a step that fails, says where it failed, and goes on when it is mended", async () => {
    const good = { "1_a": "CREATE TABLE a (id int);" }
    const broken = migrations("broken", { ...good, "2_b": "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES ('x');" })
    await expect(migrate(database.url, broken)).rejects.toThrow(/2_b could not be applied.*\(line 2\)/)
    expect(await count("a")).toBe(0)
    expect(await migrate(database.url, migrations("mended", { ...good, "2_b": "INSERT INTO a VALUES (1);" }))).toEqual([
      "2_b",
    ])
  })

  test("says in a sentence that no server answers", async () => {
    await expect(migrate("postgresql://nobody@127.0.0.1:1/none", folder)).rejects.toThrow(
      /127.0.0.1:1 can't be reached/,
    )
  })
})
