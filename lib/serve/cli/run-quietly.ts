import { spawn } from "node:child_process"

/** Runs a program, keeps what it says, and ends it with this process. */
export async function runQuietly(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...environment } })
  const end = () => void child.kill()
  process.once("exit", end)
  let output = ""
  child.stdout.on("data", (text) => (output += text))
  child.stderr.on("data", (text) => (output += text))
  const code = await new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject))
  process.off("exit", end)
  return { code: code ?? 1, output }
}
