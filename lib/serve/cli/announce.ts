import { Client } from "pg"
import type { CompleteSettings } from "@/lib/base/settings/server/settings"

/** Says where Lakeward is and how to get in. */
export async function announce({ origin, isEmbedded }: CompleteSettings, databaseUrl: string): Promise<void> {
  const hasPeople = await hasAccounts(databaseUrl)
  console.info(`\nLakeward is at ${origin}`)
  console.info(
    hasPeople
      ? "Sign in with your account. To add an admin, run: npm run lakeward -- admin create"
      : "No accounts yet. Open the address to create the first admin.",
  )
  if (isEmbedded)
    console.info("The embedded database suits one team on one computer. See README.md to use a PostgreSQL server.")
  console.info("Press Ctrl+C to stop.")
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
