import type { LinkView } from "@/lib/plan/roadmap/views"
import type { Ticks } from "@/lib/plan/schedule/work-time"
import type { CurrentPlan, PlannedItem } from "../current-plan"
import type { PlanTimes } from "./plan-times"

/** A link as it is written, from the row of one record to that of another. */
export type WrittenLink = Pick<LinkView, "type" | "lag" | "lagUnit"> & { readonly from: string }

/** A milestone of no record of ours, that Project needs to be told a link with. */
export type Connector = {
  /** Of the link, or of the dropped item that it stands for. */
  readonly id: string
  readonly kind: "link" | "bridge"
  readonly name: string
  /** The workstream whose end it is; null beside the plan. */
  readonly workstreamId: string | null
  /** Null where nothing is asked: the link counts from dropped work that waits for nothing. */
  readonly at: Ticks | null
  /** Held by what has happened: all work of its workstream is done. */
  readonly isDone: boolean
  /** Held at that moment, since Project joins it to the work it counts from but once. */
  readonly isHeld: boolean
}

export type Connections = {
  /** By the record, or the connector, that waits. */
  readonly linksTo: ReadonlyMap<string, readonly WrittenLink[]>
  readonly connectors: readonly Connector[]
}

/** The key of a connector among those of records, which are ids alone. */
export const connectorKey = ({ kind, id }: Pick<Connector, "kind" | "id">): string => `${kind} ${id}`

const order = ["FS", "SS", "FF", "SF"]
const byId = (a: LinkView, b: LinkView): number =>
  order.indexOf(a.type) - order.indexOf(b.type) || (a.id < b.id ? -1 : 1)

/**
 * The links of a plan as Project can hold them. It joins two tasks once, holds no finish of a summary, joins no summary to
 * its own tasks, and lets nothing wait for what an inactive task waits for. So
 * - a link to the finish of a workstream with items leads to a milestone that ends it, after all items of it;
 * - of several links between the same two each but the first leads over a milestone;
 * - what a dropped item hands on is handed on by a milestone in its place;
 * - a workstream all of whose items were dropped has a milestone in it, so that Project plans with its links.
 */
export function connectionsOf(plan: CurrentPlan, times: PlanTimes): Connections {
  const made = new Maker(plan, times)
  for (const link of [...plan.links].sort(byId)) made.write(link)
  for (const item of plan.items) if (item.status === "dropped") made.bridge(item)
  for (const workstream of plan.workstreams) made.keep(workstream)
  return { linksTo: made.linksTo, connectors: made.connectors }
}

class Maker {
  readonly linksTo = new Map<string, WrittenLink[]>()
  readonly connectors: Connector[] = []
  readonly #joined = new Set<string>()
  readonly #names: ReadonlyMap<string, string>
  readonly #itemsOf = new Map<string, PlannedItem[]>()
  readonly #homeOf: ReadonlyMap<string, string>
  readonly #dropped: ReadonlySet<string>
  readonly #into = new Map<string, LinkView[]>()
  readonly #onward = new Map<string, LinkView[]>()
  /** What a link was written to: the record that waits, or a connector before it. */
  readonly #targets = new Map<string, string>()
  readonly #handed = new Map<string, Ticks | null>()

  constructor(
    plan: CurrentPlan,
    private readonly times: PlanTimes,
  ) {
    for (const item of plan.items)
      this.#itemsOf.set(item.workstreamId, [...(this.#itemsOf.get(item.workstreamId) ?? []), item])
    this.#dropped = new Set(plan.items.flatMap(({ id, status }) => (status === "dropped" ? [id] : [])))
    for (const link of [...plan.links].sort(byId)) {
      if (this.#dropped.has(link.to.id)) this.#into.set(link.to.id, [...(this.#into.get(link.to.id) ?? []), link])
      if (this.#dropped.has(link.from.id))
        this.#onward.set(link.from.id, [...(this.#onward.get(link.from.id) ?? []), link])
    }
    this.#homeOf = new Map(plan.items.map(({ id, workstreamId }) => [id, workstreamId]))
    this.#names = new Map([
      ...[...plan.workstreams, ...plan.gates].map(({ id, name }) => [id, name] as const),
      ...plan.items.map(({ id, title }) => [id, title] as const),
    ])
  }

  write(link: LinkView): void {
    const { from, to, type, lag, lagUnit } = link
    if (!this.#names.has(from.id) || !this.#names.has(to.id) || this.#homeOf.get(to.id) === from.id) return
    const ends = type === "FF" || type === "SF"
    const items = this.#itemsOf.get(to.id)
    if (to.kind === "workstream" && items && ends) this.#end(link, items)
    else if (this.#join(from.id, to.id, type, lag, lagUnit)) this.#targets.set(link.id, to.id)
    else {
      const key = this.#connector(link, { workstreamId: null, at: this.#momentOf(link), isDone: false, isHeld: false })
      this.#join(from.id, key, type, lag, lagUnit)
      this.#join(key, to.id, ends ? "FF" : "FS", 0)
    }
  }

  /** After the items, so that it never begins the summary that it ends. */
  #end(link: LinkView, items: readonly PlannedItem[]): void {
    const live = items.filter(({ status }) => status !== "dropped")
    const isDone = live.length > 0 && live.every(({ status }) => status === "done")
    const finishes = live.flatMap(({ id }) => this.times.of(id)?.earlyFinish ?? [])
    const last = finishes.length > 0 ? Math.max(...finishes) : null
    const moment = this.#momentOf(link)
    const at = isDone ? last : moment === null ? null : Math.max(moment, last ?? moment)
    const isHeld = this.#homeOf.get(link.from.id) === link.to.id
    const key = this.#connector(link, { workstreamId: link.to.id, at, isDone, isHeld })
    this.#join(link.from.id, key, link.type, link.lag, link.lagUnit)
    for (const { id } of live) if (id !== link.from.id) this.#join(id, key, "FS", 0)
  }

  /** Stands for an item that was dropped, where something waits for what it waits for. */
  bridge({ id, title }: PlannedItem): void {
    const onward = this.#onward.get(id)
    const at = this.#droppedAt(id)
    if (at === null || !onward) return
    const key = connectorKey({ kind: "bridge", id })
    this.connectors.push({ id, kind: "bridge", name: title, workstreamId: null, at, isDone: false, isHeld: false })
    for (const { id: linkId, from, type, lag, lagUnit } of this.#into.get(id) ?? []) {
      const target = this.#targets.get(linkId)
      const source = this.#dropped.has(from.id) ? connectorKey({ kind: "bridge", id: from.id }) : from.id
      if (target === id) this.#join(source, key, type, lag, lagUnit)
      else if (target) this.#join(target, key, type[1] === "F" ? "FF" : "FS", 0)
    }
    for (const link of onward) {
      const target = this.#targets.get(link.id)
      if (target && !this.#dropped.has(target)) this.#join(key, target, link.type, link.lag, link.lagUnit)
    }
  }

  /** Gives a summary something to plan where all its items were dropped. */
  keep({ id, name }: { readonly id: string; readonly name: string }): void {
    const items = this.#itemsOf.get(id) ?? []
    const at = this.times.of(id)?.earlyFinish
    if (items.length === 0 || at === undefined || items.some((each) => !this.#dropped.has(each.id))) return
    this.connectors.push({ id, kind: "bridge", name, workstreamId: id, at, isDone: false, isHeld: false })
  }

  /** What a dropped item hands on: the latest moment that anything asks it to wait for. */
  #droppedAt(id: string): Ticks | null {
    const known = this.#handed.get(id)
    if (known !== undefined) return known
    const moments = (this.#into.get(id) ?? []).map((link) => this.#momentOf(link)).filter((each) => each !== null)
    const at = moments.length > 0 ? Math.max(...moments) : null
    this.#handed.set(id, at)
    return at
  }

  #join(from: string, to: string, type: LinkView["type"], lag = 0, lagUnit: LinkView["lagUnit"] = "days"): boolean {
    const pair = `${from} ${to}`
    if (this.#joined.has(pair)) return false
    this.#joined.add(pair)
    this.linksTo.set(to, [...(this.linksTo.get(to) ?? []), { from, type, lag, lagUnit }])
    return true
  }

  #connector(link: LinkView, place: Pick<Connector, "workstreamId" | "at" | "isDone" | "isHeld">): string {
    const key = connectorKey({ kind: "link", id: link.id })
    this.#targets.set(link.id, key)
    const name = `${this.#names.get(link.from.id)} ${link.type} ${this.#names.get(link.to.id)}`
    this.connectors.push({ id: link.id, kind: "link", name, ...place })
    return key
  }

  /** Where a link puts something of no length; nothing lies before the programme. */
  #momentOf({ from, type, lag, lagUnit }: LinkView): Ticks | null {
    const handed = this.#dropped.has(from.id) ? this.#droppedAt(from.id) : null
    const at = this.times.of(from.id)
    const moment = handed ?? (type[0] === "F" ? at?.earlyFinish : at?.earlyStart)
    return moment === undefined
      ? null
      : Math.max(0, moment + this.times.lagFrom({ type, lag, lagUnit, from: from.id }, moment))
  }
}
