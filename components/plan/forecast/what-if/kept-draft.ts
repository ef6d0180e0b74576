import type { ScenarioView } from "@/lib/plan/forecast/scenario-contract"
import type { WhatIf } from "@/lib/plan/forecast/what-if-shape"

/** What is being tried, with the saved what-if that it was opened from. */
export type Draft = {
  readonly changes: WhatIf
  readonly kept: Pick<ScenarioView, "id" | "version" | "name"> | null
  readonly isSaved: boolean
}

const nameOf = (programmeId: string, personId: string) => `lakeward:what-if:${programmeId}:${personId}`

/** What this person was trying in this browser before the page was loaded anew; null where there is nothing to read. */
export function readDraft(programmeId: string, personId: string): Draft | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(nameOf(programmeId, personId)) ?? "null")
    return isDraft(read) ? read : null
  } catch {
    return null
  }
}

/** Keeps it for the next load; nothing to try clears it. */
export function keepDraft(programmeId: string, personId: string, draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(nameOf(programmeId, personId))
    else localStorage.setItem(nameOf(programmeId, personId), JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing still tries things out.
  }
}

/** As much as this page relies on; what else is wrong in it the server refuses with a sentence. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false
  const changes: unknown = Reflect.get(value, "changes")
  if (typeof changes !== "object" || changes === null) return false
  const plan: unknown = Reflect.get(changes, "plan")
  if (typeof plan !== "object" || plan === null || !Array.isArray(Reflect.get(changes, "risks"))) return false
  return ["items", "workstreams", "links"].every((part) => Array.isArray(Reflect.get(plan, part)))
}
