"use client"

import { Section } from "@/components/shell/section"
import { IconButton } from "@/components/ui/button"
import type { ScenarioView } from "@/lib/plan/forecast/scenario-contract"
import type { WhatIf } from "@/lib/plan/forecast/what-if-shape"
import type { WhatIfActions } from "./use-what-if"

type KeptWhatIfsProps = {
  scenarios: readonly ScenarioView[]
  currentId: string | null
  mayEdit: boolean
  actions: WhatIfActions
}

/** What-ifs under a name, to open again or to drop. */
export function KeptWhatIfs({ scenarios, currentId, mayEdit, actions }: KeptWhatIfsProps) {
  if (scenarios.length === 0) return null
  const drop = (scenario: ScenarioView) => {
    if (scenario.id === currentId) actions.clear()
    void actions.drop(scenario)
  }
  return (
    <Section title="Saved what-ifs">
      <ul>
        {scenarios.map((scenario) => (
          <li key={scenario.id} className="flex min-h-row items-center gap-2 border-line border-t">
            <button
              type="button"
              aria-current={scenario.id === currentId ? "true" : undefined}
              onClick={() => actions.open(scenario)}
              className="min-w-0 flex-1 truncate rounded-sm text-left underline decoration-line-strong underline-offset-[3px] hover:decoration-current aria-[current=true]:font-semibold"
            >
              {scenario.name}
            </button>
            <span className="flex-none text-ink-3 text-meta">
              {scenario.appliedAt ? "applied" : sayCount(scenario.changes)}
            </span>
            {mayEdit ? (
              <IconButton icon="trash" size="small" label={`Delete ${scenario.name}`} onClick={() => drop(scenario)} />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function sayCount({ plan, risks }: WhatIf): string {
  const count = plan.items.length + plan.workstreams.length + plan.links.length + risks.length
  return `${count} ${count === 1 ? "change" : "changes"}`
}
