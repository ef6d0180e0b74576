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
  if (behind.list === "checklist") return at(`assurance${queryOf({ line: behind.line, check: behind.check })}`)
  if (behind.list === "forecast") return at(`roadmap/forecast${queryOf({ gate: behind.gate })}`)
  return at(pages[behind.list])
}

function queryOf(members: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(members)) if (value) query.set(name, value)
  return query.size > 0 ? `?${query}` : ""
}

const filters = ["stage", "phase", "status", "owner"] as const
const pages = {
  risks: "assurance/risks",
  timeline: "roadmap/timeline",
  audit: "assurance/audit",
  members: "settings/people",
  settings: "settings",
  gates: "settings/plan",
} as const
