import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { PrismaClient } from "./generated/client"

/** Every date column without a time is read as its text, `YYYY-MM-DD`; never as an instant in some time zone. */
const DATE_OID = 1082
pg.types.setTypeParser(DATE_OID, (text) => text)

export type Database = { readonly prisma: PrismaClient; readonly pool: pg.Pool; readonly url: string }
/** What a command may touch: one open transaction. */
export type Transaction = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">

/** Opens a pool of at most `max` connections; a slow or dead server turns into errors within seconds, never into hanging. */
export function openDatabase(url: string, max = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 6_000,
    statement_timeout: 5_000,
    keepAlive: true,
  })
  pool.on("error", () => {}) // an idle connection that died is replaced at the next query
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) })
  return { prisma, pool, url }
}

const shared = globalThis as typeof globalThis & { lakewardDatabase?: Database | undefined }

/** The one database of this process, opened at first use from DATABASE_URL, which the start-up sets. */
export function database(): Database {
  if (!shared.lakewardDatabase) {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error("DATABASE_URL is not set; start the app with npm start.")
    shared.lakewardDatabase = openDatabase(url)
  }
  return shared.lakewardDatabase
}

export async function closeDatabase(): Promise<void> {
  const open = shared.lakewardDatabase
  shared.lakewardDatabase = undefined
  await open?.prisma.$disconnect()
}
