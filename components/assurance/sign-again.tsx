"use client"

import { usePathname } from "next/navigation"
import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import { signInWithProvider } from "@/lib/people/accounts/authenticate"
import { confirmPassword, getMe } from "@/lib/serve/api/generated/addresses"

type SignAgainProps = { verb: string; busy: boolean; onConfirmed: () => void; onCancel: () => void }

/** Asks that it is really you before a signature: by password, or by the provider you signed in with. */
export function SignAgain({ verb, busy, onConfirmed, onCancel }: SignAgainProps) {
  const me = useAnswer(getMe, {})
  if (!me.data) return me.error ? <InlineNotice>{me.error.message}</InlineNotice> : null
  return me.data.hasPassword ? (
    <PasswordAgain {...{ verb, busy, onConfirmed, onCancel }} email={me.data.email} />
  ) : (
    <ProviderAgain onCancel={onCancel} />
  )
}

function PasswordAgain({ verb, busy, onConfirmed, onCancel, email }: SignAgainProps & { email: string }) {
  const [password, setPassword] = useState("")
  const confirm = useContract(confirmPassword)
  const refusal = confirm.data?.ok === false ? confirm.data : null
  const submit = async () => {
    const result = await confirm.mutateAsync({ password })
    if (result.ok) onConfirmed()
  }
  return (
    <form
      aria-label="Confirm it's you"
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className="text-ink-2">You signed in more than 15 minutes ago. Enter your password to confirm it's you.</p>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        label="Your password"
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={setPassword}
        error={refusal?.detail}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" size="large" busy={busy || confirm.isPending} disabled={!password}>
          {verb}
        </Button>
        <Button size="large" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function ProviderAgain({ onCancel }: { onCancel: () => void }) {
  const pathname = usePathname()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    const entered = await signInWithProvider(`${pathname}${window.location.search}`)
    if (entered.ok) return window.location.assign(entered.url)
    setBusy(false)
    setProblem(entered.detail)
  }
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-2">You signed in more than 15 minutes ago. Sign in again to sign off.</p>
      {problem ? <InlineNotice>{problem}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button variant="primary" size="large" busy={busy} onClick={() => void go()}>
          Sign in again
        </Button>
        <Button size="large" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
