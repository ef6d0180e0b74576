import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { daysOfGate, isSaid, type Outlook } from "./outlook"
import type { GateFigures, GateTrack, PhaseFigures } from "./views"

/**
 * Adds to each gate that lies ahead what the forecast says of it, and the places of its planned day, the end of its tail
 * (P80; P90 while no percentage is said) and its target on a line. All lines have one scale, so that their lengths compare.
 */
export function withOutlook(phases: readonly PhaseFigures[], outlook: Outlook | null): PhaseFigures[] {
  const foreseen = phases.map(({ gate }) => gate && foreseenGate(gate, outlook))
  const longest = Math.max(1, ...foreseen.flatMap((gate) => (gate ? [spanOf(gate).days] : [])))
  return phases.map((phase, index) => {
    const gate = foreseen[index] ?? null
    return { ...phase, gate: gate && { ...gate, track: trackOf(gate, longest) } }
  })
}

function foreseenGate(gate: GateFigures, outlook: Outlook | null): GateFigures {
  const days = gate.state === "ahead" ? daysOfGate(outlook, gate.id) : null
  if (!days || !outlook) return gate
  const { p10, p50, p80, p90 } = days
  return { ...gate, forecast: { p10, p50, p80, p90, percentages: isSaid(outlook), current: outlook.isCurrent } }
}

const tailEnd = ({ percentages, p80, p90 }: NonNullable<GateFigures["forecast"]>): Day => (percentages ? p80 : p90)

function spanOf({ plannedDay, targetDay, forecast }: GateFigures): { readonly first: number; readonly days: number } {
  if (!plannedDay || !forecast) return { first: 0, days: 0 }
  const ordinals = [plannedDay, tailEnd(forecast), ...(targetDay ? [targetDay] : [])].map(ordinalOf)
  const first = Math.min(...ordinals)
  return { first, days: Math.max(...ordinals) - first }
}

function trackOf(gate: GateFigures, longest: number): GateTrack | null {
  const { plannedDay, targetDay, forecast } = gate
  if (!plannedDay || !forecast) return null
  const { first } = spanOf(gate)
  const at = (day: Day) => Math.round((1000 * (ordinalOf(day) - first)) / longest) / 10
  return { planned: at(plannedDay), until: at(tailEnd(forecast)), target: targetDay && at(targetDay) }
}
