"use client"

import { useState } from "react"
import { OvertakenFields } from "@/components/shell/overtaken-notice"
import { useDraft } from "@/components/shell/use-draft"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import { call } from "@/lib/door/call"
import type { PersonRow } from "@/lib/people/accounts/views"
import { addPerson, changePerson } from "@/lib/serve/api/generated/addresses"
import type { DeliveryRole } from "./people-section"
import { noRefusal, refusalOf } from "./refusal"
import { useAct } from "./use-act"

type PersonFormProps = {
  programmeId: string
  /** Null for somebody new. */
  person: PersonRow | null
  deliveryRoles: readonly DeliveryRole[]
  onDone: () => void
}

const NONE = "none"
const words = { name: "the name", email: "the e-mail address", roleKey: "the delivery role" }

/** Name, address and delivery role of somebody in this programme. */
export function PersonForm({ programmeId, person, deliveryRoles, onDone }: PersonFormProps) {
  const draft = useDraft({ name: person?.name ?? "", email: person?.email ?? "", roleKey: person?.roleKey ?? NONE })
  const { name, email, roleKey } = draft.values
  const [refusal, setRefusal] = useState(noRefusal)
  const { act, busy } = useAct()
  const options = [
    { value: NONE, label: "None" },
    ...deliveryRoles.map(({ key, name: label }) => ({ value: key, label })),
  ]
  const save = async () => {
    const told = { name, email: email.trim() || null, roleKey: roleKey === NONE ? null : roleKey }
    const change = {
      ...(draft.changed("name") ? { name } : {}),
      ...(draft.changed("email") ? { email: told.email } : {}),
      ...(draft.changed("roleKey") ? { roleKey: told.roleKey } : {}),
    }
    const saved = await act(
      () =>
        person
          ? call(changePerson, { programmeId, personId: person.id, version: person.version, ...change })
          : call(addPerson, { programmeId, ...told }),
      { text: person ? `${name} was changed` : `${name} was added` },
    )
    setRefusal(refusalOf(saved))
    if (saved.ok) onDone()
  }
  return (
    <form
      className="mb-3 flex max-w-[860px] flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone()
      }}
    >
      <TextField
        label="Name"
        autoFocus
        value={name}
        onChange={(text) => draft.edit({ name: text })}
        error={refusal.field("name") ?? refusal.sentence}
        className="min-w-[150px] flex-1"
      />
      <TextField
        label="E-mail address (optional)"
        type="email"
        value={email}
        onChange={(text) => draft.edit({ email: text })}
        error={refusal.field("email")}
        className="min-w-[180px] flex-1"
      />
      <Select
        label="Delivery role"
        options={options}
        value={roleKey}
        onChange={(key) => draft.edit({ roleKey: key })}
        className="w-[180px]"
      />
      <Button
        type="submit"
        variant="primary"
        busy={busy}
        disabled={!draft.isChanged || draft.overtaken.length > 0}
        className="h-8"
      >
        {person ? "Save" : "Add"}
      </Button>
      <Button onClick={onDone} className="h-8">
        Cancel
      </Button>
      <OvertakenFields className="w-full" draft={draft} words={words} />
    </form>
  )
}
