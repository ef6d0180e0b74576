import * as z from "zod"
import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { ListAnswer } from "@/lib/records/addresses"
import { findAll, listRecords } from "@/lib/records/server/queries"
import { type Reweighing, rewound, trendOf } from "../exposure"
import { type RegisterEntryView, type RegisterLine, registerEntry, weighed } from "../register"

/** A trend looks back so far. */
const TREND_DAYS = 30
const MS_PER_DAY = 86_400_000

const Update = z.looseObject({
  before: z.looseObject({ probability: z.number().nullable().optional(), impact: z.number().nullable().optional() }),
})

/** What the trail says that probability and impact were before, for each entry from the oldest change on. */
async function findReweighings(actor: ProgrammeActor): Promise<ReadonlyMap<string, Reweighing[]>> {
  const since = new Date(actor.context.at.getTime() - TREND_DAYS * MS_PER_DAY)
  const type = { in: ["register-entry.changed", "register-entry.updated"] }
  const events = await database().prisma.auditEvent.findMany({
    where: { chainId: actor.programmeId, type, at: { gte: since } },
    orderBy: { seq: "asc" },
    select: { subjectId: true, data: true },
  })
  const found = new Map<string, Reweighing[]>()
  for (const { subjectId, data } of events) {
    const update = Update.safeParse(data)
    if (!subjectId || !update.success) continue
    const { probability, impact } = update.data.before
    const reweighing: Reweighing = {
      ...(probability === undefined ? {} : { probability }),
      ...(impact === undefined ? {} : { impact }),
    }
    found.set(subjectId, [...(found.get(subjectId) ?? []), reweighing])
  }
  return found
}

/** The register of a programme, the oldest number first, without what was removed. */
export const findEntries = (programmeId: string) => findAll(registerEntry, programmeId)

/** Entries with what is computed of each. */
export async function weigh(
  actor: ProgrammeActor,
  list: ListAnswer<RegisterEntryView>,
): Promise<ListAnswer<RegisterLine>> {
  const updates = await findReweighings(actor)
  const { today } = actor.membership
  const line = (entry: RegisterEntryView) =>
    weighed(entry, { today, trend: trendOf(entry, rewound(entry, updates.get(entry.id) ?? [])) })
  return { ...list, items: list.items.map(line) }
}

export const findRegister = async (actor: ProgrammeActor) => weigh(actor, await listRecords(registerEntry, actor))
