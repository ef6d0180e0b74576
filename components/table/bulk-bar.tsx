"use client"

import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"

type BulkBarProps = { count: number; onClear: () => void; children: ReactNode }

/** What can be done with the selected rows; floats over the foot of the table so that nothing jumps. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  return (
    <section
      aria-label="Selected rows"
      className="absolute inset-x-0 bottom-11 z-30 mx-auto flex min-h-10 w-fit max-w-[calc(100%-24px)] animate-rise flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised py-1.5 pr-1.5 pl-4 shadow-float"
    >
      <span role="status" className="mr-1 font-medium">
        {count} selected
      </span>
      {children}
      <Button variant="quiet" kbd="Esc" onClick={onClear}>
        Clear
      </Button>
    </section>
  )
}
