"use client"

import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import type { WhatIfActions } from "./use-what-if"

/** A name, and Enter keeps the what-if under it. */
export function KeepForm({ actions }: { actions: WhatIfActions }) {
  const [name, setName] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const shown = name ?? actions.kept?.name ?? ""
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (shown.trim() === "") return
    setBusy(true)
    if (await actions.keep(shown.trim())) setName(null)
    setBusy(false)
  }
  return (
    <form onSubmit={(event) => void keep(event)} className="flex w-full items-end gap-2">
      <TextField
        label="Save as"
        className="flex-1"
        placeholder="Name, e.g. second ingestion team"
        maxLength={120}
        value={shown}
        onChange={setName}
      />
      <Button
        type="submit"
        className="h-8"
        busy={busy}
        disabled={shown.trim() === "" || (actions.isSaved && name === null)}
      >
        {actions.isSaved && actions.kept ? "Saved" : "Save"}
      </Button>
    </form>
  )
}
