import { Client } from "pg"
import type { TestProject } from "vitest/node"
import { startThrowAwayServer } from "@/lib/base/db/embedded/throw-away"
import { migrate } from "@/lib/base/db/migrate/migrate"

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's address of the tests' own PostgreSQL server. */
    postgresUrl: string
    /** The address of the product's own role there, which is no superuser. */
    productUrl: string
  }
}

export const TEMPLATE = "lakeward_template"

/** Starts one server for the whole run, from the product's own binaries, with a migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAwayServer()
  const client = new Client({ connectionString: server.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE}`)
  await client.end()
  const template = new URL(server.url)
  template.pathname = `/${TEMPLATE}`
  await migrate(template.href, "prisma/migrations")
  project.provide("postgresUrl", server.adminUrl)
  project.provide("productUrl", server.url)
  return server.remove
}
