import { isOneOf } from "@/lib/base/kernel/one-of"
import type { WordTable } from "@/lib/door/audit/wording"
import { type AdoptionState, adoptionStates } from "./adoption"

/** What a programme does with a component, as every sentence says it. */
export const adoptionNames: Record<AdoptionState, string> = {
  not_considered: "Not considered",
  planned: "Planned",
  piloting: "Piloting",
  in_production: "In production",
  retiring: "Retiring",
  not_applicable: "Not applicable",
}

const sayState = (value: unknown): string => (isOneOf(adoptionStates, value) ? adoptionNames[value] : String(value))

/** The words for what happens in the catalogue; `name` is asked for a component by its key. */
export const catalogueWords: WordTable = {
  "adoption.set": ({ data, texts }, { name }) => {
    const component = typeof data.component === "string" ? (name(data.component) ?? data.component) : "a component"
    const note = typeof texts.note === "string" ? `: ${texts.note}` : ""
    const same = data.before === data.state
    return same ? `noted on ${component}${note}` : `set ${component} to ${sayState(data.state)}${note}`
  },
}
