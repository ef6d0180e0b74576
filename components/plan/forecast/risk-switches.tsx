"use client"

import Link from "next/link"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { rounded } from "@/lib/base/kernel/rounded"
import type { RiskEffect } from "@/lib/plan/forecast/absorbed"
import { sayEffect } from "@/lib/plan/forecast/say-effect"
import { isCounted } from "@/lib/plan/forecast/what-if"
import type { WhatIf } from "@/lib/plan/forecast/what-if-shape"
import type { RegisterLine } from "@/lib/plan/risks/register"
import { Part } from "./part"

type RiskSwitchesProps = {
  readonly programmeId: string
  readonly register: readonly RegisterLine[]
  readonly risks: WhatIf["risks"]
  readonly onSwitch: (id: string, on: boolean | null) => void
  readonly effects: readonly RiskEffect[]
  readonly nameOf: (id: string) => string | null
}

/** Every risk that delays the plan, to switch off or to let happen for certain; a preview, nothing is kept. */
export function RiskSwitches({ programmeId, register, risks, onSwitch, effects, nameOf }: RiskSwitchesProps) {
  const counted = register.filter(isCounted).toSorted((a, b) => (b.expectedDelay ?? 0) - (a.expectedDelay ?? 0))
  const said = (id: string) => {
    const effect = effects.find(({ riskId }) => riskId === id)
    const gate = effect ? nameOf(effect.gateId) : null
    return effect && gate ? sayEffect(effect, gate) : null
  }
  const known = new Map(risks.map(({ id, on }) => [id, on]))
  return (
    <Part
      title="Risks in the forecast"
      action={
        <Link
          href={`/programmes/${programmeId}/assurance/risks`}
          className="text-ink-2 text-meta underline decoration-1 underline-offset-2 hover:text-ink"
        >
          All risks
        </Link>
      }
    >
      {counted.length === 0 ? (
        <p className="text-pretty text-ink-2">
          No risk affects the schedule yet. A risk needs a probability, a schedule impact and an affected workstream or
          gate.
        </p>
      ) : (
        <ul>
          {counted.map((entry) => (
            <RiskSwitch
              key={entry.id}
              entry={entry}
              on={known.get(entry.id) ?? null}
              onSwitch={onSwitch}
              effect={said(entry.id)}
            />
          ))}
        </ul>
      )}
    </Part>
  )
}

type RiskSwitchProps = {
  entry: RegisterLine
  on: boolean | null
  onSwitch: RiskSwitchesProps["onSwitch"]
  /** What it would do to the finish, in words. */
  effect: string | null
}

function RiskSwitch({ entry, on, onSwitch, effect }: RiskSwitchProps) {
  const { id, title, kind, probability, delay } = entry
  const likely = kind === "issue" ? "happened" : `${rounded((probability ?? 0) * 100)}%`
  const days = delay ? `${delay.optimistic} / ${delay.likely} / ${delay.pessimistic} d` : ""
  return (
    <li className="flex min-h-row items-center gap-3 border-line border-t py-1">
      <span className="min-w-0 flex-1">
        <Checkbox label={title} checked={on !== false} onChange={(checked) => onSwitch(id, checked ? null : false)} />
        {effect ? (
          <span className="block pl-6 text-pretty text-ink-3 text-meta">
            {kind === "issue" ? "It" : "If it occurs, it"} {effect}.
          </span>
        ) : null}
      </span>
      <span className="flex-none text-ink-3 text-meta max-md:hidden">
        {likely}, {days}
      </span>
      {kind === "issue" ? null : (
        <Button
          size="small"
          variant={on === true ? "default" : "quiet"}
          aria-pressed={on === true}
          aria-label={`Assume it occurs: ${title}`}
          onClick={() => onSwitch(id, on === true ? null : true)}
        >
          Assume it occurs
        </Button>
      )}
    </li>
  )
}
