import { expect, test } from "vitest"
import { describeBrowser } from "./browser-session"

test("a browser is called as its person calls it", () => {
  expect(describeBrowser("Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605 Version/18 Safari/605")).toBe(
    "Safari on macOS",
  )
  expect(describeBrowser("Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537 Edg/140")).toBe("Edge on Windows")
  expect(describeBrowser(null)).toBe("Unknown browser")
})
