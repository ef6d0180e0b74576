"use client"

import Link from "next/link"
import { useAnswer } from "@/components/door/data/use-contract"
import { listConnections } from "@/lib/serve/api/generated/addresses"
import { FetchButton } from "./fetch-button"
import { RunMark } from "./run-mark"
import { useLiveRuns } from "./use-live-runs"
import { useMoments } from "./use-moments"
import { useRunActs } from "./use-run-acts"

/** The last fetch over each connection, with a button to fetch again; nothing where no workspace is connected. */
export function ConnectionSummary({ programmeId }: { programmeId: string }) {
  const { data, refetch } = useAnswer(listConnections, { programmeId })
  const { connections, note } = useLiveRuns(programmeId, data?.items ?? [], () => void refetch())
  const acts = useRunActs(programmeId, note)
  const when = useMoments(programmeId)
  if (connections.length === 0) return null
  return (
    <ul aria-label="Connections" className="mx-5 my-2 divide-y divide-line border-line border-y max-md:mx-4">
      {connections.map((connection) => (
        <li key={connection.id} className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
          <Link
            href={`/programmes/${programmeId}/settings/connections?connection=${connection.id}`}
            className="min-w-0 truncate rounded-sm font-medium decoration-1 underline-offset-2 hover:underline"
          >
            {connection.name}
          </Link>
          <span className="min-w-0 flex-1 basis-[240px]">
            {connection.lastRun ? <RunMark run={connection.lastRun} when={when} /> : "No facts fetched yet."}
          </span>
          <FetchButton {...{ connection, acts }} />
        </li>
      ))}
    </ul>
  )
}
