import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { judgePassword, normalPassword } from "./password"
import { NewPassword } from "./password-shapes"

const ines = { email: "ines.calder@northbridge.test", name: "Ines Calder" }

describe("a new password", () => {
  test("has at least 15 characters, counted as a person counts them", () => {
    expect(NewPassword.safeParse("fourteen chars").success).toBe(false)
    expect(NewPassword.safeParse("fifteen  chars!").success).toBe(true)
    expect(NewPassword.safeParse("🦦".repeat(14)).success).toBe(false)
    expect(NewPassword.safeParse("x".repeat(257)).success).toBe(false)
  })

  test.each([
    "passwordpassword",
    "Password12345678!",
    "aaaaaaaaaaaaaaaa",
    "abcabcabcabcabcabc",
    "123456789012345",
    "987654321098765",
    "qwertyuiopasdfgh",
    "abcdefghijklmnopq",
    "lakeward-lakeward-1",
    "Databricks2026!!!",
    "ines.calder@northbridge.test",
    "InesCalder20261122",
    "northbridge.test.1",
    "welcomewelcome123",
    "correcthorsebatterystaple",
    "1q2w3e4r5t1q2w3e",
  ])("is not one that is guessed first: %s", (password) => {
    expect(judgePassword(password, ines)).toEqual({ ok: false, refusal: "password-guessable" })
  })

  test.each(["four brown otters swim", "f7Kq-zW02m-pTx9-Ylae", "grün, blau und ein Tiger", "831954720683517 29"])(
    "needs no rules of composition: %s",
    (password) => expect(judgePassword(password, ines).ok).toBe(true),
  )

  test("of 20 random letters is always good enough", () => {
    const letters = fc.array(fc.constantFrom(..."bcdfghjklmpqrstvwxz"), { minLength: 20, maxLength: 40 })
    fc.assert(
      fc.property(letters, (chosen) => {
        fc.pre(new Set(chosen).size > 8)
        expect(judgePassword(chosen.join(""), ines).ok).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test("is the same however its letters were composed", () => {
    expect(normalPassword("u\u0308ber")).toBe(normalPassword("\u00fcber"))
  })
})
