import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { useState } from "react"
import { afterEach, describe, expect, it } from "vitest"
import type { Column } from "./column"
import { DataTable } from "./data-table"
import type { Sort } from "./grid-head"

type Part = { id: string; name: string; cost: number | null }
const parts: Part[] = [
  { id: "a", name: "Volumes", cost: 9 },
  { id: "b", name: "Auto Loader", cost: null },
  { id: "c", name: "Éclair", cost: 120 },
]
const columns: Column<Part>[] = [
  { id: "name", header: "Name", width: 200, grow: true, cell: (part) => part.name, value: (part) => part.name },
  {
    id: "cost",
    header: "Cost",
    width: 80,
    align: "end",
    cell: (part) => part.cost ?? "none",
    value: (part) => part.cost,
  },
  { id: "note", header: "Note", width: 80, cell: () => "" },
]
const idOf = (part: Part) => part.id
const nameOf = (part: Part) => part.name

function Parts({ hidden }: { hidden?: ReadonlySet<string> }) {
  const [sort, setSort] = useState<Sort>(null)
  return (
    <DataTable
      label="Components"
      rows={parts}
      columns={columns}
      idOf={idOf}
      nameOf={nameOf}
      sort={sort}
      onSortChange={setSort}
      {...(hidden ? { hidden } : {})}
    />
  )
}

afterEach(cleanup)

const names = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent)

describe("the data table", () => {
  it("sorts by a header, says which way, and goes back to the given order", async () => {
    const user = userEvent.setup()
    render(<Parts />)
    const header = screen.getByRole("columnheader", { name: "Cost" })
    expect(header.getAttribute("aria-sort")).toBe("none")
    await user.click(screen.getByRole("button", { name: "Cost" }))
    expect(names()).toEqual(["Volumes", "Éclair", "Auto Loader"])
    expect(header.getAttribute("aria-sort")).toBe("ascending")
    await user.click(screen.getByRole("button", { name: "Cost" }))
    expect(names()).toEqual(["Éclair", "Volumes", "Auto Loader"])
    await user.click(screen.getByRole("button", { name: "Cost" }))
    expect(names()).toEqual(["Volumes", "Auto Loader", "Éclair"])
  })
  it("sorts words by language", async () => {
    const user = userEvent.setup()
    render(<Parts />)
    await user.click(screen.getByRole("button", { name: "Name" }))
    expect(names()).toEqual(["Auto Loader", "Éclair", "Volumes"])
  })
  it("offers no sorting where a column has no value", () => {
    render(<Parts />)
    expect(screen.queryByRole("button", { name: "Note" })).toBeNull()
  })
  it("leaves out hidden columns, but never the first", () => {
    render(<Parts hidden={new Set(["name", "cost"])} />)
    expect(screen.getAllByRole("columnheader").map((head) => head.textContent)).toEqual(["Name", "Note"])
  })
})
