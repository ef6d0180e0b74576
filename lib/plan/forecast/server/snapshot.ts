import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { once } from "@/lib/base/kernel/once"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { sha256 } from "@/lib/door/audit/server/sha256"
import type { RegisterEntryView } from "@/lib/plan/risks/register"
import { findEntries } from "@/lib/plan/risks/server/queries"
import { findPlanParts } from "@/lib/plan/roadmap/server/schedule"
import { inputsOf, inputsText } from "../inputs"
import type { ForecastInputs } from "../inputs-shapes"
import { seedOf } from "../seed"
import { findSetting } from "./settings"

/** The plan of a programme as a forecast sees it, with what it was made from. */
export type Snapshot = {
  readonly parts: Awaited<ReturnType<typeof findPlanParts>>
  readonly register: readonly RegisterEntryView[]
  readonly inputs: ForecastInputs
  /** SHA-256 of the inputs, worked out when first asked for. */
  readonly hash: () => Uint8Array
  readonly trials: number
  /** What the draws begin with. */
  readonly seed: number
}

type Known = { readonly key: string; readonly snapshot: Promise<Snapshot> }
/** The newest snapshot of each programme; its key names everything that it depends on. */
const known = new Map<string, Known>()
const MOST_KNOWN = 20

/**
 * The actor's programme as of today, taken once for each data version: every change of a programme grows its chain,
 * and the actor's seq was read before the rows.
 */
export function takeSnapshot(actor: ProgrammeActor): Promise<Snapshot> {
  const { programmeId, membership } = actor
  const key = `${membership.seq} ${membership.today}`
  const last = known.get(programmeId)
  if (last?.key === key) return last.snapshot
  const mine = { key, snapshot: readSnapshot(actor) }
  known.delete(programmeId)
  known.set(programmeId, mine)
  const oldest = known.keys().next().value
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
  mine.snapshot.catch(() => known.get(programmeId) === mine && known.delete(programmeId))
  return mine.snapshot
}

/** The same, read anew: what is kept is never made from rows that were read for somebody else. */
export const readSnapshot = ({ programmeId, membership }: ProgrammeActor): Promise<Snapshot> =>
  snapshotOf(programmeId, membership.today)

/** The programme as of a day, for whoever may see it. */
export async function snapshotOf(programmeId: Id, today: Day): Promise<Snapshot> {
  const [parts, register, setting] = await Promise.all([
    findPlanParts(programmeId),
    findEntries(programmeId),
    findSetting(programmeId),
  ])
  const inputs = inputsOf(parts, register, setting, today)
  const hash = once(() => sha256(Buffer.from(inputsText(inputs))))
  return { parts, register, inputs, hash, trials: setting.trials, seed: setting.seed ?? seedOf(programmeId) }
}
