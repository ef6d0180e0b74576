import { expect, test } from "vitest"
import { asId, idFrom, withIdsAsKept } from "./id"
import { Id } from "./shapes"

test("ids made later sort later and are valid UUIDs of version 7", () => {
  const early = idFrom(new Date("2026-01-01T00:00:00.000Z"), new Uint8Array(10).fill(255))
  const late = idFrom(new Date("2026-01-01T00:00:00.001Z"), new Uint8Array(10).fill(0))
  expect(early < late).toBe(true)
  expect(early[14]).toBe("7")
  expect(Id.safeParse(early).success).toBe(true)
  expect(parseInt(early.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.parse("2026-01-01T00:00:00.000Z"))
})

const kept = "0197c1de-4a3b-7c12-9d10-00e5f1a2b3c4"

test("an id has one spelling, whichever way it comes in", () => {
  expect(asId(kept.toUpperCase())).toBe(kept)
  expect(Id.parse(kept.toUpperCase())).toBe(kept)
  expect(asId("0197C1de-4A3b-7c12-9D10-00e5F1a2b3c4")).toBe(kept)
})

test.each([
  ...["", "not-a-uuid", `${kept} `, `{${kept}}`, kept.replaceAll("-", ""), `${kept}0`, kept.replace("c", "\uFF43")],
  ...[null, undefined, 7, [kept]],
])("%j is no id", (text) => {
  expect(asId(text)).toBe(null)
  expect(Id.safeParse(text).success).toBe(false)
})

test("an address has its ids in the one spelling, and everything else as it was", () => {
  const large = kept.toUpperCase()
  expect(withIdsAsKept(`/programmes/${large}/Stages?item=${large}&q=A-B`)).toBe(
    `/programmes/${kept}/Stages?item=${kept}&q=A-B`,
  )
  expect(withIdsAsKept(`/invitation/x${large}`)).toBe(`/invitation/x${large}`)
})
