import type { CompiledCalendar } from "@/lib/calendar/working-calendar"
import { type Day, dayOf, ordinalOf } from "@/lib/kernel/day"
import { schedule } from "@/lib/schedule/forward-pass"
import type { Network } from "@/lib/schedule/network"
import { opens, slips, stretch } from "./story/programme"

/** When work really began and ended in the story, by pack key; days in the future are what will be. */
export type Truth = ReadonlyMap<string, { readonly start: Day; readonly finish: Day }>

type Parts = {
  readonly network: Network
  /** Pack key and phase key of every item, by id. */
  readonly keys: ReadonlyMap<string, { readonly key: string; readonly phase: string }>
  readonly startDay: Day
  readonly calendar: CompiledCalendar
}

/**
 * The story's course of events: the plan of the first day, with every duration as much longer as the story says. So
 * nothing ever begins before what it waits for.
 * @throws Error when the pack's own links cannot be planned
 */
export function truthOf({ network, keys, startDay, calendar }: Parts): Truth {
  const items = network.items.map((item) => {
    const { key, phase } = keys.get(item.id) ?? { key: "", phase: "" }
    const startNoEarlierThan = dayOf(ordinalOf(startDay) + (opens[phase] ?? 0))
    return { ...item, startNoEarlierThan, likely: (item.likely ?? 1) * (stretch[phase] ?? 1) * (slips[key] ?? 1) }
  })
  const options = { programmeStart: startDay, statusDate: startDay, calendar }
  const planned = schedule({ ...network, items }, options)
  if (!planned.ok) throw new Error(`the story cannot be planned: ${planned.refusal.code}`)
  return new Map(
    network.items.flatMap(({ id }) => {
      const dates = planned.value.items.get(id)
      const key = keys.get(id)?.key
      return dates && key ? [[key, dates] as const] : []
    }),
  )
}
