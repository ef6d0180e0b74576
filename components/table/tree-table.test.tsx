import { cleanup, render, screen, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { useState } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { CellInput } from "./cell-input"
import type { Column } from "./column"
import { TreeTable } from "./tree-table"

type Work = { id: string; name: string; likely: number; inside?: Work[] }

const onOpen = vi.fn()
const onName = vi.fn()
const columns: Column<Work>[] = [
  {
    id: "name",
    header: "Name",
    width: 240,
    grow: true,
    cell: (row) => row.name,
    enterOpens: true,
    footer: "4 items",
    editor: ({ row, done }) => (
      <CellInput
        label={`Name of ${row.name}`}
        initial={row.name}
        done={done}
        onCommit={(text) => (text ? onName(row.id, text) : "Enter a name.")}
      />
    ),
  },
  {
    id: "likely",
    header: "Likely",
    width: 66,
    align: "end",
    cell: (row) => `${row.likely} d`,
    canEdit: (row) => row.inside === undefined,
    editor: ({ row, done }) => (
      <CellInput label={`Likely days of ${row.name}`} initial={String(row.likely)} done={done} onCommit={onName} />
    ),
  },
]
const roadmap: Work[] = [
  {
    id: "s4",
    name: "Data ingestion",
    likely: 17,
    inside: [
      {
        id: "w1",
        name: "Source connectivity",
        likely: 17,
        inside: [
          { id: "i1", name: "SQL Server connector", likely: 7 },
          { id: "i2", name: "Oracle connector", likely: 10 },
        ],
      },
    ],
  },
  { id: "s5", name: "Data engineering", likely: 0 },
]
const idOf = (row: Work) => row.id
const childrenOf = (row: Work) => row.inside
const nameOf = (row: Work) => row.name

function Roadmap({ rows = roadmap }: { rows?: Work[] }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  return (
    <TreeTable
      label="Roadmap"
      rows={rows}
      columns={columns}
      idOf={idOf}
      childrenOf={childrenOf}
      nameOf={nameOf}
      selected={selected}
      onSelectedChange={setSelected}
      bulkActions={<button type="button">Drop</button>}
      onOpen={onOpen}
    />
  )
}

beforeEach(() => {
  onOpen.mockReset()
  onName.mockReset()
})
afterEach(cleanup)

const focused = () => document.activeElement?.textContent
const rowOf = (name: string) => screen.getByRole("row", { name: new RegExp(name) })

async function start(rows?: Work[]) {
  const user = userEvent.setup()
  render(<Roadmap {...(rows ? { rows } : {})} />)
  await user.tab()
  return user
}

describe("the tree table", () => {
  it("tells assistive technology its size and the place of each row", () => {
    render(<Roadmap />)
    expect(screen.getByRole("treegrid", { name: "Roadmap" }).getAttribute("aria-rowcount")).toBe("7")
    const oracle = rowOf("Oracle connector")
    expect(oracle.getAttribute("aria-level")).toBe("3")
    expect(oracle.getAttribute("aria-posinset")).toBe("2")
    expect(oracle.getAttribute("aria-setsize")).toBe("2")
    expect(rowOf("Data ingestion").getAttribute("aria-expanded")).toBe("true")
    expect(oracle.getAttribute("aria-expanded")).toBeNull()
  })
  it("is one stop of Tab, and arrows move the focus from cell to cell", async () => {
    const user = await start()
    expect(focused()).toContain("Data ingestion")
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}")
    expect(focused()).toBe("7 d")
    await user.keyboard("{Control>}{End}{/Control}{Home}")
    expect(focused()).toContain("Data engineering")
    expect(screen.getAllByRole("rowheader").filter((cell) => cell.tabIndex === 0)).toHaveLength(1)
  })
  it("closes and opens by Left and Right, and Left goes up to the parent", async () => {
    const user = await start()
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowLeft}")
    expect(focused()).toContain("Source connectivity")
    await user.keyboard("{ArrowLeft}")
    expect(rowOf("Source connectivity").getAttribute("aria-expanded")).toBe("false")
    expect(screen.queryByText("Oracle connector")).toBeNull()
    await user.keyboard("{ArrowRight}")
    expect(screen.getByText("Oracle connector")).toBeDefined()
    expect(focused()).toContain("Source connectivity")
  })
  it("opens the row on Enter in the name, and edits it on F2", async () => {
    const user = await start()
    await user.keyboard("{Enter}")
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(roadmap[0])
    await user.keyboard("{F2}")
    expect(screen.getByLabelText("Name of Data ingestion")).toBe(document.activeElement)
  })
  it("edits on Enter, keeps what was typed on Enter and gives the focus back to the cell", async () => {
    const user = await start()
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}{Enter}")
    await user.keyboard("14{Enter}")
    expect(onName).toHaveBeenCalledExactlyOnceWith("14")
    expect(focused()).toBe("7 d")
  })
  it("keeps what was typed when the focus goes elsewhere, and does not take the focus back", async () => {
    const user = userEvent.setup()
    render(
      <>
        <Roadmap />
        <input aria-label="Comment" />
      </>,
    )
    await user.tab()
    await user.keyboard("{F2}New name")
    await user.click(screen.getByLabelText("Comment"))
    expect(onName).toHaveBeenCalledExactlyOnceWith("s4", "New name")
    expect(screen.getByLabelText("Comment")).toBe(document.activeElement)
  })
  it("changes nothing on Escape", async () => {
    const user = await start()
    await user.keyboard("{F2}something else{Escape}")
    expect(onName).not.toHaveBeenCalled()
    expect(focused()).toContain("Data ingestion")
  })
  it("stays in the editor when the value is refused, and says why", async () => {
    const user = await start()
    await user.keyboard("{F2}{Delete}{Enter}")
    expect(screen.getByRole("alert").textContent).toBe("Enter a name.")
    expect(screen.getByLabelText("Name of Data ingestion")).toBe(document.activeElement)
  })
  it("opens instead where a cell cannot be edited", async () => {
    const user = await start()
    await user.keyboard("{ArrowRight}{ArrowLeft}{End}{Enter}")
    expect(screen.queryByRole("textbox")).toBeNull()
    expect(onOpen).toHaveBeenCalledOnce()
  })
  it("selects by Space, extends by Shift and arrows, and clears by Escape", async () => {
    const user = await start()
    await user.keyboard("{ArrowDown} {Shift>}{ArrowDown}{ArrowDown}{/Shift}")
    const bar = screen.getByRole("region", { name: "Selected rows" })
    expect(within(bar).getByRole("status").textContent).toBe("3 selected")
    expect(rowOf("Oracle connector").getAttribute("aria-selected")).toBe("true")
    await user.keyboard("{Shift>}{ArrowUp}{/Shift}")
    expect(within(bar).getByRole("status").textContent).toBe("2 selected")
    await user.keyboard("{Escape}")
    expect(screen.queryByRole("region", { name: "Selected rows" })).toBeNull()
  })
  it("extends the selection to the row that is pressed with Shift", async () => {
    const user = await start()
    await user.click(screen.getByRole("checkbox", { name: "Select Source connectivity" }))
    await user.keyboard("{Shift>}")
    await user.click(screen.getByText("Oracle connector"))
    await user.keyboard("{/Shift}")
    expect(screen.getByText("3 selected")).toBeDefined()
    expect(onOpen).not.toHaveBeenCalled()
  })
  it("keeps the cursor on its row when rows come before it", async () => {
    const user = userEvent.setup()
    const { rerender } = render(<Roadmap />)
    await user.tab()
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}")
    rerender(<Roadmap rows={[{ id: "s1", name: "Strategy", likely: 3 }, ...roadmap]} />)
    await user.keyboard("{ArrowUp}")
    expect(focused()).toContain("SQL Server connector")
  })
  it("draws a window of two thousand rows, and the cursor still reaches the last", async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({
      id: `n${index}`,
      name: `Work ${index}`,
      likely: index,
    }))
    const user = await start(many)
    expect(screen.getAllByRole("row").length).toBeLessThan(60)
    await user.keyboard("{Control>}{End}{/Control}")
    expect(focused()).toContain("Work 1999")
    expect(screen.getAllByRole("row").length).toBeLessThan(60)
  })
})
