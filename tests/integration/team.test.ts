import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { groupBy } from "@/lib/base/kernel/group-by"
import { ask, makeMember, makeProgramme, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const at = (rest: string) => `/programmes/${world.programmeId}${rest}`
const lead = () => world.members.lead

describe("RACI", () => {
  type Cell = { workstreamId: string; personId: string; part: string }
  const cells = async (): Promise<Cell[]> => (await ask(lead(), "GET", at("/raci"))).body.items
  const change = (...changes: object[]) => ask(lead(), "POST", at("/raci"), { cells: changes })
  const stream = async (turn: number) =>
    (
      await database().prisma.workstream.findMany({
        where: { programmeId: world.programmeId },
        orderBy: { key: "asc" },
      })
    )[turn]
  const ownerOf = async (turn: number) => (await stream(turn))?.ownerId
  const person = async (name: string): Promise<string> =>
    (await ask(lead(), "POST", at("/people"), { name, roleKey: "architect" })).body.id

  test("the first who is accountable owns the workstream, a second is one too many, and takes over when the first goes", async () => {
    const workstreamId = (await stream(0))?.id
    const [ana, ben] = [await person("Ana Torres"), await person("Ben Okoye")]
    await change({ workstreamId, personId: ana, from: null, to: "A" })
    expect(await ownerOf(0)).toBe(ana)
    await change({ workstreamId, personId: ben, from: null, to: "AR" })
    expect(await ownerOf(0)).toBe(ana)
    expect(
      (await cells())
        .filter((each) => each.workstreamId === workstreamId)
        .map(({ part }) => part)
        .sort(),
    ).toEqual([...["A", "AR"]])
    expect((await change({ workstreamId, personId: ana, from: "A", to: "C" })).status).toBe(200)
    expect(await ownerOf(0)).toBe(ben)
    expect((await cells()).find((each) => each.workstreamId === workstreamId && each.personId === ana)?.part).toBe("C")
  })
  test("whoever becomes the owner elsewhere is accountable here", async () => {
    const row = await stream(1)
    const personId = await person("Cleo Marsh")
    const path = at(`/workstreams/${row?.id}`)
    expect((await ask(lead(), "PATCH", path, { version: row?.version, ownerId: personId })).status).toBe(200)
    expect((await cells()).find((each) => each.workstreamId === row?.id)).toMatchObject({ personId, part: "A" })
  })
  test("a cell that somebody changed meanwhile refuses all of a change, and leaves no trace", async () => {
    const workstreamId = (await stream(2))?.id
    const personId = await person("Dara Finch")
    await change({ workstreamId, personId, from: null, to: "R" })
    const before = await cells()
    const other = { workstreamId: (await stream(3))?.id, personId, from: null, to: "I" }
    const refused = await change(other, { workstreamId, personId, from: "C", to: "I" })
    expect([refused.status, refused.body.refusal ?? refused.body.code]).toEqual([409, "cell-changed"])
    expect(await cells()).toEqual(before)
  })
  test("the template's proposal fills a new programme in one step, each workstream with one accountable or none", async () => {
    const { proposal } = (await ask(lead(), "GET", at("/raci"))).body
    expect(proposal.cells.length).toBeGreaterThan(10)
    const all = proposal.cells.map(({ part, ...where }: Cell) => ({ ...where, to: part }))
    expect((await change(...all)).status).toBe(200)
    const after = (await ask(lead(), "GET", at("/raci"))).body
    expect(after.proposal.cells).toEqual([])
    const accountable = groupBy(
      (after.items as Cell[]).filter(({ part }) => part.startsWith("A")),
      ({ workstreamId }) => workstreamId,
    )
    expect(accountable.size).toBeGreaterThan(5)
    expect([...accountable.values()].filter((each) => each.length > 1)).toEqual([])
  })
})

describe("staffing", () => {
  const staffing = async () => (await ask(lead(), "GET", at("/staffing"))).body

  test("another programme's confirmed allocation of the same account takes its share, and nothing tells which it is", async () => {
    const other = await makeProgramme(world.admin, "Somewhere else")
    const shared = await makeMember(world.programmeId, "shared", "contributor")
    const { prisma } = database()
    const here = await prisma.person.findFirstOrThrow({
      where: { programmeId: world.programmeId, userId: shared.userId },
    })
    const personId = newId(new Date())
    const person = { id: personId, programmeId: other, name: "Shared", userId: shared.userId, createdAt: new Date() }
    await prisma.person.create({ data: person })
    const days = { startDay: "2027-03-01", finishDay: "2027-03-31" }
    const give = (certainty: string, share: number) =>
      ask(world.admin, "POST", `/programmes/${other}/allocations`, {
        name: "Secret work",
        personId,
        certainty,
        share,
        ...days,
      })
    expect((await give("confirmed", 0.5)).status).toBe(200)
    expect((await give("tentative", 0.3)).status).toBe(200)
    expect((await staffing()).elsewhere).toEqual([{ personId: here.id, share: 0.5, ...days }])
    expect(JSON.stringify(await staffing())).not.toContain("Secret")
  })
  test("a period that ends before it starts is refused, and a start behind the end takes it along", async () => {
    const personId = lead().personId
    const wrong = { name: "Away", personId, startDay: "2027-04-02", finishDay: "2027-04-01" }
    expect((await ask(lead(), "POST", at("/time-off"), wrong)).status).toBe(422)
    const { body } = await ask(lead(), "POST", at("/time-off"), { ...wrong, finishDay: "2027-04-03" })
    const moved = await ask(lead(), "PATCH", at(`/time-off/${body.id}`), { version: 1, startDay: "2027-04-10" })
    expect(moved.body).toMatchObject({ startDay: "2027-04-10", finishDay: "2027-04-10" })
    expect((await staffing()).timeOff).toEqual([
      { personId, startDay: "2027-04-10", finishDay: "2027-04-10", share: 1 },
    ])
  })
  test("a skill is kept by its level, and unknown again when it is cleared", async () => {
    // The first release that names skills.
    const where = { id: world.programmeId }
    await database().prisma.programme.update({ where, data: { packRelease: "2026.2" } })
    const listed = async () => (await ask(lead(), "GET", at("/skills"))).body
    const { skills } = await listed()
    const [skillKey] = skills.map(({ key }: { key: string }) => key)
    const { personId } = lead()
    const change = (from: number | null, to: number | null) =>
      ask(lead(), "POST", at("/skills"), { cells: [{ personId, skillKey, from, to }] })
    expect((await change(null, 0)).body.held).toEqual([{ personId, skillKey, level: 0 }])
    expect((await change(3, 1)).status).toBe(409)
    expect((await change(0, null)).body.held).toEqual([])
  })
})
