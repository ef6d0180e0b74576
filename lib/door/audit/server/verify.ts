import { database } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { type ChainRow, type KeptText, verifyChain } from "../chain"
import type { VerificationView } from "../contract"
import { dataOf, textsOf } from "./event-rows"
import { sha256 } from "./sha256"

const PAGE = 1_000

/** The rows of a chain in order, a page at a time, so that a long chain needs little memory. */
async function* rowsOf(chainId: Id): AsyncGenerator<ChainRow> {
  for (let after = 0; ; ) {
    const rows = await database().prisma.auditEvent.findMany({
      where: { chainId, seq: { gt: after } },
      orderBy: { seq: "asc" },
      take: PAGE,
    })
    const last = rows.at(-1)
    const plain = await textsOfEvents(chainId, after, last?.seq ?? after)
    for (const { chainId: chain, seq, at, actorId, type, subjectId, data, texts, digest, hash } of rows)
      yield {
        ...{ chain, seq, at, actor: actorId, type, subject: subjectId, digest, hash },
        data: dataOf(data),
        texts: textsOf(texts),
        plain: plain.get(seq) ?? [],
      }
    if (!last || rows.length < PAGE) return
    after = last.seq
  }
}

async function textsOfEvents(chainId: Id, after: number, until: number): Promise<ReadonlyMap<number, KeptText[]>> {
  const rows = await database().prisma.auditText.findMany({ where: { chainId, seq: { gt: after, lte: until } } })
  const texts = new Map<number, KeptText[]>()
  for (const { seq, field, salt, text } of rows) texts.set(seq, [...(texts.get(seq) ?? []), { field, salt, text }])
  return texts
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

/**
 * Verifies a chain against its head, or against one that was kept outside.
 * @param kept a head as an earlier verification gave it, with the number of events it stands for
 */
export async function verify(
  chainId: Id,
  kept?: { readonly seq: number; readonly head: Uint8Array },
): Promise<VerificationView> {
  const chain = await database().prisma.auditChain.findFirst({ where: { id: chainId } })
  if (!chain) return { intact: false, events: 0, head: "", fault: { seq: 0, reason: "cut" } }
  const verdict = await verifyChain(chainId, rowsOf(chainId), kept ?? chain, sha256)
  if (!verdict.intact) return { intact: false, events: chain.seq, head: hex(chain.head), fault: verdict.fault }
  if (!kept) return { intact: true, events: verdict.events, head: hex(verdict.head), fault: null }
  return verify(chainId)
}
