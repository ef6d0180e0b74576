"use client"

import { Section } from "@/components/shell/section"
import { Properties, Property } from "@/components/shell/side-panel"
import { DateField } from "@/components/ui/date-field"
import { sayDay } from "@/components/ui/day-text"
import { Select } from "@/components/ui/select"
import { isDay } from "@/lib/base/kernel/day"
import { readDays } from "@/lib/base/kernel/number-text"
import { constraintNames } from "@/lib/plan/roadmap/say-change"
import type { ItemRow } from "@/lib/plan/roadmap/tree-rows"
import { type ConstraintType, constraintTypes } from "@/lib/plan/schedule/network"
import { useWorkActions } from "../work-context"
import { PropertyText } from "./property-text"

type Choice = ConstraintType | "ASAP"
const options: readonly { readonly value: Choice; readonly label: string }[] = [
  { value: "ASAP", label: "As soon as possible" },
  ...constraintTypes.map((value) => ({ value, label: constraintNames[value] })),
]

/** What holds an item to a day besides its links, and how much of work under way is left. */
export function ItemConstraint({ row }: { row: ItemRow }) {
  const { work } = useWorkActions()
  const { today } = work.roadmap
  const { item, editable } = row
  const isUnderWay = item.status === "in_progress" || item.status === "blocked"
  const { constraintType, constraintDay, remainingDays } = item
  if (!editable && constraintType === null && remainingDays === null) return null
  const change = (next: Parameters<typeof work.editor.change>[1]) => void work.editor.change([item], next)
  const remaining = (typed: string) => {
    if (typed.trim() === "") return void change({ remainingDays: null })
    const days = readDays(typed)
    if (days === null || days < 0 || days > 2000) return "Enter working days from 0 to 2,000."
    change({ remainingDays: days })
  }
  if (!editable)
    return (
      <Section title="Constraint">
        <Properties>
          {constraintType ? (
            <Property label={constraintNames[constraintType]}>
              {constraintDay ? sayDay(constraintDay, today) : "set"}
            </Property>
          ) : null}
          {remainingDays === null ? null : <Property label="Remaining">{remainingDays} working days</Property>}
        </Properties>
      </Section>
    )
  return (
    <Section title="Constraint">
      <div className="grid grid-cols-2 gap-x-3 gap-y-2.5">
        <Select
          label="Constraint"
          options={options}
          value={constraintType ?? "ASAP"}
          onChange={(chosen) =>
            change(
              chosen === "ASAP" || chosen === "ALAP"
                ? { constraintType: chosen === "ASAP" ? null : chosen }
                : { constraintType: chosen, constraintDay: constraintDay ?? row.start ?? today },
            )
          }
        />
        {constraintType === null || constraintType === "ALAP" ? null : (
          <DateField
            label="Constraint day"
            value={constraintDay}
            today={today}
            onCommit={(day) => {
              if (day === null) change({ constraintType: null })
              else if (isDay(day)) change({ constraintDay: day })
            }}
          />
        )}
      </div>
      {isUnderWay ? (
        <Properties>
          <Property label="Remaining">
            <PropertyText
              label="Remaining"
              shown={remainingDays === null ? "from its percent" : `${remainingDays} working days`}
              typed={remainingDays === null ? "" : String(remainingDays)}
              onCommit={remaining}
              mayEdit
            />
          </Property>
        </Properties>
      ) : null}
    </Section>
  )
}
