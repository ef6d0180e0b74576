"use client"

import { useState } from "react"

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * What somebody is typing over a saved record. Only the fields that were touched are changes: when the record is drawn
 * anew because somebody else saved it, the rest follows and the typing stays. A touched field that somebody else saved
 * meanwhile is overtaken, and the form asks whose counts before it is saved.
 */
export function useDraft<Fields extends object>(saved: Fields) {
  const [touched, setTouched] = useState<Partial<Fields>>({})
  /** What each touched field was when it was touched. */
  const [begun, setBegun] = useState<Partial<Fields>>({})
  const values: Fields = { ...saved, ...touched }
  const changed = (name: keyof Fields): boolean => !isSame(values[name], saved[name])
  const isOvertaken = (name: keyof Fields) => name in touched && changed(name) && !isSame(begun[name], saved[name])
  const names = namesOf<Fields>(saved)
  const overtaken = names.filter(isOvertaken)
  return {
    values,
    changed,
    isChanged: names.some(changed),
    overtaken,
    edit: (change: Partial<Fields>) => {
      setTouched((was) => ({ ...was, ...change }))
      setBegun((was) => ({ ...only(saved, namesOf<Fields>(change)), ...was }))
    },
    useMine: () => setBegun((was) => ({ ...was, ...only(saved, overtaken) })),
    keepTheirs: () => {
      setTouched((was) => without(was, overtaken))
      setBegun((was) => without(was, overtaken))
    },
    clear: () => {
      setTouched({})
      setBegun({})
    },
  }
}

function namesOf<Fields extends object>(fields: Partial<Fields>): (keyof Fields)[]
function namesOf(fields: object): string[] {
  return Object.keys(fields)
}
function only<Fields extends object>(fields: Fields, names: readonly (keyof Fields)[]): Partial<Fields> {
  const kept: Partial<Fields> = {}
  for (const name of names) kept[name] = fields[name]
  return kept
}
function without<Fields extends object>(fields: Partial<Fields>, names: readonly (keyof Fields)[]): Partial<Fields> {
  const rest = { ...fields }
  for (const name of names) delete rest[name]
  return rest
}
