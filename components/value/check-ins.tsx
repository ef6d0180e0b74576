"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { Day } from "@/lib/base/kernel/day"
import { sayShort, saySource } from "@/lib/value/say-value"
import { type CheckInRow, standingRows } from "@/lib/value/series"
import { Confidence } from "./confidence"

type CheckInsProps = {
  rows: readonly CheckInRow[]
  say: (value: number) => string
  today: Day
}

const FIRST = 3

/** What was said of a KPI, the newest first; what was corrected stands below its correction. */
export function CheckIns({ rows, say, today }: CheckInsProps) {
  const [all, setAll] = useState(false)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const standing = standingRows(rows).reverse()
  if (standing.length === 0) return <p className="text-ink-3">No check-in yet.</p>
  const shown = all ? standing : standing.slice(0, FIRST)
  return (
    <>
      <ul>
        {shown.map((row) => {
          const before = row.correctsId === null ? null : byId.get(row.correctsId)
          return (
            <li key={row.id} className="mb-2 grid grid-cols-[64px_minmax(0,1fr)] gap-x-2">
              <span className="text-ink-3">{sayShort(row.day, today)}</span>
              <span>
                <span className="flex items-center gap-3">
                  <span className="font-semibold">{row.value === null ? "no value" : say(row.value)}</span>
                  {row.confidence === null ? (
                    <span className="text-ink-3 text-meta">{saySource(row.source)}</span>
                  ) : (
                    <Confidence value={row.confidence} />
                  )}
                </span>
                {row.sentence ? <span className="block text-pretty text-ink-2 text-meta">{row.sentence}</span> : null}
                {before ? (
                  <span className="block text-ink-3 text-meta">
                    corrected, it was {before.value === null ? "no value" : say(before.value)}
                  </span>
                ) : null}
              </span>
            </li>
          )
        })}
      </ul>
      {standing.length > FIRST && !all ? (
        <Button size="small" variant="quiet" className="-ml-2" onClick={() => setAll(true)}>
          {standing.length - FIRST} more
        </Button>
      ) : null}
    </>
  )
}
