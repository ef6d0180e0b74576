import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { UseCaseChange, UseCaseRefusal, UseCaseView } from "./use-case"

/** A place by hand has a reason; without a place the reason goes too. Pure: the screen asks it too. */
export function judgeUseCase(before: UseCaseView | null, change: UseCaseChange): Result<UseCaseChange, UseCaseRefusal> {
  if (before && change.needsIds?.includes(before.id)) return refuse("circle")
  const place = change.place === undefined ? (before?.place ?? null) : change.place
  const reason = change.placeReason === undefined ? (before?.placeReason ?? null) : change.placeReason
  if (place === null) return ok(reason === null ? change : { ...change, placeReason: null })
  const isAsked = change.place !== undefined || change.placeReason !== undefined
  return isAsked && (reason === null || reason.trim() === "") ? refuse("needs-a-reason") : ok(change)
}

type Needing = { readonly id: string; readonly needsIds: readonly string[] }
/** Whether a use case would wait for itself if it needed these. */
export function waitsForItself(all: readonly Needing[], id: string, needsIds: readonly string[]): boolean {
  const needsOf = new Map(all.map((each) => [each.id, each.needsIds]))
  const seen = new Set(needsIds)
  for (const each of seen) for (const next of each === id ? [] : (needsOf.get(each) ?? [])) seen.add(next)
  return seen.has(id)
}
