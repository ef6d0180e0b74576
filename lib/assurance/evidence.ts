import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { canonical } from "@/lib/door/audit/canonical"

/** The largest file that is taken as evidence, in bytes. */
export const MAX_EVIDENCE_BYTES = 25 * 1024 * 1024

/** What somebody hands in. */
export type HandedIn = {
  readonly checkId: Id
  readonly kind: "link" | "file" | "note"
  readonly title: string
  readonly url: string | null
  readonly note: string
  readonly fileName: string | null
  /** In hex. */
  readonly fileSha256: string | null
  readonly validUntil: Day | null
  readonly writtenById: Id
  /** An instant in UTC with milliseconds. */
  readonly writtenAt: string
}

/** The text over which a piece of evidence is hashed: canonical JSON (RFC 8785) of all that was handed in. */
export const textOfEvidence = (handedIn: HandedIn): string => canonical({ format: "lakeward-evidence-1", ...handedIn })
