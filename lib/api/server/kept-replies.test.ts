import { expect, test } from "vitest"
import { JsonText } from "@/lib/audit/server/serve"
import { onceFor } from "./kept-replies"
import type { Reply } from "./reply"

const replyOf = (body: string, status = 200): Reply => ({ status, headers: {}, body })
function counting(reply: () => Reply) {
  const asked = { times: 0 }
  const answer = async () => {
    asked.times += 1
    return reply()
  }
  return { asked, answer }
}

test("a question that is asked twice at once and again later is answered once, by the same text", async () => {
  const { asked, answer } = counting(() => replyOf("[1]"))
  const [one, other] = await Promise.all([onceFor("a", answer), onceFor("a", answer)])
  const later = await onceFor("a", answer)
  expect(asked.times).toBe(1)
  expect(one.body).toBeInstanceOf(JsonText)
  expect(other.body).toBe(one.body)
  expect(later.body).toBe(one.body)
})

test("another question, and one without a name, is answered anew", async () => {
  const { asked, answer } = counting(() => replyOf("[1]"))
  await onceFor("b", answer)
  await onceFor("c", answer)
  await onceFor(null, answer)
  await onceFor(null, answer)
  expect(asked.times).toBe(4)
})

test("a refusal and a failure are not kept", async () => {
  const refused = counting(() => replyOf("{}", 404))
  await onceFor("d", refused.answer)
  await onceFor("d", refused.answer)
  const failing = counting(() => {
    throw new Error("no database")
  })
  await expect(onceFor("e", failing.answer)).rejects.toThrow("no database")
  await expect(onceFor("e", failing.answer)).rejects.toThrow("no database")
  expect([refused.asked.times, failing.asked.times]).toEqual([2, 2])
})

test("what was asked for longest ago goes when there is too much", async () => {
  const large = "x".repeat(3_000_000)
  const { asked, answer } = counting(() => replyOf(large))
  for (const question of ["f", "g", "f", "h", "f"]) await onceFor(question, answer)
  expect(asked.times).toBe(3)
  await onceFor("g", answer)
  expect(asked.times).toBe(4)
})
