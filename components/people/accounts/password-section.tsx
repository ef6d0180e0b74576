"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import { call } from "@/lib/door/call"
import { changePassword } from "@/lib/serve/api/generated/addresses"
import { NewPasswordField } from "./new-password-field"
import { noRefusal, refusalOf } from "./refusal"
import { Section } from "./section"
import { useAct } from "./use-act"

/** Changing the password, which signs out every other browser. */
export function PasswordSection({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const [current, setCurrent] = useState("")
  const [password, setPassword] = useState("")
  const [refusal, setRefusal] = useState(noRefusal)
  const { act, busy } = useAct()
  const save = async () => {
    const done = { text: "Password changed. Your other browsers are signed out and your API tokens revoked" }
    const result = await act(() => call(changePassword, { current, password }), done)
    setRefusal(refusalOf(result))
    if (!result.ok) return
    setCurrent("")
    setPassword("")
  }
  if (!hasPassword)
    return (
      <Section title="Password" note="You sign in with your identity provider, so you have no password here.">
        {null}
      </Section>
    )
  return (
    <Section title="Password" note="Changing it signs out your other browsers and revokes your API tokens.">
      <form
        className="flex max-w-[420px] flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          label="Current password"
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={setCurrent}
          error={refusal.field("current")}
        />
        <NewPasswordField
          label="New password"
          value={password}
          onChange={setPassword}
          error={refusal.field("password")}
        />
        {refusal.sentence ? <InlineNotice>{refusal.sentence}</InlineNotice> : null}
        <div>
          <Button type="submit" busy={busy} disabled={!current || !password} className="h-8">
            Change password
          </Button>
        </div>
      </form>
    </Section>
  )
}
