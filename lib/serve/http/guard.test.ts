import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Arrival, judgeArrival, LARGEST_BODY, LARGEST_FILE, LONGEST_TARGET } from "./guard"

const ORIGIN = "https://lakeward.example.org"
const arrival = (changes: Partial<Arrival>): Arrival => ({
  method: "GET",
  target: "/programmes?status=open",
  host: "lakeward.example.org",
  scheme: undefined,
  contentLength: undefined,
  ...changes,
})
const statusOf = (changes: Partial<Arrival>, origin = ORIGIN) => {
  const judged = judgeArrival(arrival(changes), origin)
  return judged.ok ? 200 : judged.refusal.status
}

describe("the guard", () => {
  test("lets an ordinary request pass", () => {
    expect(judgeArrival(arrival({}), ORIGIN)).toEqual({ ok: true, value: { path: "/programmes" } })
    expect(statusOf({ method: "POST", target: "/api/v1/programmes", contentLength: "12" })).toBe(200)
    expect(statusOf({ target: "/people/J%C3%BCrgen?q=100%25" })).toBe(200)
  })
  test.each([
    "/%",
    "/%zz",
    "/%c3",
    "/%ed%a0%80",
    "/a?q=%",
    "/a%00",
    "/a%0d%0aSet-Cookie:x",
    "http://evil.example/",
    "*",
    "//evil.example",
    "/\\evil.example",
    "",
  ])("refuses the address %j", (target) => {
    expect(statusOf({ target })).toBe(400)
  })
  test("refuses an address that is too long and a body that is too large", () => {
    expect(statusOf({ target: `/${"a".repeat(LONGEST_TARGET)}` })).toBe(414)
    expect(statusOf({ method: "POST", target: "/api/v1/x", contentLength: String(LARGEST_BODY + 1) })).toBe(413)
    expect(statusOf({ method: "POST", target: "/api/v1/x", contentLength: String(LARGEST_BODY) })).toBe(200)
  })
  test("lets larger files in where files are taken, and only there", () => {
    const status = (target: string, bytes: number) => statusOf({ method: "POST", target, contentLength: String(bytes) })
    expect(status("/api/v1/programmes/1/fact-sets/file?fileName=a.csv", LARGEST_FILE)).toBe(200)
    expect(status("/api/v1/programmes/1/fact-sets/file", LARGEST_FILE + 1)).toBe(413)
    expect(status("/api/v1/programmes?x=/file", LARGEST_FILE)).toBe(413)
    expect(status("/file", LARGEST_FILE)).not.toBe(200)
  })
  test.each(["TRACE", "CONNECT", "PROPFIND", "get"])("refuses the method %s and says which it takes", (method) => {
    const judged = judgeArrival(arrival({ method, target: "/api/v1/x" }), ORIGIN)
    expect(judged).toMatchObject({ refusal: { status: 405, headers: { Allow: expect.stringContaining("PATCH") } } })
  })
  test("takes nothing but reading on pages", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
      expect(statusOf({ method, target: "/" })).toBe(405)
  })
  test("sends a person who came by another name to the right one, and tells a program", () => {
    expect(judgeArrival(arrival({ host: "10.0.0.7:3000" }), ORIGIN)).toMatchObject({
      refusal: { status: 307, headers: { Location: "https://lakeward.example.org/programmes?status=open" } },
    })
    expect(statusOf({ host: "evil.example", target: "/api/v1/programmes" })).toBe(421)
    expect(statusOf({ host: undefined })).toBe(307)
    expect(statusOf({ scheme: "http" })).toBe(307)
  })
  test("knows a host in any case and with its default port", () => {
    expect(statusOf({ host: "LAKEWARD.example.org:443" })).toBe(200)
    expect(statusOf({ host: "127.0.0.1:3000" }, "http://127.0.0.1:3000")).toBe(200)
    expect(statusOf({ host: "localhost:3000" }, "http://127.0.0.1:3000")).toBe(307)
  })
  test("redirects to nowhere but the origin, whatever is asked for", () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (url, noise) => {
        const { pathname, search } = new URL(url)
        const judged = judgeArrival(arrival({ target: pathname + noise + search, host: "evil.example" }), ORIGIN)
        const location = judged.ok ? undefined : judged.refusal.headers?.Location
        return location === undefined || new URL(location).origin === ORIGIN
      }),
    )
  })
})
