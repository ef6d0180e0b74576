"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import { type ProgrammeRole, programmeRoles } from "@/lib/door/access/policy"
import type { CallResult } from "@/lib/door/call"
import type { LinkView } from "@/lib/people/accounts/views"
import { noRefusal, refusalOf } from "./refusal"
import { roleNames } from "./role-names"
import { ShownOnce } from "./shown-once"
import { useAct } from "./use-act"

type Invited = { email: string; name: string; role: ProgrammeRole }
type InviteFormProps = {
  /** Asks for a role too, for a programme. */
  withRole?: boolean
  invite: (invited: Invited) => Promise<CallResult<LinkView>>
}

const roles = programmeRoles.map((value) => ({ value, label: roleNames[value] }))

/** Invites somebody and shows the link this once. */
export function InviteForm({ withRole = false, invite }: InviteFormProps) {
  const [email, setEmail] = useState("")
  const [name, setName] = useState("")
  const [role, setRole] = useState<ProgrammeRole>("contributor")
  const [link, setLink] = useState<{ url: string; email: string } | null>(null)
  const [refusal, setRefusal] = useState(noRefusal)
  const { act, busy } = useAct()
  const submit = async () => {
    const made = await act(() => invite({ email, name, role }))
    setRefusal(refusalOf(made))
    if (!made.ok) return
    setLink({ url: `${location.origin}${made.value.path}`, email })
    setEmail("")
    setName("")
  }
  return (
    <>
      {link ? (
        <ShownOnce
          label="Invitation link"
          value={link.url}
          sentence={`Send this link to ${link.email} yourself. It is shown once, works once and expires in seven days.`}
          onDone={() => setLink(null)}
        />
      ) : null}
      <form
        className="mb-4 flex max-w-[860px] flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          error={refusal.field("name")}
          className="min-w-[150px] flex-1"
        />
        <TextField
          label="E-mail address"
          type="email"
          value={email}
          onChange={setEmail}
          error={refusal.field("email") ?? refusal.sentence}
          className="min-w-[200px] flex-1"
        />
        {withRole ? (
          <Select label="Role" options={roles} value={role} onChange={setRole} className="w-[130px]" />
        ) : null}
        <Button type="submit" busy={busy} disabled={!email || !name} className="h-8">
          Create invitation link
        </Button>
      </form>
    </>
  )
}
