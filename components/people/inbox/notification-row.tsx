"use client"

import Link from "next/link"
import { sayAgo } from "@/components/records/say-ago"
import { Button, IconButton } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"
import { Menu } from "@/components/ui/menu"
import type { NotificationView } from "@/lib/people/inbox/contract"
import { noticeWords } from "@/lib/people/inbox/notice"
import { recordHref } from "./record-href"
import type { InboxActs } from "./use-inbox-acts"

type NotificationRowProps = {
  programmeId: string
  item: NotificationView
  acts: InboxActs
  isCurrent: boolean
  onFocus: () => void
}

/** One notification: what it is about, who caused it, and what can be done with it. */
export function NotificationRow({ programmeId, item, acts, isCurrent, onFocus }: NotificationRowProps) {
  const { id, kind, recordType, recordId, title, actor, at, readAt, doneAt } = item
  const name = title ?? "A record that is gone"
  const href = title === null ? null : recordHref(programmeId, recordType, recordId)
  const look = cn("min-w-0 truncate", readAt ? "text-ink-2" : "font-semibold text-ink")
  return (
    <li
      className={cn(
        "flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2 max-md:px-4",
        isCurrent ? "bg-hover" : "",
      )}
      onFocus={onFocus}
    >
      <span aria-hidden className={cn("size-2 flex-none rounded-full", readAt ? "bg-transparent" : "bg-accent")} />
      <div className="min-w-[180px] flex-1">
        <div className="flex min-w-0">
          {href ? (
            <Link
              id={`notification-${id}`}
              href={href}
              onClick={() => void acts.read(item, true)}
              className={cn(look, "rounded-sm decoration-1 underline-offset-2 hover:underline")}
            >
              {readAt ? null : <span className="sr-only">Unread: </span>}
              {name}
            </Link>
          ) : (
            <span id={`notification-${id}`} tabIndex={-1} className={look}>
              {name}
            </span>
          )}
        </div>
        <p className="text-ink-2 text-meta">
          {actor && kind !== "check-flipped" ? `${actor} ` : ""}
          {noticeWords[kind]}{" "}
          <time dateTime={at} className="text-ink-3">
            · {sayAgo(at, Date.now())}
          </time>
        </p>
      </div>
      <div className="flex items-center gap-1">
        {doneAt ? null : (
          <Menu
            label={`Snooze ${name}`}
            align="end"
            trigger={(props) => (
              <Button size="small" variant="quiet" {...props}>
                Snooze
              </Button>
            )}
            entries={[
              { id: "1", label: "Until tomorrow", kbd: "s", onSelect: () => void acts.snooze(item, 1) },
              { id: "3", label: "For 3 days", onSelect: () => void acts.snooze(item, 3) },
              { id: "7", label: "For a week", onSelect: () => void acts.snooze(item, 7) },
            ]}
          />
        )}
        <IconButton
          icon={doneAt ? "undo" : "check"}
          label={doneAt ? `Move ${name} back to the inbox` : `Mark ${name} as done`}
          onClick={() => void acts.done(item, !doneAt)}
        />
      </div>
    </li>
  )
}
