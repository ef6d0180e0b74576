"use client"

import { type KeyboardEvent, useRef, useState } from "react"
import { cn } from "@/components/ui/class-names"
import { sayOvertaken } from "@/components/ui/overtaken-text"
import type { EndEdit } from "./column"

type CellInputProps = {
  /** Names the input: "Name of SAP extraction". */
  label: string
  initial: string
  /** The text was finished by Enter, Tab or leaving. Return a sentence to refuse it and stay. Not called when nothing changed. */
  onCommit: (text: string) => string | undefined
  /** Ends the edit: the editor's `done`. */
  done: EndEdit
  align?: "start" | "end"
  placeholder?: string
  inputMode?: "text" | "decimal"
}

/** The plain editor of a cell: a text box that fills it. Enter keeps, Escape gives back what was there. */
export function CellInput({
  label,
  initial,
  onCommit,
  done,
  align = "start",
  placeholder,
  inputMode = "text",
}: CellInputProps) {
  const [text, setText] = useState(initial)
  const [begun, setBegun] = useState(initial)
  const [problem, setProblem] = useState<string>()
  const over = useRef(false)
  const finish = (focus?: "elsewhere") => {
    if (over.current) return
    const overtaken = text === begun ? undefined : sayOvertaken(begun, initial, text)
    setBegun(initial)
    const refusal = overtaken ?? (text === begun || text === initial ? undefined : onCommit(text))
    setProblem(refusal)
    if (refusal) return
    over.current = true
    done(focus)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault()
      finish()
    } else if (event.key === "Escape") {
      event.preventDefault()
      over.current = true
      done()
    }
    event.stopPropagation()
  }
  return (
    <span className="relative -mx-1 block min-w-0 flex-1">
      <input
        // biome-ignore lint/a11y/noAutofocus: the editor was asked for
        autoFocus
        onFocus={(event) => event.target.select()}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        title={problem}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => finish("elsewhere")}
        onKeyDown={onKeyDown}
        className={cn(
          "h-[26px] w-full min-w-0 rounded-sm border border-accent bg-surface px-1 font-normal outline-2 outline-accent-soft aria-invalid:border-needs-you",
          align === "end" && "text-right",
        )}
      />
      {problem ? (
        <span
          role="alert"
          className="absolute top-full right-0 z-30 mt-1 whitespace-nowrap rounded-md bg-needs-you-wash px-2 py-1 font-normal text-meta text-needs-you shadow-float"
        >
          {problem}
        </span>
      ) : null}
    </span>
  )
}
