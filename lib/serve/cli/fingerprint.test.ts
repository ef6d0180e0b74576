import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeEach, describe, expect, test } from "vitest"
import { fingerprintOf, isUnchanged, keepFingerprint } from "./fingerprint"

const folder = mkdtempSync(path.join(tmpdir(), "lakeward-fingerprint-"))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}
const now = () => fingerprintOf([folder], (file) => file.endsWith(".log"))

describe("a fingerprint of sources", () => {
  beforeEach(() => {
    write("a.ts", "one")
    write("deep/b.ts", "two")
  })
  test("stays the same while nothing changes, and where it does not look", () => {
    const before = now()
    write("noise.log", String(Math.random()))
    write("a.ts", "one")
    expect(now()).toBe(before)
  })
  test("changes with a content, a name and a place", () => {
    const before = now()
    write("deep/b.ts", "three")
    const changed = now()
    rmSync(path.join(folder, "deep/b.ts"))
    write("deep/c.ts", "three")
    expect(new Set([before, changed, now()]).size).toBe(3)
  })
  test("is kept in a file that need not be there", () => {
    const file = path.join(folder, "kept/mark.log")
    expect(isUnchanged(file, now())).toBe(false)
    keepFingerprint(file, now())
    expect(isUnchanged(file, now())).toBe(true)
  })
})
