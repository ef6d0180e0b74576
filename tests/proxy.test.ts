import { NextRequest } from "next/server"
import { expect, test } from "vitest"
import { proxy } from "../proxy"

const id = "0197c1de-4a3b-7c12-9d10-00e5f1a2b3c4"
const answerTo = (path: string) => proxy(new NextRequest(`http://127.0.0.1:3000${path}`))

test("a page's address in capitals leads to the one in lower case, for good", () => {
  const answer = answerTo(`/programmes/${id.toUpperCase()}/roadmap?item=${id.toUpperCase()}`)
  expect([answer.status, answer.headers.get("location")]).toEqual([308, `/programmes/${id}/roadmap?item=${id}`])
})

test("any other address is answered where it is, and nobody is sent to another site", () => {
  expect(answerTo(`/programmes/${id}/roadmap`).headers.get("location")).toBe(null)
  expect(answerTo(`//evil.example/${id.toUpperCase()}`).headers.get("location")).toBe(null)
})
