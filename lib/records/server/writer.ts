import type { Transaction } from "@/lib/base/db/client"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { ok, type Refused, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { areThere } from "@/lib/door/server/known-records"
import { lastEventOn } from "@/lib/door/server/last-event"
import { type Done, done } from "@/lib/door/server/outcome"
import type { RecordRefusal, Versioned } from "../addresses"
import { changedEvent } from "../events"
import { areOwnValues, type OwnField } from "../own-field"
import type { Change, Draft, Fields, RecordType, View } from "../record"
import { differences, ownOf, type Slot, slotsOf } from "../slot"
import { findOwnFields } from "./own-fields"
import { findRow, viewOf } from "./rows"
import { insertRecord, type SomeValues, updateRecord } from "./write"

/** When and for whom a rule judges. */
export type Judging = { readonly today: Day; readonly personId: Id }

/** What a type of record does beside what every record does. Each is optional. */
export type RecordRules<F extends Fields, Code extends string> = {
  /** Judges a change, also a first one (`before` is null), and may complete it. Pure: the screen asks it too. */
  readonly rule?: (before: View<F> | null, change: Change<F>, at: Judging) => Result<Change<F>, Code>
  /** Judges what only the database knows. */
  readonly check?: (
    tx: Transaction,
    actor: ProgrammeActor,
    before: View<F> | null,
    change: Change<F>,
  ) => Promise<Refused<Code | RecordRefusal> | null>
  /** What else is written with it, and its events. */
  readonly also?: (
    tx: Transaction,
    actor: ProgrammeActor,
    before: View<F> | null,
    after: View<F> | null,
  ) => Promise<readonly EventDraft[]>
}

/** The record as it stands, or null. */
export async function findRecord<F extends Fields, Code extends string>(
  tx: Transaction,
  of: RecordType<F, Code>,
  actor: ProgrammeActor,
  id: Id,
): Promise<View<F> | null> {
  const row = await findRow(tx, of, actor.programmeId, id)
  return row ? viewOf(of, row) : null
}

/** The refusal of a stale edit: the record as it stands, and who changed it when. */
export async function changedMeanwhile(tx: Transaction, actor: ProgrammeActor, current: { readonly id: Id }) {
  const { by, at } = await lastEventOn(actor, current.id, tx)
  return refuse("changed-meanwhile", { current, changedBy: by, changedAt: at })
}

type Written<F extends Fields, Code extends string> = Promise<Done<View<F>> | Refused<Code | RecordRefusal>>
/** Adds and changes single records inside a transaction. */
export type RecordWriter<F extends Fields, Code extends string> = {
  readonly add: (tx: Transaction, actor: ProgrammeActor, draft: Draft<F>) => Written<F, Code>
  readonly edit: (tx: Transaction, actor: ProgrammeActor, at: Versioned, asked: Change<F>) => Written<F, Code>
}

/** What adds and changes records of a type, each judged by the kit and by the type's own rules. */
export function writerOf<F extends Fields, Code extends string>(
  of: RecordType<F, Code>,
  rules: RecordRules<F, Code> = {},
): RecordWriter<F, Code> {
  const judge = async (tx: Transaction, actor: ProgrammeActor, before: View<F> | null, asked: Change<F>) => {
    const ownFields = await findOwnFields(tx, actor.programmeId, of.type)
    const slots = slotsOf(of, ownFields)
    const refused = await refusalOf(tx, actor, slots, asked, ownFields)
    if (refused) return refused
    const { today } = actor.membership
    const ruled = rules.rule?.(before, asked, { today, personId: actor.personId }) ?? ok(asked)
    if (!ruled.ok) return ruled
    const unfit = await rules.check?.(tx, actor, before, ruled.value)
    return unfit ?? ok({ change: ruled.value, slots })
  }
  const edit: RecordWriter<F, Code>["edit"] = async (tx, actor, { id, version }, asked) => {
    const before = await findRecord(tx, of, actor, id)
    if (!before) return refuse("not-found")
    if (before.version !== version) return changedMeanwhile(tx, actor, visibleTo(actor, of, before))
    const judged = await judge(tx, actor, before, asked)
    if (!judged.ok) return judged
    const { change, slots } = judged.value
    const changes = differences(slots, before, change)
    const own = ownOf(change)
    const kept = Object.keys(own).length > 0 ? { own: { ...before.own, ...own } } : {}
    const after = await updateRecord(tx, actor, of, { id, version }, { ...valuesIn(change), ...kept })
    if (!after)
      return changedMeanwhile(tx, actor, visibleTo(actor, of, (await findRecord(tx, of, actor, id)) ?? before))
    const more = (await rules.also?.(tx, actor, before, after)) ?? []
    return done(visibleTo(actor, of, after), changedEvent(of.type, id, changes), ...more)
  }
  const add: RecordWriter<F, Code>["add"] = async (tx, actor, draft) => {
    const judged = await judge(tx, actor, null, draft)
    if (!judged.ok) return judged
    const { view, event } = await insertRecord(tx, actor, of, valuesIn(judged.value.change))
    const more = (await rules.also?.(tx, actor, null, view)) ?? []
    return done(visibleTo(actor, of, view), event, ...more)
  }
  return { add, edit }
}

/** Names the fields that a member does not see. */
export const hiddenFrom = (actor: ProgrammeActor, of: RecordType): readonly string[] =>
  Object.entries(of.fields).flatMap(([name, { about }]) => (about.see && !actor.may(about.see) ? [name] : []))

/** The record without what the member does not see. */
export function visibleTo<F extends Fields, Code extends string>(
  actor: ProgrammeActor,
  of: RecordType<F, Code>,
  view: View<F>,
): View<F> {
  const hidden = hiddenFrom(actor, of)
  if (hidden.length === 0) return view
  const shown: View<F> = { ...view }
  for (const name of hidden) Reflect.deleteProperty(shown, name)
  return shown
}

/** What the kit itself refuses: a field that is not the member's, an own field that is not there, a relation to elsewhere. */
async function refusalOf(
  tx: Transaction,
  actor: ProgrammeActor,
  slots: readonly Slot[],
  change: object,
  ownFields: readonly OwnField[],
): Promise<Refused<RecordRefusal> | null> {
  for (const slot of slots) {
    const isGiven = slot.name in change && Reflect.get(change, slot.name) !== undefined
    if (!isGiven) continue
    const { about, kind, initial } = slot.field
    const value = slot.valueOf(change)
    const isInitial = JSON.stringify(value) === JSON.stringify(initial)
    const needs = [about.see, about.edit].filter((permission) => permission !== undefined)
    if (!isInitial && needs.some((permission) => permission === "nobody" || !actor.may(permission)))
      return refuse("not-allowed-field")
    if (!kind.target || value === null) continue
    const ids = (Array.isArray(value) ? value : [value]).map(String)
    if (!(await areThere(tx, actor.programmeId, kind.target, ids)))
      return refuse("no-such-record", { field: slot.name })
  }
  return areOwnValues(ownFields, ownOf(change)) ? null : refuse("no-such-record", { field: "own" })
}

/** A change as values to write. */
function valuesIn<F extends Fields>(change: Change<F>): SomeValues<F>
function valuesIn(change: object): object {
  return change
}
