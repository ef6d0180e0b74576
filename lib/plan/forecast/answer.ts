import type { Day } from "@/lib/base/kernel/day"
import { sayDay, shortMonthNames } from "@/lib/base/kernel/day-words"
import type { Cause } from "./causes"
import type { GateMove, WhatMoved } from "./moved"
import type { PercentileDays } from "./percentile"
import type { MoveKind } from "./steps"

/** A part of a sentence; joined in order they read as plain text. `gateId` leads to the forecast of that gate. */
export type AnswerPiece = {
  readonly text: string
  readonly tone: "plain" | "strong" | "needs-you"
  readonly gateId: string | null
}

export type Asked = {
  readonly gate: { readonly id: string; readonly name: string; readonly targetDay: Day | null }
  readonly days: PercentileDays
  /** False while less than half of the remaining critical work is confirmed: a range is said then, without a percentage. */
  readonly percentages: boolean
  readonly moved: WhatMoved | null
  readonly today: Day
  /** The title of an item, risk, workstream or gate; null for what has none any more. */
  readonly nameOf: (id: string) => string | null
}

const plain = (text: string): AnswerPiece => ({ text, tone: "plain", gateId: null })

/**
 * "Gate 3: 80% likely by 14 Mar; 9 days later than the previous forecast, due to delays (Landing zone)."; or "Gate 3: between 2 and
 * 20 Mar, estimates unconfirmed; ..." while the estimates are mostly the roadmap's own.
 */
export function forecastAnswer(asked: Asked): AnswerPiece[] {
  const move = asked.moved?.gates.find(({ gateId }) => gateId === asked.gate.id)
  return [...whenPieces(asked), ...(move ? movePieces(move, asked) : []), plain(".")]
}

function whenPieces({ gate, days, percentages, today }: Asked): AnswerPiece[] {
  const strong = (text: string): AnswerPiece => ({ text, tone: "strong", gateId: gate.id })
  if (!percentages)
    return [plain(`${gate.name}: `), strong(sayRange(days.p10, days.p90, today)), plain(", estimates unconfirmed")]
  const isLate = gate.targetDay !== null && days.p80 > gate.targetDay
  const by = strong(`80% likely by ${sayDay(days.p80, today)}`)
  const late: AnswerPiece[] = isLate
    ? [
        plain(", "),
        { text: `after its target of ${sayDay(gate.targetDay ?? today, today)}`, tone: "needs-you", gateId: gate.id },
      ]
    : []
  return [plain(`${gate.name}: `), by, ...late]
}

function movePieces(move: GateMove, { moved, nameOf, gate }: Asked): AnswerPiece[] {
  if (move.days === 0) return [plain("; unchanged from the previous forecast")]
  const days = `${Math.abs(move.days)} ${Math.abs(move.days) === 1 ? "day" : "days"}`
  const text = `${days} ${move.days > 0 ? "later" : "earlier"} than the previous forecast`
  const why = mainReasons(move).map((kind) => reason(kind, move.days > 0, moved, nameOf))
  return [
    plain("; "),
    { text, tone: move.days > 0 ? "needs-you" : "strong", gateId: gate.id },
    ...(why.length > 0 ? [plain(`, due to ${why.join(" and ")}`)] : []),
  ]
}

/** The one or two kinds that moved it most in the direction in which it moved. */
const mainReasons = ({ days, parts }: GateMove): MoveKind[] =>
  parts
    .filter((part) => Math.sign(part.days) === Math.sign(days))
    .toSorted((a, b) => Math.abs(b.days) - Math.abs(a.days))
    .slice(0, 2)
    .map(({ kind }) => kind)

const reasons: Record<MoveKind, { readonly later: string; readonly earlier: string }> = {
  method: { later: "a new method", earlier: "a new method" },
  scope: { later: "more work", earlier: "less work" },
  estimates: { later: "longer estimates", earlier: "shorter estimates" },
  progress: { later: "delays", earlier: "progress" },
  links: { later: "changed dependencies", earlier: "changed dependencies" },
  risks: { later: "higher risk", earlier: "lower risk" },
  calendar: { later: "the calendar", earlier: "the calendar" },
}

/** `delays (Landing zone and 2 more)`. */
function reason(kind: MoveKind, later: boolean, moved: WhatMoved | null, nameOf: Asked["nameOf"]): string {
  const words = later ? reasons[kind].later : reasons[kind].earlier
  const causes = moved?.causes.find((each) => each.kind === kind)
  const named = (causes?.main ?? []).filter(({ about }) => about !== "link")
  const name = named.map(({ id }: Cause) => (id === null ? null : nameOf(id))).find((each) => each !== null)
  if (!name || !causes) return words
  const others = causes.main.some(({ about }) => about === "time") ? causes.count - 2 : causes.count - 1
  return others > 0 ? `${words} (${name} and ${others} more)` : `${words} (${name})`
}

const partsOf = (day: Day) => {
  const [year = "", month, date] = day.split("-")
  return { year, month: shortMonthNames[Number(month) - 1] ?? "", date: String(Number(date)) }
}

/** `between 2 and 20 Mar`, `between 28 Feb and 4 Mar`; a single day is `on 2 Mar`. */
export function sayRange(from: Day, until: Day, today: Day): string {
  if (from === until) return `on ${sayDay(from, today)}`
  const [first, last] = [partsOf(from), partsOf(until)]
  if (first.year !== last.year)
    return `between ${first.date} ${first.month} ${first.year} and ${last.date} ${last.month} ${last.year}`
  const start = first.month === last.month ? first.date : `${first.date} ${first.month}`
  return `between ${start} and ${sayDay(until, today)}`
}
