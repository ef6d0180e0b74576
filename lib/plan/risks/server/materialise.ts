import type * as z from "zod"
import { newId } from "@/lib/base/db/new-id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import { mayComeTrue } from "../materialise"
import { entryChanged, findEntry, nextEntryNumber } from "./edit-entry"
import { entryColumns } from "./entry-rows"
import { writePlaces } from "./places"

/** Makes an issue of what came true: two rows and two events, or none. */
export const materialiseRisk = (
  actor: ProgrammeActor,
  { entryId, version }: z.output<typeof contracts.materialiseRisk.input>,
) =>
  transact(actor, contracts.materialiseRisk, async (tx) => {
    const before = await findEntry(tx, actor, entryId)
    if (!before) return refuse("not-found")
    if (before.version !== version) return entryChanged(actor, before)
    if (!mayComeTrue(before)) return refuse("not-a-risk")
    const { at } = actor.context
    const { programmeId } = actor
    const { count } = await tx.registerEntry.updateMany({
      where: { id: entryId, programmeId, removedAt: null, version },
      data: { state: "came_true", updatedAt: at, version: version + 1 },
    })
    if (count === 0) return entryChanged(actor, before)
    const { title, description, impact, delay, ownerId, response, responseNote, dueDay } = before
    const id = newId(at)
    const number = await nextEntryNumber(tx, actor)
    await tx.registerEntry.create({
      data: {
        ...{ id, programmeId, number, kind: "issue", fromId: entryId, createdAt: at, updatedAt: at },
        ...{ title, description, impact, ownerId, response, responseNote, ...entryColumns({ delay, dueDay }) },
      },
    })
    await writePlaces(tx, actor, id, before)
    const risk = await findEntry(tx, actor, entryId)
    const issue = await findEntry(tx, actor, id)
    if (!risk || !issue) return refuse("not-found")
    const { workstreamIds, gateIds } = issue
    return done(
      { risk, issue },
      { type: "register-entry.came-true", subject: entryId, data: { issueId: id } },
      {
        type: "register-entry.added",
        subject: id,
        data: { number, kind: "issue", fromId: entryId, impact, ownerId, workstreamIds, gateIds },
        texts: { title },
      },
    )
  })
