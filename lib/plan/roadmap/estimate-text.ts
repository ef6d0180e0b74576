import { readDays } from "@/lib/base/kernel/number-text"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { estimateFault } from "./work-item"
import type { Estimate } from "./work-item-shapes"

type Known = { readonly optimistic: number | null; readonly likely: number | null; readonly pessimistic: number | null }

/**
 * Reads an estimate in working days as people type it: `2 / 4 / 8` is optimistic, likely, pessimistic; `4` is the likely
 * one, with the other two kept where they allow it; nothing is no estimate. Each may have a unit, as in `1w / 2w / 20 days`.
 * Refused with a sentence.
 */
export function readEstimate(text: string, known: Known): Result<Estimate | null, string> {
  if (text.trim() === "") return ok(null)
  const numbers = text.split(/[/;]|\s+-\s+/).map((part) => readDays(part) ?? Number.NaN)
  if (numbers.some(Number.isNaN) || (numbers.length !== 1 && numbers.length !== 3))
    return refuse("Enter working days, such as 4 or 2 / 4 / 8.")
  const [first = 0, middle = first, last = first] = numbers
  const likely = numbers.length === 3 ? middle : first
  const estimate = {
    optimistic: numbers.length === 3 ? first : Math.min(known.optimistic ?? likely, likely),
    likely,
    pessimistic: numbers.length === 3 ? last : Math.max(known.pessimistic ?? likely, likely),
  }
  const fault = estimateFault(estimate)
  return fault ? refuse(fault) : ok(estimate)
}

/** `2 / 4 / 8`, or `4` when all three are the same; empty without an estimate. */
export function estimateText({ optimistic, likely, pessimistic }: Known): string {
  if (likely === null) return ""
  return optimistic === likely && pessimistic === likely ? `${likely}` : `${optimistic} / ${likely} / ${pessimistic}`
}
