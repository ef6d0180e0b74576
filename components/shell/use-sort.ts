"use client"

import { useCallback, useMemo } from "react"
import { useQueryOfPage } from "@/components/shell/use-query"
import type { Sort } from "@/components/table/grid-head"

/** The column a table is sorted by, kept in the address: `sort=name`, downwards `sort=-name`. */
export function useSortInAddress(): readonly [Sort, (sort: Sort) => void] {
  const [query, change] = useQueryOfPage()
  const text = query.get("sort")
  const sort = useMemo<Sort>(() => {
    if (!text) return null
    const column = text.replace(/^-/, "")
    return { column, direction: text.startsWith("-") ? "descending" : "ascending" }
  }, [text])
  const put = useCallback(
    (next: Sort) => change({ sort: next ? `${next.direction === "descending" ? "-" : ""}${next.column}` : null }),
    [change],
  )
  return [sort, put]
}
