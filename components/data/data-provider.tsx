"use client"

import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"

/** Keeps what islands have read from the API; the event stream says when it is out of date. */
export function DataProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 60_000, gcTime: 300_000, retry: 1, refetchOnWindowFocus: false },
          // A network that is down is an outcome to show at once, not something to wait for in silence.
          mutations: { networkMode: "always" },
        },
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
