import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { OwnField as OwnFieldRow } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import { folded } from "@/lib/base/kernel/folded"
import { type Refused, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { keyFrom, MOST_OWN_FIELDS, type OwnField } from "../own-field"
import * as contracts from "../own-field-contract"
import { ownFieldOf } from "./own-fields"
import { servedTypes } from "./served-types"
import { changedMeanwhile } from "./writer"

type InputOf<Name extends keyof typeof contracts> = z.output<(typeof contracts)[Name]["input"]>
type Full = "too-many-own-fields" | "label-taken"

/** Holds the programme, so that two people do not add the twenty-first field or the same name at once. */
async function fieldsOf(tx: Transaction, { programmeId }: ProgrammeActor, recordType: string) {
  await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
  return tx.ownField.findMany({ where: { programmeId, recordType } })
}

/** Whether a label may be given to a field, among the others and the type's own. */
function refusalOf(rows: readonly OwnFieldRow[], recordType: string, label: string, id: string): Refused<Full> | null {
  const others = rows.filter((row) => row.removedAt === null && row.id !== id)
  const declared = servedTypes.find(({ type }) => type === recordType)?.fields ?? {}
  const labels = [...others.map((row) => row.label), ...Object.values(declared).map(({ about }) => about.label)]
  if (labels.some((each) => folded(each) === folded(label))) return refuse("label-taken")
  return others.length >= MOST_OWN_FIELDS ? refuse("too-many-own-fields") : null
}

export const addOwnField = (actor: ProgrammeActor, { recordType, label, kind, options }: InputOf<"addOwnField">) =>
  transact(actor, contracts.addOwnField, async (tx) => {
    if (!servedTypes.some(({ type }) => type === recordType)) return refuse("not-found")
    if (kind === "choice" && options.length === 0) return refuse("needs-options")
    const rows = await fieldsOf(tx, actor, recordType)
    const refused = refusalOf(rows, recordType, label, "")
    if (refused) return refused
    const { programmeId, context } = actor
    const key = keyFrom(
      label,
      rows.map((row) => row.key),
    )
    const kept = kind === "choice" ? options : []
    const data = {
      id: newId(context.at),
      programmeId,
      recordType,
      key,
      label,
      kind,
      options: kept,
      createdAt: context.at,
    }
    const view = ownFieldOf(await tx.ownField.create({ data }))
    return done(view, {
      ...{ type: "own-field.added", subject: view.id },
      data: { recordType, key, label, kind, options: [...kept] },
    })
  })

export const changeOwnField = (actor: ProgrammeActor, input: InputOf<"changeOwnField">) =>
  transact(actor, contracts.changeOwnField, async (tx) => {
    const found = await findOne(tx, actor, input.ownFieldId, false)
    if (!found) return refuse("not-found")
    const before = ownFieldOf(found)
    if (before.version !== input.version) return changedMeanwhile(tx, actor, before)
    const label = input.label ?? before.label
    const options = before.kind === "choice" ? (input.options ?? before.options) : []
    if (before.kind === "choice" && options.length === 0) return refuse("needs-options")
    const rows = await fieldsOf(tx, actor, found.recordType)
    const refused = refusalOf(rows, found.recordType, label, before.id)
    if (refused) return refused
    const after = await write(tx, before, { label, options: [...options] })
    if (!after) return changedMeanwhile(tx, actor, before)
    return done(after, {
      ...{ type: "own-field.changed", subject: after.id },
      data: { changes: toldOf(after), before: toldOf(before) },
    })
  })

export const removeOwnField = (actor: ProgrammeActor, { ownFieldId, version }: InputOf<"removeOwnField">) =>
  transact(actor, contracts.removeOwnField, async (tx) => {
    const found = await findOne(tx, actor, ownFieldId, false)
    if (!found) return refuse("not-found")
    const before = ownFieldOf(found)
    const after = before.version === version ? await write(tx, before, { removedAt: actor.context.at }) : null
    if (!after) return changedMeanwhile(tx, actor, before)
    return done(after, { type: "own-field.removed", subject: after.id, data: { label: after.label } })
  })

export const restoreOwnField = (actor: ProgrammeActor, { ownFieldId }: InputOf<"restoreOwnField">) =>
  transact(actor, contracts.restoreOwnField, async (tx) => {
    const found = await findOne(tx, actor, ownFieldId, true)
    if (!found) return refuse("not-found")
    const rows = await fieldsOf(tx, actor, found.recordType)
    const refused = refusalOf(rows, found.recordType, found.label, found.id)
    if (refused) return refused
    const after = await write(tx, ownFieldOf(found), { removedAt: null })
    if (!after) return refuse("not-found")
    return done(after, { type: "own-field.restored", subject: after.id, data: { label: after.label } })
  })

const toldOf = ({ label, options }: OwnField) => ({ label, options: [...options] })

const findOne = (tx: Transaction, { programmeId }: ProgrammeActor, id: string, removed: boolean) =>
  tx.ownField.findFirst({ where: { id, programmeId, removedAt: removed ? { not: null } : null } })

/** Null when somebody else was faster. */
async function write(
  tx: Transaction,
  { id, version }: OwnField,
  data: { readonly label?: string; readonly options?: string[]; readonly removedAt?: Date | null },
): Promise<OwnField | null> {
  const { count } = await tx.ownField.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } })
  return count === 0 ? null : ownFieldOf(await tx.ownField.findUniqueOrThrow({ where: { id } }))
}
