import * as z from "zod"
import { type ComparedField, type Comparison, comparedFields, type Difference, type DifferingTask } from "./comparison"
import { dayAt, minuteOfDay } from "./values"

const Tally = z.strictObject({ equal: z.int(), total: z.int() })

/** A comparison as it is read: each answer that differs in words. */
export const ComparisonView = z
  .strictObject({
    tasks: Tally.meta({ description: "Tasks all of whose answers are equal." }),
    fields: z.array(z.strictObject({ field: z.enum(comparedFields), ...Tally.shape })),
    differing: z.array(z.strictObject({ task: z.string(), what: z.array(z.string()), why: z.string() })),
    more: z.int().meta({ description: "How many more tasks differ." }),
  })
  .meta({ id: "ProjectFileComparison" })
export type ComparisonView = z.output<typeof ComparisonView>

const MOST_TOLD = 500

export const fieldNames: Record<ComparedField, string> = {
  ...{ earlyStart: "Early start", earlyFinish: "Early finish", totalSlack: "Total slack", freeSlack: "Free slack" },
  critical: "Critical",
}

export function comparisonView({ tallies, tasks, differing }: Comparison): ComparisonView {
  return {
    tasks,
    fields: comparedFields.map((field) => ({ field, ...tallies[field] })),
    differing: differing.slice(0, MOST_TOLD).map(tellTask),
    more: Math.max(0, differing.length - MOST_TOLD),
  }
}

const tellTask = ({ task, differences, why }: DifferingTask) => ({
  task: task.name,
  what: differences.map(
    (each) => `${fieldNames[each.field]} ${say(each, each.here)} here, ${say(each, each.file)} in the file`,
  ),
  why,
})

const two = (value: number): string => String(Math.floor(value)).padStart(2, "0")

function say({ field }: Difference, value: number | boolean): string {
  if (typeof value === "boolean") return value ? "yes" : "no"
  if (field === "earlyStart" || field === "earlyFinish") {
    const minutes = minuteOfDay(value)
    return `${dayAt(value)} ${two(minutes / 60)}:${two(minutes % 60)}`
  }
  return `${Math.round((value / 60) * 100) / 100} working hours`
}
