import { settings } from "@/lib/base/settings/server/settings"
import { ensureAddresses } from "./addresses"
import { build, isBuilt } from "./build"
import { ensureBundle } from "./bundle"
import { command } from "./command"
import { ensureDatabaseClient } from "./generate"
import { openFront, untilTold } from "./serve"
import { ensureSimulationKernel } from "./simulation-kernel"
import { step } from "./step"

export const prepare = command({
  usage: [],
  options: {},
  run: async () => {
    void untilTold().then(() => process.exit(1))
    await tryAddress()
    await step("Client", async (say) => say(ensureDatabaseClient() ? "made" : "up to date"))
    await step("Kernel", async (say) => say((await ensureSimulationKernel()) ? "made" : "up to date"))
    await step("Addresses", async (say) => say((await ensureAddresses()) ? "made" : "up to date"))
    await step("Pages", async (say) => {
      if (isBuilt()) return say("up to date")
      say("building, which takes about a minute ...")
      await build()
    })
    await ensureBundle()
    return 0
  },
})

/** A mistake in the settings, or a port in use, is better known before a minute of building than after. */
async function tryAddress(): Promise<void> {
  const front = await openFront(settings())
  await front.close()
}
