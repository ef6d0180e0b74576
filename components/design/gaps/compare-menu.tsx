"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"
import { sayDay } from "@/components/ui/day-text"
import { Icon } from "@/components/ui/icon"
import { Popover } from "@/components/ui/popover"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import type { Day } from "@/lib/base/kernel/day"
import type { SnapshotView } from "@/lib/design/gaps/contract"
import type { changesSince } from "@/lib/design/gaps/lines"
import { recordAssessmentSnapshot, removeAssessmentSnapshot } from "@/lib/serve/api/generated/addresses"

type CompareMenuProps = {
  programmeId: string
  snapshots: readonly SnapshotView[]
  chosen: SnapshotView | null
  today: Day
  changes: ReturnType<typeof changesSince>
  nameOf: (personId: string) => string | null
  mayEdit: boolean
  onChoose: (id: string | null) => void
}

/** Compares today's levels with those of an earlier day, and keeps today's for later. */
export function CompareMenu(props: CompareMenuProps) {
  const { programmeId, snapshots, chosen, today, changes, nameOf, mayEdit, onChoose } = props
  const recording = useContract(recordAssessmentSnapshot)
  const removing = useContract(removeAssessmentSnapshot)
  const { show } = useToasts()
  const [name, setName] = useState("")
  const keep = async (close: () => void) => {
    const answer = await recording.mutateAsync({ programmeId, name })
    if (!answer.ok) return show({ kind: "refused", text: answer.detail })
    const { id } = answer.value
    setName("")
    close()
    show({
      text: `Kept today's levels as "${name}"`,
      undo: () => void removing.mutateAsync({ programmeId, snapshotId: id }),
    })
  }
  return (
    <Popover
      label="Compare with"
      align="end"
      className="w-[316px] max-w-[calc(100vw-24px)]"
      trigger={(trigger) => (
        <Button {...trigger} className="max-md:hidden">
          <span className="text-ink-3">Compare</span>
          {chosen ? `${chosen.name}, ${sayDay(chosen.day, today)}` : "nothing"}
          <Icon name="chevron-down" size={14} />
        </Button>
      )}
    >
      {(close) => (
        <>
          <h2 className="px-4 pt-2.5 pb-0.5 font-semibold">Compare with</h2>
          <ul className="p-1">
            {[null, ...snapshots].map((each) => (
              <li key={each?.id ?? "none"}>
                <button
                  type="button"
                  aria-pressed={each?.id === chosen?.id}
                  onClick={() => onChoose(each?.id ?? null)}
                  className={cn(
                    "flex h-[30px] w-full items-center gap-2 rounded-md px-3 text-left hover:bg-hover",
                    each?.id === chosen?.id && "bg-hover",
                  )}
                >
                  {each ? each.name : "Nothing"}
                  {each ? (
                    <span className="min-w-0 truncate text-ink-3 text-meta">
                      {sayDay(each.day, today)}, {nameOf(each.takenById) ?? "someone who left"}
                    </span>
                  ) : null}
                  {each?.id === chosen?.id ? <Icon name="check" size={14} className="ml-auto text-accent" /> : null}
                </button>
              </li>
            ))}
          </ul>
          {chosen ? (
            <p className="border-line border-t px-4 py-2 text-ink-2">
              <b className="text-ink">{changes.rose}</b> rose, <b className="text-ink">{changes.fell}</b> fell,{" "}
              <b className="text-ink">{changes.stayed}</b> stayed since {chosen.name}.
            </p>
          ) : null}
          {mayEdit ? (
            <form
              className="flex items-end gap-2 border-line border-t px-4 py-3"
              onSubmit={(event) => {
                event.preventDefault()
                if (name.trim()) void keep(close)
              }}
            >
              <TextField label="Name of a new snapshot" value={name} onChange={setName} className="min-w-0 flex-1" />
              <Button type="submit" disabled={name.trim() === ""} busy={recording.isPending}>
                Freeze
              </Button>
            </form>
          ) : null}
        </>
      )}
    </Popover>
  )
}
