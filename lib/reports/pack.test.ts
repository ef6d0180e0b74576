import { expect, test } from "vitest"
import { readCode, verifyCodeOf } from "./pack"

test("a verify code is the first 60 bits of the hash in Crockford's letters, however it is typed", () => {
  // 0xfffff ffff... is all ones: twelve times Z; zeros are 0
  expect(verifyCodeOf("f".repeat(64))).toBe("ZZZZ-ZZZZ-ZZZZ")
  expect(verifyCodeOf(`${"0".repeat(14)}1${"f".repeat(49)}`)).toBe("0000-0000-0001")
  expect(readCode("oooo ilZZ-zzzz")).toBe("000011ZZZZZZ")
})
