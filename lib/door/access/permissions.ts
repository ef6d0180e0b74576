/** What a member may be allowed to do in a programme. A new permission gets its row in the policy and in its decision record. */
export const programmePermissions = [
  "programme.read",
  "programme.manage",
  "members.manage",
  "plan.edit",
  "work.edit",
  "work.comment",
  "components.edit",
  "design.edit",
  "audit.verify",
  "risks.edit",
  "forecast.run",
  "facts.import",
  "connections.manage",
  "checks.edit",
  "evidence.write",
  "evidence.accept",
  "criterion.sign",
  "waiver.request",
  "waiver.approve",
  "value.edit",
  "value.check-in",
  "cost.read",
  "cost.edit",
  "steering.edit",
  "steering.decide",
  "steering.report",
] as const
export type ProgrammePermission = (typeof programmePermissions)[number]

/** What an installation admin may do beside their memberships. */
export const installationPermissions = ["installation.read", "installation.manage"] as const
export type InstallationPermission = (typeof installationPermissions)[number]

/** What everybody who is signed in may do with what is their own. */
export const accountPermissions = ["account.read", "account.manage"] as const
export type AccountPermission = (typeof accountPermissions)[number]

export type Permission = ProgrammePermission | InstallationPermission | AccountPermission | "public"
