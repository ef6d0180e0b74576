import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract } from "@/lib/door/contract"
import { noticeKinds } from "./notice"

const Instant = z.iso.datetime({ offset: true })

export const NotificationView = z
  .strictObject({
    id: Id,
    kind: z.enum(noticeKinds),
    recordType: z.string(),
    recordId: Id,
    title: z.string().nullable().meta({ description: "What the record is called now." }),
    actor: z.string().nullable().meta({ description: "Who caused it; null: the server." }),
    at: Instant,
    readAt: Instant.nullable(),
    snoozedUntil: Instant.nullable(),
    doneAt: Instant.nullable(),
  })
  .meta({ id: "Notification" })
export type NotificationView = z.output<typeof NotificationView>

const path = "/programmes/{programmeId}/notifications"
const common = { audience: "programme", permission: "programme.read" } as const

export const listNotifications = contract({
  ...{ ...common, name: "listNotifications", method: "GET", path },
  summary: "Your inbox: what awaits you and what happened to what you watch, newest first, at most 200",
  input: z.strictObject({
    show: z
      .enum(["open", "snoozed", "done"])
      .default("open")
      .meta({ description: "Open: neither done nor snoozed until later." }),
  }),
  output: z.strictObject({ items: z.array(NotificationView), unread: z.int() }),
  refusals: {},
})

export const changeNotifications = contract({
  ...{ ...common, name: "changeNotifications", method: "POST", path: `${path}/changes` },
  summary: "Mark notifications of your inbox as read, snoozed or done, or undo it",
  input: z.strictObject({
    ids: z.array(Id).min(1).max(200),
    read: z.boolean().optional(),
    done: z.boolean().optional(),
    snoozedUntil: Instant.nullable().optional(),
  }),
  output: z.strictObject({ changed: z.int(), unread: z.int() }),
  refusals: {},
})
