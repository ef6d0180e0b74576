import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { useState } from "react"
import { afterEach, describe, expect, it, vi } from "vitest"
import { SidePanel } from "./side-panel"

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }))

function List() {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <button type="button" onClick={() => setOpen("SAP extraction")}>
        SAP
      </button>
      <button type="button" onClick={() => setOpen("Kafka topics")}>
        Kafka
      </button>
      {open ? (
        <SidePanel title={open} recordId={open} onClose={() => setOpen(null)}>
          <input aria-label="Comment" />
        </SidePanel>
      ) : null}
    </>
  )
}

afterEach(cleanup)

describe("the side panel", () => {
  it("takes the focus to its title and gives it back to what opened it", async () => {
    const user = userEvent.setup()
    render(<List />)
    await user.click(screen.getByRole("button", { name: "SAP" }))
    expect(screen.getByRole("heading", { name: "SAP extraction" })).toBe(document.activeElement)
    await user.keyboard("{Escape}")
    expect(screen.queryByRole("complementary")).toBeNull()
    expect(screen.getByRole("button", { name: "SAP" })).toBe(document.activeElement)
  })
  it("leaves the list usable, and the focus in it while the list walks on", async () => {
    const user = userEvent.setup()
    render(<List />)
    await user.click(screen.getByRole("button", { name: "SAP" }))
    await user.click(screen.getByRole("button", { name: "Kafka" }))
    expect(screen.getByRole("heading", { name: "Kafka topics" })).toBeDefined()
    expect(screen.getByRole("button", { name: "Kafka" })).toBe(document.activeElement)
  })
  it("on Escape in a field first leaves the field, so that nothing typed is lost", async () => {
    const user = userEvent.setup()
    render(<List />)
    await user.click(screen.getByRole("button", { name: "SAP" }))
    await user.type(screen.getByLabelText("Comment"), "half a sentence{Escape}")
    expect(screen.getByLabelText("Comment")).toHaveProperty("value", "half a sentence")
    await user.keyboard("{Escape}")
    expect(screen.queryByRole("complementary")).toBeNull()
  })
})
