import * as z from "zod"
import { Id, paragraph } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound, notYours } from "@/lib/door/contract"

export const CommentView = z
  .strictObject({
    id: Id,
    recordType: z.string(),
    recordId: Id,
    authorId: Id,
    body: z.string(),
    createdAt: z.iso.datetime({ offset: true }),
    editedAt: z.iso.datetime({ offset: true }).nullable(),
    version: z.int(),
  })
  .meta({ id: "Comment" })
export type CommentView = z.output<typeof CommentView>

const at = "/programmes/{programmeId}/records/{recordType}/{recordId}"
const recordType = z
  .string()
  .regex(/^[a-z][a-z-]{1,40}$/, "Enter a record type such as work-item or environment.")
  .meta({ description: "Such as work-item, register-entry or environment." })
const record = { recordType, recordId: Id }
const body = paragraph(10_000).min(1, "Enter a comment.")
const version = z.int().min(1)
const common = { audience: "programme", permission: "work.comment" } as const

export const listComments = contract({
  ...{ name: "listComments", audience: "programme", permission: "programme.read", method: "GET" },
  ...{ path: `${at}/comments`, summary: "Comments on a record, oldest first, and whether you watch it" },
  input: z.strictObject(record),
  output: z.strictObject({
    items: z.array(CommentView),
    people: z
      .array(z.strictObject({ id: Id, name: z.string() }))
      .meta({ description: "Everyone in the programme, to be mentioned as @Name." }),
    watching: z.boolean(),
    watchers: z.int(),
    me: Id,
    may: z.strictObject({ comment: z.boolean(), manage: z.boolean() }),
  }),
  refusals: { ...notFound },
})

export const addRecordComment = contract({
  ...{ ...common, name: "addRecordComment", method: "POST", path: `${at}/comments` },
  summary: "Comment on a record; mention people as @Name",
  input: z.strictObject({ ...record, body }),
  output: CommentView,
  refusals: { ...notFound },
})

/** The same at the address that work items had before other records could be commented on. */
export const addComment = contract({
  ...{ ...common, name: "addComment", method: "POST" },
  path: "/programmes/{programmeId}/work-items/{workItemId}/comments",
  summary: "Comment on a work item",
  input: z.strictObject({ workItemId: Id, body }),
  output: CommentView,
  refusals: { ...notFound },
})

export const changeComment = contract({
  ...{ ...common, name: "changeComment", method: "PATCH", path: "/programmes/{programmeId}/comments/{commentId}" },
  summary: "Change your own comment",
  input: z.strictObject({ commentId: Id, version, body }),
  output: CommentView,
  refusals: { ...notFound, ...changedMeanwhile, ...notYours },
})

export const removeComment = contract({
  ...{ ...common, name: "removeComment", method: "DELETE", path: "/programmes/{programmeId}/comments/{commentId}" },
  summary: "Remove your own comment; a lead can remove any",
  input: z.strictObject({ commentId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { ...notFound, ...changedMeanwhile, ...notYours },
})

export const restoreComment = contract({
  ...{ ...common, name: "restoreComment", method: "POST" },
  path: "/programmes/{programmeId}/comments/{commentId}/restore",
  summary: "Restore a removed comment",
  input: z.strictObject({ commentId: Id }),
  output: CommentView,
  refusals: { ...notFound, ...notYours },
})

const watch = { audience: "programme", permission: "programme.read", path: `${at}/watch` } as const
const Watching = z.strictObject({ watching: z.boolean() })

export const addWatch = contract({
  ...{ ...watch, name: "addWatch", method: "PUT", summary: "Watch a record: your inbox tells you what happens to it" },
  input: z.strictObject(record),
  output: Watching,
  refusals: { ...notFound },
})

export const removeWatch = contract({
  ...{ ...watch, name: "removeWatch", method: "DELETE", summary: "Stop watching a record" },
  input: z.strictObject(record),
  output: Watching,
  refusals: { ...notFound },
})
