import type * as z from "zod"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { InstallationActor, ProgrammeActor, UserActor, Visitor } from "@/lib/door/access/actor"
import type { Permission } from "@/lib/door/access/permissions"
import type { Audience, Contract, InputShape, Refusals } from "@/lib/door/contract"
import type { Upload } from "@/lib/door/file"
import { type CommandResult, unchanged } from "@/lib/door/server/outcome"

export type ActorFor<For extends Audience> = {
  public: Visitor
  user: UserActor
  installation: InstallationActor
  programme: ProgrammeActor
}[For]

/** JSON that the database wrote, handed on without being read. */
export class JsonText {
  constructor(readonly text: string) {}
}

export type Answer = {
  readonly ok: true
  readonly value: unknown
  readonly seq?: number | null
  readonly before?: number | null
}
export type Operation = {
  readonly contract: Contract
  readonly writes: boolean
  /** The door has identified the actor for the contract's audience and parsed the input by the contract's shape. */
  readonly run: (actor: never, input: never, file: never) => Promise<CommandResult<unknown, string>>
  /** Its answer as CSV, where that is more than the members of its items. */
  readonly csv?: (actor: never, value: unknown) => Promise<string>
}

/** Binds a contract to the command that keeps it. Codes that the contract has no sentence for do not compile. */
export function serve<I extends InputShape, O extends z.ZodType, W extends Refusals, For extends Audience>(
  contract: Contract<I, O, W, For>,
  command: (actor: ActorFor<For>, input: z.output<I>) => Promise<CommandResult<z.output<O>, keyof W & string>>,
): Operation {
  return { contract, writes: true, run: command }
}

/** The same for a contract that takes a file; the command reads it and keeps what it wants of it. */
export function serveFile<I extends InputShape, O extends z.ZodType, W extends Refusals, For extends Audience>(
  contract: Contract<I, O, W, For>,
  command: (
    actor: ActorFor<For>,
    input: z.output<I>,
    file: Upload,
  ) => Promise<CommandResult<z.output<O>, keyof W & string>>,
): Operation {
  return { contract, writes: true, run: command }
}

/** Binds a contract to the query that answers it; null is "not found". One that is asked by POST has its input in the body. */
export function answer<I extends InputShape, O extends z.ZodType, W extends Refusals, For extends Audience>(
  contract: Contract<I, O, W, For>,
  query: (actor: ActorFor<For>, input: z.output<I>) => Promise<z.output<O> | JsonText | null>,
): Operation {
  return dryRun(contract, async (actor, input) => {
    const value = await query(actor, input)
    return value === null ? refuse("not-found") : ok(value)
  })
}

/** Binds a contract to a question that may be refused by a rule, about a file when the contract takes one. Writes nothing. */
export function dryRun<I extends InputShape, O extends z.ZodType, W extends Refusals, For extends Audience>(
  contract: Contract<I, O, W, For>,
  query: (
    actor: ActorFor<For>,
    input: z.output<I>,
    file: Upload,
  ) => Promise<Result<z.output<O> | JsonText, (keyof W & string) | "not-found">>,
): Operation {
  const run = async (actor: ActorFor<For>, input: z.output<I>, file: Upload) => {
    if (!mayAsk(actor, contract.permission)) return { ok: false, refusal: "not-allowed" } as const
    const result = await query(actor, input, file)
    return result.ok ? unchanged(result.value) : result
  }
  return { contract, writes: false, run }
}

/** Asks an actor about a permission of their kind. */
export function mayAsk(
  actor: Visitor | UserActor | InstallationActor | ProgrammeActor,
  permission: Permission,
): boolean {
  const ask: (permission: never) => string = actor.grant
  return Reflect.apply(ask, actor, [permission]) !== "no"
}
