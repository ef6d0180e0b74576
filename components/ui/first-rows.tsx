"use client"

import { type ReactNode, useState } from "react"
import { Button } from "./button"

/** The first rows of a list that may be long, and the button that shows the next ones; null when all are there. */
export function useFirstRows<Row>(rows: readonly Row[], step: number): { shown: readonly Row[]; more: ReactNode } {
  const [most, setMost] = useState(step)
  const left = rows.length - most
  const more =
    left > 0 ? (
      <div className="px-5 py-2 max-md:px-4">
        <Button variant="quiet" onClick={() => setMost(most + step)}>
          {left > step ? `Show ${step} more of ${left}` : `Show the last ${left}`}
        </Button>
      </div>
    ) : null
  return { shown: left > 0 ? rows.slice(0, most) : rows, more }
}
