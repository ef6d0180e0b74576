import type { CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import { type Capacity, type CapacityCell, type Demand, spreadOf } from "./capacity"
import { sayPerson, sayRole } from "./say-capacity"

type Tone = "short" | "over" | "plain"
/** A line of the page's grid: a role, one of its people, a hire, or its work that nobody has. */
export type CapacityLine = {
  readonly id: string
  readonly kind: "role" | "person" | "hire" | "no-one"
  readonly name: string
  /** Beside the name: how many people, which share. */
  readonly under: string
  readonly roleKey: string | null
  readonly personId: string | null
  readonly cells: readonly CapacityCell[]
  readonly words: { readonly text: string; readonly tone: Tone }
  readonly isOpen: boolean
  readonly tentative: boolean
}

const counted = (count: number) => (count === 1 ? "1 person" : `${count} people`)

/**
 * The lines that are shown.
 * @param opened roles that were opened or closed by hand; the others are open where somebody is over or missing
 */
export function linesOf(
  { roles }: Capacity,
  today: Day,
  opened: ReadonlyMap<string, boolean>,
): readonly CapacityLine[] {
  return roles.flatMap((role): readonly CapacityLine[] => {
    const id = role.key ?? "none"
    const words = sayRole(role, today)
    const isOpen =
      opened.get(id) ?? (words.tone !== "plain" || role.people.some(({ cells }) => cells.some((c) => c.over)))
    const common = { roleKey: role.key, isOpen: false, tentative: false, personId: null }
    const head: CapacityLine = {
      ...{ ...common, id, kind: "role", name: role.name, under: counted(role.people.length + role.hires.length) },
      ...{ cells: role.cells, words, isOpen },
    }
    if (!isOpen) return [head]
    const full = role.cells.map(({ supply }) => (role.people.length > 0 ? supply / role.people.length : supply))
    return [
      head,
      ...role.people.map(
        (each): CapacityLine => ({
          ...{ ...common, id: `${id} ${each.id}`, kind: "person", name: each.name, under: "", personId: each.id },
          ...{ cells: each.cells, words: sayPerson(each) },
        }),
      ),
      ...role.hires.map(
        (each): CapacityLine => ({
          ...{ ...common, id: `${id} ${each.id}`, kind: "hire", name: each.name, under: "hire", cells: each.cells },
          words: { text: each.tentative ? "tentative, no name yet" : "no name yet", tone: "plain" },
          tentative: each.tentative,
        }),
      ),
      ...(role.noOne.some((days) => days > 0)
        ? [
            {
              ...{ ...common, id: `${id} no-one`, kind: "no-one" as const, name: "No one yet", under: "days" },
              cells: role.noOne.map((demand, at) => ({ demand, supply: full[at] ?? 0, over: false })),
              words: { text: "without an owner", tone: "plain" as const },
            },
          ]
        : []),
    ]
  })
}

/** The work that makes a cell, with its person-days in that week, the largest first. */
export function partsOfCell(line: CapacityLine, week: Day, demands: readonly Demand[], calendar: CompiledCalendar) {
  return demands
    .filter(({ roleKey, ownerId }) => {
      if (line.kind === "person") return roleKey === line.roleKey && ownerId === line.personId
      if (line.kind === "no-one") return roleKey === line.roleKey && ownerId === null
      return line.kind === "role" && roleKey === line.roleKey
    })
    .flatMap((demand) => {
      const days = spreadOf(demand, calendar).get(week) ?? 0
      return days > 0 ? [{ demand, days }] : []
    })
    .toSorted((a, b) => b.days - a.days || a.demand.item.number - b.demand.item.number)
}
