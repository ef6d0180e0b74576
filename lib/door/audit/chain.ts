import type { Id } from "@/lib/base/kernel/id"
import { canonical } from "./canonical"
import type { KeptEvent } from "./event"

/** SHA-256 (FIPS 180-4), handed in so that the chain can be verified wherever that function is found. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Uint8Array

const utf8 = new TextEncoder()

/** The head of a chain without events. */
export const genesis = (chain: Id, sha256: Sha256): Uint8Array => sha256(utf8.encode(`lakeward:${chain}`))

/** The digest of one event: SHA-256 over its canonical JSON. */
export const digestOf = (event: KeptEvent, sha256: Sha256): Uint8Array =>
  sha256(utf8.encode(canonical({ ...event, at: event.at.toISOString() })))

/** The hash that stands for all events up to this one. */
export const link = (head: Uint8Array, digest: Uint8Array, sha256: Sha256): Uint8Array => sha256(head, digest)

/** What stands in an event for a free text. */
export const hashOfText = (salt: Uint8Array, text: string, sha256: Sha256): Uint8Array =>
  sha256(salt, utf8.encode(text))

/** A free text of an event as it is kept beside it, until it is erased. */
export type KeptText = { readonly field: string; readonly salt: Uint8Array; readonly text: string }
export type ChainRow = KeptEvent & {
  readonly seq: number
  readonly digest: Uint8Array
  readonly hash: Uint8Array
  readonly plain?: readonly KeptText[]
}
export type FaultReason = "missing" | "changed" | "unlinked" | "cut"
/**
 * What is wrong at one place of a chain. `print` is a SHA-256 in hex over everything that stands there now, so that a break
 * which is known can be told from any later one; null where nothing stands there.
 */
export type ChainFault = { readonly seq: number; readonly reason: FaultReason; readonly print: string | null }
export type Verdict = {
  readonly intact: boolean
  readonly events: number
  readonly head: Uint8Array
  readonly faults: readonly ChainFault[]
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i])

/**
 * Walks a chain to its end and finds each row that was edited, removed, moved or cut off, or whose texts are not those
 * that were sealed; a text that is not there any more was erased, which is no fault. After a break it goes on from what
 * stands there.
 * @param rows in the order of their seq, from 1
 * @param head the head as it is kept beside the rows, or outside, with the number of events it stands for
 */
export async function verifyChain(
  chain: Id,
  rows: AsyncIterable<ChainRow> | Iterable<ChainRow>,
  head: { readonly seq: number; readonly head: Uint8Array },
  sha256: Sha256,
): Promise<Verdict> {
  const faults: ChainFault[] = []
  let last = genesis(chain, sha256)
  let seq = 0
  let atHead = last
  for await (const row of rows) {
    const reason = row.seq === seq + 1 ? faultOf(row, last, sha256) : "missing"
    if (reason) faults.push({ seq: seq + 1, reason, print: printOf(row, last, sha256) })
    // A row behind a gap is looked at by itself too; how it follows, nobody can tell.
    if (reason === "missing" && isChanged(row, sha256))
      faults.push({ seq: row.seq, reason: "changed", print: printOf(row, last, sha256) })
    last = row.hash
    seq = Math.max(seq + 1, row.seq)
    if (seq === head.seq) atHead = last
  }
  if (seq < head.seq) faults.push({ seq: seq + 1, reason: "cut", print: null })
  else if (!same(atHead, head.head)) faults.push({ seq: head.seq, reason: "unlinked", print: null })
  return { intact: faults.length === 0, events: seq, head: last, faults }
}

function faultOf(row: ChainRow, last: Uint8Array, sha256: Sha256): FaultReason | null {
  if (isChanged(row, sha256)) return "changed"
  return same(link(last, row.digest, sha256), row.hash) ? null : "unlinked"
}

const eventOf = ({ chain, at, actor, type, subject, data, texts }: ChainRow): KeptEvent => ({
  ...{ chain, at, actor, type, subject, data, texts },
})

/** Texts that stand beside an event and are not those it was sealed with. */
const wrongTexts = ({ texts, plain = [] }: ChainRow, sha256: Sha256): readonly string[] =>
  plain.flatMap(({ field, salt, text }) => {
    const hash = hex(hashOfText(salt, text, sha256))
    return texts[field] === hash ? [] : [`${field} ${hash}`]
  })

const isChanged = (row: ChainRow, sha256: Sha256): boolean =>
  wrongTexts(row, sha256).length > 0 || !same(digestOf(eventOf(row), sha256), row.digest)

/** Stands for a row with all that is wrong with it, and for the row that it was found behind. */
function printOf(row: ChainRow, last: Uint8Array, sha256: Sha256): string {
  const { seq, at, digest, hash } = row
  const found = { ...eventOf(row), at: at.toISOString(), seq, digest: hex(digest), hash: hex(hash), last: hex(last) }
  return hex(sha256(utf8.encode(canonical({ ...found, wrong: [...wrongTexts(row, sha256)].sort() }))))
}
