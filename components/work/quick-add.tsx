"use client"

import { useState } from "react"
import { Kbd } from "@/components/ui/kbd"

/** Types one item after another: Enter adds, @ names the owner, Escape leaves. */
export function QuickAdd({ onAdd, onClose }: { onAdd: (text: string) => void; onClose: () => void }) {
  const [text, setText] = useState("")
  return (
    <div className="rounded-md border-2 border-accent bg-raised px-2.5 py-1.5">
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for by key or button
        autoFocus
        aria-label="New work item"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose()
          if (event.key !== "Enter" || text.trim() === "") return
          onAdd(text)
          setText("")
        }}
        className="w-full bg-transparent outline-none"
      />
      <span className="mt-1 flex items-center gap-1 text-ink-3 text-meta">
        <Kbd>Enter</Kbd> adds <Kbd>@</Kbd> owner <Kbd className="ml-auto">Esc</Kbd>
      </span>
    </div>
  )
}
