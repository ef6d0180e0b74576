"use client"

import Link from "next/link"
import { useAnswer } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { StatusMark } from "@/components/ui/status-mark"
import type { CheckView } from "@/lib/assurance/contract"
import { listChecks } from "@/lib/serve/api/generated/addresses"
import { useWorkActions } from "../work-context"

/** The checks of a workstream with their verdicts, and why where it could not be told. */
export function Checks({ workstreamId }: { workstreamId: string }) {
  const { work } = useWorkActions()
  const answer = useAnswer(listChecks, { programmeId: work.programmeId })
  const checks = answer.data?.items.filter((check) => check.workstreamId === workstreamId) ?? []
  if (checks.length === 0) return null
  return (
    <Section title={checks.length === 1 ? "1 check of the workstream" : `${checks.length} checks of the workstream`}>
      <ul className="flex flex-col gap-2">
        {checks.map((check) => (
          <li key={check.id}>
            <Link
              href={`/programmes/${work.programmeId}/assurance?check=${check.id}`}
              className="text-pretty decoration-1 underline-offset-2 hover:underline"
            >
              {check.sentence}
            </Link>
            <div className="mt-0.5 flex flex-wrap items-center gap-x-2 text-meta">
              <Verdict check={check} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Verdict({ check }: { check: CheckView }) {
  const gate = useWorkActions().work.roadmap.gates.find(({ id }) => id === check.dueGateId)
  return (
    <>
      <StatusMark kind={check.waived ? "waived" : check.verdict} />
      <span className="text-ink-3">
        {check.reason} {check.due || !gate ? "" : `Due at ${gate.name}.`}
      </span>
    </>
  )
}
