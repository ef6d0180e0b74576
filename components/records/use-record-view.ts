"use client"

import { useMemo } from "react"
import { useQueryOfPage } from "@/components/shell/use-query"
import { useSortInAddress } from "@/components/shell/use-sort"
import { filterSlots, type RecordFilter } from "@/lib/records/filter"
import type { Slot } from "@/lib/records/slot"

/** What of a list is shown, how it is sorted, and which record is open: all in the address. */
export function useRecordView(slots: readonly Slot[]) {
  const [query, change] = useQueryOfPage()
  const [sort, setSort] = useSortInAddress()
  const filter = useMemo((): RecordFilter => {
    const values = filterSlots(slots).flatMap(({ name }) => {
      const keys = query.get(name)?.split(",").filter(Boolean) ?? []
      return keys.length > 0 ? [[name, keys] as const] : []
    })
    return { text: query.get("q") ?? "", values: Object.fromEntries(values) }
  }, [query, slots])
  const openId = query.get("open")
  return {
    ...{ filter, sort, setSort, openId },
    setFilter: (next: RecordFilter) => {
      const values = filterSlots(slots).map(({ name }) => [name, next.values[name]?.join(",") || null])
      change({ q: next.text || null, ...Object.fromEntries(values) })
    },
    open: (id: string) => change({ open: id }, openId === null ? "push" : "replace"),
    close: () => change({ open: null }, "push"),
  }
}
export type RecordViewState = ReturnType<typeof useRecordView>
