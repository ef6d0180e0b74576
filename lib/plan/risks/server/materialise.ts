import type * as z from "zod"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { insertRecord, updateRecord } from "@/lib/records/server/write"
import { changedMeanwhile, findRecord } from "@/lib/records/server/writer"
import { materialiseRisk as contract } from "../contract"
import { mayMaterialise, registerEntry } from "../register"

/** Makes an issue of what happened: two rows and two events, or none. */
export const materialiseRisk = (actor: ProgrammeActor, { recordId: id, version }: z.output<typeof contract.input>) =>
  transact(actor, contract, async (tx) => {
    const before = await findRecord(tx, registerEntry, actor, id)
    if (!before) return refuse("not-found")
    if (before.version !== version) return changedMeanwhile(tx, actor, before)
    if (!mayMaterialise(before)) return refuse("not-a-risk")
    const risk = await updateRecord(tx, actor, registerEntry, { id, version }, { state: "came_true" })
    if (!risk) return changedMeanwhile(tx, actor, before)
    const { title, description, impact, delay, ownerId, response, responseNote, dueDay, workstreamIds, gateIds } =
      before
    const same = { title, description, impact, delay, ownerId, response, responseNote, dueDay, workstreamIds, gateIds }
    const made = await insertRecord(tx, actor, registerEntry, { ...same, kind: "issue", state: "open", fromId: id })
    const event = { type: "register-entry.came-true", subject: id, data: { issueId: made.view.id } }
    return done({ risk, issue: made.view }, event, made.event)
  })
