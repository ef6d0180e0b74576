import { expect, test } from "vitest"
import { idFrom } from "./id"
import { Id } from "./shapes"

test("ids made later sort later and are valid UUIDs of version 7", () => {
  const early = idFrom(new Date("2026-01-01T00:00:00.000Z"), new Uint8Array(10).fill(255))
  const late = idFrom(new Date("2026-01-01T00:00:00.001Z"), new Uint8Array(10).fill(0))
  expect(early < late).toBe(true)
  expect(early[14]).toBe("7")
  expect(Id.safeParse(early).success).toBe(true)
  expect(parseInt(early.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.parse("2026-01-01T00:00:00.000Z"))
})
