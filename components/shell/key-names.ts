type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">

/** One press as a name: `c`, `?`, `mod+k`, `shift+d`, `escape`; null for a lone modifier. Ctrl and Cmd are both `mod`. */
export function keyOf(press: Press): string | null {
  if (["Shift", "Control", "Meta", "Alt", "CapsLock", "Dead", "Unidentified"].includes(press.key)) return null
  const name = press.key === " " ? "space" : press.key.toLowerCase()
  const isLetter = /^\p{L}$/u.test(press.key)
  const parts = [
    press.ctrlKey || press.metaKey ? "mod" : "",
    press.altKey ? "alt" : "",
    press.shiftKey && (isLetter || press.key.length > 1) ? "shift" : "",
    name,
  ]
  return parts.filter(Boolean).join("+")
}

/** True when a press has no Ctrl, Cmd or Alt: it could be text. */
export const modifierless = (key: string): boolean => !/^(mod|alt)\+/.test(key)

/** True when the last presses are exactly the wanted sequence, written with spaces between. */
export function matchSequence(wanted: string, pressed: readonly string[]): boolean {
  const keys = wanted.toLowerCase().split(" ")
  const last = pressed.slice(-keys.length)
  return last.length === keys.length && keys.every((key, index) => key === last[index])
}

/** The keys as drawn on keycaps: `mod+k` is `Ctrl K`, `g s` is `G` then `S`. */
export const keycapsOf = (keys: string): string[] =>
  keys.split(" ").map((chord) => chord.split("+").map(capOf).join(" "))

const names: Record<string, string> = {
  mod: "Ctrl",
  alt: "Alt",
  shift: "Shift",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
}
const capOf = (key: string): string => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
