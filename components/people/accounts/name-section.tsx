"use client"

import { useState } from "react"
import { OvertakenFields } from "@/components/shell/overtaken-notice"
import { useDraft } from "@/components/shell/use-draft"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { call } from "@/lib/door/call"
import type { MeView } from "@/lib/people/accounts/views"
import { changeMe } from "@/lib/serve/api/generated/addresses"
import { noRefusal, refusalOf } from "./refusal"
import { Section } from "./section"
import { useAct } from "./use-act"

/** The person's own name; the address is what they are found by, and an admin's to change. */
export function NameSection({ me }: { me: MeView }) {
  const draft = useDraft({ name: me.name })
  const { name } = draft.values
  const [refusal, setRefusal] = useState(noRefusal)
  const { act, busy } = useAct()
  const save = async () => {
    const done = { text: "Name saved" }
    const saved = await act(() => call(changeMe, { version: me.version, name }), done)
    setRefusal(refusalOf(saved))
    if (saved.ok) draft.clear()
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
          onChange={(text) => draft.edit({ name: text })}
          error={refusal.field("name") ?? refusal.sentence}
          className="flex-1"
        />
        <Button type="submit" busy={busy} disabled={!draft.isChanged || draft.overtaken.length > 0} className="h-8">
          Save
        </Button>
      </form>
      <OvertakenFields className="mt-2 max-w-[420px]" draft={draft} words={{ name: "your name" }} />
    </Section>
  )
}
