import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, describe, expect, it, vi } from "vitest"
import { useShortcut } from "./shortcuts"
import { ShortcutsHelp } from "./shortcuts-help"

function Page({ onAdd, onGo }: { onAdd: () => void; onGo: () => void }) {
  useShortcut("c", "Add work", onAdd)
  useShortcut("g s", "Go to Stages", onGo, { group: "Go to" })
  return (
    <>
      <input aria-label="Name" />
      <ShortcutsHelp />
    </>
  )
}

afterEach(cleanup)

describe("shortcuts", () => {
  it("run on a key, but not while someone types", async () => {
    const user = userEvent.setup()
    const onAdd = vi.fn()
    render(<Page onAdd={onAdd} onGo={vi.fn()} />)
    await user.keyboard("c")
    expect(onAdd).toHaveBeenCalledTimes(1)
    await user.type(screen.getByLabelText("Name"), "cc")
    expect(onAdd).toHaveBeenCalledTimes(1)
  })
  it("run on a sequence, and only in its order", async () => {
    const user = userEvent.setup()
    const onGo = vi.fn()
    render(<Page onAdd={vi.fn()} onGo={onGo} />)
    await user.keyboard("sg")
    expect(onGo).not.toHaveBeenCalled()
    await user.keyboard("s")
    expect(onGo).toHaveBeenCalledOnce()
  })
  it("are forgotten when their page is gone", async () => {
    const user = userEvent.setup()
    const onAdd = vi.fn()
    const { unmount } = render(<Page onAdd={onAdd} onGo={vi.fn()} />)
    unmount()
    await user.keyboard("c")
    expect(onAdd).not.toHaveBeenCalled()
  })
  it("are listed on ?", async () => {
    const user = userEvent.setup()
    render(<Page onAdd={vi.fn()} onGo={vi.fn()} />)
    await user.keyboard("?")
    expect(screen.getByRole("dialog", { name: "Keyboard shortcuts" }).textContent).toContain("Go to Stages")
  })
})
