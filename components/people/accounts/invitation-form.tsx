"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { signIn, signInWithProvider } from "@/lib/people/accounts/authenticate"
import { acceptInvitation } from "@/lib/serve/api/generated/addresses"
import { FormFrame } from "./form-frame"
import { NewPasswordField } from "./new-password-field"
import { noRefusal, refusalOf } from "./refusal"

type InvitationFormProps = { secret: string; email: string; name: string; provider: string | null }

/** Opens an account with an invitation and signs in: with a password, or with the provider for the same address. */
export function InvitationForm({ secret, email, name: invited, provider }: InvitationFormProps) {
  const [name, setName] = useState(invited)
  const [password, setPassword] = useState("")
  const [refusal, setRefusal] = useState(noRefusal)
  const [leaving, setLeaving] = useState(false)
  const accept = useContract(acceptInvitation)
  const submit = async () => {
    const accepted = await accept.mutateAsync({ secret, name, password })
    setRefusal(refusalOf(accepted))
    if (!accepted.ok) return
    setLeaving(true)
    const { programmeId } = accepted.value
    const callbackUrl = programmeId ? `/programmes/${programmeId}` : "/programmes"
    const entered = await signIn({ email, password, callbackUrl })
    location.assign(entered.ok ? entered.url : "/sign-in")
  }
  const goToProvider = async () => {
    setLeaving(true)
    const entered = await signInWithProvider("/programmes")
    if (entered.ok) return location.assign(entered.url)
    setLeaving(false)
    setRefusal({ ...noRefusal, sentence: entered.detail })
  }
  const busy = accept.isPending || leaving
  return (
    <div className="flex flex-col gap-4">
      <FormFrame action="Create account" busy={busy} refusal={refusal.sentence} onSubmit={() => void submit()}>
        <TextField label="E-mail address" name="email" autoComplete="username" value={email} readOnly />
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          required
          value={name}
          onChange={setName}
          error={refusal.field("name")}
        />
        <NewPasswordField value={password} onChange={setPassword} error={refusal.field("password")} />
      </FormFrame>
      {provider ? (
        <Button size="large" busy={busy} className="w-full" onClick={() => void goToProvider()}>
          Continue with {provider} instead
        </Button>
      ) : null}
    </div>
  )
}
