import * as z from "zod"
import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { expectedDelayOf, exposureOf, isOverdue, type Reweighing, rewound, trendOf } from "../exposure"
import type { RegisterEntryView, RegisterLine } from "../register-shapes"
import { entryView, withPlaces } from "./entry-rows"

/** A trend looks back so far. */
const TREND_DAYS = 30
const MS_PER_DAY = 86_400_000

const Update = z.looseObject({
  before: z.looseObject({ probability: z.number().nullable().optional(), impact: z.number().nullable().optional() }),
})

/** What the trail says that probability and impact were before, for each entry from the oldest update on. */
async function findReweighings(actor: ProgrammeActor): Promise<ReadonlyMap<string, Reweighing[]>> {
  const since = new Date(actor.context.at.getTime() - TREND_DAYS * MS_PER_DAY)
  const events = await database().prisma.auditEvent.findMany({
    where: { chainId: actor.programmeId, type: "register-entry.updated", at: { gte: since } },
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

/** The register of a programme, the oldest number first, without what was taken out. */
export async function findEntries(programmeId: string): Promise<RegisterEntryView[]> {
  const rows = await database().prisma.registerEntry.findMany({
    ...{ where: { programmeId, removedAt: null }, include: withPlaces, orderBy: { number: "asc" } },
  })
  return rows.map(entryView)
}

export async function findRegister(actor: ProgrammeActor) {
  const [entries, updates] = await Promise.all([findEntries(actor.programmeId), findReweighings(actor)])
  const items = entries.map(
    (entry): RegisterLine => ({
      ...entry,
      exposure: exposureOf(entry),
      expectedDelay: expectedDelayOf(entry),
      trend: trendOf(entry, rewound(entry, updates.get(entry.id) ?? [])),
      overdue: isOverdue(entry, actor.membership.today),
    }),
  )
  return { items, may: { edit: actor.may("risks.edit") } }
}
