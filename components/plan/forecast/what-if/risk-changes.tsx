import { Section } from "@/components/shell/section"
import { Button, IconButton } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { isCounted } from "@/lib/plan/forecast/what-if"
import type { WhatIf } from "@/lib/plan/forecast/what-if-shape"
import type { RegisterLine } from "@/lib/plan/risks/register"
import { withRisk } from "./draft"

type RiskChangesProps = {
  changes: WhatIf
  register: readonly RegisterLine[]
  onChange: (changes: WhatIf) => void
}

/** The risks that could not happen, or would happen for certain. */
export function RiskChanges({ changes, register, onChange }: RiskChangesProps) {
  const taken = new Set<string>(changes.risks.map(({ id }) => id))
  const titles = new Map<string, string>(register.map(({ id, title }) => [id, title]))
  const options = register
    .filter((entry) => isCounted(entry) && !taken.has(entry.id))
    .map(({ id, title }) => ({ value: String(id), label: title }))
  const add = (chosen: string | null) => {
    const entry = register.find(({ id }) => id === chosen)
    if (entry) onChange(withRisk(changes, entry.id, false))
  }
  return (
    <Section title="Risks">
      <ul>
        {changes.risks.map(({ id, on }) => {
          const name = titles.get(id) ?? "a removed risk"
          return (
            <li key={id} className="mb-1 flex min-h-7 items-center gap-2">
              <span className="min-w-0 flex-1 truncate" title={name}>
                {name}
              </span>
              <Button
                size="small"
                aria-label={`${name}: ${on ? "occurs" : "won't occur"}`}
                onClick={() => onChange(withRisk(changes, id, !on))}
              >
                {on ? "occurs" : "won't occur"}
              </Button>
              <IconButton
                icon="close"
                size="small"
                label={`Reset ${name}`}
                onClick={() => onChange(withRisk(changes, id, null))}
              />
            </li>
          )
        })}
      </ul>
      {options.length > 0 ? (
        <Combobox
          label="Switch a risk"
          hideLabel
          placeholder="Switch a risk…"
          options={options}
          value={null}
          onChange={add}
        />
      ) : changes.risks.length === 0 ? (
        <p className="text-ink-3">No risk affects the schedule.</p>
      ) : null}
    </Section>
  )
}
