import { spawn } from "node:child_process"
import { createRequire } from "node:module"
import path from "node:path"
import * as z from "zod"

/** What the product's own settings are called: tests choose theirs themselves. */
const SETTINGS =
  /^(DATABASE_URL|PORT|HOST|APP_ORIGIN|AUTH_SECRET|TRUSTED_PROXIES|NODE_ENV|LAKEWARD_.*|OIDC_.*|NEXTAUTH_.*)$/

/** Runs a tool from node_modules in the open and answers its exit code. The settings of the person who tests stay out. */
export async function runTool(
  name: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const inherited = Object.entries(process.env).filter(([variable]) => !SETTINGS.test(variable))
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1" }
  const child = spawn(process.execPath, [programOf(name), ...words], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...Object.fromEntries(inherited), ...plain, NODE_ENV: "test", ...environment },
  })
  const end = () => void child.kill()
  process.once("exit", end)
  const code = await new Promise<number | null>((resolve, reject) => child.once("exit", resolve).once("error", reject))
  process.off("exit", end)
  return code ?? 1
}

const Manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) })

/** The file that a package runs as a command. */
function programOf(name: string): string {
  const require = createRequire(path.resolve("package.json"))
  const folder = path.resolve("node_modules", name)
  const { bin } = Manifest.parse(require(path.join(folder, "package.json")))
  const file = typeof bin === "string" ? bin : (bin[name] ?? Object.values(bin)[0])
  if (!file) throw new Error(`${name} has no command`)
  return path.join(folder, file)
}
