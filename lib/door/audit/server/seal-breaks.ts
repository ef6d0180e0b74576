import type { Id } from "@/lib/base/kernel/id"
import { type Refused, refuse } from "@/lib/base/kernel/result"
import { signBytes } from "@/lib/base/secrets/server/signing-key"
import type { InstallationActor } from "@/lib/door/access/actor"
import { type CommandResult, done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { linesOf, SEALED_BREAK, sealable, sealedText } from "../known-breaks"
import { examineChain } from "./verify"

type SealRefusal = "no-such-chain" | "nothing-broken" | "not-sealable" | "other-events"

/**
 * Writes into a chain, signed with the server's key, which of its events are known to be broken and how each stands now.
 * Only who runs the server can do it, from the command line.
 * @param events the broken ones by number; they must be all that are open, so that nobody seals what they did not look at
 */
export async function sealBreaks(
  actor: InstallationActor,
  chainId: Id,
  { events, reason }: { readonly events: readonly number[]; readonly reason: string },
): Promise<CommandResult<{ broken: readonly string[] }, SealRefusal> | Refused<SealRefusal>> {
  const found = await examineChain(chainId)
  if (!found) return refuse("no-such-chain")
  const { open } = found
  if (open.length === 0) return refuse("nothing-broken")
  if (sealable(open).length < open.length) return refuse("not-sealable")
  const wanted = new Set(events)
  if (open.some(({ seq }) => !wanted.has(seq)) || wanted.size !== new Set(open.map(({ seq }) => seq)).size)
    return refuse("other-events")
  const broken = linesOf(open)
  const signature = Buffer.from(signBytes(Buffer.from(sealedText(chainId, broken)))).toString("hex")
  return transact(actor, "installation.manage", async () =>
    done(
      { broken },
      { type: SEALED_BREAK, subject: null, data: { broken, signature }, texts: { reason }, chain: chainId },
    ),
  )
}
