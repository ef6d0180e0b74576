import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { grouped } from "@/lib/base/kernel/grouped"
import { sayWithoutWork } from "@/lib/plan/roadmap/gate-notes"
import type { NoPlan } from "@/lib/plan/roadmap/plan"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { type Foreseen, foreseenPieces, outlookBasis } from "./answer-outlook"
import { daysOfGate } from "./outlook"
import { needsYou, plain, strong } from "./pieces"
import type { GateFigures, PhaseFigures, Piece, ProvedCounts } from "./views"
import { count, weekOf } from "./words"

export type Standing = {
  readonly today: Day
  readonly startDay: Day
  /** Why nothing can be dated; null when it can. */
  readonly noPlan: NoPlan | null
  readonly phases: readonly PhaseFigures[]
  /** Of the whole programme. */
  readonly proved: ProvedCounts | null
  readonly items: readonly Pick<WorkItemView, "status">[]
  /** Whether the asker may set target days. */
  readonly mayPlan: boolean
  /** What the newest forecast says; null before the first. */
  readonly foreseen: Foreseen | null
  /** The signed lines and passed gates that checks contradict now, by id. */
  readonly contradicted: readonly string[]
}

/**
 * Where the programme stands, as sentences in pieces that read as text when joined. How likely a day is only a forecast
 * says; without one the day is that of the forward pass.
 */
export function answerOf(standing: Standing): Piece[] {
  const live = liveOf(standing)
  if (live.length === 0) return [plain("Nothing is planned yet.")]
  const proof = [...provedPieces(standing.proved), ...contradictedPieces(standing)]
  if (!isForeseen(standing)) return [...gateSentence(standing), ...joinedBy(proof, workPieces(live))]
  return [...gateSentence(standing), ...(proof.length > 0 ? [...proof, plain(".")] : [])]
}

const liveOf = ({ items }: Standing) => items.filter(({ status }) => status !== "dropped")
const joinedBy = (proof: readonly Piece[], work: readonly Piece[]): Piece[] =>
  proof.length > 0 ? [...proof, plain(", "), ...work] : [...work]

/** Whether a forecast knows the gate that comes next. */
function isForeseen({ noPlan, phases, foreseen }: Standing): boolean {
  const next = nextGate(phases)
  return noPlan === null && next !== null && foreseen !== null && daysOfGate(foreseen.outlook, next.id) !== null
}

function gateSentence({ today, startDay, noPlan, phases, foreseen }: Standing): Piece[] {
  if (noPlan) return [needsYou("The plan has no dates"), plain(`: ${noPlanWords[noPlan]}. `)]
  const opening =
    today < startDay ? [plain("The programme starts on "), strong(sayDay(startDay, today)), plain(". ")] : []
  const next = nextGate(phases)
  opening.push(...withoutWorkPieces(phases, next))
  if (!next?.plannedDay) return [...opening, ...lastGateSentence(phases, today)]
  const days = foreseen && daysOfGate(foreseen.outlook, next.id)
  if (foreseen && days) return [...opening, ...foreseenPieces(foreseen, { gate: next, days, today }), plain(" ")]
  return [
    ...opening,
    plain(`${next.name} is planned for `),
    strong(sayDay(next.plannedDay, today)),
    ...targetPieces(next),
    plain(". "),
  ]
}

/** The gates before the next one that no work leads to; without a next one the first of them all. */
function withoutWorkPieces(phases: readonly PhaseFigures[], next: GateFigures | null): Piece[] {
  const gates = phases.flatMap(({ gate }) => gate ?? [])
  const before = next ? gates.slice(0, gates.indexOf(next)) : gates
  const idle = before.filter(({ state, plannedDay }) => state === "ahead" && plannedDay === null)
  const said = sayWithoutWork((next ? idle : idle.slice(0, 1)).map(({ name }) => name))
  return said === null ? [] : [needsYou(said), plain(" ")]
}

const noPlanWords: Record<NoPlan, string> = {
  cycle: "there is a circular dependency",
  "beyond-calendar": "some work would fall after 2199",
  "no-working-weekday": "its calendar has no working days",
}

/** The gate that comes next: the first one still ahead of which the day is known. */
export const nextGate = (phases: readonly PhaseFigures[]): GateFigures | null =>
  phases.flatMap(({ gate }) => (gate ? [gate] : [])).find(({ state, plannedDay }) => state === "ahead" && plannedDay) ??
  null

function lastGateSentence(phases: readonly PhaseFigures[], today: Day): Piece[] {
  const last = phases.flatMap(({ gate }) => (gate?.plannedDay ? [gate] : [])).at(-1)
  if (!last?.plannedDay) return [plain("No gate has work planned before it. ")]
  if (last.state === "passed" || last.state === "contradicted")
    return [plain(`${last.name} was passed on `), strong(sayDay(last.plannedDay, today)), plain(". ")]
  return [plain("All work before "), strong(last.name), plain(" is reported done. ")]
}

function targetPieces({ plannedDay, targetDay, workingDaysLate }: GateFigures): Piece[] {
  if (!plannedDay || !targetDay || workingDaysLate === null) return []
  if (plannedDay === targetDay) return [plain(", its target date")]
  if (workingDaysLate === 0) return [plain(", on its target")]
  const days = count(Math.abs(workingDaysLate), "working day")
  if (workingDaysLate < 0) return [plain(`, ${days} before its target`)]
  return [plain(", "), needsYou(`${days} after its target`)]
}

function workPieces(live: Standing["items"]): Piece[] {
  const done = live.filter(({ status }) => status === "done").length
  const blocked = live.filter(({ status }) => status === "blocked").length
  return [
    strong(`${grouped(done)} of ${grouped(live.length)}`, {
      list: "items",
      ...(done > 0 ? { status: "done" as const } : {}),
    }),
    plain(` work items ${done === 1 ? "is" : "are"} reported done`),
    ...(blocked > 0
      ? [
          plain(", "),
          needsYou(`${grouped(blocked)} ${blocked === 1 ? "is" : "are"} blocked`, {
            list: "items",
            status: "blocked",
          }),
        ]
      : []),
    plain("."),
  ]
}

function contradictedPieces({ contradicted }: Standing): Piece[] {
  const [only, ...others] = contradicted
  if (only === undefined) return []
  const behind = { list: "checklist" as const, ...(others.length === 0 ? { line: only } : {}) }
  const number = contradicted.length
  return [plain(", "), needsYou(`${number} ${number === 1 ? "sign-off is" : "sign-offs are"} contradicted`, behind)]
}

function provedPieces(proved: ProvedCounts | null): Piece[] {
  const behind = { list: "checklist" } as const
  if (!proved) return []
  const { met, metDue, due, all } = proved
  if (due > 0)
    return [
      strong(`${grouped(metDue)} of ${grouped(due)}`, behind),
      plain(` due ${due === 1 ? "check is" : "checks are"} proved`),
    ]
  if (met > 0) return [strong(`${met} of ${all}`, behind), plain(" checks are proved; none is due yet")]
  return [plain("None of "), strong(count(all, "check"), behind), plain(" is due yet")]
}

/** What the days stand on: the forecast, or nothing but the plan. */
export function basisOf(standing: Standing): Piece[] {
  const { noPlan, phases, today, foreseen } = standing
  if (noPlan) return [plain("Fix this to see dates again.")]
  const next = nextGate(phases)
  const days = foreseen && next && daysOfGate(foreseen.outlook, next.id)
  if (foreseen && next && days)
    return [...outlookBasis(foreseen, { gate: next, days, today }), ...noTarget(next, standing), ...workBasis(standing)]
  const means = plain(
    "Earliest dates from dependencies, the working calendar and most likely durations; not a forecast.",
  )
  const none: Piece[] =
    foreseen === null ? [plain(" "), plain("No forecast has been run yet", { list: "forecast" }), plain(".")] : []
  if (!next) return [means]
  if (next.targetDay) return [means, plain(` Target of ${next.name}: ${sayDay(next.targetDay, today)}.`), ...none]
  return [means, ...noTarget(next, standing), ...none]
}

function noTarget({ name, targetDay }: GateFigures, { mayPlan }: Standing): Piece[] {
  if (targetDay) return []
  return [plain(" "), plain(`${name} has no target date`, mayPlan ? { list: "gates" } : null), plain(".")]
}

function workBasis(standing: Standing): Piece[] {
  const live = liveOf(standing)
  const quiet = workPieces(live).map((piece) => (piece.tone === "strong" ? plain(piece.text, piece.behind) : piece))
  return live.length === 0 ? [] : [plain(" "), ...quiet]
}

/** `Phase 2 of 5, week 21`; before the start, the day of it. */
export function positionOf({ today, startDay, phases }: Standing): string {
  if (today < startDay) return `Starts on ${sayDay(startDay, today)}`
  const week = `week ${weekOf(startDay, today)}`
  const current = phases.find((phase) => phase.current)
  const last = phases.at(-1)
  if (!current || !last) return week.replace("w", "W")
  return `Phase ${current.number} of ${last.number}, ${week}`
}
