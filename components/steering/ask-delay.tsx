"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { Property } from "@/components/shell/side-panel"
import { getAskDelay } from "@/lib/serve/api/generated/addresses"
import type { AskView } from "@/lib/steering/ask"

/** What a week of delay does to the gates, computed from the forecast. */
export function AskDelay({ programmeId, row }: { programmeId: string; row: AskView }) {
  const isOpen = row.decidedOn === null
  const { data } = useAnswer(getAskDelay, isOpen ? { programmeId, recordId: row.id } : null)
  if (!isOpen) return null
  const said = !data
    ? "computing"
    : data.shifts === null
      ? (data.why ?? "Unknown")
      : data.shifts.length === 0
        ? "no gate moves"
        : data.shifts.map(({ gate, days }) => `${gate} P80 ${days > 0 ? "+" : "−"}${Math.abs(days)} d`).join(", ")
  return <Property label="A week later">{said}</Property>
}
