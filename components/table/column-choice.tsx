"use client"

import { useMemo, useSyncExternalStore } from "react"
import { Button } from "@/components/ui/button"
import { Menu, type MenuEntry } from "@/components/ui/menu"
import type { ColumnHead } from "./column"

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  window.addEventListener("storage", listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener("storage", listener)
  }
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Beside what is hidden it keeps which columns there were: one that comes later stands as it does at first. */
function store(key: string, hidden: readonly string[] | null, known: readonly string[] = []) {
  try {
    if (hidden === null) localStorage.removeItem(key)
    else localStorage.setItem(key, `${hidden.join(",")}|${known.join(",")}`)
  } catch {
    // A browser that keeps nothing still shows the table.
  }
  for (const listener of listeners) listener()
}

export type ColumnChoice = {
  hidden: ReadonlySet<string>
  choices: readonly { id: string; label: string; shown: boolean }[]
  toggle: (id: string) => void
  reset: () => void
}

/** Which columns this person shows in this table, kept in the browser. Give `hidden` to the table, the rest to `ColumnMenu`. */
export function useColumnChoice(table: string, columns: readonly ColumnHead[]): ColumnChoice {
  const key = `lakeward:columns:${table}`
  const stored = useSyncExternalStore(
    subscribe,
    () => readStored(key),
    () => null,
  )
  return useMemo(() => {
    const atFirst = columns.filter((column) => column.hiddenAtFirst).map((column) => column.id)
    const ids = columns.map(({ id }) => id)
    const [chosen = [], known = ids] = stored?.split("|").map((list) => list.split(",").filter(Boolean)) ?? [atFirst]
    const hidden = new Set([...chosen, ...atFirst.filter((id) => !known.includes(id))])
    const choosable = columns.filter((column, index) => index > 0 && column.hideable !== false)
    return {
      hidden,
      choices: choosable.map((column) => ({ id: column.id, label: column.header, shown: !hidden.has(column.id) })),
      toggle: (id) => store(key, hidden.has(id) ? [...hidden].filter((other) => other !== id) : [...hidden, id], ids),
      reset: () => store(key, null),
    }
  }, [columns, stored, key])
}

/** The button that chooses columns; `more` is offered below them. */
export function ColumnMenu({ choice, more = [] }: { choice: ColumnChoice; more?: readonly MenuEntry[] }) {
  return (
    <Menu
      label="Columns"
      align="end"
      trigger={(props) => (
        <Button {...props} icon="columns">
          Columns
        </Button>
      )}
      entries={[
        ...choice.choices.map(({ id, label, shown }) => ({
          id,
          label,
          checked: shown,
          onSelect: () => choice.toggle(id),
        })),
        { kind: "separator", id: "before reset" },
        { id: "reset", label: "Undo reset", icon: "undo", onSelect: choice.reset },
        ...more,
      ]}
    />
  )
}
