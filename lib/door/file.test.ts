import { describe, expect, test } from "vitest"
import { dispositionOf } from "@/lib/door/file"

describe("the header of a download", () => {
  test("carries the name in full and a plain one beside it", () => {
    expect(dispositionOf("Plan für März.xml")).toBe(
      `attachment; filename="Plan f-r M-rz.xml"; filename*=UTF-8''Plan%20f%C3%BCr%20M%C3%A4rz.xml`,
    )
  })
  test("cannot be broken out of", () => {
    expect(dispositionOf('a"\r\nSet-Cookie: b')).not.toMatch(/[\r\n]|a"/)
  })
})
