import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { describe, expect, test } from "vitest"
import { removeSpooled, spool } from "./spool"

const asked = (chunks: readonly string[], headers = {}) => ({
  ...{ method: "POST", url: new URL("http://127.0.0.1/api/v1/x/file"), headers: new Headers(headers) },
  body: (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk)
  })(),
})
const waiting = () => readdirSync(tmpdir()).filter((name) => name.startsWith("lakeward-upload-")).length

describe("a file on its way in", () => {
  test("lies in a temporary place with its size and hash until it is removed", async () => {
    const file = await spool(asked(["one ", "two"]), 100)
    if (!file.ok) throw new Error(file.refusal)
    expect(readFileSync(file.value.path, "utf8")).toBe("one two")
    expect(file.value.size).toBe(7)
    expect(Buffer.from(file.value.sha256).equals(createHash("sha256").update("one two").digest())).toBe(true)
    await removeSpooled(file.value)
    expect(existsSync(file.value.path)).toBe(false)
  })
  test("that grows beyond its cap is refused and leaves nothing behind", async () => {
    const before = waiting()
    expect(await spool(asked(["12345", "67890", "1"]), 10)).toMatchObject({ refusal: "file-too-large" })
    expect(await spool(asked([], { "content-length": "11" }), 10)).toMatchObject({ refusal: "file-too-large" })
    expect(await spool(asked([]), 10)).toMatchObject({ refusal: "no-file" })
    expect(waiting()).toBe(before)
  })
})
