import type { Id } from "@/lib/base/kernel/id"

export const skillLevels = ["not at all", "with help", "alone", "leads", "sets the standard"] as const

export type RoleNeeds = {
  readonly key: string
  readonly name: string
  readonly skills: readonly { readonly skill: string; readonly level: number }[]
}
export type Held = { readonly personId: Id; readonly skillKey: string; readonly level: number }
type Person = { readonly id: Id; readonly name: string; readonly roleKey: string | null }

/** How a cell of the matrix stands: what a role needs of somebody beside what they have. */
export type SkillCell = {
  /** Null where nobody said; never counted as 0. */
  readonly level: number | null
  /** Null where the person's role does not need it. */
  readonly needed: number | null
  readonly state: "met" | "short" | "unknown" | "free"
}

export function skillCellOf(
  person: Person,
  skillKey: string,
  roles: readonly RoleNeeds[],
  held: readonly Held[],
): SkillCell {
  const needed =
    roles.find(({ key }) => key === person.roleKey)?.skills.find(({ skill }) => skill === skillKey)?.level ?? null
  const level = held.find((each) => each.personId === person.id && each.skillKey === skillKey)?.level ?? null
  if (needed === null) return { level, needed, state: "free" }
  return { level, needed, state: level === null ? "unknown" : level >= needed ? "met" : "short" }
}

/** How the roles are filled, and how many needed skills are met, short of their level, or unknown. */
export function skillSumOf(people: readonly Person[], roles: readonly RoleNeeds[], held: readonly Held[]) {
  const states = people.flatMap((person) => {
    const needs = roles.find(({ key }) => key === person.roleKey)?.skills ?? []
    return needs.map(({ skill }) => skillCellOf(person, skill, roles, held).state)
  })
  const count = (state: SkillCell["state"]) => states.filter((each) => each === state).length
  const empty = roles.filter(({ key }) => !people.some(({ roleKey }) => roleKey === key))
  return { met: count("met"), short: count("short"), unknown: count("unknown"), needed: states.length, empty }
}
