import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { forecastAnswer } from "@/lib/plan/forecast/answer"
import { type GateDays, isSaid, type Outlook, sayParts } from "./outlook"
import { plain } from "./pieces"
import type { GateFigures, Piece } from "./views"

/** The newest forecast and what is needed to speak of it. */
export type Foreseen = {
  readonly outlook: Outlook
  /** The title of an item, risk, workstream or gate; null for what has none any more. */
  readonly nameOf: (id: string) => string | null
  /** "7 of 9 past P80 dates met."; null while nothing could be scored. */
  readonly score: string | null
}
type Asked = { readonly gate: GateFigures; readonly days: GateDays; readonly today: Day }

/**
 * "Gate 3: 80% likely by 14 Mar; 9 days later than the previous forecast, due to delays (Landing zone)." A forecast that is out of
 * date says first of which day it is.
 */
export function foreseenPieces({ outlook, nameOf }: Foreseen, { gate, days, today }: Asked): Piece[] {
  const { moved, statusDay, isCurrent } = outlook
  const said = forecastAnswer({ gate, days, percentages: isSaid(outlook), moved, today, nameOf })
  const pieces = said.map(({ text, tone, gateId }): Piece => {
    return { text, tone, behind: gateId === null ? null : { list: "forecast", gate: gateId } }
  })
  if (isCurrent) return pieces
  const when = statusDay === today ? "Today's earlier forecast" : `Forecast of ${sayDay(statusDay, today)}`
  return [plain(`${when}. `), ...pieces]
}

/** What stands behind it: the middle of the range and what moved it, or how little is confirmed; and whether it still holds. */
export function outlookBasis({ outlook, score }: Foreseen, { gate, days, today }: Asked): Piece[] {
  const target = gate.targetDay ? `target ${sayDay(gate.targetDay, today)}` : null
  const move = outlook.moved?.gates.find(({ gateId }) => gateId === gate.id)
  const parts = move ? sayParts(move) : ""
  const sentences = [
    joined([isSaid(outlook) ? `P50 ${sayDay(days.p50, today)}` : null, target]),
    parts ? `Moved by: ${parts}` : null,
  ]
  const said = sentences.flatMap((each) => (each ? [`${each}.`] : [])).join(" ")
  const pieces = [...stale(outlook, today), ...(said ? [plain(said)] : []), ...unconfirmed(outlook)]
  const all = score ? [...pieces, plain(score)] : pieces
  return all.flatMap((piece, index) => (index === 0 ? [piece] : [plain(" "), piece]))
}

function joined(parts: readonly (string | null)[]): string | null {
  const text = parts.filter((each) => each !== null).join(", ")
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

function stale({ isCurrent, statusDay }: Outlook, today: Day): Piece[] {
  if (isCurrent) return []
  const what = statusDay === today ? "The plan has changed since" : "The plan or date has changed since"
  return [plain(`${what}; run a new forecast.`, { list: "forecast" })]
}

function unconfirmed(outlook: Outlook): Piece[] {
  if (isSaid(outlook)) return []
  const share = Math.floor(100 * (outlook.confirmedShare ?? 0))
  return [
    plain(`Estimates confirmed for ${share} of 100 critical days; probabilities show from 50.`, { list: "forecast" }),
  ]
}
