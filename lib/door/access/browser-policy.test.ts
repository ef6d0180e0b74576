import { expect, test } from "vitest"
import { contentSecurityPolicy } from "./browser-policy"

test("a page runs only scripts with its own nonce, and stands in nobody's frame", () => {
  const policy = contentSecurityPolicy("abc", { isDevelopment: false })
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1]
  expect(scripts).toBe("'self' 'nonce-abc' 'strict-dynamic'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("default-src 'self'")
})
