"use client"

import Link from "next/link"
import { Avatar } from "@/components/ui/avatar"
import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import type { CapacityLine, partsOfCell } from "@/lib/team/capacity-rows"

type CapacityDetailProps = {
  programmeId: string
  line: CapacityLine
  week: number
  day: Day
  today: Day
  parts: ReturnType<typeof partsOfCell>
  nameOf: (personId: string | null) => string | null
}

/** What makes the chosen cell: its items with their days of that week. */
export function CapacityDetail({ programmeId, line, week, day, today, parts, nameOf }: CapacityDetailProps) {
  const cell = line.cells[week]
  if (!cell) return null
  const { demand, supply } = cell
  const missing = demand - supply
  const sum =
    line.kind === "no-one"
      ? `${demand.toFixed(1)} d without an owner`
      : `${demand.toFixed(1)} d needed of ${supply.toFixed(1)} d${missing > 0.05 ? `: ${missing.toFixed(1)} d over` : ""}`
  return (
    <section aria-label="What makes this cell" className="border-line border-t px-5 py-3 max-md:px-4">
      <h2 className="mb-1.5 font-semibold">
        {line.name}, week of {sayDay(day, today)} <span className="font-normal text-ink-2 text-meta">{sum}</span>
      </h2>
      {parts.length === 0 ? <p className="text-ink-2">No planned work with an effort is in this week.</p> : null}
      <ul>
        {parts.map(({ demand: { item, ownerId, to }, days }) => {
          const owner = nameOf(ownerId)
          return (
            <li key={item.id} className="flex min-h-7 items-center gap-3">
              <span className="w-8 flex-none text-ink-3">{item.number}</span>
              <Link
                href={`/programmes/${programmeId}/work/backlog?item=${item.id}`}
                className="min-w-0 flex-1 truncate rounded-sm hover:underline"
              >
                {item.title}
              </Link>
              {owner ? <Avatar name={owner} /> : <span className="text-needs-you text-meta">no one</span>}
              <span className="w-28 flex-none text-ink-2 text-meta max-md:hidden">until {sayDay(to, today)}</span>
              <span className="w-12 flex-none text-right tabular-nums">{days.toFixed(1)} d</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
