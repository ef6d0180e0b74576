"use client"

import { cn } from "@/components/ui/class-names"
import type { ConnectionView } from "@/lib/platform/connection/contract"
import { FetchButton } from "./fetch-button"
import { RunMark } from "./run-mark"
import { sayEvery, sayWayIn } from "./say-run"
import type { RunActs } from "./use-run-acts"

type ConnectionRowProps = {
  connection: ConnectionView
  acts: RunActs
  isOpen: boolean
  when: (instant: string) => string
  onOpen: () => void
}

/** One workspace: where it is, how it is entered, and what was fetched last. Its name opens it. */
export function ConnectionRow({ connection, acts, isOpen, when, onOpen }: ConnectionRowProps) {
  const { name, host, everyHours, nextRunAt, lastRun } = connection
  return (
    <li
      aria-current={isOpen || undefined}
      className={cn(
        "flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2.5 hover:bg-hover max-md:px-4",
        isOpen ? "bg-selected shadow-[inset_2px_0_0_var(--accent)]" : "",
      )}
    >
      <div className="min-w-0 flex-1 basis-[240px]">
        <button
          type="button"
          onClick={onOpen}
          className="max-w-full truncate rounded-sm text-left font-medium decoration-1 underline-offset-2 hover:underline"
        >
          {name}
        </button>
        <p className="truncate text-ink-3 text-meta">{host.replace(/^https:\/\//, "")}</p>
      </div>
      <div className="min-w-0 flex-1 basis-[280px]">
        {lastRun ? <RunMark run={lastRun} when={when} /> : <p className="text-ink-2">No facts fetched yet.</p>}
        <p className="text-ink-3 text-meta">
          {sayEvery(everyHours)}
          {nextRunAt ? `, next ${when(nextRunAt)}` : ""}; {sayWayIn(connection)}
        </p>
      </div>
      <FetchButton {...{ connection, acts }} onStarted={onOpen} />
    </li>
  )
}
