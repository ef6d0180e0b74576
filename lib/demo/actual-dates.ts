import type { CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { schedule } from "@/lib/plan/schedule/forward-pass"
import type { Network, NetworkItem, NetworkLink, Schedule } from "@/lib/plan/schedule/network"
import { atOnceOf } from "./story/cast"
import { aside, opens, slips, stretch } from "./story/programme"

/** When work really began and ended in the story, by pack key; days in the future are what will be. */
export type ActualDates = ReadonlyMap<string, { readonly start: Day; readonly finish: Day }>

type Parts = {
  /** Its items in the order of their numbers, so that the same story comes out every time. */
  readonly network: Network
  /** Pack key, phase key and owner of every item, by id. */
  readonly keys: ReadonlyMap<string, { readonly key: string; readonly phase: string; readonly owner: string }>
  readonly startDay: Day
  readonly calendar: CompiledCalendar
}

/**
 * The story's course of events: the plan of the first day, with every duration as much longer as the story says, and
 * nobody at more work at once than they can be. So nothing ever begins before what it waits for.
 * @throws Error when the pack's own links cannot be planned
 */
export function actualDatesOf(parts: Parts): ActualDates {
  const { network, keys } = parts
  const items = network.items.map((item) => lengthened(parts, item))
  const free = planned(parts, { ...network, items })
  const real = planned(parts, { ...network, items, links: [...network.links, ...queues(parts, free)] })
  return new Map(
    network.items.flatMap(({ id }) => {
      const dates = real.items.get(id)
      const key = keys.get(id)?.key
      return dates && key ? [[key, dates] as const] : []
    }),
  )
}

function lengthened({ keys, startDay }: Parts, item: NetworkItem): NetworkItem {
  const { key, phase } = keys.get(item.id) ?? { key: "", phase: "" }
  const startNoEarlierThan = dayOf(ordinalOf(startDay) + (opens[key] ?? opens[phase] ?? 0))
  return { ...item, startNoEarlierThan, likely: (item.likely ?? 1) * (stretch[phase] ?? 1) * (slips[key] ?? 1) }
}

function planned({ startDay, calendar }: Parts, network: Network): Schedule {
  const result = schedule(network, { programmeStart: startDay, statusDate: startDay, calendar })
  if (!result.ok) throw new Error(`the story cannot be planned: ${result.refusal.code}`)
  return result.value
}

/** Everybody's work in the order in which it could begin: a piece waits until one of those before it is finished. */
function queues({ network, keys }: Parts, free: Schedule): NetworkLink[] {
  const queueOf = new Map<string, { id: string; start: Day }[]>()
  for (const { id } of network.items) {
    const { key, owner } = keys.get(id) ?? { key: "", owner: "" }
    const start = free.items.get(id)?.start
    if (start && !aside.has(key)) queueOf.set(owner, [...(queueOf.get(owner) ?? []), { id, start }])
  }
  return [...queueOf].flatMap(([owner, work]) => {
    const inOrder = work.toSorted((a, b) => ordinalOf(a.start) - ordinalOf(b.start))
    return inOrder.flatMap(({ id }, turn) => {
      const earlier = inOrder[turn - atOnceOf(owner)]
      return earlier ? [queued(earlier.id, id)] : []
    })
  })
}

const queued = (from: string, to: string): NetworkLink => ({
  ...{ id: `${from} ${to}`, type: "FS", lag: 0 },
  from: { kind: "item", id: from },
  to: { kind: "item", id: to },
})
