import type { Transaction } from "@/lib/base/db/client"
import { Prisma } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import type { Release } from "@/lib/pack/release"
import { type Thing, thingsOf } from "@/lib/pack/things"
import type { Step, Table } from "../steps"
import { keysById, type PackRows } from "./state"

type Columns = Extract<Step, { did: "changed" }>["before"]
type Row = { readonly id: string; readonly removedAt?: Date | null }

/** What a take-over has at hand while it writes: the two releases, the rows by the pack's ids, and what was done so far. */
export class Take {
  readonly steps: Step[] = []
  readonly events: EventDraft[] = []
  readonly things: ReadonlyMap<string, Thing>
  readonly base: ReadonlyMap<string, Thing>
  readonly #ids = new Map<string, string>()
  readonly #removed = new Set<string>()

  constructor(
    readonly tx: Transaction,
    readonly actor: ProgrammeActor,
    readonly releases: { readonly from: Release; readonly to: Release },
    readonly rows: PackRows,
  ) {
    this.things = thingsOf(releases.to)
    this.base = thingsOf(releases.from)
    const keys = keysById(rows)
    const put = (part: string, list: readonly Row[]) => {
      for (const { id, removedAt } of list) {
        this.#ids.set(`${part}:${keys.get(id)}`, id)
        if (removedAt) this.#removed.add(id)
      }
    }
    put("phase", rows.phases)
    put("gate", rows.gates)
    put("stage", rows.stages)
    put("workstream", rows.workstreams)
    put("activity", rows.items)
    put("check", rows.checks)
    put("criterion", rows.criteria)
  }

  /** The row of a thing of the pack; null when the programme does not have it. */
  idOf(packId: string | null): string | null {
    const id = packId === null ? undefined : this.#ids.get(packId)
    return id === undefined || this.#removed.has(id) ? null : id
  }
  /** The row of a thing that was taken away here and can be brought back. */
  removedIdOf(packId: string): string | null {
    const id = this.#ids.get(packId)
    return id !== undefined && this.#removed.has(id) ? id : null
  }
  make(packId: string): string {
    const id = newId(this.actor.context.at)
    this.#ids.set(packId, id)
    return id
  }
  made(table: Table, id: string): void {
    this.steps.push({ did: "made", table, id })
  }

  /** Writes columns of a row and keeps how they were. */
  async change(table: Table, id: string, before: Columns, after: Columns): Promise<void> {
    if (Object.keys(after).length === 0) return
    await update(this.tx, table, id, after)
    this.steps.push({ did: "changed", table, id, before, after })
  }
  async remove(table: "workItem" | "check" | "criterion", id: string): Promise<void> {
    await setRemoved(this.tx, table, id, this.actor.context.at)
    this.#removed.add(id)
    this.steps.push({ did: "removed", table, id })
  }
  async restore(table: "workItem" | "check" | "criterion", packId: string, id: string): Promise<void> {
    await setRemoved(this.tx, table, id, null)
    this.#removed.delete(id)
    this.#ids.set(packId, id)
    this.steps.push({ did: "restored", table, id })
  }
}

/** A rule that is none is a null of the database, not one of JSON. */
const noRule = (columns: Columns) => ("rule" in columns && columns.rule === null ? { rule: Prisma.DbNull } : {})

/** Columns of a row, with its version one higher. */
export async function update(tx: Transaction, table: Table, id: string, columns: Columns): Promise<void> {
  const change = { where: { id }, data: { ...columns, version: { increment: 1 } } }
  if (table === "workItem") await tx.workItem.update(change)
  else if (table === "check") await tx.check.update({ ...change, data: { ...change.data, ...noRule(columns) } })
  else if (table === "criterion") await tx.criterion.update(change)
  else if (table === "workstream") await tx.workstream.update(change)
  else if (table === "stage") await tx.stage.update(change)
  else await tx.phase.update(change)
}

export async function setRemoved(
  tx: Transaction,
  table: "workItem" | "check" | "criterion",
  id: string,
  removedAt: Date | null,
): Promise<void> {
  const change = { where: { id }, data: { removedAt, version: { increment: 1 } } }
  if (table === "workItem") await tx.workItem.update(change)
  else if (table === "check") await tx.check.update(change)
  else await tx.criterion.update(change)
}
