"use client"

import { useMemo } from "react"
import { useQueryOfPage } from "@/components/shell/use-query"
import { isOneOf } from "@/lib/base/kernel/one-of"
import { likelihoodBand } from "@/lib/plan/risks/exposure"
import { registerKinds } from "@/lib/plan/risks/register"
import type { RegisterKind, RegisterLine } from "@/lib/plan/risks/register-shapes"

/** What of the register is shown, and how: kept in the address. */
export function useRegisterView() {
  const [query, change] = useQueryOfPage()
  const kind = query.get("kind")
  const cell = /^[1-5]-[1-5]$/.test(query.get("cell") ?? "") ? query.get("cell") : null
  const entryId = query.get("entry")
  return {
    kind: isOneOf(registerKinds, kind) ? kind : null,
    withClosed: query.get("state") === "all",
    withMatrix: query.get("matrix") === "on",
    cell,
    entryId,
    setKind: (next: RegisterKind | null) => change({ kind: next, cell: null }),
    setClosed: (on: boolean) => change({ state: on ? "all" : null }),
    setMatrix: (on: boolean) => change({ matrix: on ? "on" : null, cell: null }),
    setCell: (next: string | null) => change({ cell: next }),
    showAll: () => change({ kind: null, cell: null, state: "all" }),
    open: (id: string) => change({ entry: id }, entryId === null ? "push" : "replace"),
    close: () => change({ entry: null }, "push"),
  }
}
export type RegisterViewState = ReturnType<typeof useRegisterView>

/** The entries by kind and state, and of these the ones in the chosen cell of the matrix. */
export function useShown(
  entries: readonly RegisterLine[],
  view: Pick<RegisterViewState, "kind" | "withClosed" | "cell">,
) {
  const { kind, withClosed, cell } = view
  return useMemo(() => {
    const ofKind = entries.filter(
      (entry) => (kind === null || entry.kind === kind) && (withClosed || entry.state === "open"),
    )
    const isIn = ({ probability, impact }: RegisterLine) =>
      probability !== null && `${likelihoodBand(probability)}-${impact}` === cell
    return { ofKind, shown: cell === null ? ofKind : ofKind.filter(isIn) }
  }, [entries, kind, withClosed, cell])
}
