"use client"

import { createContext, type ReactNode, use } from "react"
import type { Words } from "@/lib/records/kind"
import type { Slot } from "@/lib/records/slot"
import type { Lookups } from "./lookups"

/** A record on screen, whatever its type. */
export type Row = { readonly id: string; readonly version: number; readonly number: number }

/** What cells, editors and properties of a type of record work with. */
export type RecordActions = {
  readonly slots: readonly Slot[]
  readonly lookups: Lookups
  readonly words: Words
  readonly mayEdit: boolean
  /** As the type is declared: "environment". */
  readonly recordType: string
  readonly nameOf: (row: Row) => string
  readonly set: (row: Row, slot: Slot, value: unknown) => Promise<boolean>
}

const Context = createContext<RecordActions | null>(null)

export function RecordActionsProvider({ actions, children }: { actions: RecordActions; children: ReactNode }) {
  return <Context value={actions}>{children}</Context>
}

/** @throws outside a `RecordActionsProvider` */
export function useRecordActions(): RecordActions {
  const actions = use(Context)
  if (!actions) throw new Error("useRecordActions needs a RecordActionsProvider above it")
  return actions
}
