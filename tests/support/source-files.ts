import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"

export type SourceFile = {
  /** From the project's root, with slashes. */
  readonly path: string
  readonly text: string
  /** Modules it imports: files of ours as paths from the root, packages by name. Types count too. */
  readonly imports: readonly string[]
  /** Those of them that are there when it runs. */
  readonly runs: readonly string[]
}

const root = resolve(import.meta.dirname, "../..")
const folders = ["app", "components", "lib", "tests", "e2e", "prisma"]
const left = /(^|\/)(node_modules|generated|\.next)(\/|$)/

/** Every TypeScript file of ours, read once. */
export function sourceFiles(): readonly SourceFile[] {
  return folders
    .map((folder) => join(root, folder))
    .filter(existsSync)
    .flatMap(filesBelow)
    .map(read)
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (left.test(relative(root, path))) return []
    if (entry.isDirectory()) return filesBelow(path)
    return /\.(ts|tsx)$/.test(entry.name) ? [path] : []
  })
}

function read(path: string): SourceFile {
  const text = readFileSync(path, "utf8")
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']|\bimport\s*\(\s*["']([^"']+)["']|(?:^|\n)import\s+["']([^"']+)["']/g,
  )
  const all = Array.from(found, (match) => ({
    name: resolved(match[1] ?? match[2] ?? match[3] ?? "", path),
    isType: isTypeOnly(match[0]),
  }))
  return {
    ...{ path: relative(root, path).replaceAll("\\", "/"), text },
    imports: all.map(({ name }) => name),
    runs: all.filter(({ isType }) => !isType).map(({ name }) => name),
  }
}

/** `import type …`, and `import { type A, type B } from …`. */
function isTypeOnly(statement: string): boolean {
  if (/^\s*(import|export)\s+type\b/.test(statement)) return true
  const names = /^\s*(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1]?.split(",") ?? []
  const said = names.map((name) => name.trim()).filter((name) => name !== "")
  return said.length > 0 && said.every((name) => name.startsWith("type "))
}

function resolved(name: string, from: string): string {
  if (name.startsWith("@/")) return name.slice(2)
  if (name.startsWith(".")) return relative(root, resolve(dirname(from), name)).replaceAll("\\", "/")
  return name
}
