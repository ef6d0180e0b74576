"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { signIn, signInWithProvider } from "@/lib/people/accounts/authenticate"
import { FormFrame } from "./form-frame"

type SignInFormProps = { callbackUrl: string; provider: string | null; refusal?: string | undefined }

/** E-mail address and password, or the provider. A refusal stands in the form and keeps the address. */
export function SignInForm({ callbackUrl, provider, refusal: before }: SignInFormProps) {
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState(before)
  const enter = async (entering: ReturnType<typeof signIn>) => {
    setBusy(true)
    const entered = await entering
    if (entered.ok) return location.assign(entered.url)
    setBusy(false)
    setPassword("")
    setRefusal(entered.detail)
  }
  return (
    <div className="flex flex-col gap-4">
      <FormFrame
        action="Sign in"
        busy={busy}
        refusal={refusal}
        onSubmit={() => void enter(signIn({ email, password, callbackUrl }))}
      >
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
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          hint="Forgot it? Ask an admin for a reset link."
        />
      </FormFrame>
      {provider ? (
        <>
          <div className="flex items-center gap-3 text-ink-3 text-meta">
            <hr className="flex-1 border-line" />
            or
            <hr className="flex-1 border-line" />
          </div>
          <Button
            size="large"
            busy={busy}
            className="w-full"
            onClick={() => void enter(signInWithProvider(callbackUrl))}
          >
            Continue with {provider}
          </Button>
        </>
      ) : null}
    </div>
  )
}
