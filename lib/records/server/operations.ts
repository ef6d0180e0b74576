import type { ProgrammeActor } from "@/lib/door/access/actor"
import { knowRecords } from "@/lib/door/server/known-records"
import { answer, type Operation, serve } from "@/lib/door/server/serve"
import type { ListAnswer, RecordContracts } from "../addresses"
import type { Fields, RecordType, View } from "../record"
import { commandsOf, type RecordRules } from "./commands"
import { listRecords } from "./queries"
import { columnOf } from "./rows"

type Lines<F extends Fields, More> = (
  actor: ProgrammeActor,
  list: ListAnswer<View<F>>,
) => Promise<ListAnswer<View<F> & More>>

/** Every type of record that is served, for what is common to all: search, imports, tests. */
export const servedTypes: RecordType[] = []

/** The operations of a type of record, bound to the kit's commands with the type's own rules. */
export function operationsOf<F extends Fields, Code extends string>(
  of: RecordType<F, Code>,
  contracts: RecordContracts<F, Code, object>,
  rules?: RecordRules<F, Code>,
): readonly Operation[] {
  return operationsWithLines(of, contracts, async (_, list) => list, rules)
}

/** The same where a line of the list has more than the record itself. */
export function operationsWithLines<F extends Fields, Code extends string, More extends object>(
  of: RecordType<F, Code>,
  contracts: RecordContracts<F, Code, More>,
  lines: Lines<F, More>,
  rules: RecordRules<F, Code> = {},
): readonly Operation[] {
  knowRecords({ type: of.type, table: of.table, title: columnOf(of.title, ""), removable: true })
  servedTypes.push(of)
  const commands = commandsOf(of, rules)
  return [
    answer(contracts.list, async (actor) => lines(actor, await listRecords(of, actor))),
    serve(contracts.add, commands.add),
    serve(contracts.change, commands.change),
    serve(contracts.changeMany, commands.changeMany),
    serve(contracts.remove, commands.remove),
    serve(contracts.restore, commands.restore),
  ]
}
