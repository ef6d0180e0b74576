import { act, cleanup, render, screen, waitFor } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, describe, expect, it, vi } from "vitest"
import { type CommandGroup, CommandPalette } from "./command-palette"

const push = vi.fn()
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }))

const addWork = vi.fn()
const groups: CommandGroup[] = [
  {
    id: "go",
    label: "Go to",
    commands: [
      { id: "overview", label: "Overview", href: "/overview" },
      { id: "stages", label: "Roadmap: Stages", href: "/stages" },
    ],
  },
  { id: "do", label: "Do", commands: [{ id: "add", label: "Add work", onRun: addWork }] },
]

afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

async function openWith(search?: Parameters<typeof CommandPalette>[0]["search"]) {
  const user = userEvent.setup()
  render(<CommandPalette groups={groups} {...(search ? { search } : {})} />)
  await user.keyboard("{Control>}k{/Control}")
  return user
}

describe("the command palette", () => {
  it("opens on Ctrl K with the focus in its search", async () => {
    await openWith()
    expect(screen.getByRole("dialog", { name: "Search" })).toBeDefined()
    expect(screen.getByRole("combobox", { name: "Search" })).toBe(document.activeElement)
  })
  it("goes to the best match on Enter and closes", async () => {
    const user = await openWith()
    await user.keyboard("stag{Enter}")
    expect(push).toHaveBeenCalledWith("/stages")
    expect(screen.queryByRole("dialog")).toBeNull()
  })
  it("moves by arrows over the borders of groups and points at the active option", async () => {
    const user = await openWith()
    await user.keyboard("{ArrowUp}")
    const active = screen.getByRole("option", { selected: true })
    expect(active.textContent).toContain("Add work")
    expect(screen.getByRole("combobox").getAttribute("aria-activedescendant")).toBe(active.id)
    await user.keyboard("{Enter}")
    expect(addWork).toHaveBeenCalledOnce()
  })
  it("shows records that the server found, and forgets the answer to an older question", async () => {
    const answers = new Map<string, (labels: string[]) => void>()
    const search = (query: string) =>
      new Promise<{ id: string; label: string }[]>((resolve) => {
        answers.set(query, (labels) => resolve(labels.map((label) => ({ id: label, label }))))
      })
    const user = await openWith(search)
    await user.keyboard("sa")
    await waitFor(() => expect(answers.has("sa")).toBe(true))
    await user.keyboard("p")
    await waitFor(() => expect(answers.has("sap")).toBe(true))
    await act(async () => answers.get("sap")?.(["SAP extraction"]))
    await act(async () => answers.get("sa")?.(["Sales mart"]))
    expect(screen.getByRole("option", { name: /SAP extraction/ })).toBeDefined()
    expect(screen.queryByRole("option", { name: /Sales mart/ })).toBeNull()
  })
  it("says so when nothing is found", async () => {
    const user = await openWith()
    await user.keyboard("qqqq")
    expect(screen.getByRole("status").textContent).toContain("No results")
  })
})
