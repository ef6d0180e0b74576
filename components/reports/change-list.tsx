import Link from "next/link"
import { cn } from "@/components/ui/class-names"
import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { Change, OverviewView } from "@/lib/reports/views"
import { hrefOf } from "./behind"
import { Section } from "./section"

type ChangeListProps = { programmeId: string; changes: OverviewView["changes"]; today: Day; className?: string }

const SHOWN = 5
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
          <li key={title} className="flex gap-2.5 py-[5px]">
            <i data-mark="" className={cn("w-[3px] flex-none rounded-full", marks[tone])} />
            <div className="min-w-0">
              {behind ? (
                <Link
                  href={hrefOf(programmeId, behind)}
                  className="block truncate rounded-sm decoration-1 underline-offset-2 hover:underline"
                >
                  {title}
                </Link>
              ) : (
                <p className="truncate">{title}</p>
              )}
              {detail ? <p className="truncate text-ink-3 text-meta">{detail}</p> : null}
            </div>
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
