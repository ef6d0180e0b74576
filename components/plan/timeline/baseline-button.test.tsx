import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { cleanup, render, screen, waitFor } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { useAnswer } from "@/components/door/data/use-contract"
import { ToastProvider } from "@/components/ui/toasts"
import { day } from "@/lib/base/kernel/day"
import type { BaselineView } from "@/lib/plan/roadmap/timeline-contract"
import { listBaselines } from "@/lib/serve/api/generated/addresses"
import { BaselineButton } from "./baseline-button"

const baseline = (number: number, name: string): BaselineView => ({
  ...{ id: `00000000-0000-4000-8000-00000000000${number}`, name, statusDay: day("2026-03-02"), version: 1 },
  ...{ takenAt: "2026-03-02T09:00:00.000Z", takenById: "00000000-0000-4000-8000-0000000000aa" },
})

/** A server that keeps baselines, as far as their names go. */
class FakeServer {
  baselines = [baseline(1, "First plan"), baseline(2, "After the review")]
  asked: { version: number; name: string }[] = []
  private held: Promise<void> | null = null

  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    if (init.method !== "PATCH") return Response.json({ items: this.baselines })
    const { version, name } = JSON.parse(String(init.body))
    this.asked.push({ version, name })
    await this.held
    const before = this.baselines.find(({ id }) => url.endsWith(id)) ?? expect.fail(url)
    const refuse = (code: string, detail: string, more = {}) =>
      Response.json({ status: 409, code, detail, ...more }, { status: 409 })
    if (this.baselines.some((each) => each.id !== before.id && each.name === name))
      return refuse("name-taken", "A baseline with this name already exists. Choose another name.")
    if (before.version !== version) return refuse("changed-meanwhile", "Changed meanwhile.", { current: before })
    return Response.json(this.change({ ...before, name }))
  }
  /** Keeps answers back until it is told to let them go. */
  hold(): () => void {
    let letGo = () => {}
    this.held = new Promise((resolve) => {
      letGo = resolve
    })
    return letGo
  }
  change(to: BaselineView): BaselineView {
    const after = { ...to, version: to.version + 1 }
    this.baselines = this.baselines.map((each) => (each.id === after.id ? after : each))
    return after
  }
}

let server: FakeServer
beforeEach(() => {
  server = new FakeServer()
  vi.stubGlobal("fetch", server.fetch)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Page({ mayEdit }: { mayEdit: boolean }) {
  const baselines = useAnswer(listBaselines, { programmeId: "p" }).data?.items ?? []
  const [first = null] = baselines
  return (
    <BaselineButton
      {...{ baselines, mayEdit, programmeId: "p", baseline: first, today: day("2026-03-09"), onChoose: vi.fn() }}
    />
  )
}

/** Opens the popup, by keys alone. */
async function open(mayEdit = true) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ToastProvider>
        <Page mayEdit={mayEdit} />
      </ToastProvider>
    </QueryClientProvider>,
  )
  ;(await screen.findByRole("button", { name: "Baseline: First plan" })).focus()
  await userEvent.keyboard("{Enter}")
  await screen.findByRole("dialog", { name: "Baselines" })
}
const pencil = (name: string) => screen.getByRole("button", { name: `Rename ${name}` })
const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: /^New name of/ })
async function retype(name: string, text: string) {
  pencil(name).focus()
  await userEvent.keyboard(`{Enter}${text}`)
}
const names = () => server.baselines.map(({ name }) => name)

describe("the name of a baseline", () => {
  test("is changed by keys alone: the old one is marked, Enter keeps the new one, the focus comes back", async () => {
    await open()
    await retype("First plan", "Approved plan{Enter}")
    expect(await screen.findByRole("radio", { name: /Approved plan/ })).toBeTruthy()
    expect(document.activeElement).toBe(pencil("Approved plan"))
    expect(screen.getByRole("button", { name: "Baseline: Approved plan" })).toBeTruthy()
    expect(names()).toEqual(["Approved plan", "After the review"])
    await userEvent.click(screen.getByRole("button", { name: "Undo" }))
    await waitFor(() => expect(names()).toEqual(["First plan", "After the review"]))
  })
  test("stays after Escape, which closes the field and not the popup", async () => {
    await open()
    await retype("First plan", "Something else{Escape}")
    expect(document.activeElement).toBe(pencil("First plan"))
    expect(screen.getByRole("dialog", { name: "Baselines" })).toBeTruthy()
    expect(server.asked).toEqual([])
  })
  test("needs to be there, and the same one asks for nothing", async () => {
    await open()
    await retype("First plan", "   {Enter}")
    expect(screen.getByText("Enter a name.")).toBeTruthy()
    await userEvent.clear(field())
    await userEvent.keyboard(" First plan {Enter}")
    expect(document.activeElement).toBe(pencil("First plan"))
    expect(server.asked).toEqual([])
  })
  test("that another one has is refused under the field, and what was typed is kept", async () => {
    await open()
    await retype("First plan", "After the review{Enter}")
    const told = await screen.findByText("A baseline with this name already exists. Choose another name.")
    expect(field().getAttribute("aria-describedby")).toContain(told.id)
    expect([field().value, document.activeElement]).toEqual(["After the review", field()])
    await userEvent.keyboard(" again{Enter}")
    await waitFor(() => expect(names()).toEqual(["After the review again", "After the review"]))
  })
  test("that somebody else changed meanwhile is told, and kept only when it is sent again", async () => {
    await open()
    await retype("First plan", "Mine")
    server.change({ ...baseline(1, "Theirs") })
    await userEvent.keyboard("{Enter}")
    expect(await screen.findByText('Changed meanwhile. It is called "Theirs" now.')).toBeTruthy()
    expect(names()).toEqual(["Theirs", "After the review"])
    await userEvent.keyboard("{Enter}")
    await waitFor(() => expect(names()).toEqual(["Mine", "After the review"]))
    expect(server.asked.map(({ version }) => version)).toEqual([1, 2])
  })
  test("is sent once, however often Enter is pressed, and cannot be left while it is under way", async () => {
    const letGo = server.hold()
    await open()
    await retype("First plan", "Approved plan{Enter}{Enter}{Escape}")
    expect(server.asked).toHaveLength(1)
    expect(field().readOnly).toBe(true)
    letGo()
    await waitFor(() => expect(document.activeElement).toBe(pencil("Approved plan")))
  })
  test("that is refused after the popup was closed is told as a message", async () => {
    const letGo = server.hold()
    await open()
    await retype("First plan", "After the review{Enter}")
    await userEvent.click(document.body)
    expect(screen.queryByRole("dialog", { name: "Baselines" })).toBeNull()
    letGo()
    expect(await screen.findByText("A baseline with this name already exists. Choose another name.")).toBeTruthy()
  })
  test("is only read by those who may not edit", async () => {
    await open(false)
    expect(screen.getAllByRole("radio")).toHaveLength(3)
    expect(screen.queryByRole("button", { name: /^(Rename|Take away)/ })).toBeNull()
  })
})
