"use client"

import Link from "next/link"
import { useAnswer } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { LEVELS, questionAddresses } from "@/lib/design/gaps/question"

/** The gap that a work item closes, with the way to it; nothing for other work. */
export function ClosesGap({ programmeId, workItemId }: { programmeId: string; workItemId: string }) {
  const { data } = useAnswer(questionAddresses.list, { programmeId })
  const question = data?.items.find((each) => each.workItemId === workItemId)
  if (!question) return null
  const { id, name, asIs, toBe } = question
  return (
    <Section title="Closes the gap">
      <Link href={`/programmes/${programmeId}/architecture/gaps?open=${id}`} className="underline underline-offset-2">
        {name}
      </Link>
      <p className="text-ink-3 text-meta">
        {asIs === null ? "not answered" : `${asIs} ${LEVELS[asIs]}`}, to-be {toBe} {LEVELS[toBe]}
      </p>
    </Section>
  )
}
