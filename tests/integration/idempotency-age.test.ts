import { afterAll, beforeAll, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { forgetOldKeys } from "@/lib/door/server/idempotency"
import { ask, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const comment = async (key: string) => {
  const item = (await world.items())[0] ?? expect.fail("no item")
  const path = `/programmes/${world.programmeId}/work-items/${item.id}/comments`
  return ask(world.members.lead, "POST", path, { body: `By ${key}` }, { headers: { "idempotency-key": key } })
}

test("an idempotency key is known for a day, then forgotten", async () => {
  const first = await comment("old")
  expect(first.status, first.text).toBeLessThan(300)
  await comment("young")
  const now = new Date()
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const { prisma } = database()
  await prisma.idempotencyKey.updateMany({ where: { key: "old" }, data: { createdAt: hoursAgo(25) } })
  await prisma.idempotencyKey.updateMany({ where: { key: "young" }, data: { createdAt: hoursAgo(23) } })
  await forgetOldKeys(now)
  const kept = await prisma.idempotencyKey.findMany({ select: { key: true } })
  expect(kept.map(({ key }) => key)).toEqual(["young"])
  expect((await comment("young")).headers.get("idempotent-replayed")).toBe("true")
  expect((await comment("old")).headers.get("idempotent-replayed")).toBeNull()
})
