import { spawn } from "node:child_process"
import path from "node:path"
import { CommandProblem } from "./command"

/** Runs another command of `npm run lakeward` beside this one, on the database that is open. */
export async function runLakeward(...words: readonly string[]): Promise<void> {
  const bootstrap = path.join("lib", "serve", "cli", "bootstrap.mjs")
  const child = spawn(process.execPath, [bootstrap, ...words], { stdio: "inherit" })
  const code = await new Promise<number | null>((resolve, reject) => child.once("exit", resolve).once("error", reject))
  if (code !== 0) throw new CommandProblem(`The command "${words.join(" ")}" failed.`)
}
