"use client"

import { type FormEvent, useState } from "react"
import { useContract } from "@/components/data/use-contract"
import { Button, IconButton } from "@/components/ui/button"
import { sayDay } from "@/components/ui/day-text"
import { Popover } from "@/components/ui/popover"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import type { Day } from "@/lib/kernel/day"
import { type BaselineView, removeBaseline, restoreBaseline, takeBaseline } from "@/lib/roadmap/timeline-contract"

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
  const toasts = useToasts()
  const remove = useContract(removeBaseline)
  const restore = useContract(restoreBaseline)
  const drop = async ({ id, version, name }: BaselineView) => {
    const answer = await remove.mutateAsync({ programmeId, baselineId: id, version })
    if (!answer.ok) return toasts.show({ kind: "refused", text: answer.detail })
    const undo = () => void restore.mutateAsync({ programmeId, baselineId: id })
    toasts.show({ text: `Took away the baseline "${name}"`, undo })
  }
  return (
    <div className="flex flex-col gap-3">
      {baselines.length > 0 ? (
        <fieldset className="flex max-h-[260px] flex-col gap-0.5 overflow-y-auto">
          <legend className="pb-1 text-ink-3 text-meta">Compare with</legend>
          {baselines.map((each) => (
            <div key={each.id} className="flex items-center gap-2 rounded-md px-1.5 hover:bg-hover">
              <label className="flex min-h-[30px] min-w-0 flex-1 items-center gap-2">
                <input
                  type="radio"
                  name="baseline"
                  checked={each.id === baseline?.id}
                  onChange={() => onChoose(each.id)}
                />
                <span className="min-w-0 flex-1 truncate">{each.name}</span>
                <span className="text-ink-3 text-meta">{sayDay(each.statusDay, today)}</span>
              </label>
              {mayEdit ? (
                <IconButton
                  icon="trash"
                  size="small"
                  label={`Take away ${each.name}`}
                  onClick={() => void drop(each)}
                />
              ) : null}
            </div>
          ))}
          <label className="flex min-h-[30px] items-center gap-2 rounded-md px-1.5 hover:bg-hover">
            <input type="radio" name="baseline" checked={baseline === null} onChange={() => onChoose("none")} />
            None
          </label>
        </fieldset>
      ) : (
        <p className="text-ink-2">A baseline keeps where everything lies today, to compare the plan with later.</p>
      )}
      {mayEdit ? <TakeBaseline programmeId={programmeId} today={today} onTaken={onChoose} /> : null}
    </div>
  )
}

type TakeBaselineProps = { programmeId: string; today: Day; onTaken: (id: string) => void }

function TakeBaseline({ programmeId, today, onTaken }: TakeBaselineProps) {
  const toasts = useToasts()
  const take = useContract(takeBaseline)
  const [name, setName] = useState("")
  const [refusal, setRefusal] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await take.mutateAsync({ programmeId, name: name.trim() || `Plan of ${sayDay(today)}` })
    if (!answer.ok) return setRefusal(answer.detail)
    setName("")
    setRefusal(null)
    onTaken(answer.value.id)
    toasts.show({ text: `Took the baseline "${answer.value.name}"` })
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-2">
      <TextField
        label="Take a baseline of today"
        placeholder={`Plan of ${sayDay(today)}`}
        value={name}
        onChange={setName}
        {...(refusal === null ? {} : { error: refusal })}
        maxLength={80}
      />
      <Button type="submit" busy={take.isPending} className="self-start">
        Take baseline
      </Button>
    </form>
  )
}
