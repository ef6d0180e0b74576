import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, expect, test, vi } from "vitest"
import { TextSection } from "./text-section"

afterEach(cleanup)

const shown = (text: string, onSave: (text: string) => Promise<boolean>) => (
  <TextSection title="Description" draftKey="description 1" text={text} mayEdit onSave={onSave} />
)
const box = () => screen.getByRole("textbox", { name: "Description" })

test("a text that somebody else saved meanwhile is shown beside the draft and not saved over without a word", async () => {
  const onSave = vi.fn(async () => true)
  const { rerender } = render(shown("As it was.", onSave))
  await userEvent.click(screen.getByRole("button", { name: "Edit" }))
  await userEvent.clear(box())
  await userEvent.type(box(), "Mine.")
  rerender(shown("Theirs.", onSave))
  expect(screen.getByText(/Someone else saved a new version/)).toBeTruthy()
  expect(screen.getByText("Theirs.")).toBeTruthy()
  await userEvent.type(box(), "{Control>}{Enter}{/Control}")
  expect(onSave).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole("button", { name: "Use mine" }))
  await userEvent.click(screen.getByRole("button", { name: /^Save/ }))
  expect(onSave).toHaveBeenCalledExactlyOnceWith("Mine.")
  expect(screen.queryByRole("textbox")).toBeNull()
})

test("keeping theirs gives the draft up", async () => {
  const onSave = vi.fn(async () => true)
  const { rerender } = render(shown("As it was.", onSave))
  await userEvent.click(screen.getByRole("button", { name: "Edit" }))
  rerender(shown("Theirs.", onSave))
  await userEvent.click(screen.getByRole("button", { name: "Keep theirs" }))
  expect(screen.queryByRole("textbox")).toBeNull()
  expect(screen.getByText("Theirs.")).toBeTruthy()
  expect(onSave).not.toHaveBeenCalled()
})
