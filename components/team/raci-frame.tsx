"use client"

import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import { accountableCount, pressed, type RaciCell, type RaciPart, type RaciWarnings, TOO_MUCH } from "@/lib/team/raci"
import type { RaciColumn } from "@/lib/team/raci-model"
import { partNames } from "./raci-letter"

/** More columns than this have their names turned. */
const MANY = 12

/** The names of the columns; turned where there is no room. */
export function RaciHead({ columns, current }: { columns: readonly RaciColumn[]; current: number }) {
  const turned = columns.length > MANY
  return (
    <thead className="sticky top-0 z-20 bg-surface">
      <tr>
        <th
          scope="col"
          className="sticky left-0 z-10 min-w-60 border-line border-b bg-surface px-5 pb-2 text-left align-bottom font-normal text-ink-2 text-meta max-md:min-w-40 max-md:px-4"
        >
          Workstream
        </th>
        {columns.map(({ id, name, under }, column) => (
          <th
            key={id}
            scope="col"
            title={`${name}${under ? `, ${under}` : ""}`}
            className={cn(
              "w-12 min-w-12 border-line border-b px-0.5 pt-2 pb-2 text-center align-bottom font-normal text-meta leading-tight max-md:w-10 max-md:min-w-10",
              column === current && "font-semibold",
            )}
          >
            <span
              className={cn(
                "inline-block max-md:h-28 max-md:rotate-180 max-md:[writing-mode:vertical-rl]",
                turned && "h-28 rotate-180 [writing-mode:vertical-rl]",
              )}
            >
              {name}
            </span>
            <span
              className={cn("block font-normal text-ink-3 text-tiny leading-tight max-md:hidden", turned && "hidden")}
            >
              {under}
            </span>
          </th>
        ))}
        <th
          scope="col"
          className="min-w-52 border-line border-b px-3 pb-2 text-left align-bottom font-normal text-ink-2 text-meta"
        >
          Warnings
        </th>
      </tr>
    </thead>
  )
}

type RaciFootProps = {
  columns: readonly RaciColumn[]
  cells: readonly RaciCell[]
  warnings: RaciWarnings
  /** How many workstreams there are. */
  of: number
}

/** How many workstreams each column is accountable for. */
export function RaciFoot({ columns, cells, warnings, of }: RaciFootProps) {
  return (
    <tfoot className="sticky bottom-0 z-20 bg-surface">
      <tr>
        <th
          scope="row"
          className="sticky left-0 z-10 h-(--row) border-line border-t bg-surface px-5 text-left font-normal text-ink-2 max-md:px-4"
        >
          Accountable for, of {of}
        </th>
        {columns.map(({ id, personIds }) => {
          const count = personIds.reduce((sum, personId) => sum + accountableCount(cells, personId), 0)
          const isMuch = personIds.length === 1 && count > TOO_MUCH
          return (
            <td
              key={id}
              className={cn("border-line border-t text-center", isMuch ? "font-semibold text-warn" : "text-ink-2")}
            >
              {count === 0 ? "–" : count}
            </td>
          )
        })}
        <td className="border-line border-t px-3 text-warn">
          {warnings.people.size > 0 ? (
            <span className="flex items-center gap-2 whitespace-nowrap">
              <Icon name="warning" />
              {[...warnings.people.values()].join("; ")}
            </span>
          ) : null}
        </td>
      </tr>
    </tfoot>
  )
}

type TouchBarProps = { name: string; from: RaciPart | null; onSet: (part: RaciPart | null) => void }

/** What keys do elsewhere, for the cell that was touched. */
export function TouchBar({ name, from, onSet }: TouchBarProps) {
  return (
    <div className="hidden flex-none items-center gap-1.5 border-line border-t px-4 py-2 max-md:flex">
      <span className="min-w-0 flex-1 truncate text-ink-2 text-meta">{name}</span>
      {(["R", "A", "AR", "C", "I"] as const).map((part) => (
        <Button key={part} aria-label={`${partNames[part]}: ${name}`} onClick={() => onSet(pressed(from, part))}>
          {part}
        </Button>
      ))}
    </div>
  )
}
