import type { ConnectionView } from "@/lib/platform/connection/contract"

/** What somebody types about a connection; empty text stands for nothing. */
export type ConnectionDraft = {
  readonly name: string
  readonly host: string
  readonly auth: ConnectionView["auth"]
  readonly clientId: string
  readonly secret: string
  readonly warehouseId: string
  readonly accountId: string
  readonly everyHours: number | null
  readonly parameters: Readonly<Record<string, string>>
}

export const draftOf = (connection: ConnectionView | null): ConnectionDraft => ({
  ...{ name: connection?.name ?? "", host: connection?.host ?? "", auth: connection?.auth ?? "oauth_m2m", secret: "" },
  ...{ clientId: connection?.clientId ?? "", warehouseId: connection?.warehouseId ?? "" },
  ...{ accountId: connection?.accountId ?? "", everyHours: connection?.everyHours ?? null },
  parameters: connection?.parameters ?? {},
})

const orNull = (text: string): string | null => text.trim() || null

/** The draft as the operations take it, without its secret. A token has no client. */
export function inputOf(draft: ConnectionDraft) {
  const { name, host, auth, everyHours } = draft
  return {
    ...{ name, host, auth, everyHours, clientId: auth === "token" ? null : orNull(draft.clientId) },
    ...{ warehouseId: orNull(draft.warehouseId), accountId: orNull(draft.accountId) },
    parameters: Object.fromEntries(Object.entries(draft.parameters).filter(([, value]) => value.trim() !== "")),
  }
}

/** Whether the draft speaks of another address or identity than the one that the kept secret is for. */
export const needsSecret = (draft: ConnectionDraft, kept: ConnectionView): boolean =>
  !draft.host.trim().startsWith(kept.host) ||
  draft.auth !== kept.auth ||
  (draft.auth === "oauth_m2m" && draft.clientId.trim() !== (kept.clientId ?? ""))
