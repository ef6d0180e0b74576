"use client"

import { useState } from "react"

/**
 * What somebody is typing over a saved record. Only the fields that were touched are changes: when the record is drawn
 * anew because somebody else saved it, the rest follows and the typing stays.
 */
export function useDraft<Fields extends Readonly<Record<string, string>>>(saved: Fields) {
  const [touched, setTouched] = useState<Partial<Fields>>({})
  const values: Fields = { ...saved, ...touched }
  const changed = (name: keyof Fields): boolean => values[name] !== saved[name]
  return {
    values,
    changed,
    isChanged: Object.keys(saved).some(changed),
    set: (name: keyof Fields, text: string) => setTouched((was) => ({ ...was, [name]: text })),
    clear: () => setTouched({}),
  }
}
