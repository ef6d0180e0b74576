"use client"

import { type ReactNode, useState } from "react"
import { ClosesGap } from "@/components/design/gaps/closes-gap"
import { useAnswer } from "@/components/door/data/use-contract"
import { Comments } from "@/components/records/comments"
import { TextSection } from "@/components/records/text-section"
import { SidePanel } from "@/components/shell/side-panel"
import { CellInput } from "@/components/table/cell-input"
import { IconButton } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { ItemRow } from "@/lib/plan/roadmap/tree-rows"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { getWorkItem } from "@/lib/serve/api/generated/addresses"
import { UnsavedNotices } from "../unsaved-notices"
import { useWorkActions } from "../work-context"
import { Checks } from "./checks"
import { Dependencies } from "./dependencies"
import { Guide } from "./guide"
import { History } from "./history"
import { ItemConstraint } from "./item-constraint"
import { ItemDates } from "./item-dates"
import { ItemProperties } from "./item-properties"
import { WorkSchedule } from "./work-schedule"

type ItemPanelProps = { row: ItemRow; onClose: () => void; onOpen: (end: LinkView["from"]) => void }

/** One work item: everything about it, changed in place. */
export function ItemPanel({ row, onClose, onOpen }: ItemPanelProps) {
  const { work } = useWorkActions()
  const { roadmap, programmeId, editor } = work
  const { item } = row
  const [renaming, setRenaming] = useState(false)
  const more = useAnswer(getWorkItem, item.number === 0 ? null : { programmeId, workItemId: item.id })
  const workstream = roadmap.workstreams.find(({ id }) => id === item.workstreamId)
  const stage = roadmap.stages.find(({ id }) => id === workstream?.stageId)
  return (
    <SidePanel
      recordId={item.id}
      title={item.title}
      eyebrow={stage && workstream ? `${stage.number} ${stage.name} · ${workstream.name}` : null}
      onClose={onClose}
      actions={<Acts row={row} onRename={() => setRenaming(true)} onClose={onClose} />}
    >
      {renaming ? <Rename row={row} done={() => setRenaming(false)} /> : null}
      <div className="-mx-5 mb-2 empty:hidden">
        <UnsavedNotices work={work} itemId={item.id} />
      </div>
      <ItemProperties row={row} />
      {more.error ? <InlineNotice className="mt-3">{more.error.message}</InlineNotice> : null}
      {more.data ? (
        <TextSection
          title="Description"
          draftKey={`description ${item.id}`}
          text={more.data.description}
          mayEdit={row.editable}
          onSave={async (description) => {
            // the list may know of a newer version than this text
            const before = (await more.refetch()).data?.description
            if (before !== more.data.description) return false
            return editor.change([item], { description }, { earlier: { description: before } })
          }}
        />
      ) : null}
      {item.packKey === null && item.number !== 0 ? <ClosesGap {...{ programmeId, workItemId: item.id }} /> : null}
      <ItemDates row={row} />
      <WorkSchedule id={item.id} onOpen={onOpen} />
      <ItemConstraint row={row} />
      <Checks workstreamId={item.workstreamId} />
      {item.number === 0 ? null : <Comments {...{ programmeId, recordType: "work-item", recordId: item.id }} />}
      <Dependencies self={{ kind: "item", id: item.id }} name={item.title} onOpen={onOpen} />
      {workstream ? <Guide workstream={workstream} /> : null}
      {item.number === 0 ? null : <History recordId={item.id} />}
    </SidePanel>
  )
}

type ActsProps = { row: ItemRow; onRename: () => void; onClose: () => void }

function Acts({ row, onRename, onClose }: ActsProps): ReactNode {
  const { work, setStatus } = useWorkActions()
  const { item } = row
  if (!row.editable) return null
  const isOwn = item.packKey === null
  const takeAway = () => {
    if (!isOwn) return setStatus([item], "dropped")
    onClose()
    void work.editor.remove(item)
  }
  return (
    <>
      <IconButton icon="edit" label="Rename" onClick={onRename} />
      {isOwn || item.status !== "dropped" ? (
        <IconButton icon="trash" label={isOwn ? "Remove" : "Drop"} onClick={takeAway} />
      ) : null}
    </>
  )
}

function Rename({ row, done }: { row: ItemRow; done: () => void }) {
  const { editor } = useWorkActions().work
  const commit = (text: string) => {
    const title = text.trim()
    if (title === "") return "Enter a name."
    if (title.length > 200) return "Use at most 200 characters."
    void editor.change([row.item], { title })
    return undefined
  }
  return (
    <div className="mb-2 px-1">
      <CellInput label={`Name of ${row.name}`} initial={row.name} onCommit={commit} done={done} />
    </div>
  )
}
