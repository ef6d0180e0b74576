import { database } from "@/lib/base/db/client"
import { dayIn } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { InstallationActor } from "@/lib/door/access/actor"
import { transact } from "@/lib/door/server/transact"
import { sayDifference } from "../differs"
import { findNewestRun, isOf, simulated, store } from "./run"
import { inputsOfRun } from "./run-rows"
import { snapshotOf } from "./snapshot"

/** A plan that is being worked on is left alone until nobody has changed it for so long. */
const QUIET_MS = 60_000
/** And no programme is forecast by itself more often than this. */
const APART_MS = 5 * 60_000

/** The server itself at a time. */
export type ActorAt = (at: Date) => InstallationActor

/**
 * Forecasts anew every programme whose newest forecast is out of date, one after the other, so that "out of date" does not
 * stay. The first forecast of a programme is somebody's; those that are switched off or archived are left alone.
 */
export async function forecastChanged(actorAt: ActorAt, now: () => Date, signal?: AbortSignal): Promise<number> {
  let made = 0
  for (const programmeId of await programmesThatMoved(now())) {
    if (signal?.aborted) break
    if (await forecastAnew(programmeId, actorAt(now()))) made++
  }
  return made
}

/** Programmes with an event, or a new day, since their newest forecast, that have been quiet for a while. */
async function programmesThatMoved(at: Date): Promise<readonly Id[]> {
  const rows = await database().prisma.$queryRaw<{ id: Id; zone: string; status_day: Date; moved: boolean }[]>`
    SELECT p.id, p.time_zone AS zone, r.status_day, e.at > r.at AS moved
    FROM programme p
    JOIN LATERAL (SELECT at, status_day FROM forecast_run WHERE programme_id = p.id ORDER BY at DESC, id DESC LIMIT 1) r ON true
    LEFT JOIN forecast_setting s ON s.programme_id = p.id
    JOIN LATERAL (SELECT at FROM audit_event WHERE chain_id = p.id ORDER BY seq DESC LIMIT 1) e ON true
    WHERE p.archived_at IS NULL AND coalesce(s.automatic, true)
      AND r.at <= ${new Date(at.getTime() - APART_MS)} AND e.at <= ${new Date(at.getTime() - QUIET_MS)}`
  return rows.flatMap(({ id, zone, status_day, moved }) =>
    moved || dayIn(zone, at) !== status_day.toISOString().slice(0, 10) ? [id] : [],
  )
}

/** One forecast by the product itself; false where the newest is of the same plan, or there can be none. */
async function forecastAnew(programmeId: Id, actor: InstallationActor): Promise<boolean> {
  const { at } = actor.context
  const { timeZone } = await database().prisma.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { timeZone: true },
  })
  const [last, snapshot] = await Promise.all([findNewestRun(programmeId), snapshotOf(programmeId, dayIn(timeZone, at))])
  const draws = { seed: snapshot.seed, trials: snapshot.trials }
  if (last && isOf(last, snapshot, draws)) return false
  const made = await simulated(snapshot, draws, last)
  if (!made.ok) return false
  const reason = (last && sayDifference(inputsOfRun(last), snapshot.inputs)) ?? "Changed: settings"
  const kept = await transact(actor, "installation.manage", (tx) =>
    store(tx, { programmeId, at, byId: null, reason }, snapshot, draws, made.value),
  )
  return kept.ok
}
