"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { TextArea } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { decideChangeRequest, getSteeringRules } from "@/lib/serve/api/generated/addresses"
import { type ChangeRequestView, changeStates, isWithin } from "@/lib/steering/change-request"

type DecideFormProps = { programmeId: string; row: ChangeRequestView; roadmap: RoadmapView }

/** Who approves a change by the tolerances, and the two buttons for those who may. */
export function DecideForm({ programmeId, row, roadmap }: DecideFormProps) {
  const { me, programme, people, today } = roadmap
  const { data: rules } = useAnswer(getSteeringRules, { programmeId })
  const [note, setNote] = useState("")
  const deciding = useContract(decideChangeRequest)
  const { show } = useToasts()
  if (row.decidedOn !== null) {
    const by = people.find(({ id }) => id === row.decidedById)?.name
    return (
      <section aria-label="Decision" className="mb-4 rounded-md border border-line bg-sunken px-3 py-2">
        <p className="font-semibold">{changeStates[row.state]}</p>
        <p className="text-ink-3 text-meta">
          On {sayDay(row.decidedOn, today)}
          {by ? ` by ${by}` : ""}
          {row.baseline ? `; new baseline: ${row.baseline}` : ""}
        </p>
        {row.decisionNote ? <p className="mt-1 whitespace-pre-line text-ink-2">{row.decisionNote}</p> : null}
      </section>
    )
  }
  if (!rules) return null
  const isAssessed = row.days !== null && row.money !== null
  const within = isAssessed && isWithin(row, { days: rules.toleranceDays, money: rules.toleranceMoney })
  const mayDecide = !programme.archived && (me.role === "executive" || (me.role === "lead" && within))
  const decide = async (approved: boolean) => {
    const answer = await deciding.mutateAsync({
      ...{ programmeId, recordId: row.id, version: row.version, approved },
      ...(note.trim() ? { note: note.trim() } : {}),
    })
    if (!answer.ok) return show({ kind: "refused", text: answer.detail })
    show({ text: approved ? "Approved; a new baseline is taken" : "Rejected" })
  }
  const tolerance = `${rules.toleranceDays} working days and ${programme.currency} ${rules.toleranceMoney}`
  return (
    <section aria-label="Decision" className="mb-4">
      <p className="mb-2 text-ink-2">
        {!isAssessed
          ? "Enter the schedule impact and the cost impact; then it can be decided."
          : within
            ? `Within the lead's tolerance of ${tolerance}: the lead or an executive decides.`
            : `Over the lead's tolerance of ${tolerance}: an executive decides.`}
      </p>
      {mayDecide && isAssessed ? (
        <>
          <TextArea label="Note" hint="Optional" value={note} onChange={setNote} maxLength={4_000} />
          <div className="mt-2 flex gap-2">
            <Button variant="primary" busy={deciding.isPending} onClick={() => void decide(true)}>
              Approve
            </Button>
            <Button busy={deciding.isPending} onClick={() => void decide(false)}>
              Reject
            </Button>
          </div>
        </>
      ) : null}
    </section>
  )
}
