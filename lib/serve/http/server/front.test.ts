import { once } from "node:events"
import { type IncomingMessage, request, type ServerResponse } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import { afterEach, describe, expect, test, vi } from "vitest"
import { LARGEST_BODY } from "../guard"
import { createFront, type Front, type Handler } from "./front"

const ORIGIN = "https://lakeward.example.org"
const probe = (answers: boolean) => ({ answers: async () => answers, close: async () => undefined })

let front: Front
let port: number
afterEach(() => front.close())

async function listen(proxies: readonly string[] = []): Promise<void> {
  front = createFront(ORIGIN, proxies)
  front.server.listen(0, "127.0.0.1")
  await once(front.server, "listening")
  const address = front.server.address()
  port = typeof address === "object" && address ? address.port : 0
}

async function serve(handler: Handler, proxies: readonly string[] = []): Promise<void> {
  await listen(proxies)
  front.open(handler, probe(true))
}

type Asked = { readonly status: number; readonly headers: IncomingMessage["headers"]; readonly text: string }

async function ask(path: string, { method = "GET", headers = {}, body = "" } = {}): Promise<Asked> {
  const asking = request({
    port,
    host: "127.0.0.1",
    path,
    method,
    headers: { host: "lakeward.example.org", ...headers },
  })
  asking.end(body || undefined)
  const [answer] = (await once(asking, "response")) as [IncomingMessage]
  let text = ""
  for await (const chunk of answer) text += chunk
  return { status: answer.statusCode ?? 0, headers: answer.headers, text }
}

const echo: Handler = async (asked: IncomingMessage, answer: ServerResponse) => {
  for await (const _ of asked);
  answer.end(JSON.stringify(asked.headers))
}

describe("the front", () => {
  test("says that Lakeward is starting until it does", async () => {
    await listen()
    expect(await ask("/")).toMatchObject({ status: 503, text: expect.stringContaining("starting") })
    expect(await ask("/api/health/live")).toMatchObject({ status: 200 })
    expect(await ask("/api/health/ready")).toMatchObject({ status: 503, text: '{"status":"starting"}' })
  })

  test("is not ready while the database does not answer, and asked by any name", async () => {
    await listen()
    front.open(echo, probe(false))
    const headers = { host: "10.0.0.1" }
    expect(await ask("/api/health/ready", { headers })).toMatchObject({
      status: 503,
      text: '{"status":"database-unreachable"}',
    })
  })

  test("shows a page while the database does not answer, and lets the API speak for itself", async () => {
    await listen()
    front.open(echo, probe(false))
    expect(await ask("/programmes")).toMatchObject({
      status: 503,
      text: expect.stringContaining("Saved data is safe"),
      headers: { "retry-after": "3" },
    })
    expect(await ask("/api/v1/programmes")).toMatchObject({ status: 200 })
    expect(await ask("/_next/static/a.js")).toMatchObject({ status: 200 })
  })

  test("tells the product who asks, whatever the client says of itself", async () => {
    await serve(echo)
    const headers = {
      "x-forwarded-for": "1.1.1.1",
      "x-lakeward-client-address": "1.1.1.1",
      "x-forwarded-host": "evil.example",
      "next-action": "x",
    }
    const { text } = await ask("/", { headers })
    expect(JSON.parse(text)).toMatchObject({
      "x-lakeward-client-address": "127.0.0.1",
      "x-forwarded-host": "lakeward.example.org",
      "x-forwarded-proto": "https",
    })
    expect(text).not.toMatch(/1\.1\.1\.1|evil|next-action/)
  })

  test("believes a trusted proxy about the client and the host", async () => {
    await serve(echo, ["127.0.0.0/8"])
    const proxied = {
      host: "internal:3000",
      "x-forwarded-host": "lakeward.example.org",
      "x-forwarded-proto": "https",
      "x-forwarded-for": "198.51.100.7",
    }
    expect(JSON.parse((await ask("/", { headers: proxied })).text)).toMatchObject({
      "x-lakeward-client-address": "198.51.100.7",
    })
    const plain = { ...proxied, "x-forwarded-proto": "http" }
    expect(await ask("/x", { headers: plain })).toMatchObject({ status: 307, headers: { location: `${ORIGIN}/x` } })
  })

  test("keeps nothing, may not be framed, and insists on https", async () => {
    await serve(echo)
    expect((await ask("/")).headers).toMatchObject({
      "cache-control": "private, no-store",
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "strict-transport-security": expect.stringContaining("max-age="),
    })
  })

  test("cuts off a body that never says how large it is", async () => {
    await serve(echo)
    const headers = { "transfer-encoding": "chunked" }
    const body = "x".repeat(LARGEST_BODY + 1)
    expect(await ask("/api/v1/x", { method: "POST", headers, body })).toMatchObject({ status: 413 })
    expect(await ask("/api/v1/x", { method: "POST", headers, body: "small" })).toMatchObject({ status: 200 })
  })

  test("answers a fault of the product with a page and no trace of it", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined)
    await serve(async () => {
      throw new Error("secret reason")
    })
    const { status, text } = await ask("/")
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
    expect(status).toBe(500)
    expect(text).not.toContain("secret reason")
  })

  test("finishes what has begun and ends event streams when it is closed", async () => {
    await serve(async (asked, answer) => {
      if (asked.url === "/stream") {
        answer.writeHead(200, { "Content-Type": "text/event-stream" })
        answer.write("data: 1\n\n")
      } else {
        await pause(300)
        answer.end("finished")
      }
    })
    const slow = ask("/slow")
    const stream = ask("/stream").catch(() => "ended")
    await pause(100)
    const started = performance.now()
    await front.close()
    expect(performance.now() - started).toBeLessThan(2000)
    expect(await slow).toMatchObject({ status: 200, text: "finished" })
    expect(await stream).toBe("ended")
    await expect(ask("/")).rejects.toThrow(/ECONNREFUSED/)
  })
})
