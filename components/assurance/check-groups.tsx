"use client"

import { type Grouping, groupChecks, sayStanding } from "@/lib/assurance/groups"
import { CheckGroup } from "./check-group"
import type { Assurance } from "./use-assurance"
import { useOpenGroups } from "./use-open-groups"
import type { Opened } from "./use-opened"

type CheckGroupsProps = { assurance: Assurance; opened: Opened; by: Grouping }

/** All checks by the stage they lie in or the gate they are due at. */
export function CheckGroups({ assurance, opened, by }: CheckGroupsProps) {
  const { checks, lines, roadmap } = assurance
  const open = useOpenGroups()
  const criteria = lines.filter(({ kind }) => kind === "criterion")
  const groups = groupChecks(checks, by, { ...roadmap, criteria })
  return (
    <div className="pb-8">
      <p className="max-w-[76ch] text-pretty px-5 pt-4 pb-3 text-ink-2 max-md:px-4">{sayStanding(checks)}</p>
      <ul className="border-line border-t">
        {groups.map((group) => (
          <CheckGroup
            key={group.id}
            {...{ group, by, roadmap }}
            expanded={open.ids.includes(group.id)}
            onToggle={() => open.toggle(group.id)}
            onOpen={opened.openCheck}
          />
        ))}
      </ul>
    </div>
  )
}
