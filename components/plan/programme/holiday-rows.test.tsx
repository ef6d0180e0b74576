// @vitest-environment jsdom
import { render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { expect, test, vi } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { HolidayRows } from "./holiday-rows"

test("a pasted list that does not say whether days or months come first is asked about before it is taken", async () => {
  const onChange = vi.fn()
  render(
    <HolidayRows rows={[]} onChange={onChange} errors={{}} today={day("2026-11-30")} startDay="2026-11-30" hint="" />,
  )
  await userEvent.click(screen.getByRole("button", { name: "Paste list" }))
  await userEvent.click(screen.getByRole("textbox"))
  await userEvent.paste("7/4/2026 Independence Day\n2026-12-25 Christmas")
  const take = () => screen.getByRole("button", { name: /^Take/ }) as HTMLButtonElement
  expect(take().disabled).toBe(true)
  await userEvent.click(screen.getByRole("radio", { name: "Month" }))
  await userEvent.click(take())
  expect(onChange.mock.calls[0]?.[0].map(({ day, name }: { day: string; name: string }) => [day, name])).toEqual([
    ["2026-07-04", "Independence Day"],
    ["2026-12-25", "Christmas"],
  ])
})
