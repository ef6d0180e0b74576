import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { listReleases, loadRelease } from "./releases"

const shipped = join(process.cwd(), "lib", "pack", "releases", "2026.1")
let root = ""
const folderOf = (key: string) => join(root, "lib", "pack", "releases", key)

function copyRelease(key: string, change: { file: string; from: string; to: string }): void {
  cpSync(shipped, folderOf(key), { recursive: true })
  const path = join(folderOf(key), change.file)
  const text = readFileSync(path, "utf8")
  if (!text.includes(change.from)) throw new Error(`nothing to change: ${change.from}`)
  writeFileSync(path, text.replace(change.from, change.to))
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pack-"))
  mkdirSync(folderOf("."), { recursive: true })
  vi.spyOn(process, "cwd").mockReturnValue(root)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(root, { recursive: true })
})

describe("a release on disk", () => {
  test("is listed by year and number, oldest first", () => {
    for (const key of ["2027.1", "2026.10", "2026.2"]) mkdirSync(folderOf(key))
    expect(listReleases()).toEqual(["2026.2", "2026.10", "2027.1"])
  })

  test("is loaded with its own key", () => {
    copyRelease("2099.1", { file: "release.yaml", from: '"2026.1"', to: '"2099.1"' })
    expect(loadRelease("2099.1").key).toBe("2099.1")
  })

  test("that is broken is refused with file, line and reason of each fault", () => {
    copyRelease("2099.2", { file: "links.yaml", from: "to: gap-analysis, type: SS", to: "to: gab-analysis, type: SS" })
    expect(() => loadRelease("2099.2")).toThrow(
      'Release 2099.2 of the pack is broken.\nlinks.yaml:4:39 there is no link end "gab-analysis"',
    )
  })

  test("with a base has the base's files where it has none of its own", () => {
    cpSync(shipped, folderOf("2026.1"), { recursive: true })
    mkdirSync(folderOf("2099.4"))
    const head = readFileSync(join(shipped, "release.yaml"), "utf8").replace(
      'key: "2026.1"',
      'key: "2099.4"\nbase: "2026.1"',
    )
    writeFileSync(join(folderOf("2099.4"), "release.yaml"), head)
    writeFileSync(join(folderOf("2099.4"), "links.yaml"), "links: []\n")
    const { base, stages, links } = loadRelease("2099.4")
    expect([base, stages.length, links.length]).toEqual(["2026.1", 11, 0])
  })

  test("whose base is missing, or is itself, is refused", () => {
    for (const [key, base] of [
      ["2099.5", "2098.1"],
      ["2099.6", "2099.6"],
    ] as const) {
      mkdirSync(folderOf(key))
      writeFileSync(join(folderOf(key), "release.yaml"), `key: "${key}"\nbase: "${base}"\n`)
    }
    expect(() => loadRelease("2099.5")).toThrow("The release 2099.5 of the pack has no base 2098.1.")
    expect(() => loadRelease("2099.6")).toThrow("The release 2099.6 of the pack is its own base.")
  })

  test("that says another key than its folder is refused", () => {
    copyRelease("2099.3", { file: "release.yaml", from: "asOf: 2026-11", to: "asOf: 2026-12" })
    expect(() => loadRelease("2099.3")).toThrow("The folder 2099.3 of the pack holds release 2026.1.")
  })
})
