"use client"

import type { ReactNode } from "react"
import { SidePanel } from "@/components/shell/side-panel"
import { IconButton } from "@/components/ui/button"
import type { WordTable } from "@/lib/door/audit/wording"
import type { Slot } from "@/lib/records/slot"
import { Comments } from "./comments"
import { type Row, useRecordActions } from "./record-actions"
import { RecordHistory } from "./record-history"
import { RecordProperties } from "./record-properties"
import { TextSection } from "./text-section"

type RecordPanelProps<R extends Row> = {
  programmeId: string
  row: R
  /** What it is and its number: "Environment 3". */
  eyebrow: ReactNode
  words: WordTable
  onClose: () => void
  onRemove?: () => void
  /** Above the properties: what the record asks of its reader. */
  lead?: ReactNode
  /** Properties that are drawn in their own way, by field, and rows after them. */
  own?: Readonly<Record<string, (row: R) => ReactNode>>
  without?: readonly string[]
  more?: ReactNode
  canEdit?: (row: R, slot: Slot) => boolean
  /** Sections between the properties and the texts. */
  children?: ReactNode
}

/** One record: its properties, its texts, whatever its page adds, and its history. */
export function RecordPanel<R extends Row>(props: RecordPanelProps<R>) {
  const { programmeId, row, eyebrow, words, onClose, onRemove, lead, own, without, more, canEdit, children } = props
  const { slots, mayEdit, recordType, nameOf, set, lookups } = useRecordActions()
  const texts = slots.filter(({ name, field }) => field.kind.control === "prose" && !without?.includes(name))
  const name = nameOf(row)
  return (
    <SidePanel
      recordId={row.id}
      title={name}
      eyebrow={eyebrow}
      onClose={onClose}
      actions={mayEdit && onRemove ? <IconButton icon="trash" label={`Remove ${name}`} onClick={onRemove} /> : null}
    >
      {lead}
      <RecordProperties
        row={row}
        {...(own ? { own } : {})}
        {...(without ? { without } : {})}
        {...(canEdit ? { canEdit } : {})}
      >
        {more}
      </RecordProperties>
      {children}
      {texts.map((slot) => {
        const value = slot.valueOf(row)
        return (
          <TextSection
            key={slot.name}
            title={slot.field.about.label}
            draftKey={`${row.id} ${slot.name}`}
            text={typeof value === "string" ? value : ""}
            mayEdit={mayEdit && !slot.field.fixed}
            onSave={(text) => set(row, slot, text === "" && slot.field.presence === "optional" ? null : text)}
          />
        )
      })}
      <Comments programmeId={programmeId} recordType={recordType} recordId={row.id} />
      <RecordHistory
        programmeId={programmeId}
        recordId={row.id}
        words={words}
        today={lookups.today}
        timeZone={lookups.timeZone}
      />
    </SidePanel>
  )
}
