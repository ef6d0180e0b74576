import { type MarkKind, StatusMark } from "@/components/ui/status-mark"
import type { EvidenceView } from "@/lib/assurance/evidence-contract"

const shapes: Record<EvidenceView["state"], MarkKind> = {
  ...{ accepted: "done", waiting: "in_progress", expired: "could-not-tell" },
  ...{ withdrawn: "dropped", rejected: "not-met" },
}
/** The word for each state, as every page says it. */
export const evidenceWords: Record<EvidenceView["state"], string> = {
  ...{ accepted: "Accepted", waiting: "Awaiting review", expired: "Expired" },
  ...{ withdrawn: "Withdrawn", rejected: "Rejected" },
}

/** Where a piece of evidence stands: a shape and a word. */
export function EvidenceMark({ state, withWord = true }: { state: EvidenceView["state"]; withWord?: boolean }) {
  return <StatusMark kind={shapes[state]} word={evidenceWords[state]} withWord={withWord} />
}
