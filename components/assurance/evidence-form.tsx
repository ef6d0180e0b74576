"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { recordGrowth } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { Button } from "@/components/ui/button"
import { DateField } from "@/components/ui/date-field"
import { FileDrop } from "@/components/ui/file-drop"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextArea, TextField } from "@/components/ui/text-field"
import { MAX_EVIDENCE_BYTES } from "@/lib/assurance/evidence"
import { cut } from "@/lib/base/kernel/cut"
import { visible } from "@/lib/base/kernel/visible-text"
import { type CallRefusal, call, callWithFile } from "@/lib/door/call"
import { addEvidence, addEvidenceFile } from "@/lib/serve/api/generated/addresses"
import type { CheckPartProps } from "./check-panel"

/** Hands in a link, a note or a file; somebody else accepts it. */
export function HandInForm({ detail, assurance, onDone }: CheckPartProps & { onDone: () => void }) {
  const { programmeId, roadmap } = assurance
  const checkId = detail.check.id
  const [title, setTitle] = useState("")
  const [url, setUrl] = useState("")
  const [note, setNote] = useState("")
  const [validUntil, setValidUntil] = useState<string | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const [refusal, setRefusal] = useState<CallRefusal | null>(null)
  const [busy, setBusy] = useState(false)
  const client = useQueryClient()
  const field = (name: string) => refusal?.fields?.find(({ path }) => path === name)?.message
  const choose = (chosen: File) => {
    setFile(chosen)
    if (title === "") setTitle(cut(visible(chosen.name.replace(/\.[^.]+$/, ""), { lines: false }), 200))
  }
  const send = async () => {
    setBusy(true)
    const once = { idempotencyKey: crypto.randomUUID() }
    const result = file
      ? await callWithFile(
          addEvidenceFile,
          { programmeId, checkId, title, fileName: file.name, note, ...(validUntil ? { validUntil } : {}) },
          file,
          once,
        )
      : await call(addEvidence, { programmeId, checkId, title, url: url.trim() || null, note, validUntil }, once)
    setBusy(false)
    setRefusal(result.ok ? null : result)
    if (!result.ok) return
    if (result.seq !== null) recordGrowth(programmeId, result.seq)
    void refetchStale(client, programmeId)
    onDone()
  }
  const isTooLarge = file !== null && file.size > MAX_EVIDENCE_BYTES
  return (
    <form
      aria-label="Submit evidence"
      className="mb-2 flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <FileDrop label="Evidence file" name={file?.name ?? null} onFile={choose}>
        or drop a file here, up to 25 MiB.
      </FileDrop>
      {isTooLarge ? <InlineNotice>This file is larger than 25 MiB. Submit a link to it instead.</InlineNotice> : null}
      <TextField
        label="Name"
        value={title}
        onChange={setTitle}
        maxLength={200}
        required
        autoFocus
        error={field("title")}
      />
      {file ? null : (
        <TextField
          label="Link"
          type="url"
          placeholder="https://"
          value={url}
          onChange={setUrl}
          maxLength={2000}
          error={field("url")}
        />
      )}
      <TextArea label="Note" value={note} onChange={setNote} maxLength={file ? 2000 : 10_000} error={field("note")} />
      <DateField
        label="Valid until"
        hint="Leave empty if it doesn't expire."
        value={validUntil}
        today={roadmap.today}
        onCommit={setValidUntil}
      />
      {refusal && !refusal.fields ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={title.trim() === "" || isTooLarge}>
          Submit evidence
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  )
}
