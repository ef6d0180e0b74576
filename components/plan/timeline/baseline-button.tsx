"use client"

import { type FormEvent, useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { sayDay } from "@/components/ui/day-text"
import { Popover } from "@/components/ui/popover"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import type { Day } from "@/lib/base/kernel/day"
import type { BaselineView } from "@/lib/plan/roadmap/timeline-contract"
import { addBaseline } from "@/lib/serve/api/generated/addresses"
import { BaselineRow } from "./baseline-row"

type BaselineButtonProps = {
  readonly programmeId: string
  readonly baselines: readonly BaselineView[]
  readonly baseline: BaselineView | null
  readonly today: Day
  readonly mayEdit: boolean
  /** The id of a baseline, or `none`. */
  readonly onChoose: (id: string) => void
}

/** Which baseline to compare with, and the place where one is taken. */
export function BaselineButton(props: BaselineButtonProps) {
  const { baselines, baseline, mayEdit } = props
  if (baselines.length === 0 && !mayEdit) return null
  return (
    <Popover
      label="Baselines"
      align="end"
      className="w-[320px] p-3"
      trigger={(trigger) => (
        <Button {...trigger} className="max-w-[220px]">
          <span className="truncate">{baseline ? `Baseline: ${baseline.name}` : "Baseline"}</span>
        </Button>
      )}
    >
      {() => <Baselines {...props} />}
    </Popover>
  )
}

function Baselines({ programmeId, baselines, baseline, today, mayEdit, onChoose }: BaselineButtonProps) {
  const [renamingId, setRenaming] = useState<string | null>(null)
  return (
    <div className="flex flex-col gap-3">
      {baselines.length > 0 ? (
        <fieldset className="flex max-h-[260px] flex-col gap-0.5 overflow-y-auto">
          <legend className="pb-1 text-ink-3 text-meta">Compare with</legend>
          {baselines.map((each) => (
            <BaselineRow
              key={each.id}
              {...{ programmeId, today, mayEdit }}
              baseline={each}
              isChosen={each.id === baseline?.id}
              isRenaming={each.id === renamingId}
              onChoose={() => onChoose(each.id)}
              onRename={(isRenaming) => setRenaming(isRenaming ? each.id : null)}
            />
          ))}
          <label className="flex min-h-[30px] items-center gap-2 rounded-md px-1.5 hover:bg-hover">
            <input type="radio" name="baseline" checked={baseline === null} onChange={() => onChoose("none")} />
            None
          </label>
        </fieldset>
      ) : (
        <p className="text-ink-2">A baseline saves today's plan so you can compare against it later.</p>
      )}
      {mayEdit ? <TakeBaseline programmeId={programmeId} today={today} onTaken={onChoose} /> : null}
    </div>
  )
}

type TakeBaselineProps = { programmeId: string; today: Day; onTaken: (id: string) => void }

function TakeBaseline({ programmeId, today, onTaken }: TakeBaselineProps) {
  const toasts = useToasts()
  const take = useContract(addBaseline)
  const [name, setName] = useState("")
  const [refusal, setRefusal] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await take.mutateAsync({ programmeId, name: name.trim() || `Plan of ${sayDay(today)}` })
    if (!answer.ok) return setRefusal(answer.detail)
    setName("")
    setRefusal(null)
    onTaken(answer.value.id)
    toasts.show({ text: `Set baseline "${answer.value.name}"` })
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-2">
      <TextField
        label="Baseline name"
        placeholder={`Plan of ${sayDay(today)}`}
        value={name}
        onChange={setName}
        {...(refusal === null ? {} : { error: refusal })}
        maxLength={80}
      />
      <Button type="submit" busy={take.isPending} className="self-start">
        Set baseline
      </Button>
    </form>
  )
}
