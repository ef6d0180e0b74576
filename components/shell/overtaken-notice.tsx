"use client"

import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"

type OvertakenNoticeProps = {
  /** What somebody else saved, in a sentence. */
  children: string
  onMine: () => void
  onTheirs: () => void
  busy?: boolean
}

/** Says that somebody else saved what is being changed here, and asks whose version counts. */
export function OvertakenNotice({ children, onMine, onTheirs, busy }: OvertakenNoticeProps) {
  return (
    <InlineNotice
      kind="warn"
      action={
        <div className="flex flex-none flex-wrap justify-end gap-2">
          <Button size="small" busy={busy ?? false} onClick={onMine}>
            Use mine
          </Button>
          <Button size="small" onClick={onTheirs}>
            Keep theirs
          </Button>
        </div>
      }
    >
      {children}
    </InlineNotice>
  )
}

type OvertakenFieldsProps<Name extends PropertyKey> = {
  draft: { readonly overtaken: readonly Name[]; readonly useMine: () => void; readonly keepTheirs: () => void }
  /** What a field is called in a sentence: "the due date". */
  words: Readonly<Record<Name, string>>
  className?: string
}

/** The same for the fields of a form. */
export function OvertakenFields<Name extends PropertyKey>({ draft, words, className }: OvertakenFieldsProps<Name>) {
  const { overtaken } = draft
  if (overtaken.length === 0) return null
  const list = new Intl.ListFormat("en-GB").format(overtaken.map((name) => words[name]))
  return (
    <div className={className}>
      <OvertakenNotice onMine={draft.useMine} onTheirs={draft.keepTheirs}>
        {`Someone else changed ${list} while you were editing. Your changes are kept.`}
      </OvertakenNotice>
    </div>
  )
}
