import type { RaciPart } from "@/lib/team/raci"

/** Days are counted from the day on which it was said. */
type Period = { readonly fromIn: number; readonly toIn: number }

/** Who works how much, and who is what for which workstream. People are named by their names. */
export type PeopleEvent =
  | ({
      readonly does: "allocate"
      readonly name: string
      /** Nobody for a placeholder. */
      readonly person?: string
      readonly role: string
      readonly share: number
      readonly tentative?: boolean
    } & Period)
  | {
      readonly does: "schedule"
      readonly person: string
      readonly name: string
      readonly fromIn: number
      readonly share: number
    }
  | ({ readonly does: "take-off"; readonly person: string; readonly name: string } & Period)
  /** Levels of skills by their keys. */
  | { readonly does: "know"; readonly person: string; readonly levels: Readonly<Record<string, number>> }
  | { readonly does: "propose-raci" }
  | { readonly does: "raci"; readonly workstream: string; readonly person: string; readonly part: RaciPart | null }
