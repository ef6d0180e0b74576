"use client"

import { useQueryOfPage } from "@/components/shell/use-query"

/** Which groups are open, kept in the address. */
export function useOpenGroups() {
  const [query, change] = useQueryOfPage()
  const ids = (query.get("open") ?? "").split(",").filter(Boolean)
  const toggle = (id: string) => {
    const next = ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]
    change({ open: next.length > 0 ? next.join(",") : null })
  }
  return { ids, toggle }
}
