import { expect, test } from "vitest"
import { Email } from "./email"

test("an address is found by whatever the case of its letters", () => {
  expect(Email.parse("  Mark.Kelvin@Example.ORG ")).toBe("mark.kelvin@example.org")
})

test.each([
  "mar\u212A@example.org",
  "mark@e\u212Aample.org",
  "\u0130nes@example.org",
  "m\u0430rk@example.org",
  "mark@example.org\u200B",
  "\uFF4Dark@example.org",
])("an address with letters that only look so is refused, and told why: %s", (text) => {
  expect(Email.safeParse(text).error?.issues[0]?.message).toContain("plain Latin letters")
})

test("what is no address is told so", () => {
  expect(Email.safeParse("mark").error?.issues[0]?.message).toBe("Enter an e-mail address, such as name@example.org.")
})
