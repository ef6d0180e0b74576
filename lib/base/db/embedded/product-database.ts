import { Client } from "pg"
import type { ClusterHome } from "./cluster-home"
import { readCredentials, urlOf } from "./credentials"

/** The database of the product, and the role that owns it. */
const NAME = "lakeward"

/** Makes the role and the database when they are missing; the role owns this database and is no superuser. */
export async function ensureProductDatabase(home: ClusterHome, port: number): Promise<void> {
  const credentials = readCredentials(home)
  const client = new Client({ connectionString: urlOf(port, "postgres", credentials, "postgres") })
  await client.connect()
  try {
    const password = client.escapeLiteral(credentials.lakeward)
    if (!(await isThere(client, "SELECT 1 FROM pg_roles WHERE rolname = $1")))
      await client.query(`CREATE ROLE ${NAME} LOGIN CREATEDB PASSWORD ${password}`)
    if (!(await isThere(client, "SELECT 1 FROM pg_database WHERE datname = $1")))
      await client.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`)
  } finally {
    await client.end()
  }
}

const isThere = async (client: Client, query: string) => (await client.query(query, [NAME])).rowCount === 1

/** Where the product finds its database on a running server. */
export const productUrl = (home: ClusterHome, port: number): string => urlOf(port, NAME, readCredentials(home), NAME)
