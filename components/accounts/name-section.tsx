"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { call } from "@/lib/access/call"
import { updateMe } from "@/lib/accounts/contract/account"
import type { MeView } from "@/lib/accounts/views"
import { noRefusal, refusalOf } from "./refusal"
import { Section } from "./section"
import { useAct } from "./use-act"

/** The person's own name; the address is what he is found by, and an admin's to change. */
export function NameSection({ me }: { me: MeView }) {
  const [name, setName] = useState(me.name)
  const [refusal, setRefusal] = useState(noRefusal)
  const { act, busy } = useAct()
  const save = async () => {
    const done = { text: "Your name was changed" }
    setRefusal(refusalOf(await act(() => call(updateMe, { version: me.version, name }), done)))
  }
  return (
    <Section title="Name" note={`You sign in as ${me.email}.`}>
      <form
        className="flex max-w-[420px] items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label="Your name"
          autoComplete="name"
          value={name}
          onChange={setName}
          error={refusal.field("name") ?? refusal.sentence}
          className="flex-1"
        />
        <Button type="submit" busy={busy} disabled={name.trim() === me.name} className="h-8">
          Save
        </Button>
      </form>
    </Section>
  )
}
