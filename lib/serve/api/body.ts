import { ok, type Result, refuse } from "@/lib/base/kernel/result"

export const MAX_BODY_BYTES = 1_048_576
const MAX_DEPTH = 20
const MAX_NODES = 100_000

/** True for text that PostgreSQL and every other reader can hold: no NUL, no half of a surrogate pair. */
export const isCleanText = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed()

/**
 * Reads a JSON body strictly: depth and size are bounded, and text that could not be kept or that reaches for
 * prototypes is refused.
 */
export function readJson(text: string): Result<unknown, "bad-json" | "bad-text"> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse("bad-json")
  }
  let nodes = 0
  const walk = (node: unknown, depth: number): "bad-json" | "bad-text" | null => {
    nodes += 1
    if (depth > MAX_DEPTH || nodes > MAX_NODES) return "bad-json"
    if (typeof node === "string") return isCleanText(node) ? null : "bad-text"
    if (typeof node !== "object" || node === null) return null
    for (const [key, member] of Object.entries(node)) {
      if (key === "__proto__" || !isCleanText(key)) return "bad-text"
      const fault = walk(member, depth + 1)
      if (fault) return fault
    }
    return null
  }
  const fault = walk(value, 0)
  return fault ? refuse(fault) : ok(value)
}
