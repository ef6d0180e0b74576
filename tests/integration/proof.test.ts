import { spawnSync } from "node:child_process"
import { generateKeyPairSync } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { verifyProof } from "@/lib/assurance/server/verifier/verify-proof"
import { openZip, storeZip } from "@/lib/assurance/zip"
import { handle } from "@/lib/serve/api/server/router"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
let archive: Uint8Array<ArrayBuffer>
let lineId: string
let head: { seq: number; hash: string }
const at = (rest: string) => `/programmes/${world.programmeId}${rest}`

async function download(who: Someone, rest: string): Promise<{ status: number; bytes: Uint8Array<ArrayBuffer> }> {
  const response = await handle(new Request(`http://127.0.0.1:3000/api/v1${rest}`, { headers: who.headers }))
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
}

beforeAll(async () => {
  world = await makeWorld()
  process.env.LAKEWARD_DATA_DIR = mkdtempSync(path.join(tmpdir(), "lakeward-proof-"))
  const { lead, contributor, executive, architect } = world.members
  for (const [who, key] of [
    [executive, "sponsor"],
    [architect, "security"],
  ] as const)
    await ask(lead, "POST", at("/responsibilities"), { key, personId: who.personId, fromDay: "2026-01-01" })
  const sentence = "The business agrees."
  const { body: check } = await ask(lead, "POST", at("/checks"), { sentence })
  const link = { title: "Minutes", url: "https://example.test/minutes" }
  const pieces = [
    await ask(contributor, "POST", at(`/checks/${check.id}/evidence`), link),
    await ask(contributor, "POST", at(`/checks/${check.id}/evidence/file?title=Scan&fileName=scan.bin`), undefined, {
      raw: "scanned",
    }),
  ]
  for (const { body } of pieces)
    await ask(lead, "POST", at(`/evidence/${body.id}/judgement`), { version: 1, accepted: true })
  const made = { name: "It is agreed", signerRoles: ["sponsor", "security"], checkIds: [check.id] }
  lineId = (await ask(lead, "POST", at("/criteria"), made)).body.id
  expect((await download(lead, at(`/sign-offs/criterion/${lineId}/proof`))).status).toBe(404)
  for (const [who, responsibility] of [
    [executive, "sponsor"],
    [architect, "security"],
  ] as const) {
    const { hash } = (await ask(lead, "GET", at(`/sign-offs/criterion/${lineId}/statement`))).body
    const signed = { responsibility, statementHash: hash }
    expect((await ask(who, "POST", at(`/sign-offs/criterion/${lineId}/signatures`), signed)).status).toBe(200)
  }
  archive = (await download(world.members.auditor, at(`/sign-offs/criterion/${lineId}/proof`))).bytes
  const manifest = JSON.parse(new TextDecoder().decode(part("manifest.json")))
  head = { seq: manifest.chain.seq, hash: manifest.chain.head }
}, 120_000)
afterAll(async () => {
  rmSync(process.env.LAKEWARD_DATA_DIR ?? "", { recursive: true, force: true })
  await world.end()
})

const files = () => {
  const opened = openZip(archive)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.value
}
const part = (name: string) => files().find((each) => each.name === name)?.bytes ?? new Uint8Array()
const holds = (bytes: Uint8Array, trusted = {}) => verifyProof(bytes, trusted).every((each) => each.holds)
const says = (bytes: Uint8Array, trusted = {}) => verifyProof(bytes, trusted).at(-1)?.says
/** The archive made again, with one file of it as something else. */
const swapped = (name: string, change: (text: string) => string) =>
  storeZip(
    files().map((each) =>
      each.name === name
        ? { name, bytes: new TextEncoder().encode(change(new TextDecoder().decode(each.bytes))) }
        : each,
    ),
  )

describe("a proof", () => {
  test("holds unchanged, under the key and a head that were kept elsewhere", () => {
    const key = new TextDecoder().decode(part("public-key.pem"))
    expect(verifyProof(archive).filter((each) => !each.holds)).toEqual([])
    expect(holds(archive, { key, head })).toBe(true)
    expect(
      verifyProof(archive).some(({ says }) => /signed by executive \(sponsor\), architect \(security\)/.test(says)),
    ).toBe(true)
  })
  test("holds no more when any byte is another, is cut off or added", () => {
    const bytes = fc.tuple(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(bytes, ([place, flip]) => {
        const changed = archive.slice()
        changed[place] = (changed[place] ?? 0) ^ flip
        expect(holds(changed), `byte ${place}`).toBe(false)
      }),
      { numRuns: 1_500 },
    )
    expect(holds(archive.subarray(0, -1))).toBe(false)
    expect(holds(new Uint8Array([...archive, 0]))).toBe(false)
    expect(holds(new Uint8Array())).toBe(false)
  })
  test("holds no more when a file of it is exchanged, left out or added, however well the archive is made", () => {
    for (const { name } of files()) {
      expect(holds(swapped(name, (text) => `${text} `)), name).toBe(false)
      expect(holds(storeZip(files().filter((each) => each.name !== name))), name).toBe(false)
    }
    expect(holds(storeZip([...files(), { name: "more.txt", bytes: new Uint8Array() }]))).toBe(false)
    expect(holds(storeZip(files().toReversed()))).toBe(true)
  })
  test("of another key is found by whoever kept the right one", () => {
    const { publicKey } = generateKeyPairSync("ed25519")
    expect(says(archive, { key: publicKey.export({ type: "spki", format: "pem" }).toString() })).toMatch(/another key/)
  })
  test("of another chain is found by whoever kept a head", () => {
    expect(
      says(archive, { head: { ...head, hash: head.hash.replace(/^./, (digit) => (digit === "0" ? "1" : "0")) } }),
    ).toMatch(/another/)
    expect(says(archive, { head: { ...head, seq: head.seq + 1 } })).toMatch(/longer chain/)
  })
  test("is for members of its programme", async () => {
    const elsewhere = `/programmes/${world.otherProgrammeId}/sign-offs/criterion/${lineId}/proof`
    expect((await download(world.stranger, elsewhere)).status).toBe(404)
    expect((await download(world.stranger, at(`/sign-offs/criterion/${lineId}/proof`))).status).toBe(404)
  })
  test("is verified by a program that needs Node and nothing else", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "lakeward-verify-"))
    const place = (name: string, bytes: Uint8Array) => writeFileSync(path.join(folder, name), bytes)
    const { bytes: verifier } = await download(world.stranger, "/proof-verifier")
    expect(Buffer.from(verifier).equals(Buffer.from(part("verify.mjs")))).toBe(true)
    place("verify.mjs", verifier)
    place("proof.zip", archive)
    place("key.pem", part("public-key.pem"))
    place(
      "changed.zip",
      swapped("statement.json", (text) => text.replace("The business agrees", "The business agreed")),
    )
    const run = (...given: string[]) =>
      spawnSync(process.execPath, ["verify.mjs", ...given], { cwd: folder, encoding: "utf8" })
    const well = run("proof.zip", "--key", "key.pem", "--head", `${head.seq}:${head.hash}`)
    expect([well.status, well.stdout]).toEqual([0, expect.stringContaining("The proof holds.")])
    const changed = run("changed.zip")
    expect([changed.status, changed.stdout]).toEqual([1, expect.stringContaining("statement.json was changed")])
    rmSync(folder, { recursive: true })
  })
})
