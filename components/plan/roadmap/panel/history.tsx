"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { sayDay } from "@/components/ui/day-text"
import { SkeletonRows } from "@/components/ui/skeleton"
import { type Day, dayIn } from "@/lib/base/kernel/day"
import { type Naming, sayActor, sayDeed } from "@/lib/door/audit/wording"
import { roadmapWords } from "@/lib/plan/roadmap/event-words"
import { commentWords } from "@/lib/records/comments/event-words"
import { listEvents } from "@/lib/serve/api/generated/addresses"
import { useWorkActions } from "../work-context"

const SHOWN = 40

const words = { ...roadmapWords, ...commentWords }

/** What happened to a record, newest first, from the audit trail. */
export function History({ recordId }: { recordId: string }) {
  const { work } = useWorkActions()
  const answer = useAnswer(listEvents, { programmeId: work.programmeId, subject: recordId, limit: SHOWN })
  const { timeZone } = work.roadmap.programme
  const naming: Naming = {
    name: (id) => answer.data?.names[id] ?? null,
    role: work.names.role,
    day: work.names.day,
  }
  return (
    <Section title="History">
      {answer.isPending ? <SkeletonRows rows={2} label="Loading history" /> : null}
      {answer.error ? <p className="text-ink-3 text-meta">{answer.error.message}</p> : null}
      <ol className="text-ink-3 text-meta">
        {answer.data?.items.map((event) => (
          <li key={event.seq} className="py-px">
            <time dateTime={event.at}>{sayMoment(event.at, timeZone, work.roadmap.today)}</time>{" "}
            <span className="text-ink-2">{sayActor(event)}</span> {sayDeed(event, words, naming)}
          </li>
        ))}
      </ol>
      {answer.data?.items.length === 0 ? (
        <p className="text-ink-3 text-meta">No changes since the programme was created.</p>
      ) : null}
    </Section>
  )
}

/** `Today 09:12`, `18 Nov 14:03`: an instant on the clocks of the programme. */
function sayMoment(instant: string, timeZone: string, today: Day): string {
  const at = new Date(instant)
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at)
  const day = dayIn(timeZone, at)
  return `${day === today ? "Today" : sayDay(day, today)} ${clock}`
}
