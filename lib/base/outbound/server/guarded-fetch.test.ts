import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, describe, expect, test } from "vitest"
import { guardedFetch } from "./guarded-fetch"

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const ask = (local: string, limits = {}, more = {}) =>
  guardedFetch({ method: "GET", url: `${local}/x`, hosts: [], local, ...more }, limits)

describe("the way out", () => {
  test("brings the answer of the one local origin that may be asked", async () => {
    const local = await serve((request, response) => response.end(`${request.method} ${request.url}`))
    expect(await ask(local)).toMatchObject({ ok: true, value: { status: 200, text: "GET /x" } })
  })
  test("follows no redirect", async () => {
    const local = await serve((_, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end())
    expect(await ask(local)).toMatchObject({ refusal: "redirected" })
  })
  test("ends an answer that is too large or too slow, or that breaks off", async () => {
    const large = await serve((_, response) => response.end("x".repeat(5000)))
    expect(await ask(large, { maxBytes: 4999 })).toMatchObject({ refusal: "too-large" })
    expect(await ask(large, { maxBytes: 5000 })).toMatchObject({ ok: true })
    const slow = await serve((_, response) => void response.write("a"))
    expect(await ask(slow, { timeoutMs: 150 })).toMatchObject({ refusal: "timed-out" })
    const cut = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" })
      response.write("half", () => response.destroy())
    })
    expect(await ask(cut)).toMatchObject({ refusal: "unreachable" })
  })
  test("stops when it is told to", async () => {
    const slow = await serve(() => undefined)
    expect(await ask(slow, {}, { signal: AbortSignal.timeout(100) })).toMatchObject({ refusal: "cancelled" })
  })
  test("asks no host whose name leads to a private address, not even beside a public one", async () => {
    const outgoing = {
      method: "GET",
      url: "https://x.cloud.databricks.com/",
      hosts: [".cloud.databricks.com"],
    } as const
    for (const addresses of [["169.254.169.254"], ["20.42.4.211", "10.0.0.1"], ["::1"]])
      expect(await guardedFetch(outgoing, { resolve: async () => addresses })).toMatchObject({
        refusal: "private-address",
      })
    expect(await guardedFetch(outgoing, { resolve: async () => [] })).toMatchObject({ refusal: "no-such-host" })
    expect(await guardedFetch({ ...outgoing, hosts: [".azuredatabricks.net"] })).toMatchObject({
      refusal: "host-not-allowed",
    })
  })
  test("looks a name up once", async () => {
    let asked = 0
    const resolve = async () => {
      asked += 1
      return asked === 1 ? ["192.0.2.1", "10.0.0.1"] : ["10.0.0.1"]
    }
    const outgoing = {
      method: "GET",
      url: "https://x.cloud.databricks.com/",
      hosts: [".cloud.databricks.com"],
    } as const
    expect(await guardedFetch(outgoing, { resolve })).toMatchObject({ refusal: "private-address" })
    expect(asked).toBe(1)
  })
})
