"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { TextField } from "@/components/ui/text-field"
import { signIn } from "@/lib/people/accounts/authenticate"
import { addFirstAdmin } from "@/lib/serve/api/generated/addresses"
import { FormFrame } from "./form-frame"
import { NewPasswordField } from "./new-password-field"
import { noRefusal, refusalOf } from "./refusal"

/** Makes the first admin and signs them in. */
export function FirstRunForm() {
  const [name, setName] = useState("")
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const [refusal, setRefusal] = useState(noRefusal)
  const [leaving, setLeaving] = useState(false)
  const create = useContract(addFirstAdmin)
  const submit = async () => {
    const made = await create.mutateAsync({ name, email, password })
    setRefusal(refusalOf(made))
    if (!made.ok) return
    setLeaving(true)
    const entered = await signIn({ email, password, callbackUrl: "/programmes" })
    location.assign(entered.ok ? entered.url : "/sign-in")
  }
  return (
    <FormFrame
      action="Create the first admin"
      busy={create.isPending || leaving}
      refusal={refusal.sentence}
      onSubmit={() => void submit()}
    >
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        required
        value={name}
        onChange={setName}
        error={refusal.field("name")}
      />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={email}
        onChange={setEmail}
        error={refusal.field("email")}
      />
      <NewPasswordField value={password} onChange={setPassword} error={refusal.field("password")} />
    </FormFrame>
  )
}
