import type { CheckView } from "@/lib/assurance/contract"
import type { Waiting } from "./views"
import { count, listedSentences } from "./words"

/** Who asks, whether they may say the second word on evidence, and how much of what waits they wrote themselves, by check. */
export type CheckAsker = {
  readonly personId: string
  readonly accepts: boolean
  readonly wrote: ReadonlyMap<string, number>
}
type Asked = Pick<
  CheckView,
  "id" | "sentence" | "ownerId" | "due" | "verdict" | "code" | "freshness" | "reason" | "waived" | "evidence"
>

/** The checks that wait for the asker: of their own those whose evidence ran out, that turned out not met, or whose facts grow old. */
export function waitingChecks(checks: readonly Asked[], { personId, accepts, wrote }: CheckAsker): Waiting[] {
  const mine = checks.filter(({ ownerId, waived }) => ownerId === personId && !waived)
  const expired = mine.filter(({ code }) => code === "evidence-expired")
  const unmet = mine.filter(({ due, verdict }) => due && verdict === "not-met")
  const old = mine.filter(({ freshness }) => freshness === "ageing" || freshness === "stale")
  return [
    ...told(expired, "Evidence has expired", "pieces of evidence for your checks have expired", "needs-you"),
    ...told(unmet, "Due and not met", "of your due checks are not met", "needs-you"),
    ...told(old, "Facts expired", "of your checks rely on old facts", "plain"),
    ...(accepts ? toAccept(checks, wrote) : []),
  ]
}

function told(checks: readonly Asked[], one: string, many: string, tone: Waiting["tone"]): Waiting[] {
  const [only, ...others] = checks
  if (!only) return []
  const sentences = checks.map(({ sentence }) => sentence)
  return [
    others.length === 0
      ? {
          title: `${one}: ${only.sentence}`,
          ...{ detail: only.reason, tone, behind: { list: "checklist", check: only.id } },
        }
      : { title: `${checks.length} ${many}`, detail: listedSentences(sentences), tone, behind: { list: "checklist" } },
  ]
}

function toAccept(checks: readonly Asked[], wrote: CheckAsker["wrote"]): Waiting[] {
  const waiting = checks.flatMap((check) => {
    const pieces = check.evidence.waiting - (wrote.get(check.id) ?? 0)
    return pieces > 0 ? [{ check, pieces }] : []
  })
  const [only, ...others] = waiting
  if (!only) return []
  const pieces = waiting.reduce((sum, each) => sum + each.pieces, 0)
  const detail = listedSentences(waiting.map(({ check }) => check.sentence))
  return [
    {
      title: `${count(pieces, "piece of evidence is", "pieces of evidence are")} awaiting review`,
      ...{ detail, tone: "plain" },
      behind: { list: "checklist", ...(others.length === 0 ? { check: only.check.id } : {}) },
    },
  ]
}
