import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { ok, refuse } from "@/lib/base/kernel/result"
import { releaseOf } from "@/lib/design/gaps/server/bank"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { addedEvent, insertLink } from "@/lib/plan/roadmap/server/link-rows"
import { holdPlan, loadShape } from "@/lib/plan/roadmap/server/shape"
import { insertWorkItem } from "@/lib/plan/roadmap/server/work-item-places"
import { cycleClosedBy } from "@/lib/plan/schedule/cycles"
import * as contracts from "../contract"
import { effortOf, liveOf, type Stamped, type Subject, stampedFor } from "../stamp"

type Reader = Pick<Transaction, "programme" | "landscapeItem" | "useCase" | "stampedWork" | "workstream">
type Asked = { readonly templateKey: string; readonly subjectIds: readonly Id[] }

/** The templates of the release, and how much of each is made and done. */
export async function findTemplates({ programmeId }: ProgrammeActor) {
  const { prisma } = database()
  const [release, rows] = await Promise.all([
    releaseOf(prisma, programmeId),
    prisma.stampedWork.findMany({
      where: { programmeId, workItem: { removedAt: null } },
      select: { templateKey: true, subjectId: true, stepKey: true, workItem: { select: { status: true } } },
    }),
  ])
  const items = release.templates.map(({ key, kind, name, description, steps }) => {
    const own = rows.filter(({ templateKey }) => templateKey === key)
    const lines = own.map(({ subjectId, stepKey, workItem }) => ({
      subjectId,
      stepKey,
      done: workItem.status === "done",
    }))
    const keys = steps.map((step) => step.key)
    return { key, kind, name, description, steps: steps.map((step) => step.name), ...liveOf(keys, lines) }
  })
  return { items }
}

/** What would be made. */
async function planOf(reader: Reader, { programmeId }: ProgrammeActor, { templateKey, subjectIds }: Asked) {
  const template = (await releaseOf(reader, programmeId)).templates.find(({ key }) => key === templateKey)
  if (!template) return refuse("no-such-template")
  const subjects = await findSubjects(reader, programmeId, subjectIds, template.kind === "use-case")
  if (subjects.length !== new Set(subjectIds).size) return refuse("no-such-record")
  const there = await reader.stampedWork.findMany({
    where: { programmeId, templateKey, subjectId: { in: [...subjectIds] }, workItem: { removedAt: null } },
  })
  const has = new Set(there.map(({ subjectId, stepKey }) => `${subjectId} ${stepKey}`))
  const stamped = stampedFor(template, subjects, (subjectId, stepKey) => has.has(`${subjectId} ${stepKey}`))
  const rows = await reader.workstream.findMany({ where: { programmeId } })
  const workstreams = new Map(rows.map((row) => [row.key, row]))
  if (stamped.some(({ workstreamKey }) => !workstreams.has(workstreamKey))) return refuse("no-workstream")
  return ok({ template, stamped, workstreams, there: has.size })
}

async function findSubjects(
  reader: Reader,
  programmeId: Id,
  ids: readonly Id[],
  areUseCases: boolean,
): Promise<readonly Subject[]> {
  const where = { programmeId, removedAt: null, id: { in: [...ids] } }
  const orderBy = { number: "asc" } as const
  if (areUseCases)
    return (await reader.useCase.findMany({ where, orderBy })).map(({ id, name }) => ({ id, name, complexity: null }))
  return reader.landscapeItem.findMany({ where, orderBy, select: { id: true, name: true, complexity: true } })
}

/** Tells what a template would make; nothing is written. */
export async function previewStampedWork(actor: ProgrammeActor, input: Asked) {
  const plan = await planOf(database().prisma, actor, input)
  if (!plan.ok) return plan
  const { stamped, workstreams, there } = plan.value
  const items = stamped.map(({ subjectId, stepKey, title, workstreamKey, estimate }) => ({
    ...{ subjectId, stepKey, title, estimate, workstream: workstreams.get(workstreamKey)?.name ?? "" },
  }))
  return ok({ items, days: effortOf(stamped), there })
}

/** Makes a template's work in its workstreams, step after step, in one undoable act. */
export const stampWork = (actor: ProgrammeActor, input: z.output<typeof contracts.stampWork.input>) =>
  transact(actor, contracts.stampWork, async (tx) => {
    if (actor.grant("work.edit") !== "yes") return refuse("not-allowed")
    await holdPlan(tx, actor)
    const plan = await planOf(tx, actor, input)
    if (!plan.ok) return plan
    const { stamped, workstreams, template } = plan.value
    const events: EventDraft[] = []
    const made = new Map<string, Id>()
    for (const each of stamped) {
      const id = await make(tx, actor, each, workstreams.get(each.workstreamKey)?.id ?? "", events)
      made.set(`${each.subjectId} ${each.stepKey}`, id)
      await note(tx, actor, template.key, each, id)
    }
    const leftOut = await linkSteps(tx, actor, stamped, made, events)
    const workItemIds = [...made.values()]
    const data = { template: template.name, items: workItemIds.length }
    return done({ workItemIds, leftOut }, { type: "template.stamped", subject: actor.programmeId, data }, ...events)
  })

async function make(
  tx: Transaction,
  actor: ProgrammeActor,
  { title, description, roleKey, estimate }: Stamped,
  workstreamId: Id,
  events: EventDraft[],
): Promise<Id> {
  const draft = { workstreamId, title, description, roleKey, estimate, ownerId: null, afterId: null }
  const inserted = await insertWorkItem(tx, actor, draft)
  if (!inserted.ok) throw new Error(`a step of a template could not be added: ${inserted.refusal}`)
  events.push(inserted.value.event)
  return inserted.value.item.id
}

async function note(
  tx: Transaction,
  { programmeId, context }: ProgrammeActor,
  templateKey: string,
  of: Stamped,
  workItemId: Id,
) {
  const key = { subjectId: of.subjectId, templateKey, stepKey: of.stepKey }
  const row = { workItemId, at: context.at }
  await tx.stampedWork.upsert({
    where: { subjectId_templateKey_stepKey: key },
    create: { id: newId(context.at), programmeId, ...key, ...row },
    update: row,
  })
}

/** Puts each step after those before it. What the plan's own links contradict is left out and counted. */
async function linkSteps(
  tx: Transaction,
  actor: ProgrammeActor,
  stamped: readonly Pick<Stamped, "subjectId" | "stepKey" | "after">[],
  made: ReadonlyMap<string, Id>,
  events: EventDraft[],
): Promise<number> {
  const shape = await loadShape(tx, actor)
  const links = [...shape.links]
  let leftOut = 0
  for (const { subjectId, stepKey, after } of stamped) {
    const to = made.get(`${subjectId} ${stepKey}`)
    for (const before of after) {
      const from = made.get(`${subjectId} ${before}`)
      if (!from || !to) continue
      const ends = { from: { kind: "item", id: from }, to: { kind: "item", id: to }, type: "FS" } as const
      if (cycleClosedBy({ ...shape, links }, ends)) {
        leftOut += 1
        continue
      }
      const link = await insertLink(tx, actor, { ...ends, lag: 0, lagUnit: "days" })
      links.push(link)
      events.push(addedEvent(link))
    }
  }
  return leftOut
}

/** Takes back what `stampWork` made, as long as nobody has touched it. */
export const withdrawStampedWork = (
  actor: ProgrammeActor,
  { workItemIds }: z.output<typeof contracts.withdrawStampedWork.input>,
) =>
  transact(actor, contracts.withdrawStampedWork, async (tx) => {
    if (actor.grant("work.edit") !== "yes") return refuse("not-allowed")
    const { programmeId, context } = actor
    const ids = [...new Set(workItemIds)]
    const where = { programmeId, workItemId: { in: ids } }
    if ((await tx.stampedWork.count({ where })) !== ids.length) return refuse("not-stamped")
    const { count } = await tx.workItem.updateMany({
      where: { programmeId, id: { in: ids }, version: 1, removedAt: null },
      data: { removedAt: context.at, version: 2 },
    })
    if (count !== ids.length) return refuse("changed-since")
    await tx.stampedWork.deleteMany({ where })
    const removed = ids.map((subject): EventDraft => ({ type: "work-item.removed", subject, data: {} }))
    const event = { type: "template.withdrawn", subject: programmeId, data: { items: count } }
    return done({ removed: count }, event, ...removed)
  })
