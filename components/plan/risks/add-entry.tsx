"use client"

import { type FormEvent, useRef, useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { useShortcut } from "@/components/shell/shortcuts"
import { Icon } from "@/components/ui/icon"
import { Select } from "@/components/ui/select"
import { useToasts } from "@/components/ui/toasts"
import type { RegisterKind } from "@/lib/plan/risks/register-shapes"
import { addEntry } from "@/lib/serve/api/generated/addresses"
import { kindOptions } from "./register-marks"

type AddEntryProps = { programmeId: string; kind: RegisterKind; onAdded: (id: string) => void }

/** A line to type into: Enter writes it into the register, and the next one can follow. */
export function AddEntry({ programmeId, kind: first, onAdded }: AddEntryProps) {
  const adding = useContract(addEntry)
  const { show } = useToasts()
  const [chosen, setChosen] = useState<RegisterKind | null>(null)
  const [title, setTitle] = useState("")
  const input = useRef<HTMLInputElement>(null)
  const kind = chosen ?? first
  useShortcut("c", "Add to the register", () => input.current?.focus())
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const text = title.trim()
    if (text === "") return
    setTitle("")
    const answer = await adding.mutateAsync({ programmeId, kind, title: text })
    if (answer.ok) return onAdded(answer.value.id)
    setTitle(text)
    show({ kind: "refused", text: answer.detail })
  }
  return (
    <form
      onSubmit={(event) => void add(event)}
      className="flex h-[38px] flex-none items-center gap-2 border-line border-b px-5 focus-within:bg-selected max-md:px-4"
    >
      <Icon name="plus" size={14} className="text-ink-3" />
      <Select
        label="Kind of the new entry"
        hideLabel
        look="bare"
        options={kindOptions}
        value={kind}
        onChange={setChosen}
      />
      <input
        ref={input}
        type="text"
        aria-label="What is to be written down"
        placeholder={placeholders[kind]}
        maxLength={200}
        autoComplete="off"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return
          setTitle("")
          event.currentTarget.blur()
        }}
        className="h-full min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3"
      />
    </form>
  )
}

const placeholders: Readonly<Record<RegisterKind, string>> = {
  risk: "What could happen? Enter adds it",
  assumption: "What do we take for granted? Enter adds it",
  issue: "What has happened? Enter adds it",
  dependency: "What do we wait for from others? Enter adds it",
}
