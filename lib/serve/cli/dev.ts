import { migrate } from "@/lib/base/db/migrate/migrate"
import { settings } from "@/lib/base/settings/server/settings"
import { announce } from "./announce"
import { command } from "./command"
import { ensureGenerated } from "./generate"
import { startJobs } from "./jobs"
import { openFront, openProduct, untilTold } from "./serve"
import { startTelling } from "./telling"
import { openDatabaseOfSettings } from "./with-database"

export const dev = command({
  usage: [],
  options: {},
  run: async () => {
    const told = untilTold()
    const known = settings()
    await ensureGenerated()
    const front = await openFront(known)
    const database = await openDatabaseOfSettings({ kind: "app", name: "dev" })
    await migrate(database.url, "prisma/migrations")
    const product = await openProduct(front, known, database.url, true)
    const stopJobs = await startJobs()
    const stopTelling = await startTelling()
    await announce(known, database.url)
    await told
    await front.close()
    await stopJobs()
    await stopTelling()
    await product.close()
    await database.close()
    process.exit(0)
  },
})
