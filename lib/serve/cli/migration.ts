import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { startThrowAwayServer } from "@/lib/base/db/embedded/throw-away"
import { migrate } from "@/lib/base/db/migrate/migrate"
import { diffToSchema } from "@/lib/base/db/prisma/prisma-cli"
import { CommandProblem, command } from "./command"

const FOLDER = "prisma/migrations"

export const migration = command({
  usage: ["--name <words_with_underscores>   what it does; a timestamp is added in front"],
  options: { name: { type: "string" } },
  run: async ({ name }) => {
    if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
      throw new CommandProblem("Missing --name: describe the migration in lower-case letters and underscores.")
    const sql = await writeDifference()
    if (sql === "") {
      console.info("The migrations already match prisma/schema.")
      return 0
    }
    const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14)
    const file = path.join(FOLDER, `${time}_${name}`, "migration.sql")
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, sql)
    console.info(`Written to ${file}. Review it, and add anything the schema can't express.`)
    return 0
  },
})

/** The SQL between what the migrations make on an empty server and the schema. */
async function writeDifference(): Promise<string> {
  const server = await startThrowAwayServer()
  try {
    await migrate(server.url, FOLDER)
    return diffToSchema(server.url)
  } finally {
    await server.remove()
  }
}
