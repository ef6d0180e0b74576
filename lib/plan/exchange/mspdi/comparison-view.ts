import { rounded } from "@/lib/base/kernel/rounded"
import { comparedFields, fieldNames } from "./compared-fields"
import type { Comparison, Difference, DifferingTask } from "./comparison"
import type { ComparisonView } from "./comparison-shape"
import { dayAt, minuteOfDay } from "./values"

const MOST_TOLD = 500

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
  return `${rounded(value / 60, 2)} working hours`
}
