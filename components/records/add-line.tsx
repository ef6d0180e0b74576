"use client"

import { type FormEvent, type ReactNode, useRef, useState } from "react"
import { useShortcut } from "@/components/shell/shortcuts"
import { Icon } from "@/components/ui/icon"

type AddLineProps = {
  /** Names the input and the shortcut: "Add a risk". */
  label: string
  hint: string
  maxLength?: number
  /** False: it was not taken, and what was typed comes back. */
  onAdd: (title: string) => Promise<boolean>
  /** Choices that go with it, before the input. */
  children?: ReactNode
}

/** A line to type into: Enter adds what it says, and the next one can follow. `c` goes there. */
export function AddLine({ label, hint, maxLength = 200, onAdd, children }: AddLineProps) {
  const [title, setTitle] = useState("")
  const input = useRef<HTMLInputElement>(null)
  useShortcut("c", label, () => input.current?.focus())
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const text = title.trim()
    if (text === "") return
    setTitle("")
    if (!(await onAdd(text))) setTitle((now) => (now === "" ? text : now))
  }
  return (
    <form
      onSubmit={(event) => void add(event)}
      className="flex h-[38px] flex-none items-center gap-2 border-line border-b px-5 focus-within:bg-selected max-md:px-4"
    >
      <Icon name="plus" size={14} className="text-ink-3" />
      {children}
      <input
        ref={input}
        type="text"
        aria-label={label}
        placeholder={hint}
        maxLength={maxLength}
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
