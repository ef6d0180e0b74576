"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Modal } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import { addFromKpiLibrary, listKpiLibrary } from "@/lib/serve/api/generated/addresses"

type LibraryDialogProps = {
  programmeId: string
  onClose: () => void
  onAddOwn: (name: string) => void
}

/** Adds KPIs of the pack, or one of the programme's own. */
export function LibraryDialog({ programmeId, onClose, onAddOwn }: LibraryDialogProps) {
  const { data } = useAnswer(listKpiLibrary, { programmeId })
  const adding = useContract(addFromKpiLibrary)
  const { show } = useToasts()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [name, setName] = useState("")
  const open = data?.items.filter(({ added }) => !added) ?? []
  const shown = open.filter((each) => each.name.toLowerCase().includes(name.trim().toLowerCase()))
  const add = async () => {
    const keys = [...chosen]
    const answer = await adding.mutateAsync({ programmeId, keys })
    if (!answer.ok) return show({ kind: "refused", text: answer.detail })
    show({ text: `Added ${keys.length} ${keys.length === 1 ? "KPI" : "KPIs"}. Set baseline, target and owner.` })
    onClose()
  }
  return (
    <Modal label="Add KPIs" onClose={onClose} className="w-[560px]">
      <div className="flex max-h-[80vh] flex-col">
        <div className="border-line border-b p-4">
          <h2 className="mb-2 text-title">Add KPIs</h2>
          <TextField
            label="Find in the library, or name your own"
            value={name}
            onChange={setName}
            maxLength={120}
            data-autofocus
          />
        </div>
        <ul className="min-h-0 flex-1 overflow-y-auto py-1">
          {shown.map(({ key, name: word, unit, objective, definition }) => (
            <li key={key} className="px-4 py-1.5 hover:bg-hover" title={definition}>
              <Checkbox
                label={word}
                checked={chosen.has(key)}
                onChange={(on) =>
                  setChosen(new Set(on ? [...chosen, key] : [...chosen].filter((each) => each !== key)))
                }
              />
              <p className="pl-6 text-ink-3 text-meta">
                {objective}, {unit}
              </p>
            </li>
          ))}
          {shown.length === 0 ? (
            <li className="px-4 py-3 text-ink-2">
              {open.length === 0 ? "The library has no more KPIs." : "No KPI of the library has this name."}
            </li>
          ) : null}
        </ul>
        <div className="flex items-center gap-2 border-line border-t p-4">
          <Button variant="primary" disabled={chosen.size === 0} busy={adding.isPending} onClick={() => void add()}>
            {chosen.size === 0 ? "Add" : `Add ${chosen.size}`}
          </Button>
          <Button disabled={name.trim() === ""} onClick={() => onAddOwn(name.trim())}>
            Add as your own
          </Button>
          <Button variant="quiet" className="ml-auto" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </div>
    </Modal>
  )
}
