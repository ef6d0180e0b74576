import { readdirSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import type { Contract } from "@/lib/door/contract"
import { fingerprintOf, isUnchanged, keepFingerprint } from "./fingerprint"

const OUTPUT = "lib/serve/api/generated"
const MARK = `${OUTPUT}/.fingerprint`

/** Writes the address of every operation for the browser, unless they are those of these contracts already. */
export async function ensureAddresses(): Promise<boolean> {
  const files = contractFiles()
  const fingerprint = fingerprintOf([...files, "lib/serve/cli/addresses.ts"])
  if (isUnchanged(MARK, fingerprint)) return false
  const modules = await Promise.all(files.map(async (file, at) => ({ file, at, contracts: await contractsOf(file) })))
  const used = modules.filter(({ contracts }) => contracts.length > 0)
  const lines = [
    "/** Where each operation is reached, made from its contract. `npm run generate` makes it anew. */",
    'import type { Address } from "@/lib/door/call"',
    ...used.map(({ file, at }) => `import type * as from${at} from "@/${file.replace(/\.ts$/, "")}"`),
    ...used.flatMap(({ at, contracts }) =>
      contracts.map(
        ([name, contract]) => `export const ${name}: Address<typeof from${at}.${name}> = ${said(contract)}`,
      ),
    ),
  ]
  keepFingerprint(`${OUTPUT}/addresses.ts`, `${lines.join("\n")}\n`)
  keepFingerprint(MARK, fingerprint)
  return true
}

const contractFiles = (): readonly string[] =>
  readdirSync("lib", { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join("lib", file.replaceAll("\\", "/")))
    .filter((file) => /(contract|\/contract\/[\w-]+)\.ts$/.test(file) && file !== "lib/door/contract.ts")
    .sort()

async function contractsOf(file: string): Promise<readonly (readonly [string, Contract])[]> {
  const module: object = await import(pathToFileURL(path.resolve(file)).href)
  return Object.entries(module).filter((entry): entry is [string, Contract] => isContract(entry[1]))
}

const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "method" in value && "path" in value && "refusals" in value

const said = ({ name, method, path: at, takes }: Contract): string =>
  JSON.stringify({ name, method, path: at, ...(takes ? { takes: true } : {}) })
