import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const Versions = z.record(z.string(), z.string()).default({})
const Entry = z.object({
  optionalDependencies: Versions,
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().default(false),
})
const { packages } = z
  .object({ packages: z.record(z.string(), Entry) })
  .parse(JSON.parse(readFileSync("package-lock.json", "utf8")))
const manifest = z
  .object({
    dependencies: Versions,
    devDependencies: Versions,
    optionalDependencies: Versions,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync("package.json", "utf8")))

/** npm looks for a package beside whoever needs it, then in every folder above. */
function isLocked(name: string, place: string): boolean {
  if (packages[`${place ? `${place}/` : ""}node_modules/${name}`]) return true
  if (place === "") return false
  return isLocked(name, place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/"))))
}

describe("the lock file", () => {
  test("holds the native packages of every platform, or the next install refuses it", () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(name, place)),
    )
    expect(missing).toEqual([])
  })
  test("has a checksum for every package", () => {
    const without = Object.entries(packages).filter(
      ([place, { integrity, link }]) => place !== "" && !integrity && !link,
    )
    expect(without.map(([place]) => place)).toEqual([])
  })
  test("pins exact versions", () => {
    const ranges = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    })
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })
  test("brings no install script that is not named and decided", () => {
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)
    const names = scripted.map(([place]) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length))
    expect(names.filter((name) => manifest.allowScripts[name] === undefined)).toEqual([])
  })
})
