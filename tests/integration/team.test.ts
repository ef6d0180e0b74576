import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { ask, makeWorld, type World } from "../support/world"

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
    const all = proposal.cells.map(({ part, ...where }: Cell) => ({ ...where, from: null, to: part }))
    expect((await change(...all)).status).toBe(200)
    const after = (await ask(lead(), "GET", at("/raci"))).body
    expect(after.proposal.cells).toEqual([])
    const accountable = Map.groupBy(
      (after.items as Cell[]).filter(({ part }) => part.startsWith("A")),
      ({ workstreamId }) => workstreamId,
    )
    expect(accountable.size).toBeGreaterThan(5)
    expect([...accountable.values()].filter((each) => each.length > 1)).toEqual([])
  })
})
