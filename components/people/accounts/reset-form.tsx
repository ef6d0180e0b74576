"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { TextField } from "@/components/ui/text-field"
import { signIn } from "@/lib/people/accounts/authenticate"
import { resetPassword } from "@/lib/serve/api/generated/addresses"
import { FormFrame } from "./form-frame"
import { NewPasswordField } from "./new-password-field"
import { noRefusal, refusalOf } from "./refusal"

/** Sets a new password with a reset link and signs in. */
export function ResetForm({ secret, email }: { secret: string; email: string }) {
  const [password, setPassword] = useState("")
  const [refusal, setRefusal] = useState(noRefusal)
  const [leaving, setLeaving] = useState(false)
  const reset = useContract(resetPassword)
  const submit = async () => {
    const done = await reset.mutateAsync({ secret, password })
    setRefusal(refusalOf(done))
    if (!done.ok) return
    setLeaving(true)
    const entered = await signIn({ email, password, callbackUrl: "/programmes" })
    location.assign(entered.ok ? entered.url : "/sign-in")
  }
  return (
    <FormFrame
      action="Set password"
      busy={reset.isPending || leaving}
      refusal={refusal.sentence}
      onSubmit={() => void submit()}
    >
      <TextField label="E-mail address" name="email" autoComplete="username" value={email} readOnly />
      <NewPasswordField
        label="New password"
        value={password}
        onChange={setPassword}
        error={refusal.field("password")}
      />
    </FormFrame>
  )
}
