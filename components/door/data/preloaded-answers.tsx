"use client"

import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import { type ReactNode, use } from "react"
import { useDrawnByServer } from "@/components/ui/use-drawn-by-server"
import { keptForPage, type PreloadedRead, type PreloadedReads } from "@/lib/serve/api/preloaded-answers"
import { recordSeq } from "./freshness"
import { answerAt, keyOfAnswer } from "./use-contract"

type PreloadedAnswersProps = { answers: PreloadedReads | null; children: ReactNode }

/**
 * Has a page drawn by the server with its answers. The browser asks for the same answers while scripts are on their
 * way, and takes the page over when both are there; until then it shows what the server drew.
 */
export function PreloadedAnswers({ answers, children }: PreloadedAnswersProps) {
  const client = useQueryClient()
  const isTakingOver = useDrawnByServer()
  if (!answers) return children
  if (typeof window === "undefined") {
    keepForDrawing(client, answers)
    // Only here: the browser would take them for links of its own, and fetch everything once more.
    const links = answers.reads.map(({ url }) => (
      <link key={url} rel="preload" href={url} as="fetch" crossOrigin="anonymous" fetchPriority="low" />
    ))
    return [links, children]
  }
  if (isTakingOver) use(arrivalOf(client, answers))
  return children
}

const keyOf = ({ operation, input }: PreloadedRead) => keyOfAnswer(operation, input)

function keepForDrawing(client: QueryClient, { ticket, reads }: PreloadedReads): void {
  keptForPage(ticket)?.forEach(({ value, seq }, index) => {
    const read = reads[index]
    if (!read) return
    recordSeq(value, seq)
    client.setQueryData(keyOf(read), value)
  })
}

const arrivals = new Map<string, Promise<unknown>>()

/** When the answers are there, or were refused: then the page says so. */
function arrivalOf(client: QueryClient, { ticket, reads }: PreloadedReads): Promise<unknown> {
  const arrival =
    arrivals.get(ticket) ??
    Promise.all(reads.map((read) => client.prefetchQuery({ queryKey: keyOf(read), ...answerAt(read.url, read.input) })))
  arrivals.set(ticket, arrival)
  return arrival
}
