import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { TABLE_WRITTEN } from "@/lib/platform/facts/kinds"
import { findNewestFacts } from "@/lib/platform/facts/server/newest-facts"
import { findStanding } from "@/lib/platform/facts/server/standing-sets"
import type { ListAnswer } from "@/lib/records/addresses"
import type { LandscapeItemView, LandscapeLine } from "../landscape-item"
import { proofOf, type TableFact } from "../proof"

/** What the newest facts tell of tables in the target catalogs. */
export async function findTableFacts(programmeId: string): Promise<readonly TableFact[]> {
  const found: TableFact[] = []
  const { prisma } = database()
  const standing = await findStanding(prisma, programmeId)
  for await (const { facts } of findNewestFacts(prisma, programmeId, [TABLE_WRITTEN], standing))
    found.push(...facts.map(({ dimension, value, asOf }) => ({ table: dimension, days: value, asOf })))
  return found
}

/** The landscape with what facts prove of each item. */
export async function proved(
  actor: ProgrammeActor,
  list: ListAnswer<LandscapeItemView>,
): Promise<ListAnswer<LandscapeLine>> {
  const facts = await findTableFacts(actor.programmeId)
  const { at } = actor.context
  return { ...list, items: list.items.map((item) => ({ ...item, ...proofOf(item, facts, at) })) }
}
