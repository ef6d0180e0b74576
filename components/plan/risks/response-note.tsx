"use client"

import { useState } from "react"
import { TextForm } from "@/components/records/text-form"
import { Section } from "@/components/shell/section"
import { Button } from "@/components/ui/button"
import type { RegisterLine } from "@/lib/plan/risks/register-shapes"

type ResponseNoteProps = { line: RegisterLine; mayEdit: boolean; onSave: (text: string) => Promise<boolean> }

/** What is done about it. */
export function ResponseNote({ line, mayEdit, onSave }: ResponseNoteProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const { responseNote } = line
  const save = async () => {
    const text = (draft ?? "").trim()
    if (text === responseNote || (await onSave(text))) setDraft(null)
  }
  if (!mayEdit && responseNote === "") return null
  return (
    <Section
      title="What is done about it"
      action={
        mayEdit && draft === null ? (
          <Button size="small" variant="quiet" icon="edit" onClick={() => setDraft(responseNote)}>
            {responseNote === "" ? "Write it down" : "Edit"}
          </Button>
        ) : null
      }
    >
      {draft === null ? (
        <p className={responseNote === "" ? "text-ink-3" : "whitespace-pre-line text-pretty text-ink-2"}>
          {responseNote === "" ? "Nothing was written down." : responseNote}
        </p>
      ) : (
        <TextForm
          label="What is done about it"
          text={draft}
          onText={setDraft}
          keep="Save"
          onKeep={() => void save()}
          onCancel={() => setDraft(null)}
          autoFocus
        />
      )}
    </Section>
  )
}
