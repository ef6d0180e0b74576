import { workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { Plan } from "@/lib/plan/roadmap/plan"
import type { GateView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { type ForecastsBetween, forecastNews } from "./forecast-news"
import { importNews } from "./import-news"
import { contradictionNews, type ProofBetween, signNews, verdictNews, workOnProofNews } from "./proof-news"
import type { PastEvent, Tracked } from "./rewind"
import type { Behind, Change } from "./views"
import { count, listed } from "./words"

/** Two states of a programme and the events between them. */
export type Between = {
  readonly today: Day
  readonly before: readonly Tracked[]
  readonly after: readonly Tracked[]
  /** Null where that state has no dates, or where the two count in different calendars. */
  readonly plans: { readonly before: Plan; readonly after: Plan } | null
  readonly gates: readonly GateView[]
  readonly events: readonly PastEvent[]
  /** Names of people by id. */
  readonly names: ReadonlyMap<string, string>
  /** Who asks: what only these ids did is no news. */
  readonly mine: ReadonlySet<string>
  readonly forecasts: Omit<ForecastsBetween, "events" | "mine" | "today">
  readonly proof: Omit<ProofBetween, "events" | "mine" | "names" | "today">
}

/**
 * What is different between the two states, as news for somebody who did not do it, the most important first: signatures
 * that are contradicted, gates that moved (by the forecast where there is a newer one, else by the plan), what was signed
 * and what is proved, then work that is blocked, dropped, done, under way again or new, then what else the trail tells.
 * An item that changed to and fro is no news.
 */
export function changesOf(between: Between): Change[] {
  const proof = { ...between, ...between.proof }
  const forecasts = forecastNews({ ...between, ...between.forecasts })
  return [
    ...contradictionNews(proof),
    ...(forecasts.some(({ title }) => title.includes(" moved ")) ? [] : movedGates(between)),
    ...forecasts,
    ...signNews(proof),
    ...verdictNews(proof),
    ...statusChanges(between),
    ...newTargets(between),
    ...workOnProofNews(proof),
    ...importNews(between),
    ...otherChanges(between),
  ]
}

function movedGates({ plans, gates, today }: Between): Change[] {
  if (!plans) return []
  const moved = gates.flatMap(({ id, name }) => {
    const [before, after] = [plans.before.dates.gates.get(id), plans.after.dates.gates.get(id)]
    if (!before || !after || !isAhead(plans, before)) return []
    const days = workingDaysBetween(plans.after.calendar, before, after)
    return days === 0 ? [] : [{ name, before, after, days }]
  })
  const [first, ...others] = moved
  if (!first) return []
  const also = others.map(({ name, days }) => `${name} ${days > 0 ? "+" : "−"}${Math.abs(days)} d`)
  const days = `from ${sayDay(first.before, today)} to ${sayDay(first.after, today)}`
  return [
    {
      title: `${first.name} moved ${way(first.days)}`,
      detail: also.length > 0 ? `${days}; ${listed(also, 4)}` : days,
      tone: first.days > 0 ? "needs-you" : "good",
      behind: { list: "items" },
    },
  ]
}

/** A gate that lay behind already then only "moves" when history is written anew; that is no news about the plan. */
const isAhead = (plans: NonNullable<Between["plans"]>, day: Day): boolean => day >= plans.before.day
const way = (days: number): string => `${count(Math.abs(days), "working day")} ${days > 0 ? "later" : "earlier"}`

type Kind = {
  readonly holds: (then: WorkItemView | null, now: WorkItemView) => boolean
  readonly one: string
  readonly many: (number: number) => string
  readonly tone: Change["tone"]
  readonly status?: WorkItemView["status"]
}
const statusBecame =
  (status: WorkItemView["status"]) =>
  (then: WorkItemView | null, now: WorkItemView): boolean =>
    now.status === status && then?.status !== status

const kinds: readonly Kind[] = [
  {
    holds: statusBecame("blocked"),
    one: "Blocked",
    many: (number) => `${number} work items became blocked`,
    tone: "needs-you",
    status: "blocked",
  },
  {
    holds: statusBecame("dropped"),
    one: "Dropped",
    many: (number) => `${number} work items were dropped`,
    tone: "warn",
    status: "dropped",
  },
  {
    holds: statusBecame("done"),
    one: "Reported done",
    many: (number) => `${number} work items were reported done`,
    tone: "good",
    status: "done",
  },
  {
    holds: (then, now) => then?.status === "blocked" && (now.status === "in_progress" || now.status === "not_started"),
    one: "No longer blocked",
    many: (number) => `${number} work items are no longer blocked`,
    tone: "good",
  },
  {
    holds: (then, now) => now.status === "in_progress" && then?.status === "not_started",
    one: "Started",
    many: (number) => `${number} work items were started`,
    tone: "plain",
    status: "in_progress",
  },
  {
    holds: (then) => then === null,
    one: "Added",
    many: (number) => `${number} work items were added`,
    tone: "plain",
  },
]

function statusChanges(between: Between): Change[] {
  const then = new Map(between.before.filter(({ there }) => there).map(({ item }) => [item.id, item]))
  const by = lastActors(between.events)
  const news = between.after.filter(({ item, there }) => there && !isMine(between, by.get(item.id)))
  return kinds.flatMap((kind) => {
    const items = news.filter(({ item }) => kind.holds(then.get(item.id) ?? null, item)).map(({ item }) => item)
    return items.length > 0 ? [changeOf(kind, items, by, between.names)] : []
  })
}

function changeOf(
  kind: Kind,
  items: readonly WorkItemView[],
  by: ReadonlyMap<string, string>,
  names: Between["names"],
): Change {
  const [first, ...others] = items
  if (first && others.length === 0) {
    const name = names.get(by.get(first.id) ?? "")
    const detail = [first.reason, name ? `by ${name}` : ""].filter(Boolean).join(", ")
    return { title: `${kind.one}: ${first.title}`, detail, tone: kind.tone, behind: { list: "item", id: first.id } }
  }
  const behind: Behind = { list: "items", ...(kind.status ? { status: kind.status } : {}) }
  return { title: kind.many(items.length), detail: listed(items.map(({ title }) => title)), tone: kind.tone, behind }
}

/** Who last changed the state of each item: its status, or that it is there. */
function lastActors(events: readonly PastEvent[]): Map<string, string> {
  const by = new Map<string, string>()
  for (const { type, subjectId, actorId, data } of [...events].sort((a, b) => a.seq - b.seq)) {
    if (!subjectId || !actorId || !type.startsWith("work-item.")) continue
    const changes = data.changes
    const ofStatus = typeof changes === "object" && changes !== null && "status" in changes
    if (type !== "work-item.updated" || ofStatus) by.set(subjectId, actorId)
  }
  return by
}

const isMine = ({ mine }: Between, actorId: string | null | undefined): boolean => !!actorId && mine.has(actorId)

function newTargets(between: Between): Change[] {
  const { events, gates, names, today } = between
  const last = new Map<string, PastEvent>()
  for (const event of events) if (event.type === "gate.updated" && event.subjectId) last.set(event.subjectId, event)
  return gates.flatMap(({ id, name, targetDay }): Change[] => {
    const event = last.get(id)
    if (!event || isMine(between, event.actorId)) return []
    const who = names.get(event.actorId ?? "")
    return [
      {
        title: targetDay ? `Target of ${name} set to ${sayDay(targetDay, today)}` : `${name} no longer has a target`,
        detail: who ? `by ${who}` : "",
        tone: "warn",
        behind: { list: "items" },
      },
    ]
  })
}

/** The rest of the trail, counted by what it is about. */
const others: readonly {
  readonly type: RegExp
  readonly one: string
  readonly many: string
  readonly behind: Behind
}[] = [
  {
    type: /^register-entry\.came-true$/,
    one: "risk or assumption became an issue",
    many: "risks or assumptions became issues",
    behind: { list: "risks" },
  },
  {
    type: /^register-entry\.added$/,
    one: "register entry was added",
    many: "register entries were added",
    behind: { list: "risks" },
  },
  {
    type: /^(check|criterion)\.(rule-changed|added|updated|removed)$/,
    one: "change to checks and success criteria",
    many: "changes to checks and success criteria",
    behind: { list: "checklist" },
  },
  {
    type: /^baseline\.taken$/,
    one: "baseline was set",
    many: "baselines were set",
    behind: { list: "timeline" },
  },
  { type: /^comment\.added$/, one: "comment was added", many: "comments were added", behind: { list: "audit" } },
  {
    type: /^(member|person|invitation)\./,
    one: "change to people and members",
    many: "changes to people and members",
    behind: { list: "members" },
  },
  {
    type: /^link\./,
    one: "change to dependencies",
    many: "changes to dependencies",
    behind: { list: "audit" },
  },
  {
    type: /^programme\.(updated|archived|brought-back)$/,
    one: "change to the programme's settings",
    many: "changes to the programme's settings",
    behind: { list: "settings" },
  },
  {
    type: /^(work-item\.updated|workstream\.updated)$/,
    one: "change to owners, dates or estimates",
    many: "changes to owners, dates or estimates",
    behind: { list: "audit" },
  },
]

function otherChanges(between: Between): Change[] {
  const created = between.events.some(({ type }) => type === "programme.created")
  const news = between.events.filter(({ actorId, type, data }) => !isMine(between, actorId) && !toldAlready(type, data))
  const counted = others.flatMap(({ type, one, many, behind }): Change[] => {
    const number = news.filter((event) => type.test(event.type)).length
    return number > 0 ? [{ title: count(number, one, many), detail: "", tone: "plain", behind }] : []
  })
  const made: Change = { title: "The programme was created", detail: "", tone: "plain", behind: { list: "audit" } }
  return created ? [...counted, made] : counted
}

function toldAlready(type: string, { changes }: PastEvent["data"]): boolean {
  return type === "work-item.updated" && typeof changes === "object" && changes !== null && "status" in changes
}
