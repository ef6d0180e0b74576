"use client"

import { useCallback, useMemo } from "react"
import { useQueryOfPage } from "@/components/shell/use-query"

/** The component whose panel is open, kept in the address. */
export function useOpenComponent() {
  const [query, change] = useQueryOfPage()
  const key = query.get("component")
  const open = useCallback(
    (next: string) => change({ component: next }, key === null ? "push" : "replace"),
    [change, key],
  )
  const close = useCallback(() => change({ component: null }, "push"), [change])
  return useMemo(() => ({ key, open, close }), [key, open, close])
}
export type OpenedComponent = ReturnType<typeof useOpenComponent>
