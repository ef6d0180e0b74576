"use client"

import { useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"

type FileDropProps = { readonly name: string | null; readonly busy: boolean; readonly onFile: (file: File) => void }

/** A place to drop a file on, and a button to choose one. */
export function FileDrop({ name, busy, onFile }: FileDropProps) {
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  return (
    <section
      aria-label="Choose a file"
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
        "flex flex-wrap items-center gap-3 rounded-lg border border-line-strong border-dashed px-4 py-3",
        over ? "bg-hover" : "",
      )}
    >
      <input
        ref={input}
        type="file"
        accept=".xml,text/xml,application/xml"
        aria-label="Microsoft Project XML file"
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
      <p className="min-w-0 flex-1 basis-60 text-ink-2">
        {name ? (
          <span className="break-words font-medium text-ink">{name}</span>
        ) : (
          "or drop it here: a plan that Microsoft Project has saved as XML. Nothing is written before you have seen what comes of it."
        )}
      </p>
    </section>
  )
}
