import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { diffToSchema, runPrisma } from "@/lib/base/db/prisma/prisma-cli"
import { createDatabase, type TestDatabase } from "../support/database"

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.drop())

describe("the migrations", () => {
  test("lead exactly to the schema", () => {
    expect(diffToSchema(database.url)).toBe("")
  })
  test("applied by the product count as applied for Prisma's own tool", () => {
    const { code, output, errors } = runPrisma(["migrate", "status"], database.url)
    expect({ code, errors }).toMatchObject({ code: 0 })
    expect(output).toContain("Database schema is up to date")
  })
  test("leave nothing to do for Prisma's own tool", () => {
    const { code, output } = runPrisma(["migrate", "deploy"], database.url)
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("No pending migrations to apply") })
  })
  test("of another schema are told apart", async () => {
    const bare = await createDatabase({ template: false })
    expect(diffToSchema(bare.url)).toContain("CREATE TABLE")
    await bare.drop()
  })
})
