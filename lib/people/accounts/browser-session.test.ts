import { expect, test } from "vitest"
import { describeBrowser, inPerson } from "./browser-session"

const signIn = { userId: "u", scope: "write", admin: true, authenticatedAt: null } as const

test("who changes who can come in, is signed in in person or on the server", () => {
  expect(inPerson({ ...signIn, sessionId: "s" }).ok).toBe(true)
  expect(inPerson(null).ok).toBe(true)
  expect(inPerson({ ...signIn, sessionId: null })).toEqual({ ok: false, refusal: "session-needed" })
})

test("a browser is called as its person calls it", () => {
  expect(describeBrowser("Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605 Version/18 Safari/605")).toBe(
    "Safari on macOS",
  )
  expect(describeBrowser("Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537 Edg/140")).toBe("Edge on Windows")
  expect(describeBrowser(null)).toBe("Unknown browser")
})
