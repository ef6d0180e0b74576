import { expect, test } from "vitest"
import { linkLifetime, linkPath, openLink } from "./one-time-link"

const now = new Date("2026-03-02T10:00:00Z")
const later = new Date(now.getTime() + 1)

test("a link opens while it is fresh and unused, and an unknown one is refused in the same words", () => {
  expect(openLink({ expiresAt: later, usedAt: null }, now).ok).toBe(true)
  const refused = { ok: false, refusal: "link-not-valid" }
  expect(openLink({ expiresAt: now, usedAt: null }, now)).toEqual(refused)
  expect(openLink({ expiresAt: later, usedAt: now }, now)).toEqual(refused)
  expect(openLink(null, now)).toEqual(refused)
})

test("an invitation holds for seven days, a reset for one", () => {
  expect(linkLifetime.invitation / 3_600_000).toBe(168)
  expect(linkLifetime.password_reset / 3_600_000).toBe(24)
  expect(linkPath("password_reset", "x")).toBe("/reset/x")
})
