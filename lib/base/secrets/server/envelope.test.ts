import { createHash, randomBytes } from "node:crypto"
import { describe, expect, test } from "vitest"
import { openSecret, rewrap, sealSecret, standingOf } from "./envelope"

const key = (text: string) => ({
  name: createHash("sha256").update(text).digest().subarray(0, 6),
  bytes: createHash("sha256").update(`bytes of ${text}`).digest(),
})
const [first, second] = [key("first"), key("second")]
const here = ["programme-1", "connection", "row-1"]

describe("a sealed secret", () => {
  test("opens where it belongs and nowhere else", () => {
    const envelope = sealSecret("dapi-ünïcode", here, [first])
    expect(openSecret(envelope, here, [first])).toEqual({ ok: true, value: "dapi-ünïcode" })
    for (const other of [["programme-2", "connection", "row-1"], ["programme-1", "connection", "row-2"], []])
      expect(openSecret(envelope, other, [first])).toMatchObject({ refusal: "not-intact" })
  })
  test("shows nothing of itself and is never the same twice", () => {
    const [one, other] = [
      sealSecret("a secret of some length", here, [first]),
      sealSecret("a secret of some length", here, [first]),
    ]
    expect(one.toString("latin1")).not.toContain("secret")
    expect(one.equals(other)).toBe(false)
  })
  test("does not open when any byte was changed or cut off", () => {
    const envelope = sealSecret("a token", here, [first])
    for (let at = 0; at < envelope.length; at++) {
      const changed = Buffer.from(envelope)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(openSecret(changed, here, [first]).ok, `byte ${at}`).toBe(false)
    }
    for (const length of [0, 1, 20, envelope.length - 1])
      expect(openSecret(envelope.subarray(0, length), here, [first]).ok).toBe(false)
    expect(openSecret(randomBytes(120), here, [first]).ok).toBe(false)
  })
  test("is told apart when its key is gone", () => {
    const envelope = sealSecret("a token", here, [first])
    expect(openSecret(envelope, here, [second])).toMatchObject({ refusal: "unknown-key" })
    expect(standingOf(envelope, [second])).toBe("unknown")
    expect(standingOf(envelope, [second, first])).toBe("older")
  })
  test("moves to the newest key, again and again, and stays the same secret", () => {
    const envelope = sealSecret("a token", here, [first])
    const moved = rewrap(envelope, here, [second, first])
    if (!moved.ok) throw new Error(moved.refusal)
    expect(standingOf(moved.value, [second, first])).toBe("newest")
    expect(openSecret(moved.value, here, [second])).toEqual({ ok: true, value: "a token" })
    const again = rewrap(moved.value, here, [second, first])
    expect(again.ok && openSecret(again.value, here, [second])).toEqual({ ok: true, value: "a token" })
    expect(rewrap(envelope, ["elsewhere"], [second, first])).toMatchObject({ refusal: "not-intact" })
  })
})
