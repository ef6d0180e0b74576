import * as z from "zod"
import type { Scalar } from "@/lib/door/audit/event"
import { EndView, LagUnit, LinkView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"

/** An event of the programme as the trail keeps it; `actorId` is a person's, or a user's for the making of the programme. */
export type PastEvent = {
  readonly seq: number
  readonly type: string
  readonly actorId: string | null
  readonly subjectId: string | null
  readonly data: Readonly<Record<string, unknown>>
}
/** An item and whether it was there. */
export type Tracked = { readonly item: WorkItemView; readonly there: boolean }

/**
 * Work items as they were before some events, given as they are now: what an edit says was there before is put back,
 * an item added since goes, one taken away since comes back. Texts are not put back, since events do not hold them.
 * @param events of the whole programme, in any order
 */
export function rewind(now: readonly Tracked[], events: readonly PastEvent[]): Tracked[] {
  const then = new Map(now.map((each) => [each.item.id, each]))
  for (const event of [...events].sort((a, b) => b.seq - a.seq)) {
    const tracked = event.subjectId === null ? undefined : then.get(event.subjectId)
    if (tracked) then.set(tracked.item.id, undone(tracked, event))
  }
  return [...then.values()]
}

function undone({ item, there }: Tracked, { type, data }: PastEvent): Tracked {
  if (type === "work-item.added" || type === "work-item.restored") return { item, there: false }
  if (type === "work-item.removed") return { item, there: true }
  if (type === "work-item.moved" && typeof data.from === "string")
    return { item: { ...item, workstreamId: data.from }, there }
  if (type === "work-item.updated" && isRecord(data.before)) return { item: { ...item, ...data.before }, there }
  return { item, there }
}

const isRecord = (value: unknown): value is Readonly<Record<string, Scalar>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const Ends = z.object({
  linkId: z.string(),
  fromKind: EndView.shape.kind,
  from: z.string(),
  toKind: EndView.shape.kind,
  type: LinkView.shape.type,
  lag: z.number(),
  lagUnit: LagUnit.exactOptional(),
})
const Edit = z.object({
  linkId: z.string(),
  before: z.object({ type: LinkView.shape.type, lag: z.number(), lagUnit: LagUnit.exactOptional() }),
})

/** Links as they were before some events, given as they are now. */
export function rewindLinks(now: readonly LinkView[], events: readonly PastEvent[]): LinkView[] {
  const before = new Map(now.map((link) => [link.id, link]))
  for (const { type, subjectId, data } of [...events].sort((a, b) => b.seq - a.seq)) {
    const ends = Ends.safeParse(data).data
    const edit = Edit.safeParse(data).data
    const link = edit && before.get(edit.linkId)
    if (type === "link.added" && ends) before.delete(ends.linkId)
    if (type === "link.updated" && link) before.set(link.id, { ...link, ...edit.before })
    if (type === "link.removed" && ends && subjectId) before.set(ends.linkId, linkOf(ends, subjectId))
  }
  return [...before.values()]
}

const linkOf = (
  { linkId, fromKind, from, toKind, type, lag, lagUnit = "days" }: z.output<typeof Ends>,
  to: string,
): LinkView => ({
  ...{ id: linkId, type, lag, lagUnit, version: 1 },
  ...{ from: { kind: fromKind, id: from }, to: { kind: toKind, id: to } },
})
