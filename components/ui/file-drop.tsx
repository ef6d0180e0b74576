"use client"

import { type ReactNode, useRef, useState } from "react"
import { Button } from "./button"
import { cn } from "./class-names"

type FileDropProps = {
  /** What kind of file is meant, for assistive technology. */
  label: string
  /** The file that is chosen already. */
  name: string | null
  /** What can be dropped, in a sentence. */
  children: ReactNode
  accept?: string
  busy?: boolean
  onFile: (file: File) => void
}

/** A place to drop a file on, and a button that chooses one. */
export function FileDrop({ label, name, children, accept, busy = false, onFile }: FileDropProps) {
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  return (
    <section
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      className={cn(
        "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line-strong border-dashed px-4 py-3",
        over ? "bg-selected" : "",
      )}
    >
      <input
        ref={input}
        type="file"
        {...(accept ? { accept } : {})}
        aria-label={label}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ""
        }}
      />
      <Button busy={busy} onClick={() => input.current?.click()}>
        {name ? "Choose another file" : "Choose a file"}
      </Button>
      <p className="min-w-0 flex-1 basis-44 text-pretty text-ink-2">
        {name ? <span className="break-words font-medium text-ink">{name}</span> : children}
      </p>
    </section>
  )
}
