"use client"

import { useCallback, useMemo } from "react"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useShortcut } from "@/components/shell/shortcuts"
import { useQueryOfPage } from "@/components/shell/use-query"
import { ColumnMenu, useColumnChoice } from "@/components/table/column-choice"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { isOpenFilter, noFilter, readFilter, type WorkFilter, writeFilter } from "@/lib/plan/roadmap/filter"
import { type Order, readOrder, writeOrder } from "@/lib/plan/roadmap/order"
import type { WorkTree } from "@/lib/plan/roadmap/tree"
import type { WorkRow } from "@/lib/plan/roadmap/tree-rows"
import { narrowColumns, slackColumns, wideColumns } from "./columns"
import { FilterButton } from "./filter-button"
import { FilterChips } from "./filter-chips"
import { LaterPanel } from "./lazy-panel"
import { RoadmapTabs } from "./roadmap-tabs"
import { placeUnder, StagesTable } from "./stages-table"
import { UnsavedNotices } from "./unsaved-notices"
import { useClosedRows } from "./use-closed-rows"
import { useDraftRow } from "./use-draft-row"
import { useMedia } from "./use-media"
import { useOpenRecord } from "./use-open-record"
import type { Work } from "./use-work"
import { useWorkTree } from "./use-work-tree"
import type { WorkPlace } from "./work-place"

/** As they are chosen from; what a phone shows is not chosen. */
const allColumns = wideColumns("", "")

/** The page once its answers are there. */
export function StagesView({ work }: { work: Work }) {
  const { roadmap } = work
  const view = useViewInAddress()
  const { draft, put, follow } = useDraftRow()
  const rows = useClosedRows(roadmap)
  const record = useOpenRecord()
  const narrow = useMedia("(max-width: 699.9px)")
  const choice = useColumnChoice("stages", allColumns)
  const withSlack = !narrow && slackColumns.some((id) => !choice.hidden.has(id))
  const tree = useWorkTree(work, { ...view, draft, withSlack })
  const totals = sayTotals(tree)
  const columns = useMemo(
    () => (narrow ? narrowColumns(totals) : wideColumns(roadmap.today, totals)),
    [narrow, roadmap.today, totals],
  )
  const mayAdd = roadmap.me.may.editWork !== "no"
  const open = useCallback((row: WorkRow) => record.open(row.kind, row.id), [record.open])
  const startDraft = useCallback(
    (next: WorkPlace | null) => {
      if (next) rows.unfold(next.workstreamId)
      put(next)
    },
    [rows.unfold, put],
  )
  const add = () => startDraft(placeOfOpen(tree, record.id) ?? placeUnder(tree.rows[0]))
  useShortcut("c", "Add work item", add, { enabled: mayAdd })
  useShortcut("-", "Collapse all stages", () => rows.change(new Set(roadmap.stages.map(({ id }) => id))))
  useShortcut("=", "Expand all stages and workstreams", () => rows.change(new Set()))

  return (
    <>
      <PageBar
        title="Roadmap: Stages"
        tabs={<RoadmapTabs programmeId={work.programmeId} />}
        actions={
          <>
            <FilterChips filter={view.filter} roadmap={roadmap} onChange={view.setFilter} />
            <FilterButton
              roadmap={roadmap}
              filter={view.filter}
              order={view.order}
              onFilter={view.setFilter}
              onOrder={view.setOrder}
            />
            {narrow ? null : <ColumnMenu choice={choice} />}
            {mayAdd ? (
              <Button variant="primary" kbd="C" onClick={add}>
                Add work item
              </Button>
            ) : null}
          </>
        }
      />
      <PageBody fit="fill" panel={<LaterPanel work={work} tree={tree} record={record} />}>
        <UnsavedNotices work={work} />
        <StagesTable
          tree={tree}
          columns={columns}
          hidden={choice.hidden}
          closed={rows.closed}
          onClosedChange={rows.change}
          currentId={record.id}
          onOpen={open}
          onDraft={startDraft}
          onMade={follow}
          mayMove={view.order.by === "rank" && !view.order.descending}
          empty={<NothingShown filter={view.filter} onFilter={view.setFilter} />}
        />
      </PageBody>
    </>
  )
}

function NothingShown({ filter, onFilter }: { filter: WorkFilter; onFilter: (filter: WorkFilter) => void }) {
  if (isOpenFilter(filter)) return <EmptyState>This programme has no stages.</EmptyState>
  return (
    <EmptyState action={<Button onClick={() => onFilter(noFilter)}>Clear filters</Button>}>
      No matching work items.
    </EmptyState>
  )
}

/** `61 of 184 items, 12 workstreams`; without a filter `184 items, 35 workstreams`. */
function sayTotals({ shownItems, allItems, shownWorkstreams }: WorkTree): string {
  const items = shownItems === allItems ? `${allItems}` : `${shownItems} of ${allItems}`
  const noun = allItems === 1 ? "item" : "items"
  return `${items} ${noun}, ${shownWorkstreams} ${shownWorkstreams === 1 ? "workstream" : "workstreams"}`
}

const placeOfOpen = (tree: WorkTree, id: string | null) => placeUnder(id === null ? undefined : tree.byId.get(id))

/** Filter and order, kept in the address. */
function useViewInAddress() {
  const [query, change] = useQueryOfPage()
  const text = query.toString()
  const filter = useMemo(() => readFilter(new URLSearchParams(text)), [text])
  const sorted = query.get("sort")
  const order = useMemo(() => readOrder(sorted), [sorted])
  const setFilter = useCallback((next: WorkFilter) => change(writeFilter(next)), [change])
  const setOrder = useCallback((next: Order) => change({ sort: writeOrder(next) }), [change])
  return { filter, order, setFilter, setOrder }
}
