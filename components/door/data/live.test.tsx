import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { act, cleanup, render, screen, waitFor } from "@testing-library/react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import * as z from "zod"
import type { Address } from "@/lib/door/call"
import { contract } from "@/lib/door/contract"
import { useAnswer } from "./use-contract"

const promised = contract({
  name: "getCount",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/count",
  summary: "",
  input: z.strictObject({}),
  output: z.strictObject({ count: z.number() }),
  refusals: {},
})
const getCount: Address<typeof promised> = promised

class FakeStream {
  static opened: FakeStream[] = []
  static readonly CLOSED = 2
  readyState = 1
  onmessage: ((event: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  constructor(readonly url: string) {
    FakeStream.opened.push(this)
  }
  close() {
    this.readyState = 2
  }
  grow(seq: number) {
    act(() => this.onmessage?.({ data: JSON.stringify({ chain: "p1", seq }) }))
  }
}

let count = 1
const asked = vi.fn(async () => Response.json({ count }, { headers: { "lakeward-seq": String(count) } }))
beforeEach(() => {
  FakeStream.opened = []
  count = 1
  asked.mockClear()
  vi.stubGlobal("EventSource", FakeStream)
  vi.stubGlobal("fetch", asked)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Count({ programmeId }: { programmeId: string }) {
  return <p>{useAnswer(getCount, { programmeId }).data?.count ?? "nothing"}</p>
}
const show = (programmeId: string) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Count programmeId={programmeId} />
      <Count programmeId={programmeId} />
    </QueryClientProvider>,
  )

describe("answers of a programme", () => {
  it("are asked for again when its chain grew, over one stream", async () => {
    show("a")
    await waitFor(() => expect(screen.getAllByText("1")).toHaveLength(2))
    expect(FakeStream.opened.map(({ url }) => url)).toEqual(["/api/v1/live?programme=a"])
    count = 2
    FakeStream.opened[0]?.grow(2)
    await waitFor(() => expect(screen.getAllByText("2")).toHaveLength(2))
    expect(asked).toHaveBeenCalledTimes(2)
  })
  it("are left alone when they already know of the growth", async () => {
    count = 5
    show("b")
    await waitFor(() => expect(screen.getAllByText("5")).toHaveLength(2))
    FakeStream.opened[0]?.grow(5)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(asked).toHaveBeenCalledTimes(1)
  })
  it("are watched only while somebody reads them", async () => {
    const shown = show("c")
    await waitFor(() => expect(screen.getAllByText("1")).toHaveLength(2))
    shown.unmount()
    expect(FakeStream.opened[0]?.readyState).toBe(2)
  })
})
