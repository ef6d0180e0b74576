"use client"

import { useEffect, useEffectEvent, useState } from "react"
import { signOut } from "@/lib/people/accounts/authenticate"
import { FormFrame } from "./form-frame"

/** Signs this browser out: at once when the person asked for it here, else after a press. */
export function SignOutForm({ atOnce }: { atOnce: boolean }) {
  const [busy, setBusy] = useState(atOnce)
  const [refusal, setRefusal] = useState<string>()
  const leave = async () => {
    setBusy(true)
    const left = await signOut()
    if (left.ok) return location.assign("/sign-in")
    setBusy(false)
    setRefusal(left.detail)
  }
  const start = useEffectEvent(() => void leave())
  useEffect(() => {
    if (atOnce) start()
  }, [atOnce])
  return (
    <FormFrame action="Sign out" busy={busy} refusal={refusal} onSubmit={() => void leave()}>
      {null}
    </FormFrame>
  )
}
