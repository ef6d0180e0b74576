import type { CheckView } from "@/lib/assurance/contract"
import { nameOfResponsibility } from "@/lib/assurance/responsibility"
import { standingSignatures } from "@/lib/assurance/say-sign-off"
import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { SignLine } from "./checklist"
import type { Behind, Waiting } from "./views"
import { count, listed, listedSentences } from "./words"

type Asked = Pick<CheckView, "id" | "sentence" | "reason" | "verdict" | "ownerId" | "waived" | "waiver">
export type SignFacts = {
  readonly today: Day
  readonly lines: readonly SignLine[]
  readonly checks: readonly Asked[]
  readonly asker: { readonly personId: string; readonly approvesWaivers: boolean }
  /** Waivers that the asker asked for themselves. */
  readonly ownWaivers: ReadonlySet<string>
  /** Accepted evidence of the asker whose day has gone by. */
  readonly expired: readonly { readonly checkId: string; readonly title: string; readonly validUntil: Day }[]
}

const isSigned = ({ state }: SignLine): boolean => state === "signed" || state === "contradicted" || state === "lapsed"

/** The checks of the asker that are not met any more though somebody signed for them: they hear of it first. */
export const ownAgainstSigned = ({ lines, checks, asker }: SignFacts): Asked[] =>
  checks.filter(
    ({ id, ownerId, verdict, waived }) =>
      ownerId === asker.personId &&
      verdict === "not-met" &&
      !waived &&
      lines.some((line) => isSigned(line) && line.checkIds.includes(id)),
  )

/**
 * What waits for the asker of signatures and what they stand on: first their own checks that are not met under a signed
 * line, before that counts as a contradiction; then what they signed and is contradicted, their evidence that ran out, what
 * they may sign, and waivers to decide.
 */
export function waitingSigns(facts: SignFacts): Waiting[] {
  return [
    ...ownChecks(facts),
    ...contradictedOfMine(facts),
    ...lapsed(facts),
    ...expired(facts),
    ...toSign(facts),
    ...waivers(facts),
  ]
}

function ownChecks(facts: SignFacts): Waiting[] {
  return ownAgainstSigned(facts).map(({ id, sentence, reason }) => {
    const line = facts.lines.find((each) => isSigned(each) && each.checkIds.includes(id))
    const behind: Behind = { list: "checklist", check: id, ...(line ? { line: line.id } : {}) }
    const isAgainst = facts.lines.some(({ contradictedBy }) => contradictedBy.includes(id))
    const title = isAgainst ? "Contradicts a sign-off" : "Signed off, now not met"
    return { title: `${title}: ${sentence}`, detail: reason, tone: "needs-you", behind }
  })
}

function contradictedOfMine({ lines, checks, asker }: SignFacts): Waiting[] {
  return lines
    .filter((line) => line.state === "contradicted")
    .filter((line) => standingSignatures(line).some(({ person }) => person.id === asker.personId))
    .map(({ id, name, contradictedBy }) => {
      const against = checks.filter((check) => contradictedBy.includes(check.id)).map(({ sentence }) => sentence)
      return {
        ...{ title: `Contradicted since you signed off: ${name}`, detail: listedSentences(against) },
        ...{ tone: "needs-you", behind: { list: "checklist", line: id } },
      }
    })
}

/** Those who signed are told, and whoever owns a check that it lapsed by. */
function lapsed({ lines, checks, asker }: SignFacts): Waiting[] {
  return lines
    .filter((line) => line.state === "lapsed")
    .flatMap((line): Waiting[] => {
      const open = checks.filter((check) => line.lapsedBy.includes(check.id))
      const isSigner = standingSignatures(line).some(({ person }) => person.id === asker.personId)
      if (!isSigner && !open.some(({ ownerId }) => ownerId === asker.personId)) return []
      return [
        {
          ...{
            title: `Lapsed since sign-off: ${line.name}`,
            detail: listedSentences(open.map(({ sentence }) => sentence)),
          },
          ...{ tone: "needs-you", behind: { list: "checklist", line: line.id } },
        },
      ]
    })
}

function expired({ expired: mine, checks, asker, today }: SignFacts): Waiting[] {
  const sentences = new Map<string, Asked>(checks.map((check) => [check.id, check]))
  return mine.flatMap(({ checkId, title, validUntil }): Waiting[] => {
    const check = sentences.get(checkId)
    if (!check || check.ownerId === asker.personId || check.verdict === "met") return []
    const detail = `on ${sayDay(validUntil, today)}; ${check.sentence}`
    return [
      {
        title: `Your evidence has expired: ${title}`,
        detail,
        tone: "needs-you",
        behind: { list: "checklist", check: checkId },
      },
    ]
  })
}

function toSign({ lines }: SignFacts): Waiting[] {
  return lines
    .filter(({ mySigning }) => mySigning.length > 0)
    .map(({ id, name, mySigning }) => ({
      ...{ title: `Ready for your signature: ${name}`, detail: `for ${listed(mySigning.map(nameOfResponsibility))}` },
      ...{ tone: "plain", behind: { list: "checklist", line: id } },
    }))
}

function waivers({ checks, asker, ownWaivers, today }: SignFacts): Waiting[] {
  if (!asker.approvesWaivers) return []
  const asked = checks.filter(({ waiver }) => waiver && !waiver.approved && !ownWaivers.has(waiver.id))
  const [only, ...others] = asked
  if (!only?.waiver) return []
  if (others.length > 0)
    return [
      {
        title: `${count(asked.length, "waiver is", "waivers are")} awaiting your decision`,
        detail: listedSentences(asked.map(({ sentence }) => sentence)),
        ...{ tone: "plain", behind: { list: "checklist" } },
      },
    ]
  const { reason, expiresOn } = only.waiver
  return [
    {
      title: `Waiver to review: ${only.sentence}`,
      detail: `until ${sayDay(expiresOn, today)}; ${reason}`,
      ...{ tone: "plain", behind: { list: "checklist", check: only.id } },
    },
  ]
}
