"use client"

import { useState } from "react"
import { noRefusal, refusalOf } from "@/components/accounts/refusal"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import { call } from "@/lib/access/call"
import { addConnection, type ConnectionView, updateConnection } from "@/lib/connection/contract"
import { type ConnectionDraft, draftOf, inputOf, schedules } from "./connection-draft"
import type { Parameter } from "./connections-section"
import { ParameterFields } from "./parameter-fields"

type ConnectionFormProps = {
  programmeId: string
  /** Null for a new one. */
  connection: ConnectionView | null
  parameters: readonly Parameter[]
  onClose: () => void
}

const ways = [
  { value: "oauth_m2m", label: "Service principal" },
  { value: "token", label: "Token" },
] as const

/** Where the workspace is, who comes in, what is measured and how often. The secret is written and never read. */
export function ConnectionForm({ programmeId, connection, parameters, onClose }: ConnectionFormProps) {
  const [draft, setDraft] = useState(() => draftOf(connection))
  const [refusal, setRefusal] = useState(noRefusal)
  const [busy, setBusy] = useState(false)
  const toasts = useToasts()
  const set =
    <Name extends keyof ConnectionDraft>(name: Name) =>
    (value: ConnectionDraft[Name]) =>
      setDraft((before) => ({ ...before, [name]: value }))
  const save = async () => {
    setBusy(true)
    const { secret, ...input } = { secret: "", ...inputOf(draft) }
    const result = connection
      ? await call(updateConnection, {
          ...{ programmeId, connectionId: connection.id, version: connection.version, ...input },
          ...(secret === "" ? {} : { secret }),
        })
      : await call(addConnection, { programmeId, ...input, secret })
    setBusy(false)
    setRefusal(refusalOf(result))
    if (!result.ok) return
    toasts.show({ text: connection ? "The connection is saved" : "The workspace is connected" })
    onClose()
  }
  const field = (name: keyof ConnectionDraft) => ({ error: refusal.field(name) })
  return (
    <form
      aria-label={connection ? `Change ${connection.name}` : "Connect a workspace"}
      className="mb-6 max-w-[640px] space-y-4 border-line border-b pb-6"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField label="Name" value={draft.name} onChange={set("name")} placeholder="Production" {...field("name")} />
      <TextField
        label="Address of the workspace"
        value={draft.host}
        onChange={set("host")}
        placeholder="https://adb-1234567890.12.azuredatabricks.net"
        hint="Copy it from the browser while you are in the workspace."
        {...field("host")}
      />
      <SegmentedControl label="It signs in as" options={ways} value={draft.auth} onChange={set("auth")} />
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        {draft.auth === "oauth_m2m" ? (
          <TextField label="Client id" value={draft.clientId} onChange={set("clientId")} {...field("clientId")} />
        ) : null}
        <TextField
          label={draft.auth === "token" ? "Token" : "Client secret"}
          type="password"
          value={draft.secret}
          onChange={set("secret")}
          hint={secretHint(draft, connection)}
          {...field("secret")}
        />
      </div>
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <TextField
          label="SQL warehouse id"
          value={draft.warehouseId}
          onChange={set("warehouseId")}
          hint="Without one, only what the REST API tells is measured."
          {...field("warehouseId")}
        />
        <TextField
          label="Account id"
          value={draft.accountId}
          onChange={set("accountId")}
          hint="For budgets and the number of accounts; may stay empty."
          {...field("accountId")}
        />
      </div>
      <Select
        label="Fetch facts"
        options={schedules}
        value={draft.every}
        onChange={set("every")}
        className="w-[240px]"
      />
      <ParameterFields parameters={parameters} values={draft.parameters} onChange={set("parameters")} />
      <p className="text-pretty text-ink-3 text-meta">
        Give the service principal the least: CAN USE on the warehouse, and USE CATALOG, USE SCHEMA and SELECT on the
        system schemas. Whatever it may not read is shown as "could not tell".
      </p>
      {refusal.sentence ? <InlineNotice>{refusal.sentence}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {connection ? "Save" : "Connect"}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}

function secretHint({ auth }: ConnectionDraft, connection: ConnectionView | null): string {
  if (connection) return "Leave it empty to keep the one that is sealed here."
  return auth === "token"
    ? "Tokens are the old way in and end with whoever made them; prefer a service principal."
    : "It is sealed at once and never shown again."
}
