import type { Release } from "@/lib/pack/release"
import type { FactSource } from "./fact"

/** Which metrics are figures of one region, and which of one workspace. */
export type Homes = { readonly regional: string[]; readonly local: string[] }

/**
 * System tables tell of one region. The interfaces of a workspace tell of that workspace, those of the account of all;
 * only files of facts of one's own must say so themselves: a connection knows where it is.
 */
export function homesOf(release: Release, source: FactSource): Homes {
  const measures = release.measures.flatMap((file) => file.measures)
  const regional = measures.flatMap((each) =>
    each.kind === "sql" && each.regional ? [...each.metrics, ...each.also] : [],
  )
  const local = measures.flatMap((each) => (each.kind === "rest" && !each.calls.some(isOfAccount) ? each.metrics : []))
  return { regional, local: source === "rest" ? local : [] }
}

/** Whether a call asks the account rather than a workspace. */
export const isOfAccount = (call: string): boolean => /\/accounts?\//.test(call)
