"use client"

import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { recordSeq, seqOf } from "@/components/door/data/freshness"
import { answerKey, useContract } from "@/components/door/data/use-contract"
import { IconButton } from "@/components/ui/button"
import { useLayer } from "@/components/ui/popup/layers"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import type { CallRefusal } from "@/lib/door/call"
import { type AnswerAt, currentOf } from "@/lib/door/call"
import type { BaselineView } from "@/lib/plan/roadmap/timeline-contract"
import { changeBaseline, listBaselines } from "@/lib/serve/api/generated/addresses"

type BaselineRenameProps = {
  readonly programmeId: string
  readonly baseline: BaselineView
  /** It has its new name, or keeps the one it had. */
  readonly onEnd: () => void
}

/** The name of a baseline as a field: Enter keeps what was typed, Escape the name as it was. */
export function BaselineRename({ programmeId, baseline, onEnd }: BaselineRenameProps) {
  const toasts = useToasts()
  const client = useQueryClient()
  const rename = useContract(changeBaseline)
  const [name, setName] = useState(baseline.name)
  // The record that was looked at, though somebody else's change may arrive while the field is open.
  const [seen, setSeen] = useState(baseline)
  const [refusal, setRefusal] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const isBusy = rename.isPending
  useLayer(true, [form], (how) => (how === "escape" && !isBusy ? onEnd() : undefined))
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const send = ({ id, version }: BaselineView, wished: string) =>
    rename.mutateAsync({ programmeId, baselineId: id, version, name: wished })
  const takeBack = async (renamed: BaselineView) => {
    const answer = await send(renamed, seen.name)
    if (answer.ok) showIn(client, programmeId, answer.value)
    else toasts.show({ kind: "refused", text: answer.detail })
  }
  const refused = (answer: CallRefusal) => {
    // The popup may have been closed while the answer was on its way.
    if (!field.current) return toasts.show({ kind: "refused", text: answer.detail })
    const now = currentOf(changeBaseline, answer)
    if (now) setSeen(now)
    setRefusal(now ? `${answer.detail} It is called "${now.name}" now.` : answer.detail)
    field.current.focus()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wished = name.trim()
    if (isBusy) return
    if (wished === "") return setRefusal("Enter a name.")
    if (wished === seen.name) return onEnd()
    const answer = await send(seen, wished)
    if (!answer.ok) return refused(answer)
    showIn(client, programmeId, answer.value)
    toasts.show({
      text: `Renamed baseline "${seen.name}" to "${answer.value.name}"`,
      undo: () => void takeBack(answer.value),
    })
    onEnd()
  }
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="flex items-start gap-1 py-1">
      <TextField
        ref={field}
        label={`New name of ${seen.name}`}
        hideLabel
        value={name}
        onChange={setName}
        readOnly={isBusy}
        maxLength={80}
        className="flex-1"
        {...(refusal === null ? {} : { error: refusal })}
      />
      <IconButton type="submit" icon="check" label="Save the name" className="mt-0.5" aria-busy={isBusy || undefined} />
      <IconButton icon="close" label="Keep the old name" className="mt-0.5" disabled={isBusy} onClick={onEnd} />
    </form>
  )
}

/** Shows a renamed baseline at once; the list is asked for again besides. */
function showIn(client: QueryClient, programmeId: string, renamed: BaselineView): void {
  const key = answerKey(listBaselines, { programmeId })
  client.setQueryData<AnswerAt<typeof listBaselines>>(key, (list) => {
    if (!list) return list
    const shown = { items: list.items.map((each) => (each.id === renamed.id ? renamed : each)) }
    recordSeq(shown, seqOf(list))
    return shown
  })
}
