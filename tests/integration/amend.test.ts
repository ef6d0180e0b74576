import { afterAll, beforeAll, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { day } from "@/lib/base/kernel/day"
import { refuse } from "@/lib/base/kernel/result"
import { ProgrammeActor } from "@/lib/door/access/actor"
import { amend } from "@/lib/door/server/amend"
import { ask, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

test("an edit that is overtaken between looking and writing leaves no key behind: its retry is refused too, not called done", async () => {
  const item = (await world.items())[0] ?? expect.fail("no item")
  const { lead } = world.members
  const actor = new ProgrammeActor(
    {
      at: new Date(),
      network: "test",
      idempotency: { operation: "changeWorkItem", key: "overtaken", bodyHash: new Uint8Array(32) },
    },
    {
      userId: lead.userId ?? "",
      scope: "write",
      admin: false,
      sessionId: null,
      credential: null,
      authenticatedAt: null,
    },
    {
      ...{ programmeId: world.programmeId, personId: lead.personId ?? "", role: "lead" as const, timeZone: "UTC" },
      ...{ today: day("2026-01-05"), seq: 0, archived: false },
    },
  )
  const edit = () =>
    amend<"work.edit", ProgrammeActor, { id: string; version: number }, "changed-meanwhile">(
      actor,
      "work.edit",
      async () => {
        const overtaking = { version: item.version, points: 5 }
        await ask(lead, "PATCH", `/programmes/${world.programmeId}/work-items/${item.id}`, overtaking)
        return {
          ...{ ok: true, table: "work_item", id: item.id, programmeId: world.programmeId, version: item.version },
          set: { points: 8 },
          events: [{ type: "work-item.updated", subject: item.id, data: {} }],
          value: { id: item.id, version: item.version + 1 },
        }
      },
      async () => refuse("changed-meanwhile"),
    )
  expect(await edit()).toMatchObject({ ok: false, refusal: "changed-meanwhile" })
  expect(await edit()).toMatchObject({ ok: false, refusal: "changed-meanwhile" })
  expect(await database().prisma.idempotencyKey.count({ where: { key: "overtaken" } })).toBe(0)
})
