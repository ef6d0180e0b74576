import { database } from "@/lib/base/db/client"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { changeWorkItem } from "@/lib/plan/roadmap/server/change-work-item"
import type { WorkItemChange, WorkStatus } from "@/lib/plan/roadmap/work-item-shapes"
import { type Stage, told } from "./stage"

/** Ids of what the story names by a key; items and entries that are added by hand join them. */
export type Names = {
  readonly items: Map<string, Id>
  readonly workstreams: ReadonlyMap<string, Id>
  readonly gates: ReadonlyMap<string, Id>
  readonly criteria: ReadonlyMap<string, Id>
  /** What the story has entered into the register. */
  readonly entries: Map<string, Id>
  /** What the story measures its worth by. */
  readonly kpis: Map<string, Id>
}

/** Where and when something of the story happens. */
export type Scene = { readonly stage: Stage; readonly names: Names; readonly startDay: Day; readonly at: Date }

/** @throws Error when the story names what the programme does not have */
export function idOf(ids: ReadonlyMap<string, Id>, key: string): Id {
  const id = ids.get(key)
  if (!id) throw new Error(`the story tells of ${key}, which is not in the programme`)
  return id
}

/** An item as it stands now. */
export const itemOf = ({ names }: Scene, item: string) =>
  database().prisma.workItem.findFirstOrThrow({ where: { id: idOf(names.items, item) } })

/**
 * Changes an item as somebody of the story.
 * @param from the status that the story believes it to have
 * @throws Error when it has another, which is a mistake in the story
 */
export async function edit(scene: Scene, who: string, item: string, change: WorkItemChange, from?: WorkStatus) {
  const { id: workItemId, version, status } = await itemOf(scene, item)
  if (from && status !== from) throw new Error(`in the story ${item} should be ${from}, but it is ${status}`)
  told(`change of ${item}`, await changeWorkItem(scene.stage.actor(who, scene.at), { workItemId, version, ...change }))
}
