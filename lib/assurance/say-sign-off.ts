import type { CheckView } from "./contract"
import { nameOfResponsibility } from "./responsibility"
import type { SignatureView, SignOffView } from "./sign-contract"

type Line = Pick<SignOffView, "state" | "signers" | "signatures" | "round" | "contradictedBy">

/** The signatures of the present round that nobody took back, oldest first. */
export const standingSignatures = ({ signatures, round }: Pick<Line, "signatures" | "round">): SignatureView[] =>
  signatures.filter((each) => each.round === round && each.revoked === null)

/** Where a line or a gate stands, in a few words: `1 of 2 signed`, `Ready to sign`. */
export function sayState(line: Line): string {
  const signed = standingSignatures(line).length
  const words: Record<SignOffView["state"], string> = {
    ...{ open: "Open", ready: "Ready to sign", begun: `${signed} of ${line.signers.length} signed` },
    ...{ signed: "Signed off", contradicted: "Contradicted since sign-off" },
    lapsed: "Lapsed since sign-off",
  }
  return words[line.state]
}

/** Who must sign, each with the signature that was given for it in this round. */
export const signersOf = (line: Line): { key: string; name: string; signature: SignatureView | null }[] =>
  line.signers.map((key) => ({
    ...{ key, name: nameOfResponsibility(key) },
    signature: standingSignatures(line).find(({ responsibility }) => responsibility === key) ?? null,
  }))

/** What the bar of a line shows, in percent of its checks: proved, reported and not yet accepted on top, and due. */
export function sharesOf(all: readonly Pick<CheckView, "verdict" | "due" | "waived" | "evidence">[]) {
  const checks = all.filter(({ waived }) => !waived)
  const share = (counts: (check: (typeof checks)[number]) => boolean) =>
    checks.length === 0 ? null : (100 * checks.filter(counts).length) / checks.length
  return {
    proved: share(({ verdict }) => verdict === "met"),
    claimed: share(({ verdict, evidence }) => verdict === "met" || evidence.waiting > 0),
    planned: share(({ due }) => due),
  }
}

/** `3f0c1a...9d41`: enough of a hash to compare two at a glance. */
export const shortHash = (hash: string): string => `${hash.slice(0, 10)}…${hash.slice(-4)}`
