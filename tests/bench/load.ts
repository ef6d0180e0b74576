import { Agent, request } from "node:http"

/** One request of one client; `onAnswer` gets its answer and may remember something for the next. */
export type Ask = {
  readonly method: "GET" | "POST" | "PATCH"
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly expected: number
  readonly onAnswer?: (text: string) => void
  /** Asked in between, but not measured. */
  readonly aside?: boolean
}

export type Side = { readonly origin: string; readonly ask: (client: number, turn: number) => Ask }

/** What one stretch of load came to. Latencies in milliseconds. */
export type Measured = { readonly perSecond: number; readonly latencies: readonly number[]; readonly errors: number }

/** Keeps so many clients asking one after the other, each on its own connection, for so long. */
export async function drive({ origin, ask }: Side, clients: number, milliseconds: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const latencies: number[] = []
  const failures: string[] = []
  const started = performance.now()
  const deadline = started + milliseconds
  const client = async (number: number) => {
    for (let turn = 0; performance.now() < deadline; turn += 1) {
      const begun = performance.now()
      const wanted = ask(number, turn)
      const answer = await send(agent, origin, wanted)
      if (!wanted.aside) latencies.push(performance.now() - begun)
      if (answer.status === wanted.expected) wanted.onAnswer?.(answer.text)
      else failures.push(`${wanted.method} ${wanted.path}: ${answer.status} ${answer.text.slice(0, 200)}`)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  if (failures.length > 0) console.error(`  ${failures.length} unexpected answers, such as ${failures[0]}`)
  return { perSecond: latencies.length / seconds, latencies, errors: failures.length }
}

type Answer = { readonly status: number; readonly text: string }

/** A body is only read as text where somebody wants it: reading costs the machine that both sides share. */
function send(agent: Agent, origin: string, { method, path, headers, body, onAnswer, expected }: Ask): Promise<Answer> {
  return new Promise((resolve) => {
    const sent = request(
      `${origin}${path}`,
      { agent, method, headers: { ...headers, ...lengthOf(body) } },
      (answer) => {
        const status = answer.statusCode ?? 0
        const chunks: Buffer[] = []
        if (onAnswer || status !== expected) answer.on("data", (chunk: Buffer) => chunks.push(chunk))
        else answer.resume()
        answer.on("end", () => resolve({ status, text: Buffer.concat(chunks).toString("utf8") }))
        answer.on("error", (error) => resolve({ status: 0, text: error.message }))
      },
    )
    sent.on("error", (error) => resolve({ status: 0, text: error.message }))
    sent.end(body)
  })
}

const lengthOf = (body: string | undefined) =>
  body === undefined ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }
