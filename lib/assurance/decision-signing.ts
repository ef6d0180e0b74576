import type { Id } from "@/lib/base/kernel/id"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { type DecisionStatus, signerNames } from "@/lib/design/decisions/decision"
import { FRESH_SIGN_IN_MS, type Signer } from "./sign-off"

type Signed = { readonly personId: Id; readonly responsibility: string }
export type DecisionSignRefusal =
  | "token-never-signs"
  | "sign-in-again"
  | "not-responsible"
  | "not-among-signers"
  | "already-signed-by-you"
  | "already-signed-for"
  | "owner-signs-alone"
  | "not-in-review"
  | "statement-changed"

export type DecisionToSign = {
  readonly status: DecisionStatus
  readonly signers: readonly string[]
  readonly ownerId: Id | null
  /** Those that stand. */
  readonly signatures: readonly Signed[]
}

/**
 * Whether somebody may sign a decision for a responsibility, given the hash of what they saw: as with the checklist, in
 * person, for what they answer for, once, and only the very text that stands. Where one signature is enough, it is not
 * the owner's own.
 */
export function signDecisionAs(
  { status, signers, ownerId, signatures }: DecisionToSign,
  signer: Signer,
  given: { readonly responsibility: string; readonly statementHash: string },
  hashNow: string,
): Result<{ readonly completes: boolean }, DecisionSignRefusal> {
  if (signer.sinceSignIn === null) return refuse("token-never-signs")
  if (status !== "in_review") return refuse("not-in-review")
  if (!signers.includes(given.responsibility)) return refuse("not-among-signers")
  if (!signer.responsibilities.includes(given.responsibility)) return refuse("not-responsible")
  if (signatures.some(({ personId }) => personId === signer.personId)) return refuse("already-signed-by-you")
  if (signatures.some(({ responsibility }) => responsibility === given.responsibility))
    return refuse("already-signed-for")
  if (signers.length === 1 && ownerId === signer.personId) return refuse("owner-signs-alone")
  if (signer.sinceSignIn > FRESH_SIGN_IN_MS) return refuse("sign-in-again")
  if (hashNow !== given.statementHash) return refuse("statement-changed")
  const signed = [...signatures.map(({ responsibility }) => responsibility), given.responsibility]
  return ok({ completes: signers.every((key) => signed.includes(key)) })
}

/** For what somebody could sign a decision now, in the declared order. */
export const couldSign = (
  { status, signers, ownerId, signatures }: DecisionToSign,
  { personId, responsibilities }: Pick<Signer, "personId" | "responsibilities">,
): readonly string[] => {
  const isOut =
    status !== "in_review" ||
    signatures.some((each) => each.personId === personId) ||
    (signers.length === 1 && ownerId === personId)
  if (isOut) return []
  return Object.keys(signerNames).filter(
    (key) =>
      signers.includes(key) &&
      responsibilities.includes(key) &&
      !signatures.some(({ responsibility }) => responsibility === key),
  )
}
