import type { CheckView } from "@/lib/assurance/contract"
import type { OverviewCheck } from "../overview"

/** A check as the figures count it and the news tell of it. */
export function placedCheck(check: CheckView): OverviewCheck {
  const { id, workstreamId, gateId, verdict, due, waived, sentence, reason, kind } = check
  return { id, checkId: id, workstreamId, gateId, verdict, due, waived, sentence, reason, kind }
}
