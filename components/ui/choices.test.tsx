import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { useState } from "react"
import { afterEach, describe, expect, it, vi } from "vitest"
import { Button } from "./button"
import { Combobox } from "./combobox"
import { Menu } from "./menu"
import { Select } from "./select"

afterEach(cleanup)

const statuses = [
  { value: "todo", label: "Not started" },
  { value: "doing", label: "In progress" },
  { value: "done", label: "Done" },
] as const

function Status({ onChange }: { onChange: (value: string) => void }) {
  const [value, setValue] = useState<"todo" | "doing" | "done" | null>("todo")
  return (
    <Select
      label="Status"
      options={statuses}
      value={value}
      onChange={(next) => {
        setValue(next)
        onChange(next)
      }}
    />
  )
}

describe("a select", () => {
  it("opens by arrow, moves by typing, takes on Enter and keeps the focus", async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    render(<Status onChange={onChange} />)
    const box = screen.getByRole("combobox", { name: /Status/ })
    box.focus()
    await user.keyboard("{ArrowDown}d{Enter}")
    expect(onChange).toHaveBeenCalledExactlyOnceWith("done")
    expect(box).toBe(document.activeElement)
    expect(screen.queryByRole("listbox")).toBeNull()
  })
  it("changes nothing on Escape", async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    render(<Status onChange={onChange} />)
    await user.click(screen.getByRole("combobox"))
    await user.keyboard("{ArrowDown}{Escape}")
    expect(onChange).not.toHaveBeenCalled()
    expect(screen.queryByRole("listbox")).toBeNull()
  })
  it("closes when something else is pressed", async () => {
    const user = userEvent.setup()
    render(<Status onChange={vi.fn()} />)
    await user.click(screen.getByRole("combobox"))
    await user.click(document.body)
    expect(screen.queryByRole("listbox")).toBeNull()
  })
})

const people = ["Marta Ruiz", "Leo Tan", "Sana Khan"].map((name) => ({ value: name, label: name }))

describe("a person picker", () => {
  it("finds by typing and takes on Enter", async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    render(<Combobox label="Owner" options={people} value={null} onChange={onChange} clearLabel="Unassigned" />)
    await user.click(screen.getByRole("button", { name: /Owner/ }))
    await user.keyboard("kha{Enter}")
    expect(onChange).toHaveBeenCalledExactlyOnceWith("Sana Khan")
    expect(screen.getByRole("button", { name: /Owner/ })).toBe(document.activeElement)
  })
  it("can be emptied", async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    render(<Combobox label="Owner" options={people} value="Leo Tan" onChange={onChange} clearLabel="Unassigned" />)
    await user.click(screen.getByRole("button", { name: /Owner/ }))
    await user.click(screen.getByRole("option", { name: "Unassigned" }))
    expect(onChange).toHaveBeenCalledExactlyOnceWith(null)
  })
  it("offers to add who is not there yet", async () => {
    const user = userEvent.setup()
    const onCreate = vi.fn()
    render(<Combobox label="Owner" options={people} value={null} onChange={vi.fn()} onCreate={onCreate} />)
    await user.click(screen.getByRole("button", { name: /Owner/ }))
    await user.keyboard("Jonas Ahlberg{Enter}")
    expect(onCreate).toHaveBeenCalledExactlyOnceWith("Jonas Ahlberg")
  })
})

describe("a menu", () => {
  it("takes the focus to its first item, moves, acts once, and gives the focus back", async () => {
    const user = userEvent.setup()
    const drop = vi.fn()
    render(
      <Menu
        label="More"
        trigger={(props) => <Button {...props}>More</Button>}
        entries={[
          { id: "copy", label: "Copy link" },
          { id: "drop", label: "Drop", onSelect: drop },
        ]}
      />,
    )
    await user.click(screen.getByRole("button", { name: "More" }))
    expect(screen.getByRole("menuitem", { name: "Copy link" })).toBe(document.activeElement)
    await user.keyboard("{ArrowDown}{Enter}")
    expect(drop).toHaveBeenCalledOnce()
    expect(screen.getByRole("button", { name: "More" })).toBe(document.activeElement)
  })
  it("stays open while several things are ticked", async () => {
    const user = userEvent.setup()
    const toggle = vi.fn()
    render(
      <Menu
        label="Columns"
        trigger={(props) => <Button {...props}>Columns</Button>}
        entries={[{ id: "owner", label: "Owner", checked: true, onSelect: toggle }]}
      />,
    )
    await user.click(screen.getByRole("button", { name: "Columns" }))
    await user.click(screen.getByRole("menuitemcheckbox", { name: "Owner" }))
    expect(toggle).toHaveBeenCalledOnce()
    expect(screen.getByRole("menu")).toBeDefined()
  })
})
