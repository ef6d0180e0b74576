"use client"

import { useDraft } from "@/components/records/draft-memory"
import { TextForm } from "@/components/records/text-form"
import { Section } from "@/components/shell/section"
import { Button } from "@/components/ui/button"
import { Markdown } from "@/components/ui/markdown"

type DescriptionProps = {
  recordId: string
  text: string
  mayEdit: boolean
  /** False: it was not taken, and what was typed stays. */
  onSave: (text: string) => Promise<boolean>
}

/** What a record is about, in Markdown, and the same as text to change. */
export function Description({ recordId, text, mayEdit, onSave }: DescriptionProps) {
  const [draft, setDraft] = useDraft(`description ${recordId}`)
  const save = async () => {
    if (draft === null) return
    if (draft.trim() === text.trim() || (await onSave(draft.trim()))) setDraft(null)
  }
  const edit = mayEdit && draft === null
  if (!mayEdit && text === "") return null
  return (
    <Section
      title="Description"
      action={
        edit ? (
          <Button size="small" variant="quiet" icon="edit" onClick={() => setDraft(text)}>
            {text === "" ? "Add" : "Edit"}
          </Button>
        ) : null
      }
    >
      {draft !== null ? (
        <TextForm
          label="Description"
          text={draft}
          onText={setDraft}
          keep="Save"
          onKeep={() => void save()}
          onCancel={() => setDraft(null)}
          autoFocus
        />
      ) : (
        <Markdown source={text} className="text-ink-2" />
      )}
    </Section>
  )
}
