"use client"

import { useEffect, useEffectEvent } from "react"
import { plainHead } from "@/lib/records/sheet/plain-head"

/** Hears of rows of a spreadsheet that are pasted anywhere but into a field. */
export function usePaste(enabled: boolean, heads: readonly string[], onFile: (file: File) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? ""
    const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]")
    if (inField || !/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    onFile(new File([sheetOf(text, heads)], "Pasted rows.csv", { type: "text/csv" }))
  })
  useEffect(() => {
    if (!enabled) return
    const listen = (event: ClipboardEvent) => take(event)
    document.addEventListener("paste", listen)
    return () => document.removeEventListener("paste", listen)
  }, [enabled])
}

/** Pasted rows as a file; without a head of their own they are taken for the columns that are shown. */
export function sheetOf(text: string, heads: readonly string[]): string {
  const [first = ""] = text.split(/\r?\n/)
  const known = new Set(heads.map(plainHead))
  const hasHead = first.split("\t").some((cell) => known.has(plainHead(cell)))
  return `sep=\t\n${hasHead ? "" : `${heads.join("\t")}\n`}${text}`
}
