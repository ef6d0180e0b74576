"use client"

import type { ReactNode } from "react"
import { OvertakenNotice } from "@/components/shell/overtaken-notice"
import { Section } from "@/components/shell/section"
import { Button } from "@/components/ui/button"
import { Markdown } from "@/components/ui/markdown"
import { useTextDraft } from "./draft-memory"
import { TextForm } from "./text-form"

type TextSectionProps = {
  title: string
  /** What the draft is remembered by: record and field. */
  draftKey: string
  text: string
  mayEdit: boolean
  /** False: it was not taken, and what was typed stays. */
  onSave: (text: string) => Promise<boolean>
  /** Draws the text in another way than as notes. */
  show?: (text: string) => ReactNode
}

/**
 * A long text of a record in Markdown, and the same as text to change. When somebody else saved another text since the
 * draft was begun, both stand there and the member decides; nothing is saved over it without a word.
 */
export function TextSection({ title, draftKey, text, mayEdit, onSave, show }: TextSectionProps) {
  const { draft, base, begin, write, end } = useTextDraft(draftKey)
  if (!mayEdit && text === "") return null
  const isOvertaken = draft !== null && base !== text
  const save = async () => {
    if (draft === null) return
    if (draft.trim() === text.trim() || (await onSave(draft.trim()))) end()
  }
  return (
    <Section
      title={title}
      action={
        mayEdit && draft === null ? (
          <Button size="small" variant="quiet" icon="edit" onClick={() => begin(text)}>
            {text === "" ? "Add" : "Edit"}
          </Button>
        ) : null
      }
    >
      {isOvertaken ? (
        <div className="mb-2">
          <OvertakenNotice onMine={() => begin(text, draft)} onTheirs={end}>
            Someone else saved a new version while you were editing. Theirs is below, yours is in the box.
          </OvertakenNotice>
          <Markdown source={text} className="mt-2 border-line border-l-2 pl-3 text-ink-2" />
        </div>
      ) : null}
      {draft !== null ? (
        <TextForm
          label={title}
          text={draft}
          onText={write}
          keep="Save"
          onKeep={() => void save()}
          onCancel={end}
          busy={isOvertaken}
          autoFocus
        />
      ) : (
        (show?.(text) ?? <Markdown source={text} className="text-ink-2" />)
      )}
    </Section>
  )
}
