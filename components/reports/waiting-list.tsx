import Link from "next/link"
import { cn } from "@/components/ui/class-names"
import type { Waiting } from "@/lib/reports/views"
import { hrefOf } from "./behind"
import { Section } from "./section"

type WaitingListProps = { programmeId: string; waiting: readonly Waiting[]; className?: string }

const SHOWN = 3

/** What waits for the reader, the most pressing first. */
export function WaitingList({ programmeId, waiting, className = "" }: WaitingListProps) {
  const more = waiting.length - SHOWN
  return (
    <Section
      title="Awaiting you"
      aside={
        more > 0 ? (
          <Link href={`/programmes/${programmeId}/work`} className="rounded-sm underline-offset-2 hover:underline">
            {more} more
          </Link>
        ) : null
      }
      className={className}
    >
      {waiting.length === 0 ? <p className="py-1 text-ink-2">Nothing is awaiting you.</p> : null}
      <ul>
        {waiting.slice(0, SHOWN).map(({ title, detail, tone, behind }) => (
          <li key={title}>
            <Link
              href={hrefOf(programmeId, behind)}
              className="group relative flex h-6 min-w-0 items-center gap-2.5 rounded-sm pl-[13px] max-sm:block max-sm:h-auto max-sm:py-1"
            >
              <i
                data-mark=""
                className={cn(
                  "absolute inset-y-[6px] left-0 w-[3px] rounded-full",
                  tone === "needs-you" ? "bg-needs-you" : "bg-line-strong",
                )}
              />
              <span className="block min-w-0 truncate decoration-1 underline-offset-2 group-hover:underline">
                {title}
              </span>
              <span className="block min-w-0 flex-1 truncate text-right text-ink-3 text-meta max-sm:text-left">
                {detail}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
