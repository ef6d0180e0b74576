import type { ConnectionView } from "@/lib/connection/contract"

/** What somebody types about a connection; empty text stands for nothing. */
export type ConnectionDraft = {
  readonly name: string
  readonly host: string
  readonly auth: ConnectionView["auth"]
  readonly clientId: string
  readonly secret: string
  readonly warehouseId: string
  readonly accountId: string
  readonly every: string
  readonly parameters: Readonly<Record<string, string>>
}

export const draftOf = (connection: ConnectionView | null): ConnectionDraft => ({
  ...{ name: connection?.name ?? "", host: connection?.host ?? "", auth: connection?.auth ?? "oauth_m2m", secret: "" },
  ...{ clientId: connection?.clientId ?? "", warehouseId: connection?.warehouseId ?? "" },
  ...{ accountId: connection?.accountId ?? "", every: String(connection?.everyHours ?? "") },
  parameters: connection?.parameters ?? {},
})

const orNull = (text: string): string | null => text.trim() || null

/** The draft as the operations take it. A token has no client; a secret that was left empty stays as it is. */
export function inputOf(draft: ConnectionDraft) {
  const { name, host, auth, secret } = draft
  return {
    ...{ name, host, auth, clientId: auth === "token" ? null : orNull(draft.clientId) },
    ...{ warehouseId: orNull(draft.warehouseId), accountId: orNull(draft.accountId) },
    everyHours: draft.every === "" ? null : Number(draft.every),
    parameters: Object.fromEntries(Object.entries(draft.parameters).filter(([, value]) => value.trim() !== "")),
    ...(secret === "" ? {} : { secret }),
  }
}

export const schedules = [
  { value: "", label: "Only when somebody asks" },
  { value: "24", label: "Every day" },
  { value: "168", label: "Every week" },
  { value: "720", label: "Every 30 days" },
] as const

/** How often facts are fetched, in words. */
export const sayEvery = (hours: number | null): string =>
  schedules.find(({ value }) => value === String(hours ?? ""))?.label ?? `Every ${hours} hours`
