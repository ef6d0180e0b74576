import { readFile } from "node:fs/promises"
import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { FileAnswer, type Upload } from "@/lib/door/file"
import { done, unchanged } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { changedEvent } from "@/lib/records/events"
import { findRow, findRows, viewOf } from "@/lib/records/server/rows"
import { insertRecord, updateRecord } from "@/lib/records/server/write"
import { differences, slotsOf } from "@/lib/records/slot"
import { type ChecklistItem, type ChecklistPlan, checklistOf, type Listed, planChecklist } from "../checklist"
import { ChecklistFile, type ChecklistPreview, importAssessmentChecklist as contract } from "../checklist-contract"
import { question } from "../question"
import { releaseOf } from "./bank"

const Item = ChecklistFile.shape.items.element

/** The questions that are not left out, with what they came from. */
async function listedIn(reader: Transaction, programmeId: string): Promise<Listed[]> {
  const kept = await reader.assessmentQuestion.findMany({
    where: { programmeId, removedAt: null },
    select: { id: true, importKey: true, source: true },
  })
  const sources = new Map(kept.map(({ id, ...more }) => [id, more]))
  const rows = await findRows(reader, question, programmeId)
  return rows.map((row) => {
    const view = viewOf(question, row)
    const { importKey = null, source = null } = sources.get(view.id) ?? {}
    return { id: view.id, importKey, source: source === null ? null : Item.parse(source), question: view }
  })
}

async function readChecklist({ path }: Upload): Promise<Result<readonly ChecklistItem[], "unreadable-file">> {
  const text = await readFile(path, "utf8")
  const parsed = jsonIn(text)
  const read = ChecklistFile.safeParse(parsed)
  if (read.success) return ok(read.data.items)
  const [fault] = read.error.issues
  const where = fault && fault.path.length > 0 ? `${fault.path.map(String).join(".")}: ` : ""
  const detail = parsed === undefined ? "The file is not JSON." : `${where}${fault?.message ?? "not a checklist"}`
  return refuse("unreadable-file", { detail })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function planOf(
  reader: Transaction,
  programmeId: string,
  items: readonly ChecklistItem[],
): Promise<ChecklistPlan> {
  const { dimensions } = await releaseOf(reader, programmeId)
  return planChecklist({ items }, await listedIn(reader, programmeId), dimensions)
}

/** What an import of the file would do. */
export async function previewAssessmentChecklist(
  { programmeId }: ProgrammeActor,
  _: object,
  upload: Upload,
): Promise<Result<z.output<typeof ChecklistPreview>, "unreadable-file">> {
  const read = await readChecklist(upload)
  if (!read.ok) return read
  const plan = await planOf(database().prisma, programmeId, read.value)
  return ok({
    added: plan.added.map(({ item: { guid }, question: { name } }) => ({ guid, name })),
    changed: plan.changed.map(({ item, change }) => ({
      ...{ guid: item.guid, name: item.text, fields: Object.keys(change) },
    })),
    ...{ same: plan.same, refused: [...plan.refused] },
  })
}

/** Takes a checklist in, all or nothing. */
export async function importAssessmentChecklist(actor: ProgrammeActor, _: object, upload: Upload) {
  if (!actor.may(contract.permission)) return refuse("not-allowed")
  const read = await readChecklist(upload)
  if (!read.ok) return read
  const { programmeId } = actor
  const first = await planOf(database().prisma, programmeId, read.value)
  if (first.refused.length > 0) return refuse("rows-refused", { rows: first.refused })
  if (first.added.length + first.changed.length === 0) return unchanged({ added: 0, changed: 0, same: first.same })
  return transact(
    actor,
    contract,
    async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
      const plan = await planOf(tx, programmeId, read.value)
      const events: EventDraft[] = []
      for (const { item, question: given } of plan.added) {
        const { view, event } = await insertRecord(tx, actor, question, given)
        await keepSource(tx, view.id, item)
        events.push(event)
      }
      for (const { id, item, change } of plan.changed) {
        const row = await findRow(tx, question, programmeId, id)
        if (!row) continue
        const before = viewOf(question, row)
        await updateRecord(tx, actor, question, before, change)
        await keepSource(tx, id, item, before.key !== null)
        events.push(changedEvent(question.type, id, differences(slotsOf(question), before, change)))
      }
      const counts = { added: plan.added.length, changed: plan.changed.length, same: plan.same }
      return done(counts, { type: "assessment.checklist-imported", subject: programmeId, data: counts }, ...events)
    },
    { seconds: 60 },
  )
}

/** The item stays beside the question; one of the pack or the programme's own keeps its own id as guid. */
async function keepSource(tx: Transaction, id: string, item: ChecklistItem, ofThePack = false): Promise<void> {
  const source = JSON.parse(JSON.stringify(item))
  const data = ofThePack || item.guid === id ? { source } : { source, importKey: item.guid }
  await tx.assessmentQuestion.update({ where: { id }, data })
}

/** The assessment as other tools of the format read it. */
export async function exportAssessmentChecklist({ programmeId }: ProgrammeActor): Promise<FileAnswer> {
  const reader = database().prisma
  const { dimensions } = await releaseOf(reader, programmeId)
  const { name } = await reader.programme.findFirstOrThrow({ where: { id: programmeId }, select: { name: true } })
  const nameOf = (key: string) => dimensions.find((each) => each.key === key)?.name ?? key
  const file = checklistOf(await listedIn(reader, programmeId), `${name} assessment`, nameOf)
  const bytes = new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
  return new FileAnswer(`${name} assessment.json`, "application/json", bytes)
}
