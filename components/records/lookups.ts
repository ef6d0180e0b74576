import type { Option } from "@/components/ui/option-list"
import type { Day } from "@/lib/base/kernel/day"
import { folded } from "@/lib/base/kernel/folded"
import type { Words } from "@/lib/records/kind"

/** A record that others can point at. What was removed keeps its name and is not offered any more. */
export type Choice = Option & {
  readonly removed?: boolean
  /** Other names that it is found by: former ones, its path. */
  readonly also?: readonly string[]
}

/** What the fields of a page point at, and the programme's clock; made by the page from what it reads. */
export type Lookups = {
  readonly today: Day
  readonly timeZone: string
  /** By the type of the record: `person`, `workstream`, `gate`. */
  readonly targets: Readonly<Record<string, readonly Choice[]>>
}

/** How ids are said and names found over these. */
export function wordsFrom({ today, targets }: Lookups): Words {
  const names = new Map(
    Object.entries(targets).map(([target, choices]) => [
      target,
      new Map(choices.map(({ value, label }) => [value, label])),
    ]),
  )
  return {
    today,
    nameOf: (target, id) => names.get(target)?.get(id) ?? null,
    find: (target, name) => {
      const plain = folded(name)
      const there = (targets[target] ?? []).filter(({ removed }) => !removed)
      const named = there.filter(({ label }) => folded(label) === plain)
      const found = named.length > 0 ? named : there.filter(({ also }) => also?.some((each) => folded(each) === plain))
      const [only, ...others] = found
      if (others.length > 0) return "several"
      return only ? { id: only.value } : null
    },
  }
}

/** What may be chosen, with what is chosen now even when it was removed. */
export const choicesOf = ({ targets }: Lookups, target: string, current: readonly string[]): readonly Option[] =>
  (targets[target] ?? []).filter(({ removed, value }) => !removed || current.includes(value))
