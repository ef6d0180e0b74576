"use client"

import { useEffect, useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { Modal } from "@/components/ui/dialog"
import { InlineNotice } from "@/components/ui/inline-notice"
import { Select } from "@/components/ui/select"
import { useToasts } from "@/components/ui/toasts"
import type { listWorkTemplates as TemplatesContract } from "@/lib/design/templates/contract"
import type { Answer } from "@/lib/door/call"
import {
  listWorkTemplates,
  previewStampedWork,
  stampWork,
  withdrawStampedWork,
} from "@/lib/serve/api/generated/addresses"

export type TemplateKind = Answer<typeof TemplatesContract>["items"][number]["kind"]
type StampButtonProps = {
  programmeId: string
  subjectIds: readonly string[]
  /** Kinds of templates that fit, the likeliest first. */
  kinds: readonly TemplateKind[]
}

/** Makes the same work for each chosen item from a template of the release, after a look at what that is. */
export function StampButton({ programmeId, subjectIds, kinds }: StampButtonProps) {
  const [open, setOpen] = useState(false)
  if (subjectIds.length === 0) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>Turn into work</Button>
      {open ? <StampDialog {...{ programmeId, subjectIds, kinds }} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function StampDialog({ programmeId, subjectIds, kinds, onClose }: StampButtonProps & { onClose: () => void }) {
  const templates = useAnswer(listWorkTemplates, { programmeId }).data?.items ?? []
  const fitting = templates
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  const [chosen, setChosen] = useState<string | null>(null)
  const template = fitting.find(({ key }) => key === chosen) ?? fitting[0]
  const templateKey = template?.key
  const look = useContract(previewStampedWork)
  const { mutate } = look
  const asked = subjectIds.join(" ")
  useEffect(() => {
    if (templateKey) mutate({ programmeId, templateKey, subjectIds: asked.split(" ") })
  }, [programmeId, templateKey, asked, mutate])
  const stamping = useContract(stampWork)
  const withdrawing = useContract(withdrawStampedWork)
  const { show } = useToasts()
  const undo = async (workItemIds: string[]) => {
    const result = await withdrawing.mutateAsync({ programmeId, workItemIds })
    if (!result.ok) show({ kind: "refused", text: result.detail })
  }
  const make = async () => {
    if (!templateKey) return
    const result = await stamping.mutateAsync({ programmeId, templateKey, subjectIds: [...subjectIds] })
    if (!result.ok) return show({ kind: "refused", text: result.detail })
    const { workItemIds, leftOut } = result.value
    const rest = leftOut === 0 ? "" : `; ${leftOut} of their dependencies contradict the plan's and were left out`
    show({ text: `Made ${sayItems(workItemIds.length)}${rest}`, undo: () => void undo(workItemIds) })
    onClose()
  }
  const preview = look.data?.ok ? look.data.value : null
  const count = preview?.items.length ?? 0
  return (
    <Modal label="Turn into work" onClose={onClose} className="w-[620px]">
      <div className="flex max-h-[80vh] flex-col gap-3 p-5">
        <h2 className="text-title">
          Turn {subjectIds.length === 1 ? "1 item" : `${subjectIds.length} items`} into work
        </h2>
        {template ? (
          <Select
            label="Template"
            options={fitting.map(({ key, name }) => ({ value: key, label: name }))}
            value={template.key}
            onChange={setChosen}
          />
        ) : (
          <p className="text-ink-2">The programme's release has no template for these.</p>
        )}
        {template ? (
          <p className="text-ink-2">
            {template.description}{" "}
            {template.subjects > 0 ? `${template.live} of ${template.subjects} are live so far.` : ""}
          </p>
        ) : null}
        {look.data?.ok === false ? <InlineNotice>{look.data.detail}</InlineNotice> : null}
        {preview ? (
          <>
            <p>
              <strong className="font-semibold">{sayItems(count)}</strong>, {preview.days.toLocaleString("en-GB")}{" "}
              working days by likely durations{preview.there > 0 ? `; ${preview.there} are there already` : ""}.
            </p>
            <ul className="min-h-0 overflow-y-auto border-line border-y">
              {preview.items.map(({ subjectId, stepKey, title, workstream, estimate }) => (
                <li
                  key={`${subjectId}${stepKey}`}
                  className="flex min-h-8 items-center gap-3 border-line border-b last:border-0"
                >
                  <span className="min-w-0 flex-1 truncate">{title}</span>
                  <span className="max-w-44 flex-none truncate text-ink-2 text-meta">{workstream}</span>
                  <span className="w-12 flex-none text-right text-ink-2">{estimate.likely} d</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={stamping.isPending} disabled={count === 0} onClick={() => void make()}>
            Make {sayItems(count)}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

const sayItems = (count: number) => (count === 1 ? "1 work item" : `${count} work items`)
