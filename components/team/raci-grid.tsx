// biome-ignore-all lint/a11y/useSemanticElements: a table that is walked cell by cell is a grid to assistive technology
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: the same
"use client"

import { type KeyboardEvent, useRef, useState } from "react"
import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { isAccountable, pressed, type RaciCell, type RaciPart, type RaciWarnings } from "@/lib/team/raci"
import type { PartIn, RaciColumn } from "@/lib/team/raci-model"
import { RaciFoot, RaciHead, TouchBar } from "./raci-frame"
import { partNames, RaciMark } from "./raci-letter"
import type { CellChange } from "./use-raci"

type RaciGridProps = {
  roadmap: RoadmapView
  columns: readonly RaciColumn[]
  cells: readonly RaciCell[]
  partIn: PartIn
  warnings: RaciWarnings
  onlyWarned: boolean
  mayEdit: boolean
  onChange: (changes: readonly CellChange[]) => void
}

const letters: Readonly<Record<string, RaciPart>> = { r: "R", a: "A", c: "C", i: "I", A: "AR" }

/** Workstreams by people: arrows walk, letters set. */
export function RaciGrid(props: RaciGridProps) {
  const { roadmap, columns, cells, partIn, warnings, onlyWarned, mayEdit, onChange } = props
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const rows = roadmap.workstreams.filter(({ id }) => !onlyWarned || warnings.workstreams.has(id))
  const stages = roadmap.stages.flatMap((stage) => {
    const own = rows.filter(({ stageId }) => stageId === stage.id)
    return own.length === 0 ? [] : [{ stage, own }]
  })
  const ordered = stages.flatMap(({ own }) => own)
  const current = { row: Math.min(at.row, ordered.length - 1), column: Math.min(at.column, columns.length - 1) }
  const focus = (row: number, column: number) => {
    const next = {
      row: Math.max(0, Math.min(ordered.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    }
    setAt(next)
    box.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus()
  }
  const workstream = ordered[current.row]
  const [personId] = columns[current.column]?.personIds ?? []
  const chosen =
    mayEdit && workstream && personId
      ? { workstream, personId, from: partIn(workstream.id, { id: "", name: "", under: "", personIds: [personId] }) }
      : null
  const set = (to: RaciPart | null) => {
    if (!chosen || to === chosen.from) return
    onChange([{ workstreamId: chosen.workstream.id, personId: chosen.personId, from: chosen.from, to }])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { row, column } = current
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ...{ ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], ArrowLeft: [row, column - 1] },
      ...{ ArrowRight: [row, column + 1], Home: [row, 0], End: [row, columns.length - 1] },
    }
    const to = moves[event.key]
    if (to) focus(to[0], to[1])
    else if (chosen) {
      const key = letters[event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase()]
      const clears = event.key === "Delete" || event.key === "Backspace"
      if (!clears && !(key && (event.key !== "A" || event.shiftKey))) return
      set(clears || !key ? null : pressed(chosen.from, key))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  let line = -1
  return (
    <>
      <div ref={box} className="min-h-0 flex-1 overflow-auto">
        <table
          role="grid"
          aria-label="RACI"
          onKeyDown={onKeyDown}
          className="w-full border-separate border-spacing-0 text-body"
        >
          <RaciHead columns={columns} current={current.column} />
          <tbody>
            {stages.flatMap(({ stage, own }) => [
              <tr key={stage.id}>
                <th
                  scope="rowgroup"
                  colSpan={columns.length + 2}
                  className="h-(--row) border-line border-b bg-sunken px-5 text-left font-semibold text-meta max-md:px-4"
                >
                  <span className="sticky left-5">
                    {stage.number} {stage.name}
                  </span>
                </th>
              </tr>,
              ...own.map(({ id, name }) => {
                line += 1
                const row = line
                const warning = warnings.workstreams.get(id)
                const several = cells.filter((each) => each.workstreamId === id && isAccountable(each.part)).length > 1
                return (
                  <tr key={id} className={cn("group", row === current.row && "bg-hover")}>
                    <th
                      scope="row"
                      className={cn(
                        "sticky left-0 z-10 h-(--row) border-line border-b pr-2 pl-9 text-left max-md:pl-4",
                        row === current.row ? "bg-hover font-medium" : "bg-surface font-normal",
                      )}
                    >
                      {name}
                    </th>
                    {columns.map((each, column) => {
                      const part = partIn(id, each)
                      const isHere = row === current.row && column === current.column
                      return (
                        <td
                          key={each.id}
                          role="gridcell"
                          data-cell={`${row} ${column}`}
                          tabIndex={isHere ? 0 : -1}
                          aria-label={`${name}, ${each.name}: ${part ? partNames[part] : "empty"}`}
                          onFocus={() => setAt({ row, column })}
                          className="inset-focus h-(--row) border-line border-b text-center align-middle hover:bg-hover"
                        >
                          {part ? <RaciMark part={part} ringed={several && isAccountable(part)} /> : null}
                        </td>
                      )
                    })}
                    <td className="border-line border-b px-3 text-warn">
                      {warning ? (
                        <span className="flex items-center gap-2 whitespace-nowrap">
                          <Icon name="warning" />
                          {warning}
                        </span>
                      ) : null}
                    </td>
                  </tr>
                )
              }),
            ])}
          </tbody>
          <RaciFoot {...{ columns, cells, warnings }} of={roadmap.workstreams.length} />
        </table>
        {ordered.length === 0 ? (
          <p className="px-5 py-3 text-ink-2">
            {roadmap.workstreams.length === 0 ? "This programme has no workstreams." : "No workstream has a warning."}
          </p>
        ) : null}
      </div>
      {chosen ? (
        <TouchBar
          name={`${chosen.workstream.name}, ${columns[current.column]?.name ?? ""}`}
          from={chosen.from}
          onSet={set}
        />
      ) : null}
    </>
  )
}
