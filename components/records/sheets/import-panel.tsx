"use client"

import { useEffect, useEffectEvent, useState } from "react"
import { SidePanel } from "@/components/shell/side-panel"
import { Button } from "@/components/ui/button"
import { FileDrop } from "@/components/ui/file-drop"
import { InlineNotice } from "@/components/ui/inline-notice"
import { useToasts } from "@/components/ui/toasts"
import { type CallResult, call, callWithFile } from "@/lib/door/call"
import { addressesOf } from "@/lib/records/addresses"
import type { ImportPreview } from "@/lib/records/import-shapes"
import type { RecordType } from "@/lib/records/record"
import { newKey } from "../record-editor"
import { ColumnChoices } from "./column-choices"
import { PreviewRows, sayCounts } from "./preview-rows"

type ImportPanelProps = {
  of: RecordType
  programmeId: string
  /** What was pasted; without, a file is asked for. */
  pasted: File | null
  onClose: () => void
  /** After rows were imported. */
  onImported: () => void
}

/** Brings a sheet in: file, columns, what would happen row by row, and only then the import. */
export function ImportPanel({ of, programmeId, pasted, onClose, onImported }: ImportPanelProps) {
  const at = addressesOf(of)
  const toasts = useToasts()
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const show = async (asked: Promise<CallResult<ImportPreview>>) => {
    setBusy(true)
    const result = await asked
    setBusy(false)
    setProblem(result.ok ? null : result.detail)
    if (result.ok) setPreview(result.value)
  }
  const take = (taken: File) => {
    setFile(taken)
    setPreview(null)
    void show(callWithFile(at.preview, { programmeId }, taken))
  }
  const takePasted = useEffectEvent(take)
  useEffect(() => {
    if (pasted) takePasted(pasted)
  }, [pasted])
  const choose = (head: string, name: string) => {
    if (!preview) return
    const mapping = { ...mappingOf(preview), ...without(preview, name), [head]: name }
    void show(call(at.check, { programmeId, uploadId: preview.uploadId, mapping }))
  }
  const run = async (skipRefused: boolean) => {
    if (!preview) return
    const asked = { programmeId, uploadId: preview.uploadId, mapping: mappingOf(preview), skipRefused }
    setBusy(true)
    const result = await call(at.import, asked, { idempotencyKey: newKey() })
    setBusy(false)
    if (!result.ok)
      return setProblem(typeof result.line === "number" ? `Row ${result.line}: ${result.detail}` : result.detail)
    toasts.show({ text: `Imported: ${sayCounts(result.value)}` })
    onImported()
  }
  const counts = preview?.counts
  const writes = counts ? counts.added + counts.changed : 0
  return (
    <SidePanel recordId="import" title={`Import ${of.names.many}`} width="wide" onClose={onClose}>
      <div className="flex flex-col gap-4 pb-6">
        <FileDrop label="CSV or Excel file" name={file?.name ?? null} accept=".csv,.xlsx" busy={busy} onFile={take}>
          Drop a CSV or Excel file here. Nothing changes until you confirm.
        </FileDrop>
        {problem ? <InlineNotice kind="refused">{problem}</InlineNotice> : null}
        {preview ? (
          <>
            <p className="font-medium">{sayCounts(preview.counts)}</p>
            {preview.cleared > 0 ? (
              <p className="text-ink-2">
                Empty cells clear {sayValues(preview.cleared)}. Columns that are absent change nothing.
              </p>
            ) : null}
            {preview.notes.map((note) => (
              <p key={note} className="text-ink-2">
                {note}
              </p>
            ))}
            <div className="flex flex-wrap gap-2">
              <Button
                variant="primary"
                busy={busy}
                disabled={writes === 0}
                onClick={() => void run(preview.counts.refused > 0)}
              >
                {preview.counts.refused > 0 ? `Import the other ${writes}` : `Import ${writes}`}
              </Button>
              <Button onClick={onClose}>Cancel</Button>
            </div>
            <ColumnChoices preview={preview} onChoose={choose} />
            <PreviewRows preview={preview} />
          </>
        ) : null}
      </div>
    </SidePanel>
  )
}

const sayValues = (count: number) => (count === 1 ? "1 value" : `${count} values`)

const mappingOf = ({ columns }: ImportPreview): Record<string, string> =>
  Object.fromEntries(columns.filter(({ head }) => head !== "").map(({ head, field }) => [head, field ?? ""]))

/** A field is read from one column: the one that had it before gives it up. */
const without = ({ columns }: ImportPreview, name: string): Record<string, string> =>
  Object.fromEntries(columns.filter(({ field }) => field === name).map(({ head }) => [head, ""]))
