import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { canonical } from "./canonical"
import { type ChainRow, digestOf, genesis, link, type Sha256, verifyChain } from "./chain"
import type { KeptEvent } from "./event"

const sha256: Sha256 = (...parts) => {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const chain = "00000000-0000-7000-8000-000000000001"

function chainOf(count: number) {
  const rows: ChainRow[] = []
  let head = genesis(chain, sha256)
  for (let seq = 1; seq <= count; seq++) {
    const event: KeptEvent = {
      chain,
      at: new Date(seq * 1000),
      actor: null,
      type: "work-item.updated",
      subject: chain,
      data: { percent: seq },
      texts: {},
    }
    const digest = digestOf(event, sha256)
    head = link(head, digest, sha256)
    rows.push({ ...event, seq, digest, hash: head })
  }
  return { rows, head: { seq: count, head } }
}
const at = (rows: readonly ChainRow[], index: number): ChainRow => rows[index] ?? expect.fail("no such row")

describe("the audit chain", () => {
  test("is intact as it was written", async () => {
    const { rows, head } = chainOf(20)
    expect(await verifyChain(chain, rows, head, sha256)).toMatchObject({ intact: true, events: 20 })
  })

  test("shows any row that was edited, removed, moved or cut", async () => {
    const { rows, head } = chainOf(12)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("edit", "remove", "swap", "cut"), fc.nat(10), async (how, i) => {
        const copy = [...rows]
        if (how === "edit") copy[i] = { ...at(rows, i), data: { percent: -1 } }
        if (how === "remove") copy.splice(i, 1)
        if (how === "swap") [copy[i], copy[i + 1]] = [at(rows, i + 1), at(rows, i)]
        if (how === "cut") copy.splice(i + 1)
        expect((await verifyChain(chain, copy, head, sha256)).intact).toBe(false)
      }),
    )
  })

  test("is walked to its end, and every broken row is told", async () => {
    const { rows, head } = chainOf(12)
    const copy = rows
      .map((row, i) => (i === 2 || i === 7 ? { ...row, data: { percent: -1 } } : row))
      .map((row, i) => (i === 4 ? { ...row, hash: row.digest } : row))
      .filter((_, i) => i !== 9)
    const { faults, events } = await verifyChain(chain, copy, head, sha256)
    expect(events).toBe(12)
    expect(faults.map(({ seq, reason }) => `${seq} ${reason}`)).toEqual([
      ...["3 changed", "5 unlinked", "6 unlinked", "8 changed", "10 missing"],
    ])
    expect(new Set(faults.map(({ print }) => print)).size).toBe(5)
  })

  test("rewritten from one row on is betrayed by a head that was kept outside", async () => {
    const { head } = chainOf(12)
    const forged = chainOf(12).rows.map((row) => ({ ...row, actor: chain }))
    let last = genesis(chain, sha256)
    const relinked = forged.map((row) => {
      const { seq, digest: _d, hash: _h, ...event } = row
      const digest = digestOf(event, sha256)
      last = link(last, digest, sha256)
      return { ...event, seq, digest, hash: last }
    })
    expect((await verifyChain(chain, relinked, head, sha256)).intact).toBe(false)
  })
})

describe("canonical JSON", () => {
  test("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(turned)).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  test("refuses numbers that are not finite", () => {
    expect(() => canonical({ a: Number.NaN })).toThrow(TypeError)
  })
})
