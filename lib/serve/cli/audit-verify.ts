import { readFileSync } from "node:fs"
import type { Verified } from "@/lib/door/audit/server/verify-all"
import { CommandProblem, command } from "./command"
import { withProduct } from "./with-product"

export const auditVerify = command({
  usage: [
    "--head <file>   chain head hashes printed earlier by this command; each chain must still contain its own",
    "Prints one line per chain: id, number of events, chain head hash. Store them where this server can't write.",
    "Exits with 1 if an event was changed, removed or moved, and names each one.",
  ],
  options: { head: { type: "string" } },
  run: async ({ head }) => {
    const { readHeads } = await import("@/lib/door/audit/kept-heads")
    const kept = head === undefined ? [] : readHeads(readKept(head))
    if (head !== undefined && kept.length === 0) throw new CommandProblem(`No chain head hash in ${head}.`)
    return withProduct("audit verify", async () => {
      const { verifyAll } = await import("@/lib/door/audit/server/verify-all")
      let faults = 0
      for await (const verified of verifyAll(kept)) faults += (await tell(verified)) ? 0 : 1
      return faults === 0 ? 0 : 1
    })
  },
})

function readKept(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch {
    throw new CommandProblem(`The file ${file} cannot be read.`)
  }
}

/** Says how one chain stands; false when something is wrong with it. */
async function tell(verified: Verified): Promise<boolean> {
  const { sayFault, sayHead } = await import("@/lib/door/audit/kept-heads")
  const { escaped } = await import("@/lib/base/kernel/visible-text")
  const { chain } = verified
  const name = escaped(verified.name)
  if (!verified.found) {
    const because = verified.removedAsDemo
      ? "it was the demo; its removal is recorded in the installation's chain"
      : "GONE"
    console.info(`${chain} ${name}: ${because}`)
    return verified.removedAsDemo
  }
  const { intact, events, head, faults, faultCount, known } = verified.verification
  for (const fault of known) console.info(`${chain} ${name}: known and sealed. ${sayFault(fault)}`)
  if (intact) console.info(`${sayHead({ chain, seq: events, head })}  ${name}`)
  for (const fault of faults) console.error(`${chain} ${name}: BROKEN. ${sayFault(fault)}`)
  if (faultCount > faults.length) console.error(`${chain} ${name}: ${faultCount - faults.length} more.`)
  return intact
}
