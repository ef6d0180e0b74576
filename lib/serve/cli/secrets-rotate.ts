import { randomBytes } from "node:crypto"
import { command } from "./command"
import { withProduct } from "./with-product"

export const secretsRotate = command({
  usage: ["--resume   resume an interrupted rotation without creating another key"],
  options: { resume: { type: "boolean" } },
  run: ({ resume = false }) =>
    withProduct("secrets rotate", async () => {
      const { settings } = await import("@/lib/base/settings/server/settings")
      const { addKey, keyFile } = await import("@/lib/base/secrets/server/key-ring")
      const { moveToNewestKey } = await import("@/lib/platform/connection/server/keys")
      if (settings().secretKeys.length === 0 && !resume) addKey(randomBytes(48).toString("base64url"))
      const { moved, lost } = await moveToNewestKey()
      console.info(`${moved} ${moved === 1 ? "secret is" : "secrets are"} encrypted with the newest key.`)
      if (settings().secretKeys.length === 0)
        console.info(`The keys are in ${keyFile()}; the newest is the first line.`)
      if (lost > 0) console.error(`${lost} could not be decrypted with any key; enter them again in the connections.`)
      return lost > 0 ? 1 : 0
    }),
})
