import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { RegisterEntryUncheckedUpdateManyInput } from "@/lib/base/db/generated/models"
import { newId } from "@/lib/base/db/new-id"
import { definedOf } from "@/lib/base/kernel/defined"
import type { Id } from "@/lib/base/kernel/id"
import { type Refused, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { lastEventOn } from "@/lib/door/server/last-event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { isPerson } from "@/lib/plan/roadmap/server/scope"
import { holdPlan } from "@/lib/plan/roadmap/server/shape"
import type { addEntry, removeEntry, restoreEntry, updateEntry } from "../contract"
import type { RegisterEntryView } from "../register-shapes"
import { entryColumns, entryView, toldMembers, toldTexts, withPlaces } from "./entry-rows"
import { arePlaces, writePlaces } from "./places"

export async function findEntry(tx: Transaction, actor: ProgrammeActor, id: Id): Promise<RegisterEntryView | null> {
  const where = { id, programmeId: actor.programmeId, removedAt: null }
  const row = await tx.registerEntry.findFirst({ where, include: withPlaces })
  return row ? entryView(row) : null
}

/** The refusal of a stale edit: the entry as it stands, and who changed it when. */
export async function entryChanged(
  actor: ProgrammeActor,
  current: RegisterEntryView,
): Promise<Refused<"changed-meanwhile">> {
  const { by, at } = await lastEventOn(actor, current.id)
  return refuse("changed-meanwhile", { current, changedBy: by, changedAt: at })
}

/** The programme's next number for an entry; the programme is held, so that no number is given twice. */
export async function nextEntryNumber(tx: Transaction, actor: ProgrammeActor): Promise<number> {
  await holdPlan(tx, actor)
  const where = { programmeId: actor.programmeId }
  const { _max } = await tx.registerEntry.aggregate({ where, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** Writes a new entry into the register. */
export const writeEntry = (actor: ProgrammeActor, input: z.output<typeof addEntry.input>) =>
  transact(actor, "risks.edit", async (tx) => {
    const { workstreamIds, gateIds, delay, dueDay, kind, title, description, responseNote, ...plain } = input
    if (!(await isPerson(tx, actor, input.ownerId))) return refuse("no-such-person")
    if (!(await arePlaces(tx, actor, input))) return refuse("no-such-place")
    const { at } = actor.context
    const number = await nextEntryNumber(tx, actor)
    const id = newId(at)
    const own = { id, programmeId: actor.programmeId, number, kind, title, description, responseNote }
    const data = { ...own, ...plain, ...entryColumns({ delay, dueDay }), createdAt: at, updatedAt: at }
    await tx.registerEntry.create({ data })
    await writePlaces(tx, actor, id, { workstreamIds, gateIds })
    const view = await tx.registerEntry.findFirstOrThrow({
      where: { id, programmeId: actor.programmeId },
      include: withPlaces,
    })
    return done(entryView(view), {
      type: "register-entry.added",
      subject: id,
      data: { number, kind, ...toldMembers({ ...plain, delay, dueDay }), workstreamIds, gateIds },
      texts: toldTexts(input),
    })
  })

type Edit = Omit<z.output<typeof updateEntry.input>, "entryId" | "version">

/** The members that an edit makes different, with what they were before. */
function differences(before: RegisterEntryView, edit: Edit) {
  const { workstreamIds, gateIds, ...plain } = edit
  const given = Object.entries(definedOf(plain))
  const isOther = ([key, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(Reflect.get(before, key))
  const changes: Edit = Object.fromEntries(given.filter(isOther))
  const earlier: Edit = Object.fromEntries(Object.keys(changes).map((key) => [key, Reflect.get(before, key)]))
  const places = definedOf({ workstreamIds, gateIds })
  return { changes, earlier, places }
}

/** Changes an entry as one member looked at it. */
export const editEntry = (actor: ProgrammeActor, input: z.output<typeof updateEntry.input>) =>
  transact(actor, "risks.edit", async (tx) => {
    const { entryId, version, ...edit } = input
    const before = await findEntry(tx, actor, entryId)
    if (!before) return refuse("not-found")
    if (before.version !== version) return entryChanged(actor, before)
    if (before.state === "came_true" && edit.state !== undefined) return refuse("came-true-already")
    if (!(await isPerson(tx, actor, edit.ownerId))) return refuse("no-such-person")
    if (!(await arePlaces(tx, actor, edit))) return refuse("no-such-place")
    const { changes, earlier, places } = differences(before, edit)
    const data: RegisterEntryUncheckedUpdateManyInput = {
      ...entryColumns(changes),
      ...{ updatedAt: actor.context.at, version: version + 1 },
    }
    const where = { id: entryId, programmeId: actor.programmeId, removedAt: null, version }
    const { count } = await tx.registerEntry.updateMany({ where, data })
    if (count === 0) return entryChanged(actor, before)
    await writePlaces(tx, actor, entryId, edit)
    const after = await findEntry(tx, actor, entryId)
    return done(after ?? before, {
      type: "register-entry.updated",
      subject: entryId,
      data: { changes: toldMembers(changes), before: toldMembers(earlier), ...places },
      texts: toldTexts(changes),
    })
  })

export const takeOutEntry = (actor: ProgrammeActor, input: z.output<typeof removeEntry.input>) =>
  transact(actor, "risks.edit", async (tx) => {
    const { entryId, version } = input
    const found = await findEntry(tx, actor, entryId)
    if (!found) return refuse("not-found")
    const { count } = await tx.registerEntry.updateMany({
      where: { id: entryId, programmeId: actor.programmeId, removedAt: null, version },
      data: { removedAt: actor.context.at, version: version + 1 },
    })
    if (count === 0) return entryChanged(actor, found)
    return done({ id: entryId, version: version + 1 }, { type: "register-entry.removed", subject: entryId, data: {} })
  })

export const bringBackEntry = (actor: ProgrammeActor, { entryId }: z.output<typeof restoreEntry.input>) =>
  transact(actor, "risks.edit", async (tx) => {
    const { count } = await tx.registerEntry.updateMany({
      where: { id: entryId, programmeId: actor.programmeId, removedAt: { not: null } },
      data: { removedAt: null, version: { increment: 1 } },
    })
    const entry = count > 0 ? await findEntry(tx, actor, entryId) : null
    if (!entry) return refuse("not-found")
    return done(entry, { type: "register-entry.restored", subject: entryId, data: {} })
  })
