"use client"

import { useMemo, useState } from "react"
import type { WorkTree } from "@/lib/plan/roadmap/tree"
import { childrenOf, type ItemRow, type WorkRow } from "@/lib/plan/roadmap/tree-rows"

/** The items in a row that the member may change: itself, or all that lie in it. */
const itemsIn = (row: WorkRow): readonly ItemRow[] =>
  row.kind === "item" ? (row.editable ? [row] : []) : (childrenOf(row) ?? []).flatMap(itemsIn)

/**
 * The selected items. Selecting a stage or a workstream selects all items in it that are shown, or none when all of
 * them are selected already. What is no longer shown is no longer selected.
 */
export function useItemSelection(tree: WorkTree) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(
    () =>
      [...chosen].flatMap((id) => {
        const row = tree.byId.get(id)
        return row?.kind === "item" ? [row] : []
      }),
    [chosen, tree],
  )
  const selected = useMemo(() => new Set(rows.map(({ id }) => id)), [rows])
  const change = (next: ReadonlySet<string>) => {
    const items = new Set([...next].filter((id) => tree.byId.get(id)?.kind === "item"))
    for (const id of next) {
      const row = tree.byId.get(id)
      if (!row || row.kind === "item") continue
      const inside = itemsIn(row).map((each) => each.id)
      const all = next.size === selected.size + 1 && inside.every((each) => selected.has(each))
      for (const each of inside) all ? items.delete(each) : items.add(each)
    }
    setChosen(new Set([...items].filter((id) => itemsIn(tree.byId.get(id) ?? noRow).length > 0)))
  }
  return { selected, rows, change }
}

const noRow: WorkRow = { kind: "draft", id: "", name: "", workstreamId: "", afterId: null }
