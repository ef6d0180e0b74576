import { canonical } from "@/lib/door/audit/canonical"
import type { ForecastInputs } from "./inputs-shapes"

const words: readonly (readonly [keyof ForecastInputs, string])[] = [
  ["items", "work"],
  ["workstreams", "workstreams"],
  ["gates", "gates"],
  ["links", "dependencies"],
  ["risks", "risks"],
  ["calendar", "calendar"],
  ["settings", "settings"],
  ["statusDay", "date"],
]

/**
 * Which parts of the inputs differ from those of the forecast before, in words: `Changed: work, risks`. Null where none does;
 * then its means differ (seed, trials, engine).
 */
export function sayDifference(before: ForecastInputs, after: ForecastInputs): string | null {
  const differing = words.flatMap(([part, word]) => (canonical(before[part]) === canonical(after[part]) ? [] : [word]))
  return differing.length > 0 ? `Changed: ${differing.join(", ")}` : null
}
