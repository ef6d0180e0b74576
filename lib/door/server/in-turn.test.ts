import { expect, test } from "vitest"
import { faultOf } from "@/lib/base/db/faults"
import { inTurn } from "@/lib/door/server/in-turn"

const turns = { kind: "waiting for a test", atOnce: 2, mostWaiting: 3 }

test("two work at once, three wait, and one more is told to come again", async () => {
  const ends: (() => void)[] = []
  let [running, most] = [0, 0]
  const work = () =>
    inTurn(turns, async () => {
      most = Math.max(most, ++running)
      await new Promise<void>((resolve) => ends.push(resolve))
      running--
    })
  const begun = Array.from({ length: 5 }, work)
  const refused = await work().catch((error: unknown) => error)
  expect(faultOf(refused)).toEqual({ kind: "unavailable" })
  for (let left = 5; left > 0; left--) {
    await new Promise((resolve) => setImmediate(resolve))
    ends.shift()?.()
  }
  await Promise.all(begun)
  expect(most).toBe(2)
})

test("work that fails gives its place to the next", async () => {
  const one = { ...turns, kind: "failing in a test", atOnce: 1 }
  const fails = inTurn(one, () => Promise.reject(new Error("no")))
  const next = inTurn(one, async () => "done")
  await expect(fails).rejects.toThrow("no")
  expect(await next).toBe("done")
})
