import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { ask, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const path = () => `/programmes/${world.programmeId}/pack`
const look = async (who = world.members.lead) => (await ask(who, "GET", path())).body
const adopt = (take: "all" | string[], who = world.members.lead, from = "2026.1") =>
  ask(who, "POST", `${path()}/adoptions`, { from, to: "2026.2", take })
const undo = (id: string) => ask(world.members.lead, "POST", `${path()}/adoptions/${id}/undo`, {})
const db = () => database().prisma
const where = () => ({ programmeId: world.programmeId })

/** Everything that a take-over may touch, without versions and times. */
async function snapshot() {
  const of = where()
  const strip = <Row extends object>(rows: readonly Row[]) =>
    rows.map((row) => {
      const { version: _, updatedAt: __, ...rest } = { version: 0, updatedAt: null, ...row }
      return rest
    })
  const links = await db().dependency.findMany({ where: of })
  return {
    items: strip(await db().workItem.findMany({ where: of, orderBy: { id: "asc" } })),
    checks: strip(await db().check.findMany({ where: of, orderBy: { id: "asc" } })),
    criteria: strip(await db().criterion.findMany({ where: of, orderBy: { id: "asc" } })),
    counted: (await db().criterionCheck.findMany({ where: of }))
      .map((row) => `${row.criterionId} ${row.checkId}`)
      .sort(),
    links: links.map(({ id: _, version: __, ...row }) => JSON.stringify(row)).sort(),
    release: (await db().programme.findFirstOrThrow({ where: { id: of.programmeId } })).packRelease,
  }
}

describe("the next release of the pack", () => {
  test("is shown to everybody with what it would change, and only a lead may take it over", async () => {
    const seen = await look(world.members.auditor)
    expect([seen.current.key, seen.next.key, seen.mayAdopt, seen.last]).toEqual(["2026.1", "2026.2", false, null])
    expect((await adopt("all", world.members.architect)).status).toBe(403)
    expect((await adopt("all", world.stranger)).status).toBe(404)
    expect((await look()).mayAdopt).toBe(true)
  })

  test("is refused from a release that the programme does not follow, and with what is not offered", async () => {
    expect((await adopt("all", world.members.lead, "2026.2")).body.code).toBe("changed-meanwhile")
    expect((await adopt(["activity:nonsense"])).body.code).toBe("unknown-offer")
    const to = await ask(world.members.lead, "POST", `${path()}/adoptions`, {
      from: "2026.1",
      to: "2026.1",
      take: "all",
    })
    expect(to.body.code).toBe("no-such-release")
  })

  test("taken over as a whole keeps local edits, and undone leaves everything as it was", async () => {
    const check = await db().check.findFirstOrThrow({ where: { ...where(), key: "ten-dimensions-scored" } })
    await db().check.update({ where: { id: check.id }, data: { sentence: "Our own sentence." } })
    const before = await snapshot()
    const taken = await adopt("all")
    expect(taken.status).toBe(200)
    const during = await snapshot()
    expect(during.release).toBe("2026.2")
    expect(during.items.length - before.items.length).toBe(12)
    expect(during.checks.find(({ key }) => key === "ten-dimensions-scored")).toMatchObject({
      ...{ sentence: "Our own sentence.", kind: "attested" },
    })
    const gate = await db().gate.findFirstOrThrow({ where: { ...where(), key: "foundation-gate" } })
    const sources = await db().workstream.findFirstOrThrow({ where: { ...where(), key: "source-connectivity" } })
    const waits = { ...where(), fromGateId: gate.id, toWorkstreamId: sources.id }
    expect(await db().dependency.count({ where: waits })).toBe(1)
    const after = await look()
    expect([after.current.key, after.next, after.last.taken]).toEqual(["2026.2", null, taken.body.taken])

    expect((await undo(taken.body.id)).body.release).toBe("2026.1")
    expect(await snapshot()).toEqual(before)
    expect((await undo(taken.body.id)).body.code).toBe("not-the-last")
  })

  test("taken over in part leaves the rest as it was, to be taken later, each part undone by itself", async () => {
    const before = await snapshot()
    const some = await adopt(["activity:train-analysts-on-spark"])
    expect(some.body.taken).toBe(3)
    const left = await look()
    expect([left.current.key, left.next.key]).toEqual(["2026.2", "2026.2"])
    const open = left.offers.filter((each: { state: string }) => each.state === "open")
    expect(open.map((each: { id: string }) => each.id)).not.toContain("activity:train-analysts-on-spark")
    // A record check that was not taken over goes on being judged by the rule that it had.
    const kept = await db().check.findFirstOrThrow({ where: { ...where(), key: "sources-owned-and-classified" } })
    expect([kept.kind, kept.rule]).toMatchObject(["record", { metric: "sources-owned-and-classified" }])

    const rest = await adopt("all", world.members.lead, "2026.2")
    expect(rest.status).toBe(200)
    expect((await look()).next).toBeNull()
    const whole = await db().check.findFirstOrThrow({ where: { ...where(), key: "sources-owned-and-classified" } })
    expect([whole.kind, whole.rule]).toEqual(["attested", null])

    expect((await undo(rest.body.id)).body.release).toBe("2026.2")
    expect((await undo(some.body.id)).body.release).toBe("2026.1")
    expect(await snapshot()).toEqual(before)
  })

  test("undone leaves alone what somebody worked on since", async () => {
    const taken = await adopt(["activity:choose-accelerators", "check:ten-dimensions-scored"])
    const item = await db().workItem.findFirstOrThrow({ where: { ...where(), packKey: "choose-accelerators" } })
    const edit = { version: item.version, title: "Choose what helps us" }
    const edited = await ask(
      world.members.lead,
      "PATCH",
      `/programmes/${world.programmeId}/work-items/${item.id}`,
      edit,
    )
    expect(edited.status).toBe(200)
    await undo(taken.body.id)
    const later = await db().workItem.findFirstOrThrow({ where: { id: item.id } })
    expect([later.title, later.removedAt !== null]).toEqual(["Choose what helps us", true])
    // Taken over again, it comes back as it was edited.
    await adopt(["activity:choose-accelerators"])
    const back = await db().workItem.findFirstOrThrow({ where: { id: item.id } })
    expect([back.title, back.removedAt]).toEqual(["Choose what helps us", null])
  })
})
