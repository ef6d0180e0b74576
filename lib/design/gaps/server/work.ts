import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { insertWorkItem } from "@/lib/plan/roadmap/server/work-item-places"
import { findRecord } from "@/lib/records/server/commands"
import { updateRecord } from "@/lib/records/server/write"
import * as contracts from "../contract"
import { gapOf } from "../levels"
import { type QuestionView, question } from "../question"
import { askedIn } from "./bank"

const itemOf = (tx: Transaction, { programmeId }: ProgrammeActor, id: string | null) =>
  id === null ? null : tx.workItem.findFirst({ where: { id, programmeId, removedAt: null } })

/** A work item for each gap, all or none. A gap that has work keeps it, so that asking twice makes one. */
export const addGapWork = (actor: ProgrammeActor, { recordIds }: z.output<typeof contracts.addGapWork.input>) =>
  transact(actor, contracts.addGapWork, async (tx) => {
    if (actor.grant("work.edit") === "no") return refuse("not-allowed-work")
    const { programmeId } = actor
    await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
    const asked = new Map((await askedIn(tx, programmeId, actor.membership.today)).map((each) => [each.key, each]))
    const items: QuestionView[] = []
    const events: EventDraft[] = []
    for (const id of new Set(recordIds)) {
      const before = await findRecord(tx, question, actor, id)
      if (!before) return refuse("not-found")
      if (await itemOf(tx, actor, before.workItemId)) {
        items.push(before)
        continue
      }
      if ((gapOf(before) ?? 0) === 0) return refuse("no-gap")
      if (before.workstreamId === null) return refuse("no-workstream")
      const { name, workstreamId, ownerId, toBe, version } = before
      const words = asked.get(before.key ?? "")
      const made = await insertWorkItem(tx, actor, {
        ...{ workstreamId, ownerId, afterId: null, roleKey: null, estimate: null },
        title: `${name}: reach level ${toBe}`,
        description: [before.wording || words?.text, words?.levels[toBe]].filter(Boolean).join("\n\n"),
      })
      if (!made.ok) return refuse("no-such-record")
      const after = await updateRecord(tx, actor, question, { id, version }, { workItemId: made.value.item.id })
      if (!after) throw new Error("a question that is held was changed")
      items.push(after)
      const data = { workItemId: made.value.item.id }
      events.push(made.value.event, { type: "assessment-question.turned-into-work", subject: id, data })
    }
    const [first, ...more] = events
    return first ? done({ items }, first, ...more) : done({ items }, nothingNew(programmeId))
  })

const nothingNew = (subject: string): EventDraft => ({ type: "assessment.work-stood-already", subject, data: {} })

/** Takes back what `addGapWork` made, all or none. */
export const withdrawGapWork = (
  actor: ProgrammeActor,
  { recordIds }: z.output<typeof contracts.withdrawGapWork.input>,
) =>
  transact(actor, contracts.withdrawGapWork, async (tx) => {
    const items: QuestionView[] = []
    const events: EventDraft[] = []
    for (const id of new Set(recordIds)) {
      const before = await findRecord(tx, question, actor, id)
      const item = before && (await itemOf(tx, actor, before.workItemId))
      if (!before || !item) return refuse("not-found")
      const where = { id: item.id, programmeId: actor.programmeId, version: 1 }
      const data = { removedAt: actor.context.at, version: 2 }
      if ((await tx.workItem.updateMany({ where, data })).count === 0) return refuse("changed-since")
      const after = await updateRecord(tx, actor, question, before, { workItemId: null })
      if (!after) return refuse("changed-since")
      items.push(after)
      events.push(
        { type: "work-item.removed", subject: item.id, data: {} },
        { type: "assessment-question.work-taken-back", subject: id, data: { workItemId: item.id } },
      )
    }
    const [first, ...more] = events
    return first ? done({ items }, first, ...more) : refuse("not-found")
  })
