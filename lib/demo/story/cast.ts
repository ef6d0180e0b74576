import type { ProgrammeRole } from "@/lib/door/access/policy"

/** The people of the demo programme. They live here and nowhere else. */
export type Character = {
  readonly name: string
  readonly email: string
  /** What they may do; null for somebody without an account. */
  readonly access: ProgrammeRole | null
  /** Their delivery role, a key of the pack. */
  readonly roleKey: string
  /** Delivery roles whose work is theirs. */
  readonly does: readonly string[]
}

const at = (name: string): string => `${name.toLowerCase().replaceAll(" ", ".")}@northbridge.example`
const who = (
  name: string,
  access: ProgrammeRole | null,
  roleKey: string,
  does: readonly string[] = [],
): readonly [string, Character] => [name, { name, email: at(name), access, roleKey, does }]

export const cast: ReadonlyMap<string, Character> = new Map([
  who("Helen Brandt", "lead", "programme-lead", ["programme-lead"]),
  who("Sana Khan", "architect", "architect", ["architect"]),
  who("Marta Ruiz", "contributor", "data-engineer", ["data-engineer"]),
  who("Leo Tan", "contributor", "data-engineer"),
  who("Jonas Adler", "contributor", "platform-engineer", ["platform-engineer", "operations-engineer"]),
  who("Priya Nair", "contributor", "analyst", ["analyst", "cost-manager"]),
  who("Kwame Osei", "contributor", "security-engineer", ["security-engineer"]),
  who("Mei Lindqvist", "contributor", "ml-engineer", ["ml-engineer", "data-scientist"]),
  who("Ingrid Solberg", "executive", "executive-sponsor"),
  who("Anna Weiss", "auditor", "cost-manager"),
  who("Tom Becker", null, "data-governance-lead", ["data-governance-lead"]),
  who("Carla Mendes", null, "product-owner", ["product-owner", "change-lead"]),
])

/** How many pieces of work somebody is at on the same days; one for whoever is not named here. */
const atOnce: Readonly<Record<string, number>> = {
  ...{ "Helen Brandt": 3, "Sana Khan": 2, "Jonas Adler": 2, "Carla Mendes": 2, "Tom Becker": 2, "Kwame Osei": 2 },
  ...{ "Marta Ruiz": 2, "Leo Tan": 2, "Priya Nair": 2 },
}
export const atOnceOf = (name: string): number => atOnce[name] ?? 1

export const leadName = "Helen Brandt"

/** Who does the work of a delivery role; data engineers take turns. */
export function ownerOf(roleKey: string | null, turn: number): string {
  if (roleKey === "data-engineer" && turn % 2 === 1) return "Leo Tan"
  for (const { name, does } of cast.values()) if (roleKey && does.includes(roleKey)) return name
  return leadName
}
