import type { Id } from "@/lib/base/kernel/id"

/** What a notification may be about. Stored; never renamed. */
export const noticeKinds = [
  "mentioned",
  "assigned",
  "commented",
  "changed",
  "waiver-requested",
  "evidence-handed-in",
  "check-flipped",
  "gate-moved",
  "gate-passed",
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What follows the name of who caused it, and what stands there when the server did. */
export const noticeWords: Readonly<Record<NoticeKind, string>> = {
  mentioned: "mentioned you",
  assigned: "assigned it to you",
  commented: "commented",
  changed: "changed it",
  "waiver-requested": "requested a waiver: approve or decline",
  "evidence-handed-in": "submitted evidence: accept or reject",
  "check-flipped": "The check is no longer met",
  "gate-moved": "moved the target",
  "gate-passed": "passed the gate",
}

/** An event as the rules see it. */
export type NoticeEvent = {
  readonly seq: number
  readonly at: Date
  readonly actorId: Id | null
  readonly type: string
  readonly subjectId: Id | null
  readonly data: Readonly<Record<string, unknown>>
}

/** Whom an event is to be told, and as what. */
export type Notice = {
  readonly kind: NoticeKind
  readonly to: readonly Id[]
  readonly recordType: string
  readonly recordId: Id
  /** One matter reaches a person once; the event's number unless told. */
  readonly key?: string
}

/** A member of an event's data as a record: `changes`, `before`. */
export function partOf(data: NoticeEvent["data"], name: string): Readonly<Record<string, unknown>> {
  const part = data[name]
  return typeof part === "object" && part !== null && !Array.isArray(part) ? { ...part } : {}
}
export const textIn = (part: Readonly<Record<string, unknown>>, name: string): string | null => {
  const value = part[name]
  return typeof value === "string" ? value : null
}
