import { spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import path from "node:path"

/** What a run of the Prisma CLI has said. */
export type PrismaAnswer = { readonly code: number; readonly output: string; readonly errors: string }

/**
 * Runs the Prisma CLI with the project's own schema engine, so that nothing is downloaded. `generate` only wants to
 * see that there is an engine; `migrate` really talks to it.
 */
export function runPrisma(options: readonly string[], databaseUrl?: string): PrismaAnswer {
  const cli = createRequire(import.meta.url).resolve("prisma/build/index.js")
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...options], {
    encoding: "utf8",
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: path.resolve("prisma/tools/schema-engine.mjs"),
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
  })
  return { code: status ?? 1, output: stdout ?? "", errors: error ? error.message : (stderr ?? "") }
}

/** The SQL that leads from a database to the schema in `prisma/schema`; empty when they are equal. */
export function diffToSchema(databaseUrl: string): string {
  const options = [
    "migrate",
    "diff",
    "--from-config-datasource",
    "--to-schema",
    "prisma/schema",
    "--script",
    "--exit-code",
  ]
  const { code, output, errors } = runPrisma(options, databaseUrl)
  if (code === 0) return ""
  if (code === 2) return output
  throw new Error(`prisma migrate diff failed: ${errors || output}`)
}
