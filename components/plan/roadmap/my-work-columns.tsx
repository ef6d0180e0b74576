import type { Column } from "@/components/table/column"
import type { ItemRow, WorkRow } from "@/lib/plan/roadmap/tree-rows"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { narrowColumns, wideColumns } from "./columns"

/** One of the groups of my work, or an item in it. */
export type MyRow = ItemRow | { kind: "group"; id: string; name: string; children: readonly ItemRow[] }
type MyColumn = Column<MyRow>

/** A column of the tree of work, for items among groups. */
function forItems(column: Column<WorkRow>): MyColumn {
  const { cell, editor, canEdit, value: _value, footer: _footer, ...head } = column
  return {
    ...head,
    cell: (row) => (row.kind === "item" ? cell(row) : null),
    ...(editor ? { editor: ({ row, done }) => (row.kind === "item" ? editor({ row, done }) : null) } : {}),
    canEdit: (row) => row.kind === "item" && (canEdit?.(row) ?? false),
  }
}

const withGroupName = (column: MyColumn): MyColumn => ({
  ...column,
  cell: (row) => (row.kind === "group" ? `${row.name} ${row.children.length}` : column.cell(row)),
})

function workstreamColumn({ workstreams }: RoadmapView): MyColumn {
  const names = new Map(workstreams.map(({ id, name }) => [id, name]))
  return {
    ...{ id: "workstream", header: "Workstream", width: 220, showFrom: 860 },
    cell: (row) =>
      row.kind === "item" ? <span className="truncate text-ink-2">{names.get(row.item.workstreamId)}</span> : null,
  }
}

const kept = ["status", "start", "finish", "deadline", "progress", "likely"]

/** My work on a wide screen: no owner, that is me, but the workstream. */
export function myColumns(roadmap: RoadmapView): readonly MyColumn[] {
  const all = wideColumns(roadmap.today, "").map((column) => ({ ...column, hiddenAtFirst: false }))
  const [name, ...others] = all.map(forItems)
  const rest = others.filter(({ id }) => kept.includes(id))
  return name ? [withGroupName(name), workstreamColumn(roadmap), ...rest] : []
}

export function narrowMyColumns(): readonly MyColumn[] {
  const [name, ...others] = narrowColumns("").map(forItems)
  return name ? [withGroupName(name), ...others] : []
}
