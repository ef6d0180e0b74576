"use client"

import { useState } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useShortcut } from "@/components/shell/shortcuts"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { SkeletonRows } from "@/components/ui/skeleton"
import { listNotifications } from "@/lib/serve/api/generated/addresses"
import { NotificationRow } from "./notification-row"
import { useInboxActs } from "./use-inbox-acts"

const shows = [
  { value: "open", label: "Open" },
  { value: "snoozed", label: "Snoozed" },
  { value: "done", label: "Done" },
] as const
const nothing = {
  open: "Nothing awaits you. Mentions, assignments, decisions and changes to what you watch appear here.",
  snoozed: "Nothing is snoozed.",
  done: "Nothing is marked as done yet.",
} as const

/** What awaits a member and what happened to what they watch; everything is done by key too. */
export function InboxPage({ programmeId }: { programmeId: string }) {
  const [query, change] = useQueryOfPage()
  const show = shows.find(({ value }) => value === query.get("show"))?.value ?? "open"
  const { data, error, refetch } = useAnswer(listNotifications, { programmeId, show })
  const acts = useInboxActs(programmeId)
  const items = data?.items ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === chosen),
  )
  const current = items[at]
  const step = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))]
    if (!next) return
    setChosen(next.id)
    document.getElementById(`notification-${next.id}`)?.focus()
  }
  const group = { group: "Inbox" }
  useShortcut("j", "Next notification", () => step(chosen === null ? 0 : 1), group)
  useShortcut("k", "Previous notification", () => step(-1), group)
  useShortcut("e", "Mark as done, or undo it", () => current && void acts.done(current, !current.doneAt), group)
  useShortcut("r", "Mark as read or unread", () => current && void acts.read(current, !current.readAt), group)
  useShortcut("s", "Snooze until tomorrow", () => current && void acts.snooze(current, 1), group)
  const unread = items.filter(({ readAt }) => readAt === null)
  return (
    <>
      <PageBar
        title="Inbox"
        meta={data && show === "open" ? `${data.unread} unread` : null}
        actions={
          <>
            <SegmentedControl
              label="Show"
              options={shows}
              value={show}
              onChange={(next) => change({ show: next === "open" ? null : next })}
            />
            {show === "open" && unread.length > 0 ? (
              <Button onClick={() => void acts.readAll(unread)}>Mark all as read</Button>
            ) : null}
          </>
        }
      />
      <PageBody>
        {error ? (
          <EmptyState action={<Button onClick={() => void refetch()}>Try again</Button>}>{error.message}</EmptyState>
        ) : !data ? (
          <SkeletonRows rows={5} label="Loading the inbox" />
        ) : items.length === 0 ? (
          <EmptyState>{nothing[show]}</EmptyState>
        ) : (
          <ul aria-label="Notifications" className="divide-y divide-line border-line border-b">
            {items.map((item) => (
              <NotificationRow
                key={item.id}
                {...{ programmeId, item, acts }}
                isCurrent={item.id === chosen}
                onFocus={() => setChosen(item.id)}
              />
            ))}
          </ul>
        )}
      </PageBody>
    </>
  )
}
