import { randomUUID } from "node:crypto"
import { Client } from "pg"
import { inject } from "vitest"
import { TEMPLATE } from "./postgres"

/** A migrated, empty database of its own, on the tests' server. */
export type TestDatabase = {
  readonly url: string
  /** Ends every connection to it and removes it. */
  readonly drop: () => Promise<void>
}

/** Copies the migrated template; about 50 ms. With `template: false` the database is bare, without any table. */
export async function createDatabase({ template = true } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`
  await onServer(template ? `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}` : `CREATE DATABASE ${name}`)
  const url = new URL(inject("productUrl"))
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function onServer(query: string): Promise<void> {
  const client = new Client({ connectionString: inject("productUrl") })
  await client.connect()
  try {
    await client.query(query)
  } finally {
    await client.end()
  }
}
