import { rmSync } from "node:fs"
import { runPrisma } from "@/lib/base/db/prisma/prisma-cli"
import { ensureAddresses } from "./addresses"
import { CommandProblem, command } from "./command"
import { fingerprintOf, isUnchanged, keepFingerprint } from "./fingerprint"
import { ensureSimulationKernel } from "./simulation-kernel"

const OUTPUT = "lib/base/db/generated"
const MARK = `${OUTPUT}/.fingerprint`

/** Makes the database client, unless it is that of this schema already. Answers whether it was made. */
export function ensureDatabaseClient(): boolean {
  const fingerprint = fingerprintOf(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"])
  if (isUnchanged(MARK, fingerprint)) return false
  rmSync(MARK, { force: true })
  const { code, output, errors } = runPrisma(["generate"])
  if (code !== 0)
    throw new CommandProblem(`The database client could not be made from prisma/schema:\n${errors || output}`)
  keepFingerprint(MARK, fingerprint)
  return true
}

/** All that is made from sources and not kept beside them. */
export async function ensureGenerated(): Promise<void> {
  ensureDatabaseClient()
  await ensureSimulationKernel()
  await ensureAddresses()
}

export const generate = command({
  usage: [],
  options: {},
  run: async () => {
    console.info(ensureDatabaseClient() ? `Database client generated in ${OUTPUT}.` : "Database client is up to date.")
    console.info((await ensureSimulationKernel()) ? "Simulation kernel generated." : "Simulation kernel is up to date.")
    console.info((await ensureAddresses()) ? "Operation addresses generated." : "Operation addresses are up to date.")
    return 0
  },
})
