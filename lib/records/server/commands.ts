import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { type CommandResult, done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import type { RecordRefusal, Versioned } from "../addresses"
import type { Change, Draft, Fields, RecordType, View } from "../record"
import { moveRecord } from "./write"
import { changedMeanwhile, findRecord, type RecordRules, visibleTo, writerOf } from "./writer"

export { changedMeanwhile, findRecord, type Judging, type RecordRules, visibleTo } from "./writer"

type Outcome<Value, Code extends string> = Promise<CommandResult<Value, RecordRefusal | Code>>
export type RecordCommands<F extends Fields, Code extends string> = {
  readonly add: (actor: ProgrammeActor, input: Draft<F>) => Outcome<View<F>, Code>
  readonly change: (
    actor: ProgrammeActor,
    input: { readonly recordId: Id; readonly version: number } & Change<F>,
  ) => Outcome<View<F>, Code>
  readonly changeMany: (
    actor: ProgrammeActor,
    input: { readonly items: readonly Versioned[]; readonly change: Change<F> },
  ) => Outcome<{ readonly items: readonly View<F>[] }, Code>
  readonly remove: (
    actor: ProgrammeActor,
    input: { readonly recordId: Id; readonly version: number },
  ) => Outcome<Versioned, never>
  readonly restore: (actor: ProgrammeActor, input: { readonly recordId: Id }) => Outcome<View<F>, never>
}

/** The five writes of a type of record. */
export function commandsOf<F extends Fields, Code extends string>(
  of: RecordType<F, Code>,
  rules: RecordRules<F, Code> = {},
): RecordCommands<F, Code> {
  const { add, edit } = writerOf(of, rules)
  return {
    add: (actor, draft) => transact(actor, of.edit, (tx) => add(tx, actor, draft)),
    change: (actor, input) =>
      transact(actor, of.edit, (tx) =>
        edit(tx, actor, { id: input.recordId, version: input.version }, changeIn(input)),
      ),
    changeMany: (actor, { items, change }) =>
      transact(actor, of.edit, async (tx) => {
        const views: View<F>[] = []
        const events: EventDraft[] = []
        for (const item of items) {
          const one = await edit(tx, actor, item, change)
          if (!one.ok) return one
          views.push(one.value)
          events.push(...one.events)
        }
        const [first, ...others] = events
        return first ? done({ items: views }, first, ...others) : refuse("not-found")
      }),
    remove: (actor, { recordId: id, version }) =>
      transact(actor, of.edit, async (tx) => {
        const before = await findRecord(tx, of, actor, id)
        if (!before) return refuse("not-found")
        const gone = await moveRecord(tx, actor, of, { id, version, removed: false })
        if (!gone) return changedMeanwhile(tx, actor, visibleTo(actor, of, before))
        const more = (await rules.also?.(tx, actor, before, null)) ?? []
        return done({ id, version: version + 1 }, { type: `${of.type}.removed`, subject: id, data: {} }, ...more)
      }),
    restore: (actor, { recordId: id }) =>
      transact(actor, of.edit, async (tx) => {
        const view = await moveRecord(tx, actor, of, { id, version: null, removed: true })
        if (!view) return refuse("not-found")
        const more = (await rules.also?.(tx, actor, null, view)) ?? []
        const event = { type: `${of.type}.restored`, subject: id, data: {} }
        return done(visibleTo(actor, of, view), event, ...more)
      }),
  }
}

/** The change without what names the record. */
function changeIn<Asked extends object>(input: { readonly recordId: Id; readonly version: number } & Asked): Asked
function changeIn({ recordId: _id, version: _version, ...change }: { recordId: Id; version: number }): object {
  return change
}
