// biome-ignore-all lint/a11y/useSemanticElements: a table that is walked cell by cell is a grid to assistive technology
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: the same
"use client"

import { type KeyboardEvent, useRef, useState } from "react"
import { cn } from "@/components/ui/class-names"
import type { Id } from "@/lib/base/kernel/id"
import { type Held, type RoleNeeds, type SkillCell, skillCellOf, skillLevels } from "@/lib/team/skill"

type SkillGridProps = {
  skills: readonly { readonly key: string; readonly name: string; readonly description: string }[]
  people: readonly { readonly id: Id; readonly name: string; readonly roleKey: string | null }[]
  roles: readonly RoleNeeds[]
  held: readonly Held[]
  mayEdit: boolean
  onChange: (personId: Id, skillKey: string, from: number | null, to: number | null) => void
}

const looks: Readonly<Record<SkillCell["state"], string>> = {
  met: "bg-pressed font-medium",
  short: "bg-warn-wash font-semibold text-warn",
  unknown: "border border-dashed border-ink-3 text-ink-3",
  free: "text-ink-2",
}

const say = ({ level, needed, state }: SkillCell) =>
  `${level === null ? "unknown" : `${level} ${skillLevels[level]}`}${needed === null ? "" : `, ${needed} needed`}${state === "short" ? ", short" : ""}`

/** Skills by people: the level each has, against what their role needs; keys 0 to 4 set it. */
export function SkillGrid({ skills, people, roles, held, mayEdit, onChange }: SkillGridProps) {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const go = (row: number, column: number) => {
    const next = {
      row: Math.max(0, Math.min(skills.length - 1, row)),
      column: Math.max(0, Math.min(people.length - 1, column)),
    }
    setAt(next)
    box.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { row, column } = at
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ...{ ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], ArrowLeft: [row, column - 1] },
      ...{ ArrowRight: [row, column + 1], Home: [row, 0], End: [row, people.length - 1] },
    }
    const to = moves[event.key]
    const [skill, person] = [skills[row], people[column]]
    if (to) go(to[0], to[1])
    else if (mayEdit && skill && person) {
      const clears = event.key === "Delete" || event.key === "Backspace"
      if (!clears && !/^[0-4]$/.test(event.key)) return
      const { level } = skillCellOf(person, skill.key, roles, held)
      const next = clears ? null : Number(event.key)
      if (next !== level) onChange(person.id, skill.key, level, next)
    } else return
    event.preventDefault()
  }
  return (
    <div ref={box} className="overflow-auto">
      <table role="grid" aria-label="Skills" onKeyDown={onKeyDown} className="border-separate border-spacing-0">
        <thead className="sticky top-0 z-20 bg-surface">
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-56 border-line border-b bg-surface px-5 pb-2 text-left align-bottom font-normal text-ink-2 text-meta max-md:min-w-36 max-md:px-4"
            >
              Skill
            </th>
            {people.map(({ id, name }, column) => (
              <th
                key={id}
                scope="col"
                title={name}
                className={cn(
                  "w-14 min-w-14 border-line border-b px-0.5 pt-2 pb-2 text-center align-bottom font-normal text-meta leading-tight max-md:w-10 max-md:min-w-10",
                  column === at.column && "font-semibold",
                )}
              >
                <span className="inline-block max-md:h-28 max-md:rotate-180 max-md:[writing-mode:vertical-rl]">
                  {name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {skills.map(({ key, name, description }, row) => (
            <tr key={key} className={cn(row === at.row && "bg-hover")}>
              <th
                scope="row"
                title={description}
                className={cn(
                  "sticky left-0 z-10 h-(--row) border-line border-b px-5 text-left max-md:px-4",
                  row === at.row ? "bg-hover font-medium" : "bg-surface font-normal",
                )}
              >
                {name}
              </th>
              {people.map((person, column) => {
                const cell = skillCellOf(person, key, roles, held)
                const isHere = row === at.row && column === at.column
                return (
                  <td
                    key={person.id}
                    role="gridcell"
                    data-cell={`${row} ${column}`}
                    tabIndex={isHere ? 0 : -1}
                    aria-label={`${name}, ${person.name}: ${say(cell)}`}
                    title={say(cell)}
                    onFocus={() => setAt({ row, column })}
                    className="inset-focus h-(--row) border-line border-b text-center align-middle hover:bg-hover"
                  >
                    {cell.state === "free" && cell.level === null ? null : (
                      <span
                        className={cn(
                          "inline-flex h-5.5 w-9 items-center justify-center rounded-sm text-meta tabular-nums",
                          looks[cell.state],
                        )}
                      >
                        {cell.level ?? "?"}
                        {cell.needed === null ? null : <span className="font-normal">/{cell.needed}</span>}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
