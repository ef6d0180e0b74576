"use client"

import { useRef } from "react"
import { flushSync } from "react-dom"
import { useContract } from "@/components/door/data/use-contract"
import { IconButton } from "@/components/ui/button"
import { sayDay } from "@/components/ui/day-text"
import { useToasts } from "@/components/ui/toasts"
import type { Day } from "@/lib/base/kernel/day"
import type { BaselineView } from "@/lib/plan/roadmap/timeline-contract"
import { removeBaseline, restoreBaseline } from "@/lib/serve/api/generated/addresses"
import { BaselineRename } from "./baseline-rename"

type BaselineRowProps = {
  readonly programmeId: string
  readonly baseline: BaselineView
  readonly today: Day
  readonly mayEdit: boolean
  readonly isChosen: boolean
  readonly isRenaming: boolean
  readonly onChoose: () => void
  readonly onRename: (isRenaming: boolean) => void
}

/** A baseline to compare with: its name, the day it was taken on, and for those who may edit its pencil and its bin. */
export function BaselineRow(props: BaselineRowProps) {
  const { programmeId, baseline, today, mayEdit, isChosen, isRenaming, onChoose, onRename } = props
  const { id, version, name, statusDay } = baseline
  const pencil = useRef<HTMLButtonElement>(null)
  const toasts = useToasts()
  const remove = useContract(removeBaseline)
  const restore = useContract(restoreBaseline)
  const drop = async () => {
    const answer = await remove.mutateAsync({ programmeId, baselineId: id, version })
    if (!answer.ok) return toasts.show({ kind: "refused", text: answer.detail })
    const undo = () => void restore.mutateAsync({ programmeId, baselineId: id })
    toasts.show({ text: `Removed baseline "${name}"`, undo })
  }
  const endRename = () => {
    flushSync(() => onRename(false))
    pencil.current?.focus()
  }
  if (isRenaming && mayEdit) return <BaselineRename {...{ programmeId, baseline }} onEnd={endRename} />
  return (
    <div className="flex items-center gap-1 rounded-md px-1.5 hover:bg-hover">
      <label className="flex min-h-[30px] min-w-0 flex-1 items-center gap-2">
        <input type="radio" name="baseline" checked={isChosen} onChange={onChoose} />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <span className="text-ink-3 text-meta">{sayDay(statusDay, today)}</span>
      </label>
      {mayEdit ? (
        <>
          <IconButton ref={pencil} icon="edit" size="small" label={`Rename ${name}`} onClick={() => onRename(true)} />
          <IconButton icon="trash" size="small" label={`Remove ${name}`} onClick={() => void drop()} />
        </>
      ) : null}
    </div>
  )
}
