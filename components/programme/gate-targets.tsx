"use client"

import { Section } from "@/components/accounts/section"
import { useAct } from "@/components/accounts/use-act"
import { useAnswer } from "@/components/data/use-contract"
import { DateField } from "@/components/ui/date-field"
import { call } from "@/lib/access/call"
import { isDay } from "@/lib/kernel/day"
import { getRoadmap, updateGate } from "@/lib/roadmap/contract"
import { getSchedule } from "@/lib/roadmap/plan-contract"
import type { GateView } from "@/lib/roadmap/views"

/** The day each gate should be passed on: what the plan is compared with, and when its checks are due. */
export function GateTargets({ programmeId }: { programmeId: string }) {
  const roadmap = useAnswer(getRoadmap, { programmeId })
  const plan = useAnswer(getSchedule, { programmeId })
  const { act } = useAct()
  if (!roadmap.data) return null
  const { gates, phases, today, me } = roadmap.data
  const planned = new Map(plan.data?.gates.map(({ id, day }) => [id, day]))
  const set = async ({ id: gateId, name, version, targetDay: before }: GateView, day: string | null) => {
    const targetDay = day !== null && isDay(day) ? day : null
    const text = targetDay ? `${name} has its target` : `${name} has no target any more`
    const undo = (gate: GateView) =>
      void act(() => call(updateGate, { programmeId, gateId, version: gate.version, targetDay: before }))
    await act(() => call(updateGate, { programmeId, gateId, version, targetDay }), { text, undo })
  }
  return (
    <Section
      title="Gates"
      note="The target is the day a gate should be passed on. The Overview compares the plan with it, and its checks are due from then on."
    >
      <ul className="flex max-w-[560px] flex-col gap-3">
        {gates.map((gate) => (
          <li key={gate.id} className="grid grid-cols-[1fr_180px] items-end gap-4 max-sm:grid-cols-1 max-sm:gap-1">
            <p className="pb-1.5">
              <span className="font-medium">{gate.name}</span>{" "}
              <span className="text-ink-3 text-meta">
                {phases.find(({ id }) => id === gate.phaseId)?.name}, planned {planned.get(gate.id) ?? "on no day yet"}
              </span>
            </p>
            <DateField
              label={`Target of ${gate.name}`}
              value={gate.targetDay}
              today={today}
              disabled={!me.may.editPlan}
              onCommit={(day) => void set(gate, day)}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
