import Link from "next/link"
import { ClaimedProvedBar } from "@/components/ui/claimed-proved-bar"
import { cn } from "@/components/ui/class-names"
import type { Day } from "@/lib/kernel/day"
import type { GateFigures, PhaseFigures } from "@/lib/reports/views"
import { count, sayDay, sayShortDay } from "@/lib/reports/words"
import { hrefOf } from "./behind"
import { GateMark } from "./gate-mark"
import { provedPercent } from "./proved"

type PhaseStripProps = { programmeId: string; phases: readonly PhaseFigures[]; today: Day }

/** The phases side by side, each with its progress and the day of its gate. */
export function PhaseStrip({ programmeId, phases, today }: PhaseStripProps) {
  return (
    <section aria-label="Phases and gates" className="border-line border-b">
      <ol className="grid grid-cols-6 max-lg:grid-cols-3 max-sm:grid-cols-2">
        {phases.map((phase) => (
          <li
            key={phase.id}
            aria-current={phase.current ? "step" : undefined}
            className={cn(
              "relative min-w-0 border-line border-l px-5 pt-2.5 pb-2 first:border-l-0 max-md:px-4 max-lg:[&:nth-child(n+4)]:border-t max-lg:[&:nth-child(3n+1)]:border-l-0",
              "max-sm:[&:nth-child(n+3)]:border-t max-sm:[&:nth-child(2n)]:border-l max-sm:[&:nth-child(2n+1)]:border-l-0",
            )}
          >
            {phase.current ? <i data-mark="" className="absolute inset-x-0 -top-px h-0.5 bg-ink" /> : null}
            <Link
              href={hrefOf(programmeId, { list: "items", phase: phase.key })}
              className="block rounded-sm hover:[&_b]:underline"
            >
              <span className="flex items-baseline gap-1.5">
                <span className="text-ink-3 text-meta">{phase.number}</span>
                <b
                  className={cn(
                    "truncate decoration-1 underline-offset-2",
                    phase.current ? "font-semibold" : "font-normal",
                  )}
                >
                  {phase.name}
                </b>
              </span>
              <ClaimedProvedBar
                claimed={phase.claimed}
                proved={provedPercent(phase.proved)}
                planned={phase.planned}
                label={phase.name}
                className="mt-1.5 mb-2"
              />
            </Link>
            <GateDay gate={phase.gate} today={today} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function GateDay({ gate, today }: { gate: GateFigures | null; today: Day }) {
  if (!gate) return <p className="text-ink-3 text-meta">Goes on, without a gate</p>
  const { plannedDay, targetDay, workingDaysLate, state } = gate
  const isLate = state === "ahead" && workingDaysLate !== null && workingDaysLate > 0
  const title = [
    `${gate.name}: ${stateWords[state]}`,
    plannedDay ? `planned for ${sayDay(plannedDay, today)}` : "no day, since its phase has no work",
    targetDay ? `target ${sayDay(targetDay, today)}` : "no target day",
  ].join(", ")
  return (
    <p className="flex min-w-0 items-center gap-1.5 whitespace-nowrap text-ink-2 text-meta" title={title}>
      <GateMark state={state} />
      <span className="flex-none text-ink-3">{gate.name}</span>
      <span className="truncate">{plannedDay ? sayShortDay(plannedDay, today) : "no day"}</span>
      {isLate ? (
        <span className="truncate text-needs-you" title={`${count(workingDaysLate, "working day")} after its target`}>
          +{workingDaysLate} d
        </span>
      ) : null}
      <span className="sr-only">{stateWords[state]}</span>
    </p>
  )
}

const stateWords: Record<GateFigures["state"], string> = {
  passed: "passed",
  reported: "all work before it is reported done",
  ahead: "ahead",
}
