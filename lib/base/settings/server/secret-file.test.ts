import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { keepSecret } from "./secret-file"

const folder = mkdtempSync(path.join(tmpdir(), "lakeward-secret-"))
afterAll(() => rmSync(folder, { recursive: true }))

describe("the secret file", () => {
  test("is made once, readable for its owner only", () => {
    const file = path.join(folder, "new", "auth-secret")
    const secret = keepSecret(file)
    expect(secret).toMatch(/^[\w-]{64}$/)
    expect(keepSecret(file)).toBe(secret)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
  test("that others could read is closed", () => {
    const file = path.join(folder, "open")
    writeFileSync(file, "x".repeat(64), { mode: 0o644 })
    keepSecret(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
  test("that is empty is no secret", () => {
    const file = path.join(folder, "empty")
    writeFileSync(file, "")
    expect(() => keepSecret(file)).toThrow(/too little/)
  })
})
