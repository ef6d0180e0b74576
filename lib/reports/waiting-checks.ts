import type { CheckView } from "@/lib/assurance/contract"
import type { Waiting } from "./views"
import { count, listed } from "./words"

/** Who asks, and whether he may say the second word on evidence. */
export type CheckAsker = { readonly personId: string; readonly accepts: boolean }
type Asked = Pick<
  CheckView,
  "sentence" | "ownerId" | "due" | "verdict" | "code" | "freshness" | "reason" | "waived" | "evidence"
>

/** The checks that wait for the asker: of his own those whose evidence ran out, that turned out not met, or whose facts grow old. */
export function waitingChecks(checks: readonly Asked[], { personId, accepts }: CheckAsker): Waiting[] {
  const mine = checks.filter(({ ownerId, waived }) => ownerId === personId && !waived)
  const expired = mine.filter(({ code }) => code === "evidence-expired")
  const unmet = mine.filter(({ due, verdict }) => due && verdict === "not-met")
  const old = mine.filter(({ freshness }) => freshness === "ageing" || freshness === "stale")
  return [
    ...told(expired, "Evidence has expired", "pieces of evidence for your checks have expired", "needs-you"),
    ...told(unmet, "Due and not met", "of your due checks are not met", "needs-you"),
    ...told(old, "Facts have grown old", "of your checks rest on old facts", "plain"),
    ...(accepts ? toAccept(checks) : []),
  ]
}

function told(checks: readonly Asked[], one: string, many: string, tone: Waiting["tone"]): Waiting[] {
  const [only, ...others] = checks
  if (!only) return []
  const sentences = checks.map(({ sentence }) => sentence)
  return [
    others.length === 0
      ? { title: `${one}: ${only.sentence}`, detail: only.reason, tone, behind: { list: "checklist" } }
      : { title: `${checks.length} ${many}`, detail: listed(sentences, 2), tone, behind: { list: "checklist" } },
  ]
}

function toAccept(checks: readonly Asked[]): Waiting[] {
  const waiting = checks.filter(({ evidence }) => evidence.waiting > 0)
  const pieces = waiting.reduce((sum, { evidence }) => sum + evidence.waiting, 0)
  if (pieces === 0) return []
  return [
    {
      title: `${count(pieces, "piece of evidence waits", "pieces of evidence wait")} for a second person`,
      detail: listed(
        waiting.map(({ sentence }) => sentence),
        2,
      ),
      tone: "plain",
      behind: { list: "checklist" },
    },
  ]
}
