import type { Day } from "@/lib/base/kernel/day"
import { arePercentagesSaid } from "@/lib/plan/forecast/chance"
import type { GateMove, WhatMoved } from "@/lib/plan/forecast/moved"
import type { PercentileDays } from "@/lib/plan/forecast/percentile"
import type { MoveKind } from "@/lib/plan/forecast/steps"

/** What one forecast said of one gate. */
export type GateDays = PercentileDays & { readonly gateId: string }

/** The newest forecast that was kept, as far as other pages tell of it. */
export type Outlook = {
  readonly runId: string
  readonly statusDay: Day
  readonly gates: readonly GateDays[]
  /** Of the remaining critical work, 0 to 1; null when none is left. */
  readonly confirmedShare: number | null
  readonly moved: WhatMoved | null
  /** False when the plan, the register, the settings or the day has changed since. */
  readonly isCurrent: boolean
}

/** Whether its days may be said with a percentage. */
export const isSaid = ({ confirmedShare }: Pick<Outlook, "confirmedShare">): boolean =>
  arePercentagesSaid(confirmedShare)

export const daysOfGate = (outlook: Pick<Outlook, "gates"> | null, gateId: string): GateDays | null =>
  outlook?.gates.find((each) => each.gateId === gateId) ?? null

/** What can move a gate, in a word or two. */
const kinds: Readonly<Record<MoveKind, string>> = {
  ...{ method: "calculation", scope: "scope", estimates: "estimates", progress: "progress and delays" },
  ...{ links: "links", risks: "risks", calendar: "calendar" },
}

/** `+6 d`, `−3 d`: calendar days, later is positive. */
export const sayShift = (days: number): string => `${days < 0 ? "−" : "+"}${Math.abs(days)} d`

/** `progress and slips +6 d, estimates −3 d`, the largest first; empty when nothing moved. */
export const sayParts = ({ parts }: Pick<GateMove, "parts">): string =>
  parts
    .filter(({ days }) => days !== 0)
    .toSorted((a, b) => Math.abs(b.days) - Math.abs(a.days))
    .map(({ kind, days }) => `${kinds[kind]} ${sayShift(days)}`)
    .join(", ")
