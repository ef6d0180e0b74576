"use client"

import { useMemo } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { sayDay } from "@/components/ui/day-text"
import { SkeletonRows } from "@/components/ui/skeleton"
import { type Day, dayIn } from "@/lib/base/kernel/day"
import { type Naming, sayActor, sayDeed, type WordTable } from "@/lib/door/audit/wording"
import { commentWords } from "@/lib/records/comments/event-words"
import { listEvents } from "@/lib/serve/api/generated/addresses"

type RecordHistoryProps = {
  programmeId: string
  recordId: string
  words: WordTable
  today: Day
  timeZone: string
}

const SHOWN = 40

/** What happened to a record, newest first, from the audit trail. */
export function RecordHistory({ programmeId, recordId, words, today, timeZone }: RecordHistoryProps) {
  const answer = useAnswer(listEvents, { programmeId, subject: recordId, limit: SHOWN })
  const names = answer.data?.names
  const naming = useMemo(
    (): Naming => ({
      name: (id) => names?.[id] ?? null,
      role: (key) => key,
      day: (day) => sayDay(day, today),
    }),
    [names, today],
  )
  return (
    <Section title="History">
      {answer.isPending ? <SkeletonRows rows={2} label="Loading the history" /> : null}
      {answer.error ? <p className="text-ink-3 text-meta">{answer.error.message}</p> : null}
      <ol className="text-ink-3 text-meta">
        {answer.data?.items.map((event) => (
          <li key={event.seq} className="py-px">
            <time dateTime={event.at}>{sayMoment(event.at, timeZone, today)}</time>{" "}
            <span className="text-ink-2">{sayActor(event)}</span>{" "}
            {sayDeed(event, { ...commentWords, ...words }, naming)}
          </li>
        ))}
      </ol>
    </Section>
  )
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** `Today 09:12`, `18 Nov 14:03`: an instant on the clocks of the programme. */
export function sayMoment(instant: string, timeZone: string, today: Day): string {
  const at = new Date(instant)
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" })
  clocks.set(timeZone, clock)
  const day = dayIn(timeZone, at)
  return `${day === today ? "Today" : sayDay(day, today)} ${clock.format(at)}`
}
