"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import type { Parameter } from "./connections-section"

type ParameterFieldsProps = {
  parameters: readonly Parameter[]
  values: Readonly<Record<string, string>>
  onChange: (values: Readonly<Record<string, string>>) => void
}

/** What the statements are told: periods, production catalogs, what is planned. Folded away until it is wanted. */
export function ParameterFields({ parameters, values, onChange }: ParameterFieldsProps) {
  const [isOpen, setOpen] = useState(false)
  const set = Object.values(values).filter((value) => value.trim() !== "").length
  return (
    <div>
      <Button variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? "Fewer settings" : `What is measured (${set} of ${parameters.length} set)`}
      </Button>
      {isOpen ? (
        <div className="mt-3 space-y-3">
          {parameters.map(({ name, fallback, meaning }) => (
            <TextField
              key={name}
              label={name.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase())}
              value={values[name] ?? ""}
              placeholder={fallback}
              hint={meaning}
              onChange={(value) => onChange({ ...values, [name]: value })}
            />
          ))}
        </div>
      ) : null}
    </div>
  )
}
