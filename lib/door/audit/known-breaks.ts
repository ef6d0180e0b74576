import type { Id } from "@/lib/base/kernel/id"
import { canonical } from "./canonical"
import type { ChainFault, ChainRow } from "./chain"

/** The event that says which events of its chain are known to be broken, and how each stands. */
export const SEALED_BREAK = "audit.break-sealed"

/** A fault in a line of such an event. */
const lineOf = ({ seq, reason, print }: ChainFault): string => `${seq} ${reason} ${print}`

/** Faults that can be sealed: where something stands. What was cut off, or a head that does not fit, cannot be. */
export const sealable = (faults: readonly ChainFault[]): readonly ChainFault[] =>
  faults.filter(({ print }) => print !== null)

export const linesOf = (faults: readonly ChainFault[]): readonly string[] => sealable(faults).map(lineOf)

/** What is signed for them: chain and lines, in canonical JSON. */
export const sealedText = (chain: Id, broken: readonly string[]): string => canonical({ chain, broken })

type IsSigned = (text: string, signature: string) => boolean

/**
 * Tells the known faults of a chain from all others. A seal counts when it is whole itself, signed with the server's key,
 * and came after the fault; the fault must stand exactly as it did then.
 * @param seals the events of the type above
 */
export function knownOf(
  faults: readonly ChainFault[],
  seals: readonly ChainRow[],
  isSigned: IsSigned,
): { readonly known: readonly ChainFault[]; readonly open: readonly ChainFault[] } {
  const broken = new Set(faults.map(({ seq }) => seq))
  const sealedIn = new Map<string, number>()
  for (const { seq, chain, data } of seals) {
    const lines = Array.isArray(data.broken) ? data.broken.map(String) : []
    if (!broken.has(seq) && isSigned(sealedText(chain, lines), String(data.signature)))
      for (const line of lines) sealedIn.set(line, seq)
  }
  const isKnown = (fault: ChainFault) => fault.print !== null && (sealedIn.get(lineOf(fault)) ?? 0) > fault.seq
  return { known: faults.filter(isKnown), open: faults.filter((fault) => !isKnown(fault)) }
}
