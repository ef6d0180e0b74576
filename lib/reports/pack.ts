import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { kindNames, type RegisterLine, responseNames } from "@/lib/plan/risks/register"
import { type ActionView, actionStates, isOverdueAction } from "@/lib/steering/action"
import type { AskView } from "@/lib/steering/ask"
import { type ChangeRequestView, changeKinds, changeStates } from "@/lib/steering/change-request"
import { isBehind, type KpiLine } from "@/lib/value/kpi-line"
import { sayStanding, sayValue } from "@/lib/value/say-value"
import { nextGate } from "./answer"
import type { PackContent } from "./pack-contract"
import { packDifferences } from "./pack-differences"
import type { OverviewView } from "./views"

export type PackParts = {
  readonly number: number
  readonly organisation: string
  readonly asOf: string
  readonly frozenBy: string
  readonly note: string
  readonly overview: OverviewView
  readonly kpis: readonly KpiLine[]
  readonly asks: readonly AskView[]
  readonly actions: readonly ActionView[]
  readonly changes: readonly ChangeRequestView[]
  readonly register: readonly RegisterLine[]
  readonly nameOf: (personId: string | null) => string | null
  /** The pack before. */
  readonly before: PackContent | null
}

const joined = (pieces: OverviewView["answer"]): string =>
  pieces
    .map(({ text }) => text)
    .join("")
    .trim()

/** What a steering pack says: every open ask, action, change and risk once, and what was settled since the pack before. */
export function packOf(parts: PackParts): PackContent {
  const { overview, before, nameOf } = parts
  const { today, currency } = overview
  const since = before?.today ?? null
  const isRecent = (day: Day | null) => day === null || since === null || day >= since
  const content: PackContent = {
    format: "lakeward-steering-pack-1",
    ...{ number: parts.number, asOf: parts.asOf, today },
    programme: { name: overview.name, organisation: parts.organisation, currency },
    ...{ frozenBy: parts.frozenBy, note: parts.note, position: overview.position },
    ...{ answer: joined(overview.answer), basis: joined(overview.basis), rag: overview.rag },
    ...{ phases: overview.phases, stages: overview.stages, checklist: overview.checklist, topRisks: overview.risks },
    kpis: parts.kpis.map((line) => {
      const say = (value: number | null) => (value === null ? null : sayValue(value, line.unit, currency))
      const { number, name, latest, expected, standing, target, targetDay } = line
      return {
        ...{ number, name, value: say(latest?.value ?? null), raw: latest?.value ?? null, asOf: latest?.day ?? null },
        ...{ expected: say(expected), standing: sayStanding(standing), behind: isBehind(standing) },
        ...{ target: say(target), targetDay },
      }
    }),
    asks: parts.asks
      .filter(({ decidedOn }) => isRecent(decidedOn))
      .map(({ number, title, deciderId, dueDay, options, recommended, delayCost, chosen, decidedOn }) => ({
        ...{ number, title, decider: nameOf(deciderId), dueDay, options: [...options] },
        ...{ recommended, delayCost, chosen, decidedOn },
      })),
    actions: parts.actions
      .filter(({ state }) => state === "open")
      .map((each) => ({
        ...{ number: each.number, title: each.title, owner: nameOf(each.ownerId), dueDay: each.dueDay },
        ...{ state: actionStates[each.state], overdue: isOverdueAction(each, today) },
      })),
    changes: parts.changes
      .filter(({ decidedOn }) => isRecent(decidedOn))
      .map(({ number, title, kind, state, days, money, decidedOn }) => ({
        ...{ number, title, kind: changeKinds[kind], state: changeStates[state], days, money, decidedOn },
      })),
    risks: parts.register
      .filter(({ state }) => state === "open")
      .toSorted((a, b) => (b.exposure ?? -1) - (a.exposure ?? -1) || a.number - b.number)
      .map(({ number, kind, title, exposure, ownerId, response, responseNote, dueDay }) => ({
        ...{ number, kind: kindNames[kind], title, exposure, owner: nameOf(ownerId), dueDay },
        response: [response ? responseNames[response] : null, responseNote || null]
          .filter((part) => part !== null)
          .join(": "),
      })),
    since: [],
  }
  return { ...content, since: before ? packDifferences(before, content) : [] }
}

/** `Gate 2 P80 2 Feb`; what the head of a list says of a pack. */
export function sayP80({ phases, today }: Pick<PackContent, "phases" | "today">): string {
  const next = nextGate(phases)
  return next?.forecast ? `${next.name} P80 ${sayDay(next.forecast.p80, today)}` : (next?.name ?? "No gate ahead")
}

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** Twelve characters of Crockford's alphabet from the first 60 bits of a SHA-256 in hexadecimal: `7K4M-Q2XD-90AB`. */
export function verifyCodeOf(sha256: string): string {
  const bits = BigInt(`0x${sha256.slice(0, 15)}`)
  const letters = Array.from({ length: 12 }, (_, at) => LETTERS[Number((bits >> BigInt(5 * (11 - at))) & 31n)] ?? "")
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join("")).join("-")
}

/** A code as somebody typed it: letters that look alike are one, blanks and dashes do not count. */
export const readCode = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1")
