import fc from "fast-check"
import { expect, test } from "vitest"
import { ownPath } from "./callback"

const origin = "https://lakeward.example.org"

test.each([
  ["/programmes/1/roadmap/stages?item=2#c", "/programmes/1/roadmap/stages?item=2#c"],
  [`${origin}/account`, "/account"],
  ["/invitation/abc", "/invitation/abc"],
])("after sign-in one goes back to where one was: %s", (wanted, path) => {
  expect(ownPath(wanted, origin)).toBe(path)
})

test.each([
  "https://evil.example/",
  "//evil.example/x",
  "/\\evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "https://lakeward.example.org.evil.example/",
  "https://lakeward.example.org@evil.example/",
  "https://user:x@lakeward.example.org/account",
  "http://lakeward.example.org/account",
  "/.//evil.example",
  "https://lakeward.example.org//evil.example/",
  "\t//evil.example",
  "/sign-in",
  "/api/auth/signout",
  "",
  null,
])("and never anywhere else: %s", (wanted) => {
  expect(ownPath(wanted, origin)).toBe("/programmes")
})

test("whatever is asked for, the answer is a path of ours", () => {
  const strange = fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[/\\:@.a-z]{1,12}$/))
  fc.assert(
    fc.property(strange, (wanted) => {
      const path = ownPath(wanted, origin)
      expect(new URL(path, origin).origin).toBe(origin)
      expect(path).toMatch(/^\/(?!\/)/)
    }),
  )
})
