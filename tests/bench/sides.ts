import type { Ask, Side } from "./load"
import type { BenchProgramme } from "./programme"

const statuses = ["in_progress", "done"] as const
type Headers = Readonly<Record<string, string>>

/** The product's side of each comparison: what a browser asks, with its session. */
export function oursOf(origin: string, { id, cookies, items }: BenchProgramme) {
  const api = `/api/v1/programmes/${id}`
  const versions = new Map<string, number>()
  const cookieOf = (client: number) => cookies[client % cookies.length] ?? ""
  const list = (client: number, headers: Headers): Ask => ({
    ...{ method: "GET", path: `${api}/work-items`, expected: 200 },
    headers: { cookie: cookieOf(client), ...headers },
  })
  const write = (client: number, turn: number, clients: number): Ask => {
    const item = ownItem(items.slice(0, items.length / 2), client, turn, clients)
    const version = versions.get(item) ?? 1
    return {
      ...{ method: "PATCH", path: `${api}/work-items/${item}`, expected: 200 },
      headers: { cookie: cookieOf(client), origin },
      body: JSON.stringify({ version, status: statuses[version % 2] }),
      onAnswer: () => void versions.set(item, version + 1),
    }
  }
  return {
    list: (headers: Headers = {}): Side => ({ origin, ask: (client) => list(client, headers) }),
    listAfterChange: (): Side => ({
      origin,
      ask: (client, turn) => (turn % 2 === 0 ? { ...write(client, turn / 2, 1), aside: true } : list(client, {})),
    }),
    unchanged: async (): Promise<Side> => {
      const tags = await Promise.all(cookies.map((cookie) => tagOf(`${origin}${api}/work-items`, cookie)))
      const tagFor = (client: number) => ({ "if-none-match": tags[client % tags.length] ?? "" })
      return { origin, ask: (client) => ({ ...list(client, tagFor(client)), expected: 304 }) }
    },
    write: (clients: number): Side => ({ origin, ask: (client, turn) => write(client, turn, clients) }),
  }
}

async function tagOf(url: string, cookie: string): Promise<string> {
  const answer = await fetch(url, { headers: { cookie } })
  await answer.arrayBuffer()
  return answer.headers.get("etag") ?? ""
}

/** The bare handlers' side: the same work in the database, and nobody is asked who they are. */
export function besideOf(origin: string, { items }: BenchProgramme) {
  const list = (headers: Headers): Ask => ({ method: "GET", path: "/list", headers, expected: 200 })
  const write = (client: number, turn: number, clients: number): Ask => ({
    ...{ method: "POST", path: "/write", expected: 200 },
    body: JSON.stringify({
      id: ownItem(items.slice(items.length / 2), client, turn, clients),
      status: statuses[turn % 2],
    }),
    onAnswer: () => undefined,
  })
  return {
    list: (headers: Headers = {}): Side => ({ origin, ask: () => list(headers) }),
    listAfterChange: (): Side => ({
      origin,
      ask: (client, turn) => (turn % 2 === 0 ? { ...write(client, turn / 2, 1), aside: true } : list({})),
    }),
    one: (): Side => ({ origin, ask: () => ({ method: "GET", path: `/one?id=${items[0]}`, expected: 200 }) }),
    write: (clients: number): Side => ({ origin, ask: (client, turn) => write(client, turn, clients) }),
  }
}

/** Every client has items of its own and takes them by turns. */
function ownItem(items: readonly string[], client: number, turn: number, clients: number): string {
  const share = Math.floor(items.length / clients)
  return items[client * share + (turn % share)] ?? ""
}
