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
export type ChainFault = { readonly seq: number; readonly reason: "missing" | "changed" | "unlinked" | "cut" }
export type Verdict =
  | { readonly intact: true; readonly events: number; readonly head: Uint8Array }
  | { readonly intact: false; readonly fault: ChainFault }

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i])

/**
 * Walks a chain and finds the first row that was edited, removed, moved or cut off, or whose texts are not those that
 * were sealed; a text that is not there any more was erased, which is no fault.
 * @param rows in the order of their seq, from 1
 * @param head the head as it is kept beside the rows, or outside, with the number of events it stands for
 */
export async function verifyChain(
  chain: Id,
  rows: AsyncIterable<ChainRow> | Iterable<ChainRow>,
  head: { readonly seq: number; readonly head: Uint8Array },
  sha256: Sha256,
): Promise<Verdict> {
  let last = genesis(chain, sha256)
  let seq = 0
  let atHead = last
  for await (const row of rows) {
    seq += 1
    if (row.seq !== seq) return { intact: false, fault: { seq, reason: "missing" } }
    const { seq: _, digest, hash, plain = [], ...event } = row
    const sealed = plain.every(({ field, salt, text }) => event.texts[field] === hex(hashOfText(salt, text, sha256)))
    if (!sealed || !same(digestOf(event, sha256), digest)) return { intact: false, fault: { seq, reason: "changed" } }
    last = link(last, digest, sha256)
    if (!same(last, hash)) return { intact: false, fault: { seq, reason: "unlinked" } }
    if (seq === head.seq) atHead = last
  }
  if (seq < head.seq) return { intact: false, fault: { seq: seq + 1, reason: "cut" } }
  if (!same(atHead, head.head)) return { intact: false, fault: { seq: head.seq, reason: "unlinked" } }
  return { intact: true, events: seq, head: last }
}
