import { type ParseArgsConfig, parseArgs } from "node:util"

/** A command of `npm run lakeward`. */
export type Command = {
  /** The lines of `--help` that follow the summary, such as `--email <address>   whose token it is`. */
  readonly usage: readonly string[]
  /** Runs with the words that follow the command's name and answers the exit code. */
  readonly run: (words: readonly string[]) => Promise<number>
}

/** Why a command does not do what it was asked; the message is a sentence for the person who asked. */
export class CommandProblem extends Error {
  override readonly name = "CommandProblem"
}

type Options = NonNullable<ParseArgsConfig["options"]>
type Values<Accepted extends Options> = ReturnType<typeof parseArgs<{ options: Accepted; strict: true }>>["values"]

/**
 * Describes a command by its options (as `parseArgs` of `node:util` takes them) and what it does with their values.
 * @throws CommandProblem when run with an option that it does not have, or without the value of one.
 */
export function command<const Accepted extends Options>(description: {
  readonly usage: readonly string[]
  readonly options: Accepted
  readonly run: (values: Values<Accepted>) => Promise<number>
}): Command {
  const { usage, options, run } = description
  return { usage, run: (words) => run(parse(options, words)) }
}

function parse<const Accepted extends Options>(options: Accepted, words: readonly string[]): Values<Accepted> {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new CommandProblem(error instanceof Error ? error.message : String(error))
  }
}
