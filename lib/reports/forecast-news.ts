import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { daysOfGate, type GateDays, isSaid, type Outlook, sayParts, sayShift } from "./outlook"
import type { PastEvent } from "./rewind"
import type { Change, GateFigures } from "./views"
import { count, listed } from "./words"

export type ForecastsBetween = {
  readonly today: Day
  readonly newest: Outlook | null
  /** What the last forecast before said, null without one. */
  readonly before: { readonly runId: string; readonly gates: readonly GateDays[] } | null
  readonly gates: readonly Pick<GateFigures, "id" | "name" | "state">[]
  readonly events: readonly PastEvent[]
  readonly mine: ReadonlySet<string>
}
type Moved = { readonly id: string; readonly name: string; readonly days: number; readonly was: Day; readonly is: Day }

/** What the forecasts since then say otherwise than the last before: which gates moved, and why when it was one step. */
export function forecastNews(between: ForecastsBetween): Change[] {
  const { newest, before, events, mine } = between
  const made = events.filter(({ type, actorId }) => type === "forecast.made" && !(actorId && mine.has(actorId)))
  if (!newest || made.length === 0) return []
  if (!before) return [firstForecast(between, newest)]
  const moved = movedGates(between, newest, before.gates)
  const [first] = moved
  if (!first)
    return [
      {
        title: `${count(made.length, "forecast was", "forecasts were")} made, and no gate moved`,
        ...{ detail: "", tone: "plain", behind: { list: "forecast" } },
      },
    ]
  return [movedChange(between, newest, before.runId, first, moved.slice(1))]
}

const isAhead = ({ state }: Pick<GateFigures, "state">): boolean => state === "ahead"

function firstForecast({ gates, today }: ForecastsBetween, newest: Outlook): Change {
  const gate = gates.find((each) => isAhead(each) && daysOfGate(newest, each.id))
  const days = gate && daysOfGate(newest, gate.id)
  const percentages = isSaid(newest)
  return {
    title: "The first forecast was made",
    detail:
      gate && days
        ? percentages
          ? `${gate.name}: 80% likely by ${sayDay(days.p80, today)}`
          : `${gate.name} from ${sayDay(days.p10, today)} to ${sayDay(days.p90, today)}, estimates unconfirmed`
        : "",
    tone: "plain",
    behind: { list: "forecast", ...(gate ? { gate: gate.id } : {}) },
  }
}

/** The gates that lie ahead and whose P80 (the end of the range while no percentage is said) is another day. */
function movedGates({ gates }: ForecastsBetween, newest: Outlook, before: readonly GateDays[]): Moved[] {
  const end = isSaid(newest) ? "p80" : "p90"
  return gates.filter(isAhead).flatMap(({ id, name }): Moved[] => {
    const [was, is] = [daysOfGate({ gates: before }, id)?.[end], daysOfGate(newest, id)?.[end]]
    if (!was || !is || was === is) return []
    return [{ id, name, was, is, days: ordinalOf(is) - ordinalOf(was) }]
  })
}

function movedChange(
  { today }: ForecastsBetween,
  newest: Outlook,
  beforeId: string,
  { id, name, was, is, days }: Moved,
  others: readonly Moved[],
): Change {
  const move =
    newest.moved?.sinceRunId === beforeId ? newest.moved.gates.find(({ gateId }) => gateId === id) : undefined
  const why = move ? sayParts(move) : `from ${sayDay(was, today)} to ${sayDay(is, today)}`
  const also = listed(
    others.map((other) => `${other.name} ${sayShift(other.days)}`),
    4,
  )
  const what = isSaid(newest) ? `P80 of ${name}` : `Latest day of ${name}`
  return {
    title: `${what} moved ${count(Math.abs(days), "day")} ${days > 0 ? "later" : "earlier"}`,
    detail: [why, also].filter(Boolean).join("; "),
    tone: days > 0 ? "needs-you" : "good",
    behind: { list: "forecast", gate: id },
  }
}
