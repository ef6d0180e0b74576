"use client"

import { useCallback, useMemo } from "react"
import { useQueryOfPage } from "@/components/shell/use-query"

/** Which line and which check are open beside the list, kept in the address. `new` is one that is being made. */
export function useOpened() {
  const [query, change] = useQueryOfPage()
  const line = query.get("line")
  const criterion = query.get("criterion")
  const check = query.get("check")
  const isOpen = line !== null || check !== null || criterion !== null
  const openLine = useCallback(
    (id: string) => change({ line: id, check: null, criterion: null }, isOpen ? "replace" : "push"),
    [change, isOpen],
  )
  const openCheck = useCallback((id: string) => change({ check: id }, "push"), [change])
  const closeCheck = useCallback(() => change({ check: null }, "push"), [change])
  const close = useCallback(() => change({ line: null, check: null, criterion: null }, "push"), [change])
  return useMemo(
    () => ({ line, criterion, check, openLine, openCheck, closeCheck, close }),
    [line, criterion, check, openLine, openCheck, closeCheck, close],
  )
}
export type Opened = ReturnType<typeof useOpened>
