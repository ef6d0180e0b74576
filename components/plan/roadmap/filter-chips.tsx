import { Pill } from "@/components/ui/pill"
import type { StatusChoice, WorkFilter } from "@/lib/plan/roadmap/filter"
import { statusNames } from "@/lib/plan/roadmap/say-change"
import type { RoadmapView } from "@/lib/plan/roadmap/views"

type Chip = { readonly id: keyof WorkFilter; readonly words: string; readonly without: Partial<WorkFilter> }

export const statusChoiceName = (choice: StatusChoice): string => (choice === "open" ? "Open" : statusNames[choice])

/** Each member of a filter that is on, in words: `phase: 2, 3`. */
function chipsOf(filter: WorkFilter, roadmap: RoadmapView): readonly Chip[] {
  const numbers = (records: readonly { key: string; number: number }[], keys: readonly string[]) =>
    records.filter(({ key }) => keys.includes(key)).map(({ number }) => `${number}`)
  const owners = filter.owners.map((owner) => {
    if (owner === "me") return "me"
    return owner === "none" ? "Unassigned" : (roadmap.people.find(({ id }) => id === owner)?.name ?? "someone")
  })
  const roles = filter.roles.map((key) => roadmap.deliveryRoles.find((role) => role.key === key)?.name ?? "none")
  const lists: readonly [keyof WorkFilter, string, readonly string[]][] = [
    ["stages", "stage", numbers(roadmap.stages, filter.stages)],
    ["phases", "phase", numbers(roadmap.phases, filter.phases)],
    ["statuses", "status", filter.statuses.map((choice) => statusChoiceName(choice).toLowerCase())],
    ["owners", "owner", owners],
    ["roles", "role", roles],
  ]
  return [
    ...lists
      .filter(([id]) => Array.isArray(filter[id]) && filter[id].length > 0)
      .map(([id, word, values]) => ({ id, words: `${word}: ${values.join(", ")}`, without: { [id]: [] } })),
    ...(filter.text ? [{ id: "text" as const, words: `"${filter.text}"`, without: { text: "" } }] : []),
    ...(filter.late ? [{ id: "late" as const, words: "late", without: { late: false } }] : []),
  ]
}

type FilterChipsProps = { filter: WorkFilter; roadmap: RoadmapView; onChange: (filter: WorkFilter) => void }

/** The filters that are on, each with a way to take it off. */
export function FilterChips({ filter, roadmap, onChange }: FilterChipsProps) {
  return chipsOf(filter, roadmap).map(({ id, words, without }) => (
    <Pill key={id} onRemove={() => onChange({ ...filter, ...without })} removeLabel={`Remove filter: ${words}`}>
      {words}
    </Pill>
  ))
}
