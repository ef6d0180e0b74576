"use client"

import Link from "next/link"
import { useCallback, useMemo, useState } from "react"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { TreeTable } from "@/components/table/tree-table"
import { buttonStyle } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { WorkTabs } from "@/components/work/work-tabs"
import { noFilter } from "@/lib/plan/roadmap/filter"
import { type MyWork, myWork } from "@/lib/plan/roadmap/my-work"
import { byRank } from "@/lib/plan/roadmap/order"
import { itemRows, type WorkTree } from "@/lib/plan/roadmap/tree"
import type { ItemRow } from "@/lib/plan/roadmap/tree-rows"
import { LaterBulkActions, LaterPanel } from "./lazy-panel"
import { type MyRow, myColumns, narrowMyColumns } from "./my-work-columns"
import { UnsavedNotices } from "./unsaved-notices"
import { useItemSelection } from "./use-item-selection"
import { useMedia } from "./use-media"
import { useOpenRecord } from "./use-open-record"
import { useRowKeys } from "./use-row-keys"
import type { Work } from "./use-work"
import { useWorkTree } from "./use-work-tree"

const groups: readonly (readonly [keyof MyWork, string])[] = [
  ["blocked", "Blocked"],
  ["inProgress", "In progress"],
  ["next", "Ready to start"],
  ["waiting", "Waiting on predecessors"],
  ["doneLately", "Recently done"],
]
const idOf = (row: MyRow) => row.id
const nameOf = (row: MyRow) => row.name
const childrenOf = (row: MyRow) => (row.kind === "group" ? row.children : undefined)
const toneOf = ({ row }: { row: MyRow }) => (row.kind === "group" ? "group" : "plain")
const nothing = { filter: noFilter, order: byRank, draft: null }

/** The page once its answers are there. */
export function MyWorkView({ work }: { work: Work }) {
  const { roadmap } = work
  const tree = useWorkTree(work, nothing)
  const rows = useMyRows(work)
  const record = useOpenRecord()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const narrow = useMedia("(max-width: 699.9px)")
  const count = rows.reduce((sum, { children }) => sum + children.length, 0)
  const columns = useMemo(() => (narrow ? narrowMyColumns() : myColumns(roadmap)), [narrow, roadmap])
  const open = useCallback((row: MyRow) => row.kind === "item" && record.open("item", row.id), [record.open])
  return (
    <>
      <PageBar
        title="My work"
        tabs={<WorkTabs programmeId={work.programmeId} current="" />}
        meta={count === 0 ? null : `${count} ${count === 1 ? "item" : "items"}`}
      />
      <PageBody fit="fill" panel={<LaterPanel work={work} tree={tree} record={record} />}>
        <UnsavedNotices work={work} />
        {count === 0 ? (
          <NoWork programmeId={work.programmeId} />
        ) : (
          <MyTable
            tree={tree}
            rows={rows}
            columns={columns}
            closed={closed}
            onClosedChange={setClosed}
            currentId={record.id}
            onOpen={open}
          />
        )}
      </PageBody>
    </>
  )
}

function NoWork({ programmeId }: { programmeId: string }) {
  return (
    <EmptyState
      action={
        <Link href={`/programmes/${programmeId}/roadmap/stages?owner=none&status=open`} className={buttonStyle()}>
          View unassigned work
        </Link>
      }
    >
      No work assigned to you yet.
    </EmptyState>
  )
}

type MyTableProps = {
  tree: WorkTree
  rows: readonly Extract<MyRow, { kind: "group" }>[]
  columns: ReturnType<typeof myColumns>
  closed: ReadonlySet<string>
  onClosedChange: (closed: ReadonlySet<string>) => void
  currentId: string | null
  onOpen: (row: MyRow) => void
}

function MyTable({ tree, rows, columns, closed, onClosedChange, currentId, onOpen }: MyTableProps) {
  const shown = rows.flatMap((row) => [row, ...(closed.has(row.id) ? [] : row.children)])
  const selection = useItemSelection(tree)
  const keys = useRowKeys({
    rows: shown.map((row) => (row.kind === "item" ? row : null)),
    selected: selection.rows,
    onOpen: (row) => {
      if (row.kind === "item") onOpen(row)
    },
    mayMove: false,
  })
  const select = (next: ReadonlySet<string>) => {
    const inGroups = rows.filter(({ id }) => next.has(id)).flatMap(({ children }) => children.map(({ id }) => id))
    selection.change(new Set([...next, ...inGroups]))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears keys of the table inside
    <div onKeyDown={keys.onKeyDown} className="flex min-h-0 flex-1 flex-col">
      <TreeTable<MyRow>
        label="My work"
        {...{ rows, columns, idOf, nameOf, childrenOf, toneOf, onOpen, currentId }}
        collapsed={closed}
        onCollapsedChange={onClosedChange}
        selected={selection.selected}
        onSelectedChange={select}
        bulkActions={<LaterBulkActions rows={selection.rows} />}
        onRowKey={(key, row) => row.kind === "item" && keys.onRowKey(key, row)}
      />
    </div>
  )
}

/** The groups that have something in them, each a row over its items. */
function useMyRows({ roadmap, items, plan, saving, contested }: Work) {
  return useMemo(() => {
    const rows: readonly ItemRow[] = items.map(itemRows({ roadmap, plan }, { saving, contested }))
    const mine = myWork(rows, roadmap.me.personId, roadmap.today)
    return groups
      .filter(([key]) => mine[key].length > 0)
      .map(([key, name]) => ({ kind: "group" as const, id: key, name, children: mine[key] }))
  }, [roadmap, items, plan, saving, contested])
}
