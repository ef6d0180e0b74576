import { Section } from "@/components/roadmap/panel/section"
import { IconButton } from "@/components/ui/button"
import type { WhatIf } from "@/lib/forecast/what-if"
import { withRisk } from "./draft"

type RiskChangesProps = {
  changes: WhatIf
  nameOf: (id: string) => string | null
  onChange: (changes: WhatIf) => void
}

/** The risks that are switched; they are switched in the list on the page. */
export function RiskChanges({ changes, nameOf, onChange }: RiskChangesProps) {
  return (
    <Section title="Risks">
      {changes.risks.length === 0 ? (
        <p className="text-ink-3">As the register has them; switch them in the list on the page.</p>
      ) : (
        <ul>
          {changes.risks.map(({ id, on }) => {
            const name = nameOf(id) ?? "a risk that is gone"
            return (
              <li key={id} className="flex min-h-7 items-center gap-2">
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="flex-none text-ink-3 text-meta">{on ? "happens" : "cannot happen"}</span>
                <IconButton
                  icon="close"
                  size="small"
                  label={`Leave ${name} as it is`}
                  onClick={() => onChange(withRisk(changes, id, null))}
                />
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
