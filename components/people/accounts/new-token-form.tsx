"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import { call } from "@/lib/door/call"
import { addToken } from "@/lib/serve/api/generated/addresses"
import { noRefusal, refusalOf } from "./refusal"
import { useAct } from "./use-act"

const scopes = [
  { value: "read", label: "Read" },
  { value: "write", label: "Read and write" },
] as const
const lifetimes = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
] as const

/** Name, scope and lifetime of a new token. */
export function NewTokenForm({ onMade }: { onMade: (secret: string) => void }) {
  const [name, setName] = useState("")
  const [scope, setScope] = useState<"read" | "write">("read")
  const [days, setDays] = useState<"30" | "90" | "365">("90")
  const [refusal, setRefusal] = useState(noRefusal)
  const { act, busy } = useAct()
  const make = async () => {
    const made = await act(() => call(addToken, { name, scope, days: Number(days) }))
    setRefusal(refusalOf(made))
    if (!made.ok) return
    setName("")
    onMade(made.value.secret)
  }
  return (
    <form
      className="mb-4 flex max-w-[860px] flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        error={refusal.field("name") ?? refusal.sentence}
        className="min-w-[180px] flex-1"
      />
      <Select label="Access" options={scopes} value={scope} onChange={setScope} className="w-[150px]" />
      <Select label="Expires after" options={lifetimes} value={days} onChange={setDays} className="w-[110px]" />
      <Button type="submit" busy={busy} disabled={name.trim() === ""} className="h-8">
        Create token
      </Button>
    </form>
  )
}
