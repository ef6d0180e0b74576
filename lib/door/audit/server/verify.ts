import { database } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { isSignedHere } from "@/lib/base/secrets/server/signing-key"
import { type ChainFault, type ChainRow, type KeptText, verifyChain } from "../chain"
import type { VerificationView } from "../contract"
import { knownOf, SEALED_BREAK } from "../known-breaks"
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
/** So many faults are told one by one. */
const MOST_TOLD = 1_000

/** Rows on their way past, of which the seals are kept. */
async function* noting(rows: AsyncIterable<ChainRow>, seals: ChainRow[]): AsyncGenerator<ChainRow> {
  for await (const row of rows) {
    if (row.type === SEALED_BREAK) seals.push(row)
    yield row
  }
}

const isSigned = (text: string, signature: string): boolean =>
  /^[0-9a-f]{128}$/.test(signature) && isSignedHere(Buffer.from(text), Buffer.from(signature, "hex"))

type KeptHead = { readonly seq: number; readonly head: Uint8Array }

/** Walks a chain and tells what is broken, known and not. Null where there is no such chain. */
export async function examineChain(chainId: Id, kept?: KeptHead) {
  const chain = await database().prisma.auditChain.findFirst({ where: { id: chainId } })
  if (!chain) return null
  const seals: ChainRow[] = []
  const verdict = await verifyChain(chainId, noting(rowsOf(chainId), seals), kept ?? chain, sha256)
  return { chain, verdict, ...knownOf(verdict.faults, seals, isSigned) }
}

const told = (faults: readonly ChainFault[]) => faults.slice(0, MOST_TOLD).map(({ seq, reason }) => ({ seq, reason }))

/**
 * Verifies a chain against its head, or against one that was kept outside. Breaks that are known and stand as they were
 * sealed leave it intact, and are told.
 * @param kept a head as an earlier verification gave it, with the number of events it stands for
 */
export async function verify(chainId: Id, kept?: KeptHead): Promise<VerificationView> {
  const found = await examineChain(chainId, kept)
  const none = { faultCount: 0, faults: [], known: [] }
  if (!found) {
    const fault = { seq: 0, reason: "cut" } as const
    return { ...none, intact: false, events: 0, head: "", fault, faults: [fault], faultCount: 1 }
  }
  const { chain, verdict, open, known } = found
  if (kept && open.length === 0) return verify(chainId)
  const faults = { fault: told(open)[0] ?? null, faultCount: open.length, faults: told(open), known: told(known) }
  if (open.length > 0) return { intact: false, events: chain.seq, head: hex(chain.head), ...faults }
  return { intact: true, events: verdict.events, head: hex(verdict.head), ...faults }
}
