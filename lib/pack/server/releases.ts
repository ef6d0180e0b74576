import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type PackFault, parseRelease } from "../parse"
import type { Release } from "../release"

/** Relative to where the app was started, since the bundler moves the code but not the data. */
const folder = () => join(process.cwd(), "lib", "pack", "releases")
const loaded = new Map<string, Release>()

/** The keys of the releases that came with this version, oldest first. */
export function listReleases(): string[] {
  const numbers = (key: string) => key.split(".").map(Number)
  return readdirSync(folder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort((a, b) => {
      const [yearA = 0, numberA = 0] = numbers(a)
      const [yearB = 0, numberB = 0] = numbers(b)
      return yearA - yearB || numberA - numberB
    })
}

/**
 * A release from disk, read once. It is shared: never change it.
 * @throws Error when there is no such release, or when it is broken, with a line `file:line:column reason` for each fault.
 */
export function loadRelease(key: string): Release {
  const known = loaded.get(key)
  if (known) return known
  if (!listReleases().includes(key)) throw new Error(`There is no release ${key} of the pack.`)
  const parsed = parseRelease(filesOf(key))
  if (!parsed.ok) throw new Error(`Release ${key} of the pack is broken.\n${listed(parsed.refusal)}`)
  if (parsed.value.key !== key) throw new Error(`The folder ${key} of the pack holds release ${parsed.value.key}.`)
  loaded.set(key, parsed.value)
  return parsed.value
}

/** The files of a release; those it lacks are its base's, so that what both share stands in one place. */
function filesOf(key: string, seen: readonly string[] = []): Map<string, string> {
  const own = filesBelow(join(folder(), key))
  const base = /^base: "(20\d\d\.\d+)"$/m.exec(own.get("release.yaml") ?? "")?.[1]
  if (base === undefined) return own
  if (seen.includes(base) || base === key) throw new Error(`The release ${key} of the pack is its own base.`)
  if (!listReleases().includes(base)) throw new Error(`The release ${key} of the pack has no base ${base}.`)
  return new Map([...filesOf(base, [...seen, key]), ...own])
}

const listed = (faults: readonly PackFault[]) =>
  faults.map(({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`).join("\n")

function filesBelow(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(names.map((name) => [name.slice(root.length + 1).replaceAll("\\", "/"), readFileSync(name, "utf8")]))
}
