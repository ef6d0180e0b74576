import type { Behind } from "@/lib/reports/views"

/** The address of the list behind a figure. */
export function hrefOf(programmeId: string, behind: Behind): string {
  const at = (path: string) => `/programmes/${programmeId}/${path}`
  if (behind.list === "item") return at(`roadmap/stages?item=${behind.id}`)
  if (behind.list === "items") {
    const query = new URLSearchParams()
    for (const name of filters) if (behind[name]) query.set(name, behind[name])
    if (behind.late) query.set("late", "1")
    return at(query.size > 0 ? `roadmap/stages?${query}` : "roadmap/stages")
  }
  return at(pages[behind.list])
}

const filters = ["stage", "phase", "status", "owner"] as const
const pages = {
  checklist: "assurance",
  audit: "assurance/audit",
  members: "settings/people",
  settings: "settings",
  gates: "settings/plan",
} as const
