"use client"

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react"
import type { ColumnChoice } from "@/components/table/column-choice"
import { TreeTable } from "@/components/table/tree-table"
import type { WorkTree } from "@/lib/plan/roadmap/tree"
import { childrenOf, type DraftRow, visibleRows, type WorkRow } from "@/lib/plan/roadmap/tree-rows"
import type { wideColumns } from "./columns"
import { DraftContext } from "./draft-name"
import { LaterBulkActions } from "./lazy-panel"
import { focusRow, scrollToRow } from "./table-focus"
import { useItemSelection } from "./use-item-selection"
import { useRowKeys } from "./use-row-keys"
import { useWorkActions } from "./work-context"
import type { WorkPlace } from "./work-place"

type StagesTableProps = {
  tree: WorkTree
  columns: ReturnType<typeof wideColumns>
  hidden: ColumnChoice["hidden"]
  /** Ids of stages and workstreams that are closed. */
  closed: ReadonlySet<string>
  onClosedChange: (closed: ReadonlySet<string>) => void
  /** The row whose panel is open; it is brought into view. */
  currentId: string | null
  onOpen: (row: WorkRow) => void
  onDraft: (place: WorkPlace | null) => void
  /** What stood under one id stands under another from now on. */
  onMade: (before: string, id: string) => void
  /** False while the rows stand in another order than people gave. */
  mayMove: boolean
  empty: ReactNode
}

const idOf = (row: WorkRow) => row.id
const nameOf = (row: WorkRow) => row.name
const toneOf = ({ row }: { row: WorkRow }) =>
  row.kind === "stage" ? "group" : row.kind === "workstream" ? "strong" : "plain"

/** Where work is added on a row: under an item, at the end of a workstream, in the first workstream of a stage. */
export function placeUnder(row: WorkRow | undefined): WorkPlace | null {
  if (!row) return null
  if (row.kind === "item") return { workstreamId: row.item.workstreamId, afterId: row.id }
  if (row.kind === "workstream") return { workstreamId: row.id, afterId: null }
  return row.kind === "stage" ? placeUnder(row.children[0]) : null
}

/** Stages, workstreams and work items in one table: read, changed, added and moved by keyboard or pointer. */
export function StagesTable(props: StagesTableProps) {
  const { tree, columns, hidden, closed, onClosedChange, currentId, onOpen, onDraft, onMade, mayMove, empty } = props
  const { work } = useWorkActions()
  const box = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => visibleRows(tree.rows, closed), [tree, closed])
  const selection = useItemSelection(tree)
  const show = useShowRow(box, rows)
  const mayEdit = work.roadmap.me.may.editWork !== "no"
  const add = (row: WorkRow) => {
    if (mayEdit) onDraft(placeUnder(row))
  }
  const keys = useRowKeys({ rows, selected: selection.rows, onOpen, onAdd: add, mayMove })
  useEffect(() => {
    if (currentId !== null) show(currentId, false)
  }, [currentId, show])
  const left = useRef<string | null>(null)
  const made = useRef(new Map<string, string>())
  const drafting = useMemo(
    () => ({
      onWritten: ({ workstreamId, afterId }: DraftRow, title: string, goOn: boolean) => {
        const { id, added } = work.editor.add(title, { workstreamId, afterId })
        onDraft(goOn ? { workstreamId, afterId: id } : null)
        void added.then((item) => {
          if (!item) return
          made.current.set(id, item.id)
          onMade(id, item.id)
          if (left.current === id) show(item.id, true)
        })
      },
      onLeft: (draft: DraftRow) => {
        onDraft(null)
        left.current = draft.afterId
        const above = draft.afterId ?? draft.workstreamId
        show(made.current.get(above) ?? above, true)
      },
    }),
    [work.editor, onDraft, onMade, show],
  )
  const choosing = mayEdit ? { selected: selection.selected, onSelectedChange: selection.change } : {}
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears keys of the table inside
    <div ref={box} onKeyDown={keys.onKeyDown} className="flex min-h-0 flex-1 flex-col">
      <DraftContext value={drafting}>
        <TreeTable<WorkRow>
          label="Stages, workstreams and work items"
          rows={tree.rows}
          columns={columns}
          hidden={hidden}
          {...{ idOf, nameOf, childrenOf, toneOf, onOpen, currentId, empty }}
          keyOf={work.editor.keyOf}
          collapsed={closed}
          onCollapsedChange={onClosedChange}
          {...choosing}
          bulkActions={<LaterBulkActions rows={selection.rows} />}
          onRowKey={keys.onRowKey}
        />
      </DraftContext>
    </div>
  )
}

/** Brings a row into view as soon as it is there, and into focus when asked. The last wish counts. */
function useShowRow(box: React.RefObject<HTMLElement | null>, rows: readonly WorkRow[]) {
  const [wanted, setWanted] = useState<{ id: string; focus: boolean } | null>(null)
  const granted = useRef<typeof wanted>(null)
  const latest = useRef(rows)
  const [show] = useState(() => (id: string, focus: boolean) => setWanted({ id, focus }))
  useEffect(() => {
    latest.current = rows
    if (!wanted || granted.current === wanted) return
    const index = rows.findIndex((row) => row.id === wanted.id)
    if (index === -1) return
    granted.current = wanted
    scrollToRow(box.current, index)
    const focus = () =>
      focusRow(
        box.current,
        latest.current.findIndex((row) => row.id === wanted.id),
      )
    if (wanted.focus) requestAnimationFrame(focus)
  }, [wanted, rows, box])
  return show
}
