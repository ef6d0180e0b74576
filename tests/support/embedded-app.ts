import { setInterval } from "node:timers"
import { openClusterHome } from "@/lib/base/db/embedded/cluster-home"
import { openEmbedded } from "@/lib/base/db/embedded/open"

/** A process that opens the embedded database in a folder, says where it is, and holds it until it is told to stop. */
const [folder = "", kind = "app"] = process.argv.slice(2)

try {
  const name = kind === "app" ? "start" : "token create"
  const database = await openEmbedded(openClusterHome(folder, true), { kind: kind === "app" ? "app" : "command", name })
  process.send?.({ origin: database.origin, url: database.url })
  process.on("message", async () => {
    await database.close()
    process.exit(0)
  })
  setInterval(() => undefined, 60_000)
} catch (error) {
  process.send?.({ refused: error instanceof Error ? error.message : String(error) })
  process.exit(1)
}
