import { useRef } from "react"

/** The next index for a key in a list of `count` entries, or null when the key does not move. Wraps at both ends. */
export function stepInList(key: string, index: number, count: number): number | null {
  if (count === 0) return null
  if (key === "ArrowDown") return (index + 1) % count
  if (key === "ArrowUp") return index <= 0 ? count - 1 : index - 1
  if (key === "Home") return 0
  if (key === "End") return count - 1
  return null
}

const PAUSE_MS = 600

/** Finds the entry that begins with what was typed; typing again within 0.6 s adds to it, one letter repeated walks on. */
export function useTypeAhead(labels: readonly string[]) {
  const typed = useRef({ text: "", at: 0 })
  return (key: string, from: number, at: number): number | null => {
    if (key.length !== 1) return null
    const fresh = at - typed.current.at > PAUSE_MS
    if (key === " " && (fresh || typed.current.text === "")) return null
    const text = (fresh ? "" : typed.current.text) + key.toLowerCase()
    typed.current = { text, at }
    const same = [...text].every((letter) => letter === text[0])
    const needle = same ? key.toLowerCase() : text
    const start = same ? from + 1 : from
    for (let offset = 0; offset < labels.length; offset++) {
      const index = (Math.max(0, start) + offset) % labels.length
      if (labels[index]?.toLowerCase().startsWith(needle)) return index
    }
    return null
  }
}
