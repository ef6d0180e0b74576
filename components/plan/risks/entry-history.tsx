"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { sayDay } from "@/components/ui/day-text"
import { SkeletonRows } from "@/components/ui/skeleton"
import { dayIn } from "@/lib/base/kernel/day"
import { type Naming, sayActor, sayDeed } from "@/lib/door/audit/wording"
import { risksWords } from "@/lib/plan/risks/event-words"
import { namesOf } from "@/lib/plan/roadmap/say-change"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { listEvents } from "@/lib/serve/api/generated/addresses"

type EntryHistoryProps = { programmeId: string; entryId: string; roadmap: RoadmapView }

const SHOWN = 40

/** What happened to an entry, newest first, from the audit trail. */
export function EntryHistory({ programmeId, entryId, roadmap }: EntryHistoryProps) {
  const answer = useAnswer(listEvents, { programmeId, subject: entryId, limit: SHOWN })
  const { today, programme } = roadmap
  const names = namesOf(roadmap, (day) => sayDay(day, today))
  const naming: Naming = { name: (id) => answer.data?.names[id] ?? null, role: names.role, day: names.day }
  const sayMoment = (instant: string) => {
    const at = new Date(instant)
    const clock = new Intl.DateTimeFormat("en-GB", { timeZone: programme.timeZone, hour: "2-digit", minute: "2-digit" })
    const day = dayIn(programme.timeZone, at)
    return `${day === today ? "Today" : sayDay(day, today)} ${clock.format(at)}`
  }
  return (
    <Section title="History">
      {answer.isPending ? <SkeletonRows rows={2} label="The history is on its way" /> : null}
      {answer.error ? <p className="text-ink-3 text-meta">{answer.error.message}</p> : null}
      <ol className="text-ink-3 text-meta">
        {answer.data?.items.map((event) => (
          <li key={event.seq} className="py-px">
            <time dateTime={event.at}>{sayMoment(event.at)}</time> <span className="text-ink-2">{sayActor(event)}</span>{" "}
            {sayDeed(event, risksWords, naming)}
          </li>
        ))}
      </ol>
    </Section>
  )
}
