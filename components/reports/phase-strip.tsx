import Link from "next/link"
import { ClaimedProvedBar } from "@/components/ui/claimed-proved-bar"
import { cn } from "@/components/ui/class-names"
import type { Day } from "@/lib/base/kernel/day"
import { gateSentence, gateWords } from "@/lib/reports/gate-words"
import type { GateFigures, PhaseFigures } from "@/lib/reports/views"
import { hrefOf } from "./behind"
import { GateMark } from "./gate-mark"
import { GateTrack } from "./gate-track"
import { provedPercent } from "./proved"

type PhaseStripProps = { programmeId: string; phases: readonly PhaseFigures[]; today: Day }

/** The phases side by side, each with its progress and the day of its gate. */
export function PhaseStrip({ programmeId, phases, today }: PhaseStripProps) {
  const withTrack = phases.some(({ gate }) => gate?.track)
  return (
    <section aria-label="Phases and gates" className="border-line border-b">
      <ol className="grid grid-cols-6 max-lg:grid-cols-3 max-sm:grid-cols-2">
        {phases.map((phase) => (
          <li
            key={phase.id}
            aria-current={phase.current ? "step" : undefined}
            className={cn(
              "relative min-w-0 border-line border-l pt-2.5 pr-3 pb-2 pl-5 first:border-l-0 max-md:px-4 max-lg:[&:nth-child(n+4)]:border-t max-lg:[&:nth-child(3n+1)]:border-l-0",
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
            <GateDay gate={phase.gate} today={today} withTrack={withTrack} />
          </li>
        ))}
      </ol>
    </section>
  )
}

type GateDayProps = { gate: GateFigures | null; today: Day; withTrack: boolean }

/** The gate's day: by the forecast where there is one, else by the plan; above it the plan's day, the tail and the target. */
function GateDay({ gate, today, withTrack }: GateDayProps) {
  if (!gate) return <p className={cn("text-ink-3 text-meta", withTrack && "mt-5")}>Ongoing, no gate</p>
  const { state, track } = gate
  const { day, shift, isLate } = gateWords(gate, today)
  return (
    <div title={gateSentence(gate, today)}>
      {track ? <GateTrack track={track} isLate={isLate} /> : withTrack ? <div className="h-3" /> : null}
      <p className="flex min-w-0 flex-wrap items-center gap-x-1.5 whitespace-nowrap text-ink-2 text-meta">
        {track ? null : <GateMark state={state} />}
        <span className="flex-none text-ink-3">{gate.name}</span>
        <span className="truncate">{day}</span>
        {shift ? <span className="flex-none text-needs-you">{shift}</span> : null}
        <span className="sr-only">{gateSentence(gate, today)}</span>
      </p>
    </div>
  )
}
