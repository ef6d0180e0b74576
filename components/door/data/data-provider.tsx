"use client"

import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { type ReactNode, useEffect, useState } from "react"

/** Keeps what islands have read from the API; the event stream says when it is out of date. */
export function DataProvider({ children }: { children: ReactNode }) {
  const [client] = useState(clientOfPage)
  useEffect(() => {
    const mine = client
    kept = mine
    return () => {
      if (kept === mine) kept = undefined
    }
  }, [client])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

/** A page that waits for its answers before it is taken over is begun anew, and must find them where they arrived. */
let kept: QueryClient | undefined

function clientOfPage(): QueryClient {
  if (typeof window === "undefined") return newClient()
  kept ??= newClient()
  return kept
}

const newClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 60_000, gcTime: 300_000, retry: 1, refetchOnWindowFocus: false },
      // A network that is down is an outcome to show at once, not something to wait for in silence.
      mutations: { networkMode: "always" },
    },
  })
