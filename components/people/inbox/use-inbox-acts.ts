"use client"

import { useQueryClient } from "@tanstack/react-query"
import { answerKey } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import { call } from "@/lib/door/call"
import type { NotificationView } from "@/lib/people/inbox/contract"
import { changeNotifications, listNotifications } from "@/lib/serve/api/generated/addresses"

type Change = { readonly read?: boolean; readonly done?: boolean; readonly snoozedUntil?: string | null }

/** At 8 in the morning of this browser, so many days from now. */
function morning(days: number): string {
  const at = new Date()
  at.setDate(at.getDate() + days)
  at.setHours(8, 0, 0, 0)
  return at.toISOString()
}

/** What a member does with their own notifications. */
export function useInboxActs(programmeId: string) {
  const client = useQueryClient()
  const { show } = useToasts()
  const send = async (ids: readonly string[], change: Change): Promise<boolean> => {
    const answer = await call(changeNotifications, { programmeId, ids: [...ids], ...change })
    if (!answer.ok) show({ kind: "refused", text: answer.detail })
    await client.invalidateQueries({ queryKey: answerKey(listNotifications, { programmeId }).slice(0, 2) })
    return answer.ok
  }
  const act = async ({ id }: NotificationView, change: Change, back: Change, text: string) => {
    if (await send([id], change)) show({ text, undo: () => void send([id], back) })
  }
  return {
    read: ({ id }: NotificationView, read: boolean) => send([id], { read }),
    readAll: (items: readonly NotificationView[]) =>
      send(
        items.map(({ id }) => id),
        { read: true },
      ),
    done: (item: NotificationView, done: boolean) =>
      act(item, { done, read: true }, { done: !done }, done ? "Marked as done" : "Moved back to the inbox"),
    snooze: (item: NotificationView, days: number) =>
      act(
        item,
        { snoozedUntil: morning(days) },
        { snoozedUntil: item.snoozedUntil },
        days === 1 ? "Snoozed until tomorrow, 08:00" : `Snoozed for ${days} days`,
      ),
  }
}
export type InboxActs = ReturnType<typeof useInboxActs>
