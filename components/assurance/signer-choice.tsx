"use client"

import { Checkbox } from "@/components/ui/checkbox"
import { nameOfResponsibility } from "@/lib/assurance/responsibility"

const known = ["sponsor", "security", "data-protection", "finance", "data-owner", "operations", "people"] as const

type SignerChoiceProps = { chosen: readonly string[]; onChange: (keys: readonly string[]) => void }

/** Which responsibilities must sign; at least two different people do. */
export function SignerChoice({ chosen, onChange }: SignerChoiceProps) {
  const all = [...new Set<string>([...known, ...chosen])]
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ink-2 text-meta">Signatories (at least two)</legend>
      <div className="grid grid-cols-2 gap-x-3 gap-y-1.5">
        {all.map((key) => (
          <Checkbox
            key={key}
            label={nameOfResponsibility(key)}
            checked={chosen.includes(key)}
            onChange={(on) => onChange(on ? [...chosen, key] : chosen.filter((each) => each !== key))}
          />
        ))}
      </div>
    </fieldset>
  )
}
