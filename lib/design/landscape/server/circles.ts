import type { Transaction } from "@/lib/base/db/client"
import { type Refused, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { LandscapeChange, LandscapeItemView } from "../landscape-item"
import { circleThrough, sayCircle } from "../rules"

/**
 * Refuses a change whose parents or feeds would come back to the item, with the names along the circle. A new item
 * cannot close one: nothing points at it yet. The programme is held, so that two changes cannot close one together.
 */
export async function circleOf(
  tx: Transaction,
  { programmeId }: ProgrammeActor,
  before: LandscapeItemView | null,
  { parentId, feedsAsIsIds, feedsToBeIds }: LandscapeChange,
): Promise<Refused<"circle"> | null> {
  if (!before || (!parentId && !feedsAsIsIds?.length && !feedsToBeIds?.length)) return null
  await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
  const items = await tx.landscapeItem.findMany({
    where: { programmeId, removedAt: null },
    select: { id: true, name: true, parentId: true, feedsAsIsIds: true, feedsToBeIds: true },
  })
  const circle = circleThrough(items, {
    ...{ id: before.id, name: before.name },
    parentId: parentId === undefined ? before.parentId : parentId,
    feedsAsIsIds: feedsAsIsIds ?? before.feedsAsIsIds,
    feedsToBeIds: feedsToBeIds ?? before.feedsToBeIds,
  })
  return circle ? refuse("circle", { detail: sayCircle(circle) }) : null
}
