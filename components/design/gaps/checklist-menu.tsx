"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { recordGrowth } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { Button, IconButton } from "@/components/ui/button"
import { Modal } from "@/components/ui/dialog"
import { Menu } from "@/components/ui/menu"
import { useToasts } from "@/components/ui/toasts"
import type { previewAssessmentChecklist as PreviewContract } from "@/lib/design/gaps/checklist-contract"
import { type Answer, addressOf, callWithFile } from "@/lib/door/call"
import {
  exportAssessmentChecklist,
  importAssessmentChecklist,
  previewAssessmentChecklist,
} from "@/lib/serve/api/generated/addresses"

type Preview = Answer<typeof PreviewContract>
type Looked = { readonly file: File; readonly preview: Preview }

/** The way in and out for review checklists; a file is looked at before anything is written. */
export function ChecklistMenu({ programmeId, mayEdit }: { programmeId: string; mayEdit: boolean }) {
  const client = useQueryClient()
  const { show } = useToasts()
  const picker = useRef<HTMLInputElement>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const look = async (file: File) => {
    const answer = await callWithFile(previewAssessmentChecklist, { programmeId }, file)
    if (answer.ok) setLooked({ file, preview: answer.value })
    else show({ kind: "refused", text: answer.detail })
  }
  const take = async ({ file }: Looked) => {
    setLooked(null)
    const key = { idempotencyKey: crypto.randomUUID() }
    const answer = await callWithFile(importAssessmentChecklist, { programmeId }, file, key)
    if (!answer.ok) return show({ kind: "refused", text: answer.detail })
    const { added, changed, same } = answer.value
    show({ text: `Imported the checklist: ${added} added, ${changed} changed, ${same} the same` })
    if (answer.seq !== null) recordGrowth(programmeId, answer.seq)
    void refetchStale(client, programmeId)
  }
  return (
    <>
      <Menu
        label="More"
        align="end"
        trigger={(trigger) => <IconButton {...trigger} icon="more" label="More" />}
        entries={[
          ...(mayEdit
            ? [{ id: "in", label: "Import a review checklist (JSON)", onSelect: () => picker.current?.click() }]
            : []),
          {
            ...{ id: "out", label: "Export as review checklist (JSON)", icon: "download" as const },
            onSelect: () => window.location.assign(addressOf(exportAssessmentChecklist, { programmeId }).url),
          },
        ]}
      />
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label="Review checklist"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ""
          if (file) void look(file)
        }}
      />
      {looked ? (
        <PreviewDialog looked={looked} onTake={() => void take(looked)} onClose={() => setLooked(null)} />
      ) : null}
    </>
  )
}

type PreviewDialogProps = { looked: Looked; onTake: () => void; onClose: () => void }

function PreviewDialog({ looked: { file, preview }, onTake, onClose }: PreviewDialogProps) {
  const { added, changed, same, refused } = preview
  const nothing = added.length + changed.length === 0
  return (
    <Modal label={`Import ${file.name}`} onClose={onClose} className="w-[520px] p-5">
      <h2 className="text-title">Import {file.name}</h2>
      <p className="mt-2 text-pretty text-ink-2">
        {added.length} added, {changed.length} changed, {same} the same, {refused.length} refused.
        {refused.length > 0 ? " Mend the refused items first; nothing is imported before." : ""}
      </p>
      <ul className="mt-3 max-h-72 overflow-y-auto">
        {refused.map(({ row, reason }) => (
          <li key={row} className="border-line border-t py-1.5 text-needs-you">
            Item {row}: {reason}
          </li>
        ))}
        {changed.map(({ guid, name, fields }) => (
          <li key={guid} className="border-line border-t py-1.5">
            {name} <span className="text-ink-3 text-meta">changed: {fields.join(", ") || "details"}</span>
          </li>
        ))}
        {added.map(({ guid, name }) => (
          <li key={guid} className="border-line border-t py-1.5">
            {name} <span className="text-ink-3 text-meta">added</span>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" disabled={nothing || refused.length > 0} onClick={onTake} data-autofocus="">
          Import
        </Button>
      </div>
    </Modal>
  )
}
