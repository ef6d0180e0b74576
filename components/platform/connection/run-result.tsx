"use client"

import Link from "next/link"
import { useAnswer } from "@/components/door/data/use-contract"
import type { RunView } from "@/lib/platform/connection/contract"
import { count } from "@/lib/reports/words"
import { listEvents } from "@/lib/serve/api/generated/addresses"

const look = "text-accent underline decoration-1 underline-offset-2"

/** What a run brought: its facts, and how many verdicts they changed, as the trail tells. */
export function RunResult({ run, programmeId }: { run: RunView; programmeId: string }) {
  const { factSetId } = run
  const trail = useAnswer(listEvents, factSetId === null ? null : { programmeId, subject: factSetId, limit: 1 })
  if (factSetId === null) return null
  const changed = trail.data?.items[0]?.data.changed
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1">
      <Link className={look} href={`/programmes/${programmeId}/assurance/facts/${factSetId}`}>
        View facts
      </Link>
      {typeof changed === "number" ? (
        <Link className={look} href={`/programmes/${programmeId}/assurance`}>
          {changed === 0 ? "No verdict changed" : `${count(changed, "verdict")} changed`}
        </Link>
      ) : null}
    </p>
  )
}
