import { database } from "@/lib/base/db/client"
import { type Id, NIL_ID } from "@/lib/base/kernel/id"
import type { VerificationView } from "../contract"
import type { Kept } from "../kept-heads"
import { verify } from "./verify"

/** A chain with the name of what it belongs to. `gone`: a head was kept of it and the chain is not there any more. */
export type Verified = { readonly chain: Id; readonly name: string } & (
  | { readonly found: true; readonly verification: VerificationView }
  | { readonly found: false; readonly removedAsDemo: boolean }
)

/**
 * Verifies every chain of the installation, one after the other, each against its head and against the one kept
 * outside where there is one. A programme without a chain, and a kept chain that is gone, are told too.
 */
export async function* verifyAll(kept: readonly Kept[]): AsyncGenerator<Verified> {
  const { prisma } = database()
  const programmes = await prisma.programme.findMany({ select: { id: true, name: true }, orderBy: { id: "asc" } })
  const chains = await prisma.auditChain.findMany({ select: { id: true }, orderBy: { id: "asc" } })
  const names = new Map([[NIL_ID, "the installation"], ...programmes.map(({ id, name }) => [id, name] as const)])
  const all = new Set([NIL_ID, ...chains.map(({ id }) => id), ...names.keys()])
  for (const chain of all) {
    const outside = kept.find((each) => each.chain === chain)
    const head = outside && { seq: outside.seq, head: Buffer.from(outside.head, "hex") }
    yield { chain, name: names.get(chain) ?? "no programme", found: true, verification: await verify(chain, head) }
  }
  for (const { chain } of kept) {
    if (all.has(chain)) continue
    const removal = await prisma.auditEvent.findFirst({
      where: { chainId: NIL_ID, type: "demo.removed", subjectId: chain },
    })
    yield { chain, name: "a programme that is gone", found: false, removedAsDemo: removal !== null }
  }
}
