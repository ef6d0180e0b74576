import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { cleanup, render, screen, waitFor } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { ToastProvider } from "@/components/ui/toasts"
import { Comments } from "./comments"

const programmeId = "00000000-0000-4000-8000-000000000001"
const recordId = "00000000-0000-4000-8000-000000000002"
const ada = { id: "00000000-0000-4000-8000-000000000011", name: "Ada Berg" }
const marta = { id: "00000000-0000-4000-8000-000000000012", name: "Marta Ruiz" }
const at = "2026-11-30T12:00:00Z"
let comments: { id: string; body: string; authorId: string; version: number }[]
let watching: boolean
let asked: [string, string, object][]

beforeEach(() => {
  comments = []
  watching = false
  asked = []
  vi.stubGlobal(
    "EventSource",
    class {
      addEventListener() {}
      close() {}
    },
  )
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const method = init.method ?? "GET"
    const body = init.body ? JSON.parse(String(init.body)) : {}
    const path = new URL(url, "http://localhost").pathname.replace(/^.*\/programmes\/[^/]+/, "")
    if (method !== "GET") asked.push([method, path, body])
    if (path.endsWith("/watch")) {
      watching = method === "PUT"
      return Response.json({ watching })
    }
    if (method === "POST") {
      comments.push({ id: `c${comments.length}`, body: body.body, authorId: ada.id, version: 1 })
      return Response.json(comments.at(-1))
    }
    return Response.json({
      items: comments.map((each) => ({ ...each, recordType: "environment", recordId, createdAt: at, editedAt: null })),
      ...{ people: [ada, marta], me: ada.id, watching, watchers: watching ? 1 : 0 },
      may: { comment: true, manage: false },
    })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ToastProvider>
        <Comments {...{ programmeId, recordType: "environment", recordId }} />
      </ToastProvider>
    </QueryClientProvider>,
  )

test("a comment on any record names a person who was chosen by a few letters", async () => {
  show()
  const box = await screen.findByRole("textbox", { name: "New comment" })
  await userEvent.type(box, "Which region, @ru")
  await userEvent.click(screen.getByRole("button", { name: "Marta Ruiz" }))
  expect(box).toHaveProperty("value", "Which region, @Marta Ruiz ")
  expect(screen.queryByRole("group", { name: "Mention" })).toBeNull()
  await userEvent.click(screen.getByRole("button", { name: /^Comment/ }))
  await waitFor(() =>
    expect(asked).toEqual([
      ["POST", `/records/environment/${recordId}/comments`, { body: "Which region, @Marta Ruiz" }],
    ]),
  )
})

test("a record is watched and not watched any more", async () => {
  show()
  await userEvent.click(await screen.findByRole("button", { name: "Watch" }))
  await userEvent.click(await screen.findByRole("button", { name: /Watching/ }))
  expect(await screen.findByRole("button", { name: "Watch" })).toBeTruthy()
  expect(asked.map(([method]) => method)).toEqual(["PUT", "DELETE"])
})
