import type { ProgrammePermission } from "./permissions"

export const programmeRoles = ["lead", "architect", "contributor", "executive", "auditor"] as const
export type ProgrammeRole = (typeof programmeRoles)[number]

/** `own`: only on what the actor owns; the command's rule decides which that is. */
export type Grant = "yes" | "own" | "no"

/** The policy, one row a permission. Written out by hand in docs/decisions/0004-who-may-do-what.md; a test holds the two equal. */
export const policy: Record<ProgrammePermission, Record<ProgrammeRole, Grant>> = {
  "programme.read": { lead: "yes", architect: "yes", contributor: "yes", executive: "yes", auditor: "yes" },
  "programme.manage": { lead: "yes", architect: "no", contributor: "no", executive: "no", auditor: "no" },
  "members.manage": { lead: "yes", architect: "no", contributor: "no", executive: "no", auditor: "no" },
  "plan.edit": { lead: "yes", architect: "no", contributor: "no", executive: "no", auditor: "no" },
  "work.edit": { lead: "yes", architect: "own", contributor: "yes", executive: "no", auditor: "no" },
  "work.comment": { lead: "yes", architect: "yes", contributor: "yes", executive: "yes", auditor: "no" },
  "components.edit": { lead: "yes", architect: "yes", contributor: "no", executive: "no", auditor: "no" },
  "design.edit": { lead: "yes", architect: "yes", contributor: "no", executive: "no", auditor: "no" },
  "audit.verify": { lead: "yes", architect: "no", contributor: "no", executive: "no", auditor: "yes" },
  "risks.edit": { lead: "yes", architect: "yes", contributor: "no", executive: "no", auditor: "no" },
  "forecast.run": { lead: "yes", architect: "yes", contributor: "no", executive: "no", auditor: "no" },
  "facts.import": { lead: "yes", architect: "yes", contributor: "no", executive: "no", auditor: "no" },
  "connections.manage": { lead: "yes", architect: "no", contributor: "no", executive: "no", auditor: "no" },
  "checks.edit": { lead: "yes", architect: "no", contributor: "no", executive: "no", auditor: "no" },
  "evidence.write": { lead: "yes", architect: "yes", contributor: "yes", executive: "yes", auditor: "no" },
  "evidence.accept": { lead: "yes", architect: "yes", contributor: "no", executive: "yes", auditor: "no" },
  "criterion.sign": { lead: "yes", architect: "yes", contributor: "yes", executive: "yes", auditor: "no" },
  "waiver.request": { lead: "yes", architect: "yes", contributor: "yes", executive: "yes", auditor: "no" },
  "waiver.approve": { lead: "yes", architect: "no", contributor: "no", executive: "yes", auditor: "no" },
  "value.edit": { lead: "yes", architect: "no", contributor: "no", executive: "yes", auditor: "no" },
  "value.check-in": { lead: "yes", architect: "own", contributor: "own", executive: "yes", auditor: "own" },
  "cost.read": { lead: "yes", architect: "yes", contributor: "no", executive: "yes", auditor: "yes" },
  "cost.edit": { lead: "yes", architect: "no", contributor: "no", executive: "no", auditor: "no" },
  "steering.edit": { lead: "yes", architect: "yes", contributor: "no", executive: "yes", auditor: "no" },
  "steering.decide": { lead: "yes", architect: "own", contributor: "own", executive: "yes", auditor: "no" },
  "steering.report": { lead: "yes", architect: "no", contributor: "no", executive: "yes", auditor: "no" },
}

/** Permissions that only look; a read-only token keeps these. */
const reading: ReadonlySet<string> = new Set([
  "programme.read",
  "cost.read",
  "audit.verify",
  "installation.read",
  "account.read",
])
export const isReading = (permission: string): boolean => reading.has(permission)

export const grantOf = (role: ProgrammeRole, permission: ProgrammePermission): Grant => policy[permission][role]
