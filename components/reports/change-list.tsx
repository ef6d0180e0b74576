import Link from "next/link"
import { cn } from "@/components/ui/class-names"
import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { Change, OverviewView } from "@/lib/reports/views"
import { hrefOf } from "./behind"
import { Section } from "./section"

type ChangeListProps = { programmeId: string; changes: OverviewView["changes"]; today: Day; className?: string }

const SHOWN = 4
const marks: Record<Change["tone"], string> = {
  "needs-you": "bg-needs-you",
  warn: "bg-warn",
  good: "bg-good",
  plain: "bg-line-strong",
}

/** What others changed since the reader was last here, the most important first. */
export function ChangeList({ programmeId, changes, today, className = "" }: ChangeListProps) {
  const { list } = changes
  const more = list.length - SHOWN
  const audit = hrefOf(programmeId, { list: "audit" })
  return (
    <Section
      title={headingOf(changes, today)}
      aside={
        more > 0 ? (
          <Link href={audit} className="rounded-sm decoration-1 underline-offset-2 hover:underline">
            {more} more
          </Link>
        ) : null
      }
      className={className}
    >
      {list.length === 0 ? <p className="py-1 text-ink-2">{nothing(changes, today)}</p> : null}
      <ul>
        {list.slice(0, SHOWN).map(({ title, detail, tone, behind }) => (
          <li key={title} className="flex h-6 min-w-0 items-center gap-2.5 max-sm:h-auto max-sm:py-1">
            <i data-mark="" className={cn("h-3.5 w-[3px] flex-none rounded-full", marks[tone])} />
            <p className="min-w-0 truncate" title={detail ? `${title}: ${detail}` : title}>
              {behind ? (
                <Link
                  href={hrefOf(programmeId, behind)}
                  className="rounded-sm decoration-1 underline-offset-2 hover:underline"
                >
                  {title}
                </Link>
              ) : (
                title
              )}
              {detail ? <span className="ml-2 text-ink-3 text-meta">{detail}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const sinceWords = (since: Day, today: Day): string => (since === today ? "earlier today" : sayDay(since, today))

const headingOf = ({ basis, since }: OverviewView["changes"], today: Day): string =>
  basis === "two-weeks" ? "Changed in the last two weeks" : `Changed since ${sinceWords(since, today)}`

const nothing = ({ basis, since }: OverviewView["changes"], today: Day): string =>
  basis === "two-weeks"
    ? "No changes by others in the last two weeks."
    : `No changes by others since ${sinceWords(since, today)}.`
