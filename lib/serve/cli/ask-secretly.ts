import { createInterface } from "node:readline/promises"
import { Writable } from "node:stream"
import { CommandProblem } from "./command"

/** Asks for a line without showing what is typed; from a pipe, the first line is taken. */
export async function askSecretly(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const isTerminal = process.stdin.isTTY === true
  if (isTerminal) process.stdout.write(`${question} `)
  const reader = createInterface({ input: process.stdin, output: silent, terminal: isTerminal })
  try {
    for await (const line of reader) return line
    throw new CommandProblem("No password entered.")
  } finally {
    reader.close()
    if (isTerminal) process.stdout.write("\n")
  }
}
