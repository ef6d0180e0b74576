"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { useCallback } from "react"

export type QueryChange = Readonly<Record<string, string | null>>

/**
 * The query of the address, and a way to change it without asking the server: `push` makes a step that the back button
 * takes back, `replace` does not. Null takes a member away.
 */
export function useQueryOfPage(): readonly [URLSearchParams, (change: QueryChange, how?: "push" | "replace") => void] {
  const query = useSearchParams()
  const pathname = usePathname()
  const change = useCallback(
    (members: QueryChange, how: "push" | "replace" = "replace") => {
      const next = new URLSearchParams(window.location.search)
      for (const [name, value] of Object.entries(members)) {
        if (value === null) next.delete(name)
        else next.set(name, value)
      }
      const text = next.toString().replaceAll("%2C", ",")
      const address = text ? `${pathname}?${text}` : pathname
      if (address === `${window.location.pathname}${window.location.search}`) return
      if (how === "push") window.history.pushState(null, "", address)
      else window.history.replaceState(null, "", address)
    },
    [pathname],
  )
  return [query, change]
}
