"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { DateField } from "@/components/ui/date-field"
import { sayDay } from "@/components/ui/day-text"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import type { Day } from "@/lib/base/kernel/day"
import { type GateLine, gateLines, proposalsOf } from "@/lib/plan/roadmap/gate-lines"
import { getRoadmap, getSchedule } from "@/lib/serve/api/generated/addresses"
import { type Attempt, useGateTargets } from "./use-gate-targets"

/** The gates with the day that the plan gives each and the day that it is wanted on. */
export function GateTargets({ programmeId }: { programmeId: string }) {
  const roadmap = useAnswer(getRoadmap, { programmeId })
  const planned = useAnswer(getSchedule, { programmeId })
  const targets = useGateTargets(programmeId)
  const failed = [roadmap, planned].find(({ error }) => error)
  if (failed)
    return (
      <EmptyState action={<Button onClick={() => void failed.refetch()}>Try again</Button>}>
        {failed.error?.message}
      </EmptyState>
    )
  if (!roadmap.data || !planned.data) return <SkeletonRows rows={5} label="Loading gates" />
  const { me, programme, today } = roadmap.data
  const mayEdit = me.may.editPlan && !programme.archived
  const lines = gateLines(roadmap.data, planned.data)
  if (lines.length === 0) return <EmptyState>This programme has no gates.</EmptyState>
  const proposals = proposalsOf(lines)
  return (
    <div className="max-w-[860px]">
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-line border-b text-left text-ink-3 text-meta [&>th]:py-1.5 [&>th]:pr-4 [&>th]:font-normal">
            <th scope="col">Gate</th>
            <th scope="col">Planned</th>
            <th scope="col" className="w-[168px]">
              Target
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <GateRow key={line.gate.id} {...{ line, today, mayEdit, targets }} />
          ))}
        </tbody>
      </table>
      {mayEdit && proposals.length > 0 ? (
        <Button className="mt-4" onClick={() => void targets.take(proposals)}>
          Use planned dates as targets
        </Button>
      ) : null}
    </div>
  )
}

type GateRowProps = {
  line: GateLine
  today: Day
  mayEdit: boolean
  targets: ReturnType<typeof useGateTargets>
}

function GateRow({ line, today, mayEdit, targets }: GateRowProps) {
  const { gate, phase, plannedDay } = line
  const attempt = targets.attempts[gate.id]
  const target = attempt ? attempt.day : gate.targetDay
  return (
    <tr className="border-line border-b align-top [&>*]:py-2 [&>*]:pr-4">
      <th scope="row" className="text-left font-normal">
        {gate.name}
        <span className="block text-ink-3 text-meta">{phase}</span>
      </th>
      <td className="pt-3!">
        {plannedDay ? sayDay(plannedDay, today) : <span className="text-ink-3">no date</span>}
        <Distance line={line} />
      </td>
      <td className="pr-0!">
        {mayEdit && gate.passedAt === null ? (
          <DateField
            label={`Target day of ${gate.name}`}
            hideLabel
            value={target}
            today={today}
            disabled={attempt !== undefined && attempt.refusal === null}
            onCommit={(day) => void targets.set(gate, day)}
            {...(attempt?.refusal ? { error: sayRefusal(attempt.refusal, gate.targetDay, today) } : {})}
          />
        ) : (
          <span className="block pt-1">
            {target ? sayDay(target, today) : <span className="text-ink-3">no target</span>}
          </span>
        )}
        {attempt?.refusal ? <Decision {...{ line, attempt, targets }} /> : null}
      </td>
    </tr>
  )
}

function Distance({ line: { gate, workingDaysLate } }: { line: GateLine }) {
  if (gate.passedAt) return <span className="block text-ink-3 text-meta">passed</span>
  if (workingDaysLate === null) return null
  const days = Math.abs(workingDaysLate) === 1 ? "1 working day" : `${Math.abs(workingDaysLate)} working days`
  if (workingDaysLate > 0) return <span className="block text-meta text-needs-you">{days} after its target</span>
  return (
    <span className="block text-ink-3 text-meta">
      {workingDaysLate < 0 ? `${days} before its target` : "on its target"}
    </span>
  )
}

const CHANGED = 409

const sayRefusal = ({ status, sentence }: NonNullable<Attempt["refusal"]>, now: Day | null, today: Day): string =>
  status === CHANGED ? `Changed by someone else: it is ${now ? sayDay(now, today) : "empty"} now.` : sentence

type DecisionProps = Pick<GateRowProps, "line" | "targets"> & { attempt: Attempt }

function Decision({ line: { gate }, attempt, targets }: DecisionProps) {
  const isConflict = attempt.refusal?.status === CHANGED
  return (
    <div className="mt-1.5 flex flex-wrap gap-2">
      <Button size="small" onClick={() => void targets.set(gate, attempt.day)}>
        {isConflict ? "Use mine" : "Try again"}
      </Button>
      <Button size="small" onClick={() => targets.forget(gate.id)}>
        {isConflict ? "Keep theirs" : "Discard"}
      </Button>
    </div>
  )
}
