/** What a check says of a level: met, not met, or that it could not be told. A waived one proves nothing. */
export type ProvingVerdict = "met" | "not-met" | "could-not-tell"
export type ProvingCheck = { readonly verdict: ProvingVerdict; readonly waived: boolean }
/** A level and the checks that prove it together. */
export type LevelProof<Check extends ProvingCheck = ProvingCheck> = {
  readonly level: number
  readonly checks: readonly Check[]
}

/**
 * How far facts reach. `self-reported`: no check speaks of the question. `could-not-tell`: the first level that is not
 * proved lacks facts, and none of its checks is known to fail.
 */
export type Proved = {
  /** 0 to 4; null where no check speaks of the question. */
  readonly level: number | null
  readonly state: "proved" | "could-not-tell" | "self-reported"
}

const isMet = ({ verdict, waived }: ProvingCheck) => verdict === "met" && !waived

/** The highest level (1 to 4) at which all checks up to it are met; 0 where none is. Unknown and waived prove nothing. */
export function provedLevel(proofs: readonly LevelProof[]): Proved {
  if (proofs.length === 0) return { level: null, state: "self-reported" }
  const rising = proofs.toSorted((a, b) => a.level - b.level)
  const firstOpen = rising.findIndex(({ checks }) => !checks.every(isMet))
  if (firstOpen === -1) return { level: rising.at(-1)?.level ?? 0, state: "proved" }
  const open = rising[firstOpen]?.checks.filter((check) => !isMet(check)) ?? []
  const isUnknown = open.every(({ verdict, waived }) => verdict === "could-not-tell" && !waived)
  return { level: rising[firstOpen - 1]?.level ?? 0, state: isUnknown ? "could-not-tell" : "proved" }
}

/** A level above this one (Repeatable) needs proof. */
export const MOST_WITHOUT_PROOF = 2

/** True for a claim above level 2 that facts do not reach, also where nothing could prove it. */
export const isUnprovedClaim = (asIs: number | null, { level }: Proved): boolean =>
  asIs !== null && asIs > MOST_WITHOUT_PROOF && (level ?? 0) < asIs

/** True where facts reach further than the claim. */
export const areFactsAhead = (asIs: number | null, { level }: Proved): boolean =>
  asIs !== null && level !== null && level > asIs
