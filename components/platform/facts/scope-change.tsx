"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import type { FactScopeView, ScopeChangeView } from "@/lib/platform/facts/scope-contract"
import { decideScopeChange, requestScopeChange } from "@/lib/serve/api/generated/addresses"
import { SecondPerson } from "./second-person"

type FormProps = { programmeId: string; workspace: string; excluded: boolean; onDone: () => void }

/** Asks to leave a workspace out, or to take it in again; another person confirms it. */
export function ScopeChangeForm({ programmeId, workspace, excluded, onDone }: FormProps) {
  const [reason, setReason] = useState("")
  const asking = useContract(requestScopeChange)
  const ask = async () => {
    const result = await asking.mutateAsync({ programmeId, workspace, excluded, reason })
    if (result.ok) onDone()
  }
  return (
    <form
      aria-label={`${excluded ? "Exclude" : "Include"} ${workspace}`}
      className="mt-1.5 flex max-w-[520px] flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <TextField label="Reason" value={reason} maxLength={1000} autoFocus onChange={setReason} />
      {asking.data?.ok === false ? <InlineNotice>{asking.data.detail}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button type="submit" size="small" busy={asking.isPending} disabled={reason.trim().length < 5}>
          Request
        </Button>
        <Button size="small" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

type WaitingProps = { programmeId: string; change: ScopeChangeView; may: FactScopeView["may"] }

/** A change of scope that awaits approval. */
export function WaitingScopeChange({ programmeId, change, may }: WaitingProps) {
  const deciding = useContract(decideScopeChange)
  const isOwn = change.askedBy.id === may.self
  const decide = (confirmed: boolean) => deciding.mutate({ programmeId, changeId: change.id, confirmed })
  return (
    <div className="mt-1 text-ink-2">
      {change.askedBy.name} asks to {change.excluded ? "exclude" : "include"} it: {change.reason}
      {isOwn ? " Someone else must confirm it." : ""}
      <SecondPerson
        {...{ isOwn, mayChange: may.change, isBusy: deciding.isPending, result: deciding.data, onDecide: decide }}
      />
    </div>
  )
}
