"use client"

import { useState } from "react"
import { Section } from "@/components/shell/section"
import { Button } from "@/components/ui/button"
import { StatusMark } from "@/components/ui/status-mark"
import { sayMoment } from "@/lib/reports/words"
import type { CheckPartProps } from "./check-panel"

/** As many verdicts as are drawn at first. */
const AT_FIRST = 6

/** What was known of it before, newest first. */
export function CheckHistory({ detail, assurance }: CheckPartProps) {
  const [all, setAll] = useState(false)
  const { history } = detail
  const { timeZone } = assurance.roadmap.programme
  if (history.length === 0) return null
  const shown = all ? history : history.slice(0, AT_FIRST)
  return (
    <Section title="Verdict history">
      <ol className="flex flex-col">
        {shown.map(({ verdict, reason, judgedAt, rule }) => (
          <li key={`${judgedAt} ${verdict} ${reason}`} className="flex items-baseline gap-2.5 py-1">
            <StatusMark kind={verdict} withWord={false} />
            <span className="min-w-0 flex-1">
              <span className="block text-pretty text-ink-2">{reason}</span>
              <span className="block text-ink-3 text-meta">
                {sayMoment(judgedAt, timeZone, assurance.roadmap.today)}
                {rule ? `, required: ${rule}` : ""}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {shown.length < history.length ? (
        <Button size="small" variant="quiet" className="mt-1 -ml-2" onClick={() => setAll(true)}>
          Show all {history.length}
        </Button>
      ) : null}
    </Section>
  )
}
