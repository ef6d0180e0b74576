import type { Id } from "@/lib/base/kernel/id"
import type { FaultReason } from "./chain"

/** The head of a chain as it is kept outside the database, with the number of events that it stands for. */
export type Kept = { readonly chain: Id; readonly seq: number; readonly head: string }

/** A line of such a record: chain, number of events, head in hex; what follows on the line is for people. */
export const sayHead = ({ chain, seq, head }: Kept): string => `${chain} ${seq} ${head}`

/** Reads the lines of `sayHead` out of any text; the last line of a chain counts. */
export function readHeads(text: string): Kept[] {
  const line = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{1,10}) ([0-9a-f]{64})\b/gm
  const kept = new Map<Id, Kept>()
  for (const [, chain = "", seq = "", head = ""] of text.toLowerCase().matchAll(line))
    kept.set(chain, { chain, seq: Number(seq), head })
  return [...kept.values()]
}

const reasons: Record<FaultReason, (seq: number) => string> = {
  missing: (seq) => `Event ${seq} is missing or out of order.`,
  changed: (seq) => `Event ${seq} was changed after it was written.`,
  unlinked: (seq) => `Event ${seq} doesn't match the events before it.`,
  cut: (seq) => `Everything from event ${seq} onward is missing.`,
}

/** What is wrong with a chain, as a sentence. */
export const sayFault = ({ seq, reason }: { readonly seq: number; readonly reason: FaultReason }): string =>
  reasons[reason](seq)
