"use client"

import { useSyncExternalStore } from "react"

/** Whether a media query holds now; false where there is no window. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = typeof window.matchMedia === "function" ? window.matchMedia(query) : null
      list?.addEventListener("change", listener)
      return () => list?.removeEventListener("change", listener)
    },
    () => typeof window.matchMedia === "function" && window.matchMedia(query).matches,
    () => false,
  )
}
