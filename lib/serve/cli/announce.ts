import { Client } from "pg"
import type { CompleteSettings } from "@/lib/base/settings/server/settings"

/** Says where Lakeward is and how to get in. */
export async function announce({ origin, isEmbedded }: CompleteSettings, databaseUrl: string): Promise<void> {
  const hasPeople = await hasAccounts(databaseUrl)
  console.info(`\nLakeward is at ${origin}`)
  console.info(
    hasPeople
      ? "Sign in with your account; an administrator can be added with: npm run lakeward -- admin create"
      : "Nobody has an account yet: open the address and make the first one.",
  )
  if (isEmbedded)
    console.info(
      "The embedded database is for one team on one computer; README.md says how to use a PostgreSQL server.",
    )
  console.info("Stop with Ctrl+C.")
}

async function hasAccounts(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    return (await client.query("SELECT 1 FROM app_user LIMIT 1")).rowCount === 1
  } finally {
    await client.end()
  }
}
