"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"
import { DateField } from "@/components/ui/date-field"
import { TextArea } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import { type Day, isDay } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { answerAsk } from "@/lib/serve/api/generated/addresses"
import type { AskView } from "@/lib/steering/ask"

type AnswerFormProps = {
  programmeId: string
  row: AskView
  today: Day
  me: RoadmapView["me"]
  people: RoadmapView["people"]
  archived: boolean
}

const letterOf = (at: number) => String.fromCharCode(65 + at)

/** What was decided, or the options to decide between: one click on an option, one on the button. */
export function AnswerForm({ programmeId, row, today, me, people, archived }: AnswerFormProps) {
  const [option, setOption] = useState<number | null>(null)
  const [conditions, setConditions] = useState("")
  const [on, setOn] = useState<string | null>(today)
  const answering = useContract(answerAsk)
  const { show } = useToasts()
  if (row.decidedOn !== null) return <Decided {...{ row, today, people }} />
  const mayAnswer =
    !archived &&
    (me.role === "lead" || me.role === "executive" || (me.role !== "auditor" && row.deciderId === me.personId))
  if (row.options.length === 0)
    return <p className="mb-4 text-ink-2">Enter the options below; then a decision can be recorded.</p>
  const decide = async () => {
    if (option === null) return
    const answer = await answering.mutateAsync({
      ...{ programmeId, recordId: row.id, version: row.version, option },
      ...(conditions.trim() ? { conditions: conditions.trim() } : {}),
      ...(on !== null && isDay(on) ? { decidedOn: on } : {}),
    })
    if (!answer.ok) return show({ kind: "refused", text: answer.detail })
    show({ text: `Decided: ${row.options[option - 1]}` })
  }
  return (
    <section aria-label="Decision" className="mb-4">
      <div role="radiogroup" aria-label="Options" className="grid gap-1.5">
        {row.options.map((text, at) => (
          // biome-ignore lint/a11y/useSemanticElements: an option is a card that fills the panel's width
          <button
            key={text}
            type="button"
            role="radio"
            aria-checked={option === at + 1}
            disabled={!mayAnswer}
            onClick={() => setOption(at + 1)}
            className={cn(
              "flex items-baseline gap-2.5 rounded-md border px-3 py-2 text-left",
              option === at + 1 ? "border-accent bg-selected" : "border-line-field enabled:hover:bg-hover",
            )}
          >
            <span className="flex-none font-semibold">{letterOf(at)}</span>
            <span className="min-w-0 flex-1">{text}</span>
            {row.recommended === at + 1 ? <span className="flex-none text-ink-3 text-meta">recommended</span> : null}
          </button>
        ))}
      </div>
      {mayAnswer ? (
        <>
          {option === null ? null : (
            <div className="mt-3 grid gap-3">
              <TextArea
                label="Conditions"
                hint="Optional"
                value={conditions}
                onChange={setConditions}
                maxLength={4_000}
              />
              <DateField label="Decided on" value={on} onCommit={setOn} today={today} max={today} />
            </div>
          )}
          <div className="mt-3">
            <Button
              variant="primary"
              disabled={option === null}
              busy={answering.isPending}
              onClick={() => void decide()}
            >
              Record decision
            </Button>
          </div>
        </>
      ) : (
        <p className="mt-2 text-ink-3 text-meta">The decision maker, an executive or the lead records the decision.</p>
      )}
    </section>
  )
}

function Decided({ row, today, people }: Pick<AnswerFormProps, "row" | "today" | "people">) {
  const { chosen, conditions, decidedOn, decidedById } = row
  const by = people.find(({ id }) => id === decidedById)?.name
  return (
    <section aria-label="Decision" className="mb-4 rounded-md border border-line bg-sunken px-3 py-2">
      <p className="font-semibold">{chosen}</p>
      <p className="text-ink-3 text-meta">
        Decided on {decidedOn ? sayDay(decidedOn, today) : "an unknown day"}
        {by ? ` by ${by}` : ""}
      </p>
      {conditions ? <p className="mt-1 whitespace-pre-line text-ink-2">{conditions}</p> : null}
    </section>
  )
}
