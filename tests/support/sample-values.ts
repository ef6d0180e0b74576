import type { Field, RecordType } from "@/lib/records/record"

/** A value that a field takes, made from its kind alone; `relations` gives ids to point at. */
export function sampleOf(field: Field<unknown>, variant: number, relations: (target: string) => string): unknown {
  const { control, options, target, columns } = field.kind
  const keys = Object.keys(options ?? {})
  if (target) return control === "relations" ? [relations(target)] : relations(target)
  if (columns.includes("Optimistic")) return { optimistic: 1, likely: 2, pessimistic: 3 + variant }
  if (columns.includes("Amount")) return { amount: 84 + variant, unit: "tables" }
  if (columns.includes("Source")) return { source: "jira", id: `NL-${variant}`, url: "https://example.test/NL" }
  if (control === "choice") {
    const key = keys[variant % keys.length] ?? ""
    const parsed = Number(key)
    return field.kind.fromCells({ "": key }) === null ? parsed : key
  }
  if (control === "number")
    return field.kind.unit === "money"
      ? `${100 + variant}.05000000000000001`
      : field.kind.unit === "%"
        ? 0.5
        : 1 + variant
  if (control === "day") return `2027-03-0${1 + (variant % 9)}`
  if (control === "switch") return variant % 2 === 0
  if (control === "list" && keys.length > 0) return keys.slice(0, 1 + (variant % keys.length))
  if (control === "list") return [`entry ${variant}`, "other"]
  return `${field.about.label} ${variant}`
}

/** What adds a record of a type, with every field that may be set. */
export const sampleDraft = ({ fields }: RecordType, variant: number, relations: (target: string) => string) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => !field.fixed)
      .map(([name, field]) => [name, sampleOf(field, variant, relations)]),
  )

/** Fields that a type's own rule keeps from being set freely; its own tests try them. */
export const ruled: Readonly<Record<string, readonly string[]>> = {
  "use-case": ["place", "placeReason"],
  decision: ["status", "choice"],
  "register-entry": ["state"],
  ask: ["recommended"],
  "change-request": ["state"],
  kpi: ["source", "formula", "milestones", "baselineDay"],
}
