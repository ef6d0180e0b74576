"use client"

import { useEffect, useEffectEvent, useSyncExternalStore } from "react"
import { keyOf, matchSequence, modifierless } from "./key-names"

export type Shortcut = {
  /** `c`, `?`, `g s` (one after the other), `mod+k` (Ctrl, on a Mac Cmd), `shift+d`. */
  keys: string
  /** What it does, as the help lists it. */
  label: string
  group: string
}

type Entry = Shortcut & { run: () => void }

const PAUSE_MS = 1_000
let entries: readonly Entry[] = []
let pressed: { keys: string[]; at: number } = { keys: [], at: 0 }
const listeners = new Set<() => void>()

function change(next: readonly Entry[]) {
  entries = next
  for (const listener of listeners) listener()
}

/** True where letters are text: fields, editable content. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type)
  return target.isContentEditable || target.matches("textarea,select,[role=combobox],[role=menu] *")
}

/** In a field they take back what was typed there. */
const undoKeys: ReadonlySet<string> = new Set(["mod+z", "mod+shift+z", "mod+y"])

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  const key = keyOf(event)
  if (!key) return
  const free = modifierless(key) || undoKeys.has(key)
  if (free && (isTyping(event.target) || document.querySelector("dialog[open]"))) return
  const fresh = event.timeStamp - pressed.at > PAUSE_MS
  pressed = { keys: [...(fresh ? [] : pressed.keys), key].slice(-3), at: event.timeStamp }
  const found = [...entries].reverse().find((entry) => matchSequence(entry.keys, pressed.keys))
  if (!found) return
  event.preventDefault()
  pressed = { keys: [], at: 0 }
  found.run()
}

function register(entry: Entry) {
  if (entries.length === 0) document.addEventListener("keydown", onKeyDown)
  change([...entries, entry])
  return () => {
    change(entries.filter((other) => other !== entry))
    if (entries.length === 0) document.removeEventListener("keydown", onKeyDown)
  }
}

type ShortcutOptions = {
  /** Heading in the help; "This page" unless told. */
  group?: string
  enabled?: boolean
}

/**
 * Runs `handler` on a key, a chord or a sequence while the component is on screen, and lists it in the help (`?`).
 * Single keys are ignored while someone types or a dialog is open. Of two for the same keys the later mounted wins.
 */
export function useShortcut(keys: string, label: string, handler: () => void, options: ShortcutOptions = {}): void {
  const { group = "This page", enabled = true } = options
  const run = useEffectEvent(handler)
  useEffect(() => {
    if (!enabled) return
    return register({ keys, label, group, run: () => run() })
  }, [keys, label, group, enabled])
}

const none: readonly Shortcut[] = []

/** All shortcuts that work now. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => entries,
    () => none,
  )
}
