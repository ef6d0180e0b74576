import { createHash, randomUUID } from "node:crypto"
import { rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { actorOfMember } from "@/lib/door/access/server/member-actor"
import { listTrail } from "@/lib/door/audit/server/queries"
import { contractsOf } from "@/lib/records/contracts"
import { choice, text, wholeNumber } from "@/lib/records/kinds"
import { field, record, required } from "@/lib/records/record"
import { commandsOf } from "@/lib/records/server/commands"
import { exportRecords } from "@/lib/records/server/export"
import { importsOf } from "@/lib/records/server/import"
import { operationsOf } from "@/lib/records/server/operations"
import { listRecords } from "@/lib/records/server/queries"
import { makeWorld, type Someone, type World } from "../support/world"

/** A type of record for this test alone, in the table of environments, with two fields that only the lead may see. */
const vault = record({
  ...{ type: "vault", path: "vaults", table: "environment", names: { one: "vault", many: "vaults" } },
  ...{ read: "programme.read", edit: "design.edit", title: "name", keys: ["workspaceId", "name"] },
  fields: {
    name: required(text(120), { label: "Name" }),
    cloud: required(choice({ azure: "Azure" }), { label: "Cloud" }),
    region: field(text(60), { label: "Region", see: "programme.manage" }),
    workspaceId: field(wholeNumber({ from: 1, to: 1e15 }), { label: "Workspace ID", see: "programme.manage" }),
  },
})

let world: World
beforeAll(async () => {
  world = await makeWorld()
  operationsOf(vault, contractsOf(vault))
})
afterAll(() => world.end())

async function actorOf({ userId }: Someone) {
  return (await actorOfMember(world.programmeId, userId ?? "", new Date())) ?? expect.fail("no member")
}
const events = { limit: 100, type: "vault" }
const secret = /Atlantis|47110815|47110816|Region|Workspace ID/

test("what a member may not see is in no list, history, export or import of theirs", async () => {
  const lead = await actorOf(world.members.lead)
  const architect = await actorOf(world.members.architect)
  const { add, change } = commandsOf(vault)
  const made = await add(lead, { name: "First", cloud: "azure", region: "Atlantis", workspaceId: 47_110_815 })
  const { id } = made.ok ? made.value : expect.fail(made.refusal)
  const later = { recordId: id, version: 1, region: "Atlantis South", workspaceId: 47_110_816 }
  expect((await change(lead, later)).ok).toBe(true)

  for (const seen of [
    JSON.stringify((await listRecords(vault, architect)).items),
    JSON.stringify(await listTrail(architect, events)),
    Buffer.from((await exportRecords(vault, architect, { format: "csv" })).bytes).toString(),
  ]) {
    expect(seen).toContain(id)
    expect(seen).not.toMatch(secret)
  }
  for (const seen of [
    JSON.stringify((await listRecords(vault, lead)).items),
    JSON.stringify(await listTrail(lead, events)),
    Buffer.from((await exportRecords(vault, lead, { format: "csv" })).bytes).toString(),
  ])
    expect(seen).toMatch(/(?=.*Atlantis South)(?=.*47110816)/s)

  const { preview, import: run } = importsOf(vault, {})
  const place = path.join(tmpdir(), randomUUID())
  const bytes = `Workspace ID,Name,Region\n47110816,Renamed,Nowhere\n1,First,Nowhere\n`
  writeFileSync(place, bytes)
  const sha256 = new Uint8Array(createHash("sha256").update(bytes).digest())
  const shown = await preview(architect, {}, { path: place, size: bytes.length, sha256 })
  rmSync(place)
  const { uploadId, counts, columns } = shown.ok ? shown.value : expect.fail(shown.refusal)
  // The number finds nothing for whoever may not see it; the name does.
  expect(counts).toMatchObject({ refused: 1, same: 1 })
  expect(columns.map((column) => column.field)).toEqual([null, "name", null])
  expect(JSON.stringify(shown.ok && shown.value.rows)).not.toMatch(secret)
  // Cloud is required, so the new row is refused and left out.
  expect((await run(architect, { uploadId, skipRefused: true })).ok).toBe(true)
  const kept = (await listRecords(vault, lead)).items.find((each) => each.id === id)
  expect(kept).toMatchObject({ region: "Atlantis South", workspaceId: 47_110_816 })
})
