import type { ProgrammeRole } from "@/lib/door/access/policy"

/** The access roles as they are called on screen. */
export const roleNames: Record<ProgrammeRole, string> = {
  lead: "Lead",
  architect: "Architect",
  contributor: "Contributor",
  executive: "Executive",
  auditor: "Auditor",
}
