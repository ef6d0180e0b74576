import { migrate } from "@/lib/base/db/migrate/migrate"
import { type CompleteSettings, settings } from "@/lib/base/settings/server/settings"
import type { Front } from "@/lib/serve/http/server/front"
import { announce } from "./announce"
import { buildName } from "./build"
import { CommandProblem, command } from "./command"
import { startJobs } from "./jobs"
import { prepareSignIn } from "./prepare-sign-in"
import { runLakeward } from "./run-lakeward"
import { openFront, openProduct, untilTold } from "./serve"
import { step } from "./step"
import { startTelling } from "./telling"
import { openDatabaseOfSettings, type ReadyDatabase } from "./with-database"

export const start = command({
  usage: ["--demo   load the demo programme as well"],
  options: { demo: { type: "boolean" } },
  run: async ({ demo = false }) => {
    const told = untilTold()
    const known = settings()
    const front = await openFront(known)
    const closing: (() => Promise<void>)[] = [front.close]
    try {
      await Promise.race([told, serve(front, known, demo, closing)])
      await told
      console.info("Stopping: finishing running requests first.")
    } finally {
      for (const close of closing) await close()
    }
    console.info("Stopped.")
    process.exit(0)
  },
})

/** What is opened here is closed in the same order: the front first, the database last. */
async function serve(front: Front, known: CompleteSettings, demo: boolean, closing: (() => Promise<void>)[]) {
  const database = await step("Database", async (say) => {
    const opened = await openDatabaseOfSettings({ kind: "app", name: "start" })
    say(opened.description)
    return opened
  })
  closing.push(database.close)
  await prepare(database, known)
  if (demo) await step("Demo", async () => runLakeward("demo", "load"))
  process.env.LAKEWARD_BUILD = buildName()
  await step("Server", async () => {
    const product = await openProduct(front, known, database.url, false)
    closing.splice(1, 0, await startJobs(), await startTelling(), product.close)
  })
  await announce(known, database.url)
}

async function prepare(database: ReadyDatabase, known: CompleteSettings): Promise<void> {
  await step("Migrations", async (say) => {
    const applied = await migrate(database.url, "prisma/migrations")
    say(applied.length > 0 ? `${applied.length} applied` : "up to date")
  })
  if (known.oidc || known.firstAdmin) await step("Sign-in", (say) => prepareSignIn(known, say))
  await step("Secrets", findKeys)
  await leaveDatabase()
}

/** @throws CommandProblem when secrets are kept that no key opens */
async function findKeys(say: (words: string) => void): Promise<void> {
  const { countLostSecrets } = await import("@/lib/platform/connection/server/keys")
  const lost = await countLostSecrets()
  if (lost > 0)
    throw new CommandProblem(
      `The key of ${lost} kept ${lost === 1 ? "secret is" : "secrets are"} missing. Restore the file secret-keys in the data folder, or set LAKEWARD_SECRET_KEYS.`,
    )
  say("keys found")
}

/** What was opened to prepare is closed: the product behind the front opens its own. */
async function leaveDatabase(): Promise<void> {
  const { settleAnnouncements } = await import("@/lib/door/server/live")
  const { closeDatabase } = await import("@/lib/base/db/client")
  await settleAnnouncements()
  await closeDatabase()
}
