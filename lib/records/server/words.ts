import { database, type Transaction } from "@/lib/base/db/client"
import { folded } from "@/lib/base/kernel/folded"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { keysOfType, knownRecords } from "@/lib/door/server/known-records"
import type { Found, Words } from "../kind"
import type { Slot } from "../slot"

type Row = { readonly id: Id; readonly name: string; readonly removed: boolean }
type Asking = Pick<Transaction, "$queryRawUnsafe" | "programme">

/** How the ids in these fields are said, and names found, in the member's programme. What was removed is said and not found. */
export async function loadWords(actor: ProgrammeActor, slots: readonly Slot[], tx?: Asking): Promise<Words> {
  const names = new Map<string, Map<Id, string>>()
  const found = new Map<string, Map<string, Found>>()
  for (const target of new Set(slots.flatMap(({ field }) => field.kind.target ?? []))) {
    const rows = await rowsOf(tx ?? database().prisma, actor.programmeId, target)
    const byId = new Map<Id, string>()
    const byName = new Map<string, Found>()
    for (const { id, name, removed } of rows) {
      if (!byId.has(id)) byId.set(id, name)
      const known = byName.get(folded(name))
      const isOther = known !== undefined && known !== null && (known === "several" || known.id !== id)
      if (!removed) byName.set(folded(name), isOther ? "several" : { id })
    }
    names.set(target, byId)
    found.set(target, byName)
  }
  return {
    today: actor.membership.today,
    nameOf: (target, id) => names.get(target)?.get(id) ?? null,
    find: (target, name) => found.get(target)?.get(folded(name)) ?? null,
  }
}

async function rowsOf(tx: Asking, programmeId: Id, target: string): Promise<Row[]> {
  const keys = await keysOfType(target)?.names(tx, programmeId)
  if (keys) return keys.flatMap(({ key, names }) => names.map((name) => ({ id: key, name, removed: false })))
  const known = knownRecords().find(({ type }) => type === target)
  if (!known) throw new Error(`no records are known as ${target}`)
  const removed = known.removable ? "removed_at IS NOT NULL" : "false"
  return tx.$queryRawUnsafe<Row[]>(
    `SELECT id, "${known.title}" AS name, ${removed} AS removed FROM "${known.table}" WHERE programme_id = $1::uuid`,
    programmeId,
  )
}
