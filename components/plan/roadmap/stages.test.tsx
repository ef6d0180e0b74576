import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { cleanup, render, screen, waitFor, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { useSyncExternalStore } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ToastProvider } from "@/components/ui/toasts"
import { item, roadmap as named } from "@/lib/plan/roadmap/test-roadmap"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { StagesPage } from "./stages-page"

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`
const sap = uuid(1)
const sql = uuid(2)
const rest = uuid(3)
const marta = uuid(11)
const leo = uuid(12)
const sana = uuid(13)
const sources = uuid(21)

/** The roadmap of the tests with ids as the API gives them. */
const ids = {
  marta,
  leo,
  sana,
  sources,
  framework: uuid(22),
  etl: uuid(23),
  st4: uuid(31),
  st5: uuid(32),
  ph1: uuid(41),
  ph2: uuid(42),
  g1: uuid(51),
}
const roadmap: RoadmapView = JSON.parse(
  Object.entries(ids).reduce((text, [name, id]) => text.replaceAll(`"${name}"`, `"${id}"`), JSON.stringify(named)),
)

const role = { key: "engineer", name: "Data Engineer" }
const guide = {
  key: "sources",
  raci: { responsible: role, accountable: role, consulted: [], informed: [] },
  components: [{ key: "auto-loader", name: "Auto Loader", status: "ga", description: "" }],
  accelerators: [],
}

/** A server for one programme, as far as this page asks it. */
class FakeServer {
  items = new Map<string, WorkItemView>()
  roadmap: RoadmapView = roadmap
  seq = 10
  made = 0
  asked: { method: string; path: string; body: any }[] = []
  /** Answers to writes wait for it. */
  hold: Promise<void> | null = null
  /** What the next write is answered with instead. */
  refuseNext: { status: number; body: object } | "offline" | null = null

  readonly fetch = async (input: string, init: RequestInit = {}): Promise<Response> => {
    if (input.includes("/releases/")) return Response.json(guide)
    const [path = ""] = input.replace("/api/v1/programmes/p", "").split("?")
    const method = init.method ?? "GET"
    const body = init.body ? JSON.parse(String(init.body)) : null
    this.asked.push({ method, path, body })
    if (method !== "GET" && this.refuseNext) {
      const refusal = this.refuseNext
      this.refuseNext = null
      if (refusal === "offline") throw new TypeError("network down")
      return Response.json(refusal.body, { status: refusal.status })
    }
    if (method !== "GET") await this.hold
    const answer = method === "GET" ? this.read(path) : this.write(method, path, body)
    return Response.json(answer, { headers: { "lakeward-seq": String(this.seq) } })
  }
  private read(path: string) {
    if (path === "/roadmap") return this.roadmap
    if (path === "/work-items") return { items: [...this.items.values()] }
    if (path.endsWith("/comments"))
      return { items: [], people: [], watching: false, watchers: 0, me: marta, may: this.roadmap.me.may }
    const found = this.items.get(path.split("/")[2] ?? "")
    if (found) return { item: found, description: "Agree the **licence**.", comments: [] }
    return { items: [], names: {} }
  }
  private write(method: string, path: string, body: any) {
    if (path === "/work-items/bulk") return { items: body.items.map(({ id }: any) => this.change(id, body.change)) }
    if (path === "/work-items") return this.add(body)
    const [, , id = "", act] = path.split("/")
    if (act === "move") return this.change(id, { rank: "Zz" })
    if (method === "PATCH") return this.change(id, body)
    this.seq += 1
    this.items.delete(id)
    return { id, version: 2 }
  }
  private change(id: string, { estimate, version: _, ...change }: any) {
    this.seq += 1
    const before = this.items.get(id)!
    const after = { ...before, ...change, ...(estimate ?? {}), version: before.version + 1 }
    this.items.set(id, after)
    return after
  }
  private add({ title, workstreamId }: any) {
    this.seq += 1
    const rank = `a1V${this.made + 1}`
    const added = item(uuid(90 + this.made), { title, workstreamId, number: 9 + this.made, rank })
    this.made += 1
    this.items.set(added.id, added)
    return added
  }
  writes = () => this.asked.filter(({ method }) => method !== "GET")
}

/** The address, without a router. */
const address = vi.hoisted(() => ({ listeners: new Set<() => void>() }))
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: vi.fn() }),
  usePathname: () => "/",
  useSearchParams: () =>
    new URLSearchParams(
      useSyncExternalStore(
        (listener) => {
          address.listeners.add(listener)
          return () => address.listeners.delete(listener)
        },
        () => window.location.search,
      ),
    ),
}))
for (const name of ["pushState", "replaceState"] as const) {
  const plain = window.history[name].bind(window.history)
  window.history[name] = (...args) => {
    plain(...args)
    for (const listener of address.listeners) listener()
  }
}

const at = { workstreamId: sources }
let server: FakeServer
beforeEach(() => {
  window.history.replaceState(null, "", "/")
  server = new FakeServer()
  server.items = new Map(
    [
      item(sql, {
        ...at,
        number: 1,
        rank: "a0",
        title: "SQL Server connector",
        status: "done",
        percent: 100,
        packKey: "sql",
      }),
      item(sap, { ...at, number: 2, rank: "a1", title: "SAP extraction", ownerId: marta, version: 4, packKey: "sap" }),
      item(rest, { ...at, number: 3, rank: "a2", title: "REST APIs" }),
    ].map((each) => [each.id, each]),
  )
  vi.stubGlobal("fetch", server.fetch)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function start(query = "") {
  window.history.replaceState(null, "", `/${query}`)
  const user = userEvent.setup()
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ToastProvider>
        <StagesPage programmeId="p" />
      </ToastProvider>
    </QueryClientProvider>,
  )
  await screen.findByRole("treegrid")
  return user
}

/** Adds work whose making the server holds back until what is answered here is called. */
async function addHeldBack(user: Awaited<ReturnType<typeof start>>): Promise<() => void> {
  let letGo = () => {}
  server.hold = new Promise((resolve) => {
    letGo = resolve
  })
  cell("SAP extraction").focus()
  await user.keyboard("cBook the rooms{Enter}")
  await user.keyboard("{Escape}")
  await waitFor(() => expect(cell("Book the rooms")).toBe(document.activeElement))
  return () => letGo()
}
const row = (name: RegExp | string) => screen.getByRole("row", { name })
const cell = (name: string) => screen.getByRole("rowheader", { name: new RegExp(name) })
const status = (name: string) => within(row(new RegExp(name))).getAllByRole("gridcell")[0]!

describe("the stages", () => {
  it("stand with their workstreams and items, and say how many they are", async () => {
    await start()
    for (const name of ["4 Data Ingestion", "Source Connectivity", "SAP extraction", "ETL Pipelines"]) cell(name)
    expect(screen.getByText("3 items, 3 workstreams")).toBeTruthy()
  })
  it("show only what the address asks for, and everything again", async () => {
    const user = await start("?status=open&owner=me")
    expect(screen.queryByRole("rowheader", { name: /SQL/ })).toBeNull()
    expect(screen.getByText("1 of 3 items, 1 workstream")).toBeTruthy()
    await user.click(screen.getByRole("button", { name: "Remove filter: owner: me" }))
    expect(window.location.search).toBe("?status=open")
    cell("REST")
  })
  it("are found by typing right after f", async () => {
    const user = await start()
    await user.keyboard("frest api")
    await waitFor(() => expect(screen.getByText("1 of 3 items, 1 workstream")).toBeTruthy())
    expect(window.location.search).toBe("?q=rest+api")
  })
  it("offer a way out when a filter lets nothing through", async () => {
    const user = await start("?status=blocked")
    await user.click(screen.getByRole("button", { name: "Clear filters" }))
    cell("SAP extraction")
  })
  it("close and stay closed in the address", async () => {
    const user = await start()
    cell("4 Data Ingestion").focus()
    await user.keyboard("{ArrowLeft}")
    expect(screen.queryByRole("rowheader", { name: /SAP/ })).toBeNull()
    expect(window.location.search).toBe("?closed=ingest")
  })
})

describe("a status", () => {
  it("is set by a number key, at once, and taken back by undo", async () => {
    const user = await start()
    cell("SAP extraction").focus()
    await user.keyboard("2")
    expect(status("SAP extraction").textContent).toBe("In progress")
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    await waitFor(() => expect(status("SAP extraction").textContent).toBe("Not started"))
    await waitFor(() => expect(server.writes()).toHaveLength(2))
    expect(server.writes().map(({ body }) => body)).toMatchObject([
      { version: 4, status: "in_progress" },
      { version: 5, status: "not_started", percent: 0 },
    ])
  })
  it("is set from its cell in two presses", async () => {
    const user = await start()
    await user.click(status("SAP extraction"))
    await user.click(screen.getByRole("option", { name: "Done" }))
    expect(status("SAP extraction").textContent).toBe("Done")
    await waitFor(() => expect(server.items.get(sap)?.status).toBe("done"))
  })
  it("that needs a reason asks for it", async () => {
    const user = await start()
    cell("SAP extraction").focus()
    await user.keyboard("3")
    expect(status("SAP extraction").textContent).toBe("Not started")
    await user.keyboard("waiting for the licence{Enter}")
    expect(status("SAP extraction").textContent).toBe("Blocked")
    await waitFor(() => expect(server.items.get(sap)?.reason).toBe("waiting for the licence"))
    expect(cell("SAP extraction")).toBe(document.activeElement)
  })
  it("that is refused goes back and says why", async () => {
    const user = await start()
    const detail = "Your role only lets you change work you own."
    server.refuseNext = { status: 403, body: { status: 403, code: "not-yours", detail } }
    cell("SAP extraction").focus()
    await user.keyboard("2")
    await screen.findByText(detail)
    expect(status("SAP extraction").textContent).toBe("Not started")
  })
  it("set twice in a row is sent one after the other, each on the version before", async () => {
    const user = await start()
    cell("SAP extraction").focus()
    await user.keyboard("24")
    await waitFor(() => expect(server.writes().map(({ body }) => body.version)).toEqual([4, 5]))
    expect(status("SAP extraction").textContent).toBe("Done")
  })
})

describe("an edit that somebody else was faster with", () => {
  async function collide() {
    const user = await start()
    const theirs = { ...server.items.get(sap)!, status: "blocked" as const, reason: "licence", version: 5 }
    server.items.set(sap, theirs)
    const changedAt = new Date(Date.now() - 70_000).toISOString()
    const body = {
      status: 409,
      code: "changed-meanwhile",
      detail: "",
      current: theirs,
      changedBy: "Leo Tan",
      changedAt,
    }
    server.refuseNext = { status: 409, body }
    cell("SAP extraction").focus()
    await user.keyboard("2")
    await screen.findByText(/Leo Tan changed status to Blocked, reason to "licence" a minute ago/)
    return user
  }
  it("shows theirs, and mine beside it", async () => {
    await collide()
    expect(status("SAP extraction").textContent).toBe("Blocked")
    screen.getByText(/Your version: status to In progress/)
  })
  it("is sent again on their version when asked", async () => {
    const user = await collide()
    await user.click(screen.getByRole("button", { name: "Use mine" }))
    await waitFor(() => expect(server.items.get(sap)?.status).toBe("in_progress"))
    expect(server.writes().at(-1)?.body).toMatchObject({ version: 5, status: "in_progress" })
    expect(screen.queryByRole("button", { name: "Use mine" })).toBeNull()
  })
  it("is let go when asked", async () => {
    const user = await collide()
    await user.click(screen.getByRole("button", { name: "Keep theirs" }))
    expect(status("SAP extraction").textContent).toBe("Blocked")
    expect(server.writes()).toHaveLength(1)
  })
})

it("an edit that did not reach the server is kept to be tried again", async () => {
  const user = await start()
  server.refuseNext = "offline"
  cell("SAP extraction").focus()
  await user.keyboard("{F2}{Control>}a{/Control}SAP with delta{Enter}")
  await screen.findByText(/Can't reach the server/)
  cell("SAP extraction")
  await user.click(screen.getByRole("button", { name: "Try again" }))
  await waitFor(() => expect(server.items.get(sap)?.title).toBe("SAP with delta"))
})

describe("work", () => {
  it("is added below by c, one after the other as fast as it is typed", async () => {
    const user = await start()
    cell("SAP extraction").focus()
    await user.keyboard("cKafka topics{Enter}Event hubs{Enter}{Escape}")
    await waitFor(() => expect(server.writes()).toHaveLength(2))
    expect(server.writes().map(({ body }) => body)).toMatchObject([
      { title: "Kafka topics", workstreamId: sources, afterId: sap },
      { title: "Event hubs", workstreamId: sources, afterId: uuid(90) },
    ])
    await waitFor(() => expect(cell("Event hubs")).toBe(document.activeElement))
    expect(screen.queryByRole("textbox")).toBeNull()
  })
  it("takes the next key also when it got its own id only after the focus came to it", async () => {
    const user = await start()
    const letGo = await addHeldBack(user)
    letGo()
    await waitFor(() => expect(server.items.has(uuid(90))).toBe(true))
    await waitFor(() => expect(cell("Book the rooms")).toBe(document.activeElement))
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}")
    await screen.findByText('Moved "Book the rooms"')
    await user.keyboard("d")
    await waitFor(() => expect(server.items.has(uuid(90))).toBe(false))
  })
  it("that is still being made hears keys, and what they say is done as soon as it is there", async () => {
    const user = await start()
    const letGo = await addHeldBack(user)
    const drawn = cell("Book the rooms")
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}")
    expect(server.items.has(uuid(90))).toBe(false)
    letGo()
    await screen.findByText('Moved "Book the rooms"')
    expect(cell("Book the rooms")).toBe(drawn)
    expect(drawn).toBe(document.activeElement)
  })
  it("of the roadmap is dropped with a reason, work added by hand is removed", async () => {
    const user = await start()
    cell("REST").focus()
    await user.keyboard("d")
    await waitFor(() => expect(server.items.has(rest)).toBe(false))
    expect(document.activeElement?.getAttribute("role")).toBe("rowheader")
    cell("SAP extraction").focus()
    await user.keyboard("dnot needed{Enter}")
    await waitFor(() => expect(server.items.get(sap)?.status).toBe("dropped"))
  })
  it("gets an owner by a, and moves up by Alt and the arrow", async () => {
    const user = await start()
    cell("SAP extraction").focus()
    await user.keyboard("a")
    await user.type(await screen.findByRole("combobox", { name: /Search: Owner/ }), "leo{Enter}")
    await waitFor(() => expect(server.items.get(sap)?.ownerId).toBe(leo))
    cell("SAP extraction").focus()
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}")
    await waitFor(() =>
      expect(server.writes().at(-1)).toMatchObject({ body: { workstreamId: sources, afterId: null } }),
    )
  })
  it("is changed several at once, and each goes back its own way", async () => {
    const user = await start()
    cell("SQL").focus()
    await user.keyboard("x{Shift>}{ArrowDown}{ArrowDown}{/Shift}")
    const bar = screen.getByRole("region", { name: "Selected rows" })
    within(bar).getByText("3 selected")
    await within(bar).findByRole("button", { name: "Confirm estimates" })
    await user.click(await within(bar).findByRole("button", { name: /Owner/ }))
    await user.click(screen.getByRole("option", { name: /Sana/ }))
    await waitFor(() => expect([...server.items.values()].map(({ ownerId }) => ownerId)).toEqual([sana, sana, sana]))
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    await waitFor(() => expect([...server.items.values()].map(({ ownerId }) => ownerId)).toEqual([null, marta, null]))
  })
})

describe("the panel", () => {
  it("opens from the name, has its own address, and closes by Escape", async () => {
    const user = await start()
    await user.click(cell("SAP extraction"))
    expect(window.location.search).toBe(`?item=${sap}`)
    // Its code is fetched when it is first opened.
    const panel = await screen.findByRole("complementary", { name: "SAP extraction" }, { timeout: 10_000 })
    await within(panel).findByText("licence")
    within(panel).getByText("4 Data Ingestion · Source Connectivity")
    await user.keyboard("{Escape}")
    expect(window.location.search).toBe("")
  })
  it("opens also when a filter hides the row", async () => {
    await start(`?status=done&item=${sap}`)
    await screen.findByRole("complementary", { name: "SAP extraction" })
  })
  it("lets whoever may edit confirm the roadmap's own estimate", async () => {
    const user = await start(`?item=${sap}`)
    await screen.findByText("Template estimate, unconfirmed")
    await user.click(screen.getByRole("button", { name: "Confirm" }))
    await screen.findByText("SAP extraction: estimate confirmed")
    expect(server.writes().at(-1)?.body).toEqual({ version: 4, estimateConfirmed: true })
    expect(screen.queryByRole("button", { name: "Confirm" })).toBeNull()
  })
  it("keeps an estimate that is no estimate and says why", async () => {
    const user = await start(`?item=${sap}`)
    await user.click(await screen.findByRole("button", { name: /^Estimate: 1 \/ 2 \/ 4/ }))
    await user.keyboard("soon{Enter}")
    screen.getByText("Enter working days, such as 4 or 2 / 4 / 8.")
    expect(server.writes()).toEqual([])
  })
})

it("who may only read is offered nothing to change", async () => {
  const may = { ...roadmap.me.may, editWork: "no" as const, editPlan: false, comment: false, manage: false }
  server.roadmap = { ...roadmap, me: { ...roadmap.me, may } }
  const user = await start(`?item=${sap}`)
  expect(screen.queryByRole("button", { name: /Add work item/ })).toBeNull()
  const panel = await screen.findByRole("complementary")
  await within(panel).findByText("licence")
  expect(within(panel).queryAllByRole("combobox")).toEqual([])
  expect(within(panel).queryAllByRole("textbox")).toEqual([])
  cell("SAP extraction").focus()
  await user.keyboard("24d{F2}")
  expect(screen.queryByRole("textbox")).toBeNull()
  expect(server.writes()).toEqual([])
})
