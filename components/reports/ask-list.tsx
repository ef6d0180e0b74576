"use client"

import Link from "next/link"
import { useAnswer } from "@/components/door/data/use-contract"
import { useProgrammeNames } from "@/components/reports/use-programme-names"
import { StatusMark } from "@/components/ui/status-mark"
import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { addressesOf } from "@/lib/records/addresses"
import { type AskView, ask, isWanted } from "@/lib/steering/ask"
import { Section } from "./section"

const asks = addressesOf<(typeof ask)["fields"], never>(ask)
const SHOWN = 2

type AskListProps = { programmeId: string; today: Day; className?: string }

/** The decisions that are wanted, the most urgent first; each leads to where it is answered. */
export function AskList({ programmeId, today, className = "" }: AskListProps) {
  const { data } = useAnswer(asks.list, { programmeId })
  const nameOf = useProgrammeNames(programmeId)
  const wanted = (data?.items ?? []).filter(isWanted).toSorted(byDue)
  const href = `/programmes/${programmeId}/reports/asks`
  if (wanted.length === 0) return null
  return (
    <Section
      title="Decisions wanted"
      aside={
        wanted.length > SHOWN ? (
          <Link href={href} className="rounded-sm decoration-1 underline-offset-2 hover:underline">
            {wanted.length - SHOWN} more
          </Link>
        ) : null
      }
      className={className}
    >
      <ul>
        {wanted.slice(0, SHOWN).map((each) => (
          <li key={each.id}>
            <Link
              href={`${href}?open=${each.id}`}
              className="group flex h-6 min-w-0 items-center gap-2 rounded-sm max-sm:h-auto max-sm:flex-wrap max-sm:py-1"
            >
              <StatusMark
                kind={isLate(each, today) ? "contradicted" : "not_started"}
                word={isLate(each, today) ? "Overdue" : "Open"}
                withWord={false}
              />
              <span className="min-w-0 truncate decoration-1 underline-offset-2 group-hover:underline">
                {each.title}
              </span>
              <span className="min-w-0 flex-1 truncate text-ink-3 text-meta">
                {(each.deciderId && nameOf(each.deciderId)) ?? "no decision maker"}
              </span>
              <span className={`flex-none text-meta ${isLate(each, today) ? "text-needs-you" : "text-ink-2"}`}>
                {each.dueDay ? `by ${sayDay(each.dueDay, today)}` : "no date"}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const isLate = ({ dueDay }: AskView, today: Day): boolean => dueDay !== null && dueDay < today
const byDue = (a: AskView, b: AskView): number =>
  (a.dueDay ?? "9999").localeCompare(b.dueDay ?? "9999") || a.number - b.number
