"use client"

import { Section } from "@/components/shell/section"
import { Properties, Property } from "@/components/shell/side-panel"
import { DateField } from "@/components/ui/date-field"
import { sayDay } from "@/components/ui/day-text"
import { isDay } from "@/lib/base/kernel/day"
import type { ItemRow } from "@/lib/plan/roadmap/tree-rows"
import { useWorkActions } from "../work-context"

const fields = [
  ["startNoEarlierThan", "Start no earlier than"],
  ["deadline", "Deadline"],
  ["actualStart", "Actual start"],
  ["actualFinish", "Actual finish"],
] as const

/** The four days of a work item that people set; planned ones are computed and stand elsewhere. */
export function ItemDates({ row }: { row: ItemRow }) {
  const { work } = useWorkActions()
  const { today } = work.roadmap
  const known = fields.filter(([field]) => row.item[field] !== null)
  if (!row.editable && known.length === 0) return null
  if (!row.editable)
    return (
      <Section title="Dates">
        <Properties>
          {known.map(([field, label]) => (
            <Property key={field} label={label}>
              {sayDay(row.item[field] ?? "", today)}
            </Property>
          ))}
        </Properties>
      </Section>
    )
  return (
    <Section title="Dates">
      <div className="grid grid-cols-2 gap-x-3 gap-y-2.5">
        {fields.map(([field, label]) => (
          <DateField
            key={field}
            label={label}
            value={row.item[field]}
            today={today}
            disabled={field === "actualFinish" && row.item.status !== "done"}
            onCommit={(day) => {
              if (day === null || isDay(day)) void work.editor.change([row.item], { [field]: day })
            }}
          />
        ))}
      </div>
    </Section>
  )
}
