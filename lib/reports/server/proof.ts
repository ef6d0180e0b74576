import type { CheckView } from "@/lib/assurance/contract"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { database } from "@/lib/base/db/client"
import { fromOptionalDayColumn } from "@/lib/base/db/day-column"
import { dayIn } from "@/lib/base/kernel/day"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { ProgrammeView } from "@/lib/plan/roadmap/programme"
import type { CheckVerdict } from "@/lib/plan/schedule/proved"
import { isContradicted } from "@/lib/platform/facts/contradiction"
import { findVerdicts } from "@/lib/platform/facts/server/past-verdicts"
import type { OverviewFacts } from "../overview"
import type { Waiting } from "../views"
import { waitingChecks } from "../waiting-checks"
import { ownAgainstSigned, waitingSigns } from "../waiting-signs"

type Proof = { readonly lines: readonly SignOffView[]; readonly checks: readonly CheckView[] }

/** What was known of the checks at an instant: their verdicts, and which contradicted a signature already. */
export async function findEarlier(
  { lines }: Proof,
  { id, timeZone, weekend, holidays }: ProgrammeView,
  since: Date,
): Promise<OverviewFacts["earlier"]> {
  const { prisma } = database()
  const rows = await prisma.$queryRaw<{ checkId: string; verdict: CheckVerdict }[]>`
    SELECT DISTINCT ON (check_id) check_id AS "checkId", replace(verdict::text, '_', '-') AS verdict
    FROM verdict WHERE programme_id = ${id}::uuid AND judged_at <= ${since} ORDER BY check_id, seq DESC`
  const against = lines.flatMap(({ contradictedBy }) => contradictedBy)
  const histories = await findVerdicts(prisma, id, against)
  const calendar = compileCalendar({ weekend, holidays: holidays.map(({ day }) => day) })
  const was = (checkId: string): boolean =>
    calendar.ok &&
    isContradicted(
      (histories.get(checkId) ?? []).filter(({ judgedAt }) => judgedAt <= since),
      { day: dayIn(timeZone, since), timeZone, calendar: calendar.value },
    )
  return {
    verdicts: new Map(rows.map(({ checkId, verdict }) => [checkId, verdict])),
    contradicted: new Set(against.filter(was)),
  }
}

/** The checks, evidence, waivers and lines that wait for the actor, the most pressing first. */
export async function findWaiting(actor: ProgrammeActor, { lines, checks }: Proof): Promise<Waiting[]> {
  const { personId, membership, programmeId } = actor
  const { today } = membership
  const { prisma } = database()
  const [pieces, asked] = await Promise.all([
    prisma.evidence.findMany({
      where: { programmeId, writtenById: personId, withdrawnAt: null },
      select: { checkId: true, title: true, accepted: true, validUntil: true },
    }),
    prisma.waiver.findMany({ where: { programmeId, requestedById: personId, endedAt: null }, select: { id: true } }),
  ])
  const own = pieces.map((piece) => ({ ...piece, validUntil: fromOptionalDayColumn(piece.validUntil) }))
  const wrote = new Map<string, number>()
  for (const { checkId, accepted, validUntil } of own)
    if (accepted === null && !(validUntil && validUntil < today)) wrote.set(checkId, (wrote.get(checkId) ?? 0) + 1)
  const facts = {
    ...{ today, lines, checks, ownWaivers: new Set(asked.map(({ id }) => id)) },
    asker: { personId, approvesWaivers: actor.may("waiver.approve") },
    expired: own.flatMap(({ checkId, title, accepted, validUntil }) =>
      accepted && validUntil && validUntil < today ? [{ checkId, title, validUntil }] : [],
    ),
  }
  const told = new Set(ownAgainstSigned(facts).map(({ id }) => id))
  const others = checks.filter(({ id }) => !told.has(id))
  return [...waitingSigns(facts), ...waitingChecks(others, { personId, accepts: actor.may("evidence.accept"), wrote })]
}
