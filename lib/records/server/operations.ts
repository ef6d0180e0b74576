import * as z from "zod"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Guarded } from "@/lib/door/audit/redaction"
import { knowRecords } from "@/lib/door/server/known-records"
import { answer, dryRun, type Operation, serve } from "@/lib/door/server/serve"
import type { ListAnswer, RecordContracts } from "../addresses"
import type { Field, Fields, RecordType, View } from "../record"
import { commandsOf } from "./commands"
import { csvOfRecords, exportRecords } from "./export"
import { importsOf } from "./import"
import { listRecords } from "./queries"
import { columnOf } from "./rows"
import { servedTypes } from "./served-types"
import { sheetContext } from "./sheet-context"
import type { RecordRules } from "./writer"

type Lines<F extends Fields, More> = (
  actor: ProgrammeActor,
  list: ListAnswer<View<F>>,
) => Promise<ListAnswer<View<F> & More>>

export { servedTypes }

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
  knowRecords({
    type: of.type,
    table: of.table,
    title: columnOf(of.title, ""),
    removable: true,
    ...("ownerId" in of.fields ? { owner: "owner_id" } : {}),
    guarded: guardedIn(of),
  })
  servedTypes.push(of)
  const commands = commandsOf(of, rules)
  const imports = importsOf(of, rules)
  return [
    {
      ...answer(contracts.list, async (actor) => lines(actor, await listRecords(of, actor))),
      csv: async (actor: ProgrammeActor, value) =>
        csvOfRecords(await sheetContext(of, actor), itemsIn(value), computedIn(contracts.list.output, of)),
    },
    serve(contracts.add, commands.add),
    serve(contracts.change, commands.change),
    serve(contracts.changeMany, commands.changeMany),
    serve(contracts.remove, commands.remove),
    serve(contracts.restore, commands.restore),
    dryRun(contracts.preview, imports.preview),
    dryRun(contracts.check, imports.check),
    serve(contracts.import, imports.import),
    answer(contracts.export, (actor, asked) => exportRecords(of, actor, asked)),
  ]
}

/** Fields with `see`, by the members in which events tell them. */
const guardedIn = ({ fields }: Pick<RecordType, "fields">): readonly Guarded[] =>
  Object.entries<Field<unknown>>(fields).flatMap(([name, { about, kind }]) =>
    about.see ? [{ members: [name, ...kind.columns.map((suffix) => `${name}${suffix}`)], see: about.see }] : [],
  )

const itemsIn = (value: unknown): readonly object[] =>
  typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items) ? value.items : []

/** What a line of the list has beside the record, by the shape that the contract promises. */
function computedIn(output: z.ZodType, { fields }: Pick<RecordType, "fields">): readonly string[] {
  const items = output instanceof z.ZodObject ? output.shape.items : undefined
  const line = items instanceof z.ZodArray ? items.element : undefined
  const names = line instanceof z.ZodObject ? Object.keys(line.shape) : []
  return names.filter((name) => !Object.hasOwn(fields, name) && !head.has(name))
}
const head: ReadonlySet<string> = new Set(["id", "number", "version", "createdAt", "updatedAt", "own"])
