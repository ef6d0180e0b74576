import type { CheckView } from "@/lib/assurance/contract"
import { type Day, isDay } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { CheckVerdict } from "@/lib/plan/schedule/proved"
import type { SignLine } from "./checklist"
import type { PastEvent } from "./rewind"
import type { Behind, Change } from "./views"
import { count, listed, listedSentences } from "./words"

export type ProofBetween = {
  readonly today: Day
  readonly checks: readonly Pick<CheckView, "id" | "sentence" | "reason" | "verdict" | "waived" | "kind">[]
  readonly lines: readonly SignLine[]
  /** The verdicts of then; a check that had none could not be told. */
  readonly verdicts: ReadonlyMap<string, CheckVerdict>
  /** The checks that contradicted a signature then already, as far as they do now. */
  readonly contradicted: ReadonlySet<string>
  readonly events: readonly PastEvent[]
  readonly names: ReadonlyMap<string, string>
  readonly mine: ReadonlySet<string>
}

/** Signatures that checks contradict since; nothing is more important. */
export function contradictionNews({ lines, checks, contradicted }: ProofBetween): Change[] {
  return lines
    .filter(({ contradictedBy }) => contradictedBy.some((id) => !contradicted.has(id)))
    .map(({ id, name, contradictedBy }): Change => {
      const against = checks.filter(({ id: of }) => contradictedBy.includes(of) && !contradicted.has(of))
      const [only, ...others] = against
      const detail =
        only && others.length === 0
          ? `${only.sentence} ${only.reason}`
          : listedSentences(against.map(({ sentence }) => sentence))
      const behind: Behind = { list: "checklist", line: id, ...(only && others.length === 0 ? { check: only.id } : {}) }
      return { title: `Contradicted since sign-off: ${name}`, detail, tone: "needs-you", behind }
    })
}

const signing = /^(criterion|gate)\.(signed|signed-off|passed|signature-revoked)$/

/** What became of each line or gate that somebody else signed, or took a signature from. */
export function signNews({ lines, events, names, mine }: ProofBetween): Change[] {
  const news = events.filter(({ type, actorId }) => signing.test(type) && !(actorId && mine.has(actorId)))
  return lines.flatMap((line): Change[] => {
    const own = news.filter(({ subjectId }) => subjectId === line.id).toSorted((a, b) => a.seq - b.seq)
    const last = own.at(-1)
    if (!last) return []
    const { title, tone } = signWords(last.type, line)
    const by = [...new Set(own.flatMap(({ actorId }) => names.get(actorId ?? "") ?? []))]
    return [
      { title, tone, detail: by.length > 0 ? `by ${listed(by)}` : "", behind: { list: "checklist", line: line.id } },
    ]
  })
}

function signWords(type: string, { kind, name }: SignLine): Pick<Change, "title" | "tone"> {
  if (type.endsWith("signature-revoked")) return { title: `Signature revoked: ${name}`, tone: "warn" }
  if (type === "gate.passed") return { title: `${name} was passed`, tone: "good" }
  if (type.endsWith("signed-off")) return { title: `Signed off: ${name}`, tone: "good" }
  return { title: `Signed by one${kind === "gate" ? ", not passed yet" : ""}: ${name}`, tone: "plain" }
}

type Turn = {
  readonly holds: (from: CheckVerdict, to: CheckVerdict) => boolean
  readonly one: string
  readonly many: (number: number) => string
  readonly tone: Change["tone"]
}
const turns: readonly Turn[] = [
  {
    holds: (from, to) => from === "met" && to === "not-met",
    one: "No longer met",
    many: (number) => `${number} checks are no longer met`,
    tone: "warn",
  },
  { holds: (_, to) => to === "met", one: "Proved", many: (number) => `${number} checks are now proved`, tone: "good" },
  {
    holds: (from, to) => from === "could-not-tell" && to === "not-met",
    one: "Now not met",
    many: (number) => `${number} checks went from unknown to not met`,
    tone: "plain",
  },
  {
    holds: (from, to) => from === "met" && to === "could-not-tell",
    one: "Now unknown",
    many: (number) => `${number} checks went from met to unknown`,
    tone: "warn",
  },
]

/** Checks of which another is known than then. The product's own records had a verdict before it was first kept. */
export function verdictNews({ checks, verdicts }: ProofBetween): Change[] {
  const turned = checks.flatMap((check) => {
    const from = verdicts.get(check.id) ?? (check.kind === "record" ? check.verdict : "could-not-tell")
    return check.waived || from === check.verdict ? [] : [{ check, from }]
  })
  return turns.flatMap(({ holds, one, many, tone }): Change[] => {
    const own = turned.filter(({ check, from }) => holds(from, check.verdict)).map(({ check }) => check)
    const [only, ...others] = own
    if (!only) return []
    if (others.length === 0)
      return [
        { title: `${one}: ${only.sentence}`, detail: only.reason, tone, behind: { list: "checklist", check: only.id } },
      ]
    const detail = listedSentences(own.map(({ sentence }) => sentence))
    return [{ title: many(own.length), detail, tone, behind: { list: "checklist" } }]
  })
}

const waiverWords: Readonly<Record<string, { readonly title: string; readonly tone: Change["tone"] }>> = {
  "waiver.requested": { title: "Waiver requested", tone: "warn" },
  "waiver.approved": { title: "Waiver approved", tone: "plain" },
  "waiver.ended": { title: "Waiver ended", tone: "plain" },
}
const evidenceWords: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  "evidence.handed-in": { one: "Evidence submitted", many: "pieces of evidence were submitted" },
  "evidence.rejected": { one: "Evidence rejected", many: "pieces of evidence were rejected" },
}

/** What others did to get checks proved or waived. */
export function workOnProofNews(between: ProofBetween): Change[] {
  const { events, mine } = between
  const news = events.filter(({ actorId }) => !(actorId && mine.has(actorId)))
  return [...waiverNews(between, news), ...evidenceNews(between, news)]
}

function waiverNews({ checks, names, today }: ProofBetween, news: readonly PastEvent[]): Change[] {
  const last = new Map<string, PastEvent>()
  for (const event of news) if (event.type in waiverWords && event.subjectId) last.set(event.subjectId, event)
  return checks.flatMap(({ id, sentence }): Change[] => {
    const event = last.get(id)
    const words = event && waiverWords[event.type]
    if (!words) return []
    const { expiresOn } = event.data
    const until = typeof expiresOn === "string" && isDay(expiresOn) ? `until ${sayDay(expiresOn, today)}` : ""
    const who = names.get(event.actorId ?? "")
    const detail = [until, who ? `by ${who}` : ""].filter(Boolean).join(", ")
    return [{ ...words, title: `${words.title}: ${sentence}`, detail, behind: { list: "checklist", check: id } }]
  })
}

function evidenceNews({ checks, names }: ProofBetween, news: readonly PastEvent[]): Change[] {
  const sentences = new Map<string, string>(checks.map(({ id, sentence }) => [id, sentence]))
  return Object.entries(evidenceWords).flatMap(([type, { one, many }]): Change[] => {
    const own = news.filter((event) => event.type === type && sentences.has(event.subjectId ?? ""))
    const [only, ...others] = own
    if (!only?.subjectId) return []
    const about = [...new Set(own.map(({ subjectId }) => sentences.get(subjectId ?? "") ?? ""))]
    if (others.length > 0)
      return [
        {
          title: count(own.length, one, many),
          detail: listedSentences(about),
          tone: "plain",
          behind: { list: "checklist" },
        },
      ]
    const who = names.get(only.actorId ?? "")
    return [
      {
        title: `${one}: ${about[0]}`,
        detail: who ? `by ${who}` : "",
        tone: "plain",
        behind: { list: "checklist", check: only.subjectId },
      },
    ]
  })
}
