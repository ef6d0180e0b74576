"use client"

import { useEffect, useRef, useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { OvertakenFields } from "@/components/shell/overtaken-notice"
import { SidePanel } from "@/components/shell/side-panel"
import { useDraft } from "@/components/shell/use-draft"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import type { CallRefusal } from "@/lib/door/call"
import type { ConnectionView } from "@/lib/platform/connection/contract"
import { addConnection, changeConnection } from "@/lib/serve/api/generated/addresses"
import { type ConnectionDraft, draftOf, inputOf } from "./connection-draft"
import { LeastRights } from "./least-rights"
import { type Parameter, ParameterFields } from "./parameter-fields"
import { ScheduleFields } from "./schedule-fields"
import { SignInFields } from "./sign-in-fields"

type ConnectionFormProps = {
  programmeId: string
  /** Null for a new one. */
  connection: ConnectionView | null
  parameters: readonly Parameter[]
  onSaved: (id: string) => void
  onClose: () => void
}

/** Where the workspace is, who comes in, what is measured and how often. */
export function ConnectionForm({ programmeId, connection, parameters, onSaved, onClose }: ConnectionFormProps) {
  const typed = useDraft(draftOf(connection))
  const draft = typed.values
  const { save, busy, error, rest } = useSaving(programmeId, connection, onSaved)
  const form = useFocusOnError(error)
  const words = connection ? `Change ${connection.name}` : "Connect a workspace"
  return (
    <SidePanel
      recordId={`form ${connection?.id ?? "new"}`}
      title={words}
      eyebrow="Workspace"
      width="wide"
      onClose={onClose}
    >
      <form
        ref={form}
        aria-label={words}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save(draft)
        }}
      >
        <TextField
          label="Name"
          value={draft.name}
          onChange={(name) => typed.edit({ name })}
          placeholder="Production"
          error={error("name")}
        />
        <TextField
          label="Workspace URL"
          value={draft.host}
          onChange={(host) => typed.edit({ host })}
          placeholder="https://adb-1234567890.12.azuredatabricks.net"
          hint="Paste the URL of any page in the workspace."
          spellCheck={false}
          error={error("host")}
        />
        <SignInFields {...{ draft, error }} kept={connection} onChange={typed.edit} />
        <TextField
          label="SQL warehouse ID"
          value={draft.warehouseId}
          onChange={(id) => typed.edit({ warehouseId: id })}
          hint="Optional. Without it, only REST API measures are collected."
          spellCheck={false}
          error={error("warehouseId")}
        />
        <TextField
          label="Account ID"
          value={draft.accountId}
          onChange={(id) => typed.edit({ accountId: id })}
          hint="Optional. Needed for budgets and user counts."
          spellCheck={false}
          error={error("accountId")}
        />
        <ScheduleFields hours={draft.everyHours} onChange={(hours) => typed.edit({ everyHours: hours })} />
        <ParameterFields
          parameters={parameters}
          values={draft.parameters}
          error={(name) => error(`parameters.${name}`)}
          onChange={(values) => typed.edit({ parameters: values })}
        />
        <LeastRights programmeId={programmeId} />
        {rest ? <InlineNotice>{rest}</InlineNotice> : null}
        <OvertakenFields draft={typed} words={fieldWords} />
        <div className="sticky -bottom-6 -mx-5 -mb-6 flex gap-2 border-line border-t bg-raised px-5 py-3">
          <Button type="submit" variant="primary" busy={busy} disabled={typed.overtaken.length > 0}>
            {connection ? "Save" : "Connect"}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </SidePanel>
  )
}

const fieldWords: Readonly<Record<keyof ConnectionDraft, string>> = {
  ...{ name: "the name", host: "the workspace URL", auth: "the authentication", clientId: "the client ID" },
  ...{ secret: "the secret", warehouseId: "the SQL warehouse ID", accountId: "the account ID" },
  ...{ everyHours: "the schedule", parameters: "the parameters" },
}

/** Which field a refusal of the whole speaks of. */
const placeOf: Readonly<Record<string, string>> = {
  "bad-host": "host",
  "client-needed": "clientId",
  "secret-needed": "secret",
}

function useSaving(programmeId: string, connection: ConnectionView | null, onSaved: (id: string) => void) {
  const [refusal, setRefusal] = useState<CallRefusal | null>(null)
  const adding = useContract(addConnection)
  const changing = useContract(changeConnection)
  const toasts = useToasts()
  const save = async (draft: ConnectionDraft) => {
    const input = { programmeId, ...inputOf(draft) }
    const { secret } = draft
    const result = connection
      ? await changing.mutateAsync({
          ...{ ...input, connectionId: connection.id, version: connection.version },
          ...(secret === "" ? {} : { secret }),
        })
      : await adding.mutateAsync({ ...input, secret })
    setRefusal(result.ok ? null : result)
    if (!result.ok) return
    toasts.show({ text: connection ? "Connection saved" : "Workspace connected" })
    onSaved(result.value.id)
  }
  const place = refusal ? placeOf[refusal.code] : undefined
  const error = (name: string): string | undefined =>
    place === name ? refusal?.detail : refusal?.fields?.find(({ path }) => path === name)?.message
  const isPlaced = place !== undefined || (refusal?.fields?.length ?? 0) > 0
  return { save, busy: adding.isPending || changing.isPending, error, rest: isPlaced ? undefined : refusal?.detail }
}

/** After a refusal the focus goes to the first field that it speaks of. */
function useFocusOnError(error: (name: string) => string | undefined) {
  const form = useRef<HTMLFormElement>(null)
  const wrong = ["name", "host", "clientId", "secret", "warehouseId", "accountId"].filter((name) => error(name)).join()
  useEffect(() => {
    if (wrong !== "") form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [wrong])
  return form
}
