import type { ServerResponse } from "node:http"
import { setTimeout as pause } from "node:timers/promises"

/** The answers that are being given, so that a stop can wait for them. */
export type OpenResponses = {
  readonly add: (response: ServerResponse) => void
  /** Ends event streams at once (browsers come back by themselves) and waits for the rest, at most this long. */
  readonly drain: (patienceMs: number) => Promise<void>
}

export function openResponses(): OpenResponses {
  const open = new Set<ServerResponse>()
  return {
    add: (response) => {
      open.add(response)
      response.once("close", () => open.delete(response))
    },
    drain: async (patienceMs) => {
      const deadline = performance.now() + patienceMs
      for (const response of open) {
        if (isEventStream(response)) response.destroy()
        else if (!response.headersSent) response.setHeader("Connection", "close")
      }
      while (open.size > 0 && performance.now() < deadline) await pause(25)
      for (const response of open) response.destroy()
    },
  }
}

const isEventStream = (response: ServerResponse) =>
  String(response.getHeader("content-type") ?? "").startsWith("text/event-stream")
