import { cut } from "@/lib/base/kernel/cut"
import { visible } from "@/lib/base/kernel/visible-text"
import { dayAt } from "../mspdi/values"
import { ownKeyOf } from "../own-fields"
import { lastDay } from "./days"
import type { NewBaseline } from "./import-plan"
import type { Places } from "./places"
import type { Reading } from "./reading"

/** The baselines of a file that are not here yet, each with the dates of its work items. */
export function baselinesOf(reading: Reading, places: Places): readonly NewBaseline[] {
  const { file, plan, options, dayMinutes, remarks } = reading
  if (isOwnExport(reading, places)) return []
  const lines = new Map<number, NewBaseline["lines"][number][]>()
  for (const { task, existing } of places.items.values())
    for (const { number, start, finish, minutes } of task.baselines) {
      if (finish === null) continue
      const part = existing
        ? ({ kind: "item", id: existing.id } as const)
        : ({ kind: "new-item", uid: task.uid } as const)
      const first = start === null || start > finish ? null : dayAt(start)
      const likely = minutes === null ? null : Math.max(0, minutes) / dayMinutes
      lines.set(number, [...(lines.get(number) ?? []), { part, start: first, finish: lastDay(start, finish), likely }])
    }
  const whole = (file.title ?? file.name ?? "").replace(/\.(xml|mpp)$/i, "").trim() || "the project file"
  const found = [...lines]
    .sort(([a], [b]) => a - b)
    .map(([number, each]) => ({
      name: cut(`Baseline${number ? ` ${number}` : ""} of ${visible(whole, { lines: false })}`, 120),
      lines: each,
    }))
  const fresh = found.filter(({ name }) => !plan.baselines.some((each) => each.name === name))
  if (options.takeBaselines) return fresh
  for (const { name } of fresh) remarks.leave(null, name, "Baselines not selected.")
  return []
}

/** A file that this very programme was exported as brings its own baselines back: they are here already. */
const isOwnExport = ({ file }: Reading, { items }: Places): boolean =>
  [...items.values()].some(({ task, existing }) => existing !== null && ownKeyOf(file, task)?.id === existing.id)
