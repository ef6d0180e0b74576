import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { ok, type Refused, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { type Amendment, amend } from "@/lib/door/server/amend"
import { lastEventOn } from "@/lib/door/server/last-event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { type ChangedItem, changeItem, itemFields } from "../change"
import * as contracts from "../contract"
import type { Misfit } from "../misfit"
import type { WorkItemRefusal } from "../work-item"
import type { WorkItemChange, WorkItemView } from "../work-item-shapes"
import { isPerson, isPhase, mayEdit } from "./scope"
import { workItemColumns, workItemData, workItemView } from "./work-item-rows"

type EditRefusal =
  | WorkItemRefusal
  | Misfit
  | "not-found"
  | "not-yours"
  | "changed-meanwhile"
  | "no-such-person"
  | "no-such-phase"

/** The event of an edit: members before and after; texts apart, so that they can be erased. */
export function editedEvent({ after, before, changes }: ChangedItem, description?: string): EventDraft {
  const { title, reason, ...plain } = changes
  const { title: _title, reason: _reason, ...earlier } = before
  const texts = Object.fromEntries(
    Object.entries({ title, reason, description }).flatMap(([field, text]) =>
      typeof text === "string" ? [[field, text]] : [],
    ),
  )
  return { type: "work-item.updated", subject: after.id, data: { changes: plain, before: earlier }, texts }
}

/** The refusal of a stale edit: the row as it stands, and who changed it when. */
export async function changedMeanwhile(
  actor: ProgrammeActor,
  current: WorkItemView | null,
): Promise<Refused<"not-found" | "changed-meanwhile">> {
  if (!current) return refuse("not-found")
  const { by, at } = await lastEventOn(actor, current.id)
  return refuse("changed-meanwhile", { current, changedBy: by, changedAt: at })
}

const findText = `SELECT ${workItemColumns} FROM work_item w WHERE w.id = $1 AND w.programme_id = $2 AND w.removed_at IS NULL`

async function find(actor: ProgrammeActor, id: string): Promise<WorkItemView | null> {
  const { rows } = await database().pool.query<WorkItemView>({
    ...{ name: "find-work-item", text: findText, values: [id, actor.programmeId] },
  })
  return rows[0] ?? null
}

/** Whether what a change points at belongs to the programme. */
async function pointsInside(
  tx: Transaction,
  actor: ProgrammeActor,
  change: WorkItemChange,
): Promise<Result<null, EditRefusal>> {
  if (!(await isPerson(tx, actor, change.ownerId))) return refuse("no-such-person")
  if (!(await isPhase(tx, actor, change.phaseId))) return refuse("no-such-phase")
  return ok(null)
}

const judge = (actor: ProgrammeActor, item: WorkItemView, change: WorkItemChange): Result<ChangedItem, EditRefusal> =>
  mayEdit(actor, item.ownerId) ? changeItem(item, change, actor.membership.today) : refuse("not-yours")

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Changes one work item, guarded by the version that was looked at. */
export const changeWorkItem = (actor: ProgrammeActor, input: z.output<typeof contracts.changeWorkItem.input>) =>
  amend<"work.edit", ProgrammeActor, WorkItemView, EditRefusal>(
    actor,
    contracts.changeWorkItem,
    async () => {
      const { workItemId, version, ...change } = input
      const item = await find(actor, workItemId)
      if (!item) return refuse("not-found")
      if (item.version !== version) return changedMeanwhile(actor, item)
      const pointing = await pointsInside(database().prisma, actor, change)
      if (!pointing.ok) return pointing
      const changed = judge(actor, item, change)
      if (!changed.ok) return changed
      return amendmentOf(actor, changed.value, change)
    },
    async () => changedMeanwhile(actor, await find(actor, input.workItemId)),
  )

/** Always the same columns, so that every edit is the same statement to the database. */
function amendmentOf(actor: ProgrammeActor, changed: ChangedItem, change: WorkItemChange): Amendment<WorkItemView> {
  const { id, version } = changed.after
  const columns = itemFields.filter((field) => field !== "estimateConfirmed")
  const set = Object.fromEntries(columns.map((field) => [snake(field), changed.after[field]]))
  const description = change.description === undefined ? {} : { description: change.description }
  return {
    ok: true,
    table: "work_item",
    id,
    programmeId: actor.programmeId,
    version: version - 1,
    set: {
      ...set,
      ...confirmedColumn(actor, changed, "estimate_confirmed_at"),
      ...description,
      updated_at: actor.context.at,
    },
    events: [editedEvent(changed, change.description)],
    value: changed.after,
  }
}

/** When the estimate was confirmed, for the column of this name; nothing where that stays as it is. */
const confirmedColumn = (actor: ProgrammeActor, { changes }: ChangedItem, column: string) =>
  changes.estimateConfirmed === undefined ? {} : { [column]: changes.estimateConfirmed ? actor.context.at : null }

/** Changes several work items alike: all of them, or none; an event for each. Locks in order of id, so that two such edits cannot deadlock. */
export const changeWorkItems = (
  actor: ProgrammeActor,
  { items, change }: z.output<typeof contracts.changeWorkItems.input>,
) =>
  transact(actor, contracts.changeWorkItems, async (tx) => {
    const looked = new Map(items.map(({ id, version }) => [id, version]))
    const rows = await tx.workItem.findMany({
      where: { id: { in: [...looked.keys()] }, programmeId: actor.programmeId, removedAt: null },
      orderBy: { id: "asc" },
    })
    if (rows.length !== looked.size) return refuse<EditRefusal>("not-found")
    const pointing = await pointsInside(tx, actor, change)
    if (!pointing.ok) return pointing
    const edited: ChangedItem[] = []
    for (const item of rows.map(workItemView)) {
      if (item.version !== looked.get(item.id)) return changedMeanwhile(actor, item)
      const judged = judge(actor, item, change)
      if (!judged.ok) return judged
      const written = await writeItem(tx, actor, judged.value, change.description)
      if (!written.ok) return written
      edited.push(judged.value)
    }
    const [first, ...others] = edited.map((each) => editedEvent(each, change.description))
    if (!first) return refuse<EditRefusal>("not-found")
    return done({ items: edited.map(({ after }) => after) }, first, ...others)
  })

/** Writes what the rule made of an item, guarded by the version that it was looked at. */
export async function writeItem(
  tx: Transaction,
  actor: ProgrammeActor,
  changed: ChangedItem,
  description?: string,
): Promise<Result<null, "not-found" | "changed-meanwhile">> {
  const { id, number: _number, packKey: _packKey, estimateConfirmed: _confirmed, version, ...view } = changed.after
  const { count } = await tx.workItem.updateMany({
    where: { id, programmeId: actor.programmeId, version: version - 1 },
    data: {
      ...workItemData(view),
      ...confirmedColumn(actor, changed, "estimateConfirmedAt"),
      ...(description === undefined ? {} : { description }),
      updatedAt: actor.context.at,
      version,
    },
  })
  return count === 1 ? ok(null) : changedMeanwhile(actor, await find(actor, id))
}
