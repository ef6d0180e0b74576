"use client"

import { useState } from "react"
import { TextField } from "@/components/ui/text-field"
import { MIN_PASSWORD_LENGTH } from "@/lib/people/accounts/password"

type NewPasswordFieldProps = {
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  label?: string
}

/** A password that is being chosen, with a button that shows it. */
export function NewPasswordField({ value, onChange, error, label = "Password" }: NewPasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <TextField
      label={label}
      name="new-password"
      type={shown ? "text" : "password"}
      autoComplete="new-password"
      spellCheck={false}
      required
      value={value}
      onChange={onChange}
      error={error}
      hint={`At least ${MIN_PASSWORD_LENGTH} characters. A few random words work well.`}
      trailing={
        <button
          type="button"
          aria-pressed={shown}
          aria-label="Show the password"
          className="h-6 rounded-sm px-1.5 hover:bg-hover hover:text-ink"
          onClick={() => setShown((was) => !was)}
        >
          {shown ? "Hide" : "Show"}
        </button>
      }
    />
  )
}
