"use client"

import { ClaimedProvedLegend } from "@/components/ui/claimed-proved-bar"
import { groupChecks, sayStanding } from "@/lib/assurance/groups"
import { CheckGroup } from "./check-group"
import { LineTable } from "./line-table"
import { openLineOf } from "./open-line"
import type { Assurance } from "./use-assurance"
import { useOpenGroups } from "./use-open-groups"
import type { Opened } from "./use-opened"

/** The success checklist, the gates, and at the end the checks that belong to neither. */
export function Lines({ assurance, opened }: { assurance: Assurance; opened: Opened }) {
  const { checks, lines, roadmap } = assurance
  const groups = useOpenGroups()
  const currentId = openLineOf(assurance, opened)?.id ?? null
  const criteria = lines.filter(({ kind }) => kind === "criterion")
  const gates = lines.filter(({ kind }) => kind === "gate")
  const atGates = new Set(gates.flatMap(({ checkIds }) => checkIds))
  const rest = groupChecks(
    checks.filter(({ id }) => !atGates.has(id)),
    "criterion",
    { ...roadmap, criteria },
  ).find(({ id }) => id === "rest")
  const shared = { assurance, currentId, onOpen: opened.openLine }
  return (
    <div className="pb-8">
      <p className="max-w-[76ch] text-pretty px-5 pt-4 text-ink-2 max-md:px-4">{sayStanding(checks)}</p>
      <LineTable {...shared} label="Success checklist" lines={criteria} action={<ClaimedProvedLegend />} />
      <div className="h-3" />
      <LineTable {...shared} label="Gates" lines={gates} />
      {rest ? (
        <ul className="mt-5 border-line border-t">
          <CheckGroup
            group={rest}
            by="criterion"
            roadmap={roadmap}
            expanded={groups.ids.includes(rest.id)}
            onToggle={() => groups.toggle(rest.id)}
            onOpen={opened.openCheck}
          />
        </ul>
      ) : null}
    </div>
  )
}
