import type { Id } from "@/lib/base/kernel/id"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import {
  ageingOf,
  isOnlyWaived,
  isReady,
  readStatement,
  type Statement,
  standingOf,
  textOfStatement,
} from "./statement"

/** Who must sign a gate, unless the programme says otherwise: whoever pays, and whoever carries the risk. */
export const gateSigners = ["sponsor", "security"] as const

/** A signature must be made within so long after the password or the provider was asked, in milliseconds. */
export const FRESH_SIGN_IN_MS = 15 * 60_000

export type Signed = { readonly personId: Id; readonly responsibility: string; readonly statement: string }

/** What is signed, with the signatures of this round that stand. */
export type Line = {
  /** As everything stands now. */
  readonly statement: Statement
  readonly signatures: readonly Signed[]
}

export type Signer = {
  readonly personId: Id
  /** For what they answer today. */
  readonly responsibilities: readonly string[]
  /** Milliseconds since they were last asked for password or provider; null when they never was, as with a token. */
  readonly sinceSignIn: number | null
}

export type SignRefusal =
  | "token-never-signs"
  | "sign-in-again"
  | "not-responsible"
  | "not-among-signers"
  | "already-signed-by-you"
  | "already-signed-for"
  | "signer-wrote-the-evidence"
  | "signer-brought-the-facts"
  | "only-waived"
  | "not-ready"
  | "ageing-not-accepted"
  | "statement-changed"

/**
 * The text that would be signed: the one frozen by the first signature of the round as long as everything still stands as
 * it says, else the present one.
 */
export function textToSign({ statement, signatures }: Line): { readonly text: string; readonly isFrozen: boolean } {
  const [first] = signatures
  if (!first) return { text: textOfStatement(statement), isFrozen: false }
  const isSame = standingOf(readStatement(first.statement)) === standingOf(statement)
  return isSame ? { text: first.statement, isFrozen: true } : { text: textOfStatement(statement), isFrozen: false }
}

/**
 * Whether somebody may sign for a responsibility, given the hash of what they saw. Every check must be met or waived; the
 * signer is one of those who answer for it, has not signed this round, and wrote none of the evidence it rests on. A
 * second signature is given to the very text of the first; when that no longer holds, the round must be begun anew. Whoever brought
 * a file of facts that decide is their author. Facts that are ageing now need the signer's own word that they accept them.
 */
export function signOff(
  line: Line,
  signer: Signer,
  given: { readonly responsibility: string; readonly statementHash: string; readonly acceptsAgeing: boolean },
  hash: (text: string) => string,
): Result<{ readonly text: string }, SignRefusal> {
  const { statement, signatures } = line
  if (signer.sinceSignIn === null) return refuse("token-never-signs")
  if (!statement.signers.includes(given.responsibility)) return refuse("not-among-signers")
  if (!signer.responsibilities.includes(given.responsibility)) return refuse("not-responsible")
  if (signatures.some(({ personId }) => personId === signer.personId)) return refuse("already-signed-by-you")
  if (signatures.some(({ responsibility }) => responsibility === given.responsibility))
    return refuse("already-signed-for")
  if (authorsOf(statement).includes(signer.personId)) return refuse("signer-wrote-the-evidence")
  if (importersOf(statement).includes(signer.personId)) return refuse("signer-brought-the-facts")
  if (isOnlyWaived(statement)) return refuse("only-waived")
  if (!isReady(statement)) return refuse("not-ready")
  if (!given.acceptsAgeing && ageingOf(statement).length > 0) return refuse("ageing-not-accepted")
  if (signer.sinceSignIn > FRESH_SIGN_IN_MS) return refuse("sign-in-again")
  const { text, isFrozen } = textToSign(line)
  if (hash(text) !== given.statementHash || (signatures.length > 0 && !isFrozen)) return refuse("statement-changed")
  return ok({ text })
}

/** Who wrote the evidence that a statement rests on. */
export const authorsOf = ({ checks }: Pick<Statement, "checks">): Id[] => [
  ...new Set(checks.flatMap(({ evidence }) => evidence.map(({ writtenById }) => writtenById))),
]

/** Who brought the files of facts that a statement rests on; what a connection fetched nobody brought. */
export const importersOf = ({ sources = [] }: Pick<Statement, "sources">): Id[] => [
  ...new Set(sources.flatMap(({ source, importedById }) => (source === "connection" ? [] : (importedById ?? [])))),
]

/** Whether a round is complete: everybody who must has signed, and at least two different people have. */
export const isComplete = (signers: readonly string[], signatures: readonly Omit<Signed, "statement">[]): boolean =>
  signers.every((key) => signatures.some(({ responsibility }) => responsibility === key)) &&
  new Set(signatures.map(({ personId }) => personId)).size >= 2
