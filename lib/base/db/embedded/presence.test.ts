import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { homeIn } from "./cluster-home"
import { checkPresence, keepPresence } from "./presence"

const folder = mkdtempSync(path.join(tmpdir(), "lakeward-presence-"))
const pace = { beatMs: 50, silenceMs: 400 }
const home = homeIn(folder, undefined)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("data on a disk that is shared", () => {
  test("is refused while another computer uses it", async () => {
    const other = keepPresence(home, "other", pace)
    await expect(checkPresence(home, "here", pace)).rejects.toThrow(/in use on another computer or container \(other\)/)
    other.stop()
  })
  test("is free for the computer that uses it, and for another once it was left", async () => {
    const other = keepPresence(home, "other", pace)
    await checkPresence(home, "other", pace)
    other.leave()
    await checkPresence(home, "here", pace)
  })
  test("is free again when the other one has said nothing for a while", async () => {
    keepPresence(home, "other", pace).stop()
    const started = Date.now()
    await checkPresence(home, "here", pace)
    expect(Date.now() - started).toBeGreaterThanOrEqual(pace.silenceMs)
  })
})
