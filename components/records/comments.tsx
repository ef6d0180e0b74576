"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { answerKey, useAnswer, useContract } from "@/components/door/data/use-contract"
import { OvertakenNotice } from "@/components/shell/overtaken-notice"
import { Section } from "@/components/shell/section"
import { Avatar } from "@/components/ui/avatar"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { Markdown } from "@/components/ui/markdown"
import { useToasts } from "@/components/ui/toasts"
import { type AnswerAt, call } from "@/lib/door/call"
import type { CommentView } from "@/lib/records/comments/contract"
import {
  addRecordComment,
  addWatch,
  changeComment,
  listComments,
  removeComment,
  removeWatch,
  restoreComment,
} from "@/lib/serve/api/generated/addresses"
import { useDraft, useTextDraft } from "./draft-memory"
import { MentionChoice } from "./mention-choice"
import { sayAgo } from "./say-ago"
import { TextForm } from "./text-form"

type CommentsProps = { programmeId: string; recordType: string; recordId: string }
type Talk = AnswerAt<typeof listComments>

/** What people said about a record, oldest first, a place to say more, and whether one is told of what happens to it. */
export function Comments({ programmeId, recordType, recordId }: CommentsProps) {
  const record = { programmeId, recordType, recordId }
  const { data, error } = useAnswer(listComments, record)
  if (error) return <InlineNotice className="mt-5">{error.message}</InlineNotice>
  if (!data) return null
  return (
    <Section title="Comments" action={<WatchButton {...record} talk={data} />}>
      {data.items.length === 0 && !data.may.comment ? <p className="text-ink-3">No comments.</p> : null}
      <ol className="flex flex-col gap-3">
        {data.items.map((comment) => (
          <li key={comment.id}>
            <Comment programmeId={programmeId} comment={comment} talk={data} />
          </li>
        ))}
      </ol>
      {data.may.comment ? <NewComment {...record} talk={data} /> : null}
    </Section>
  )
}

function WatchButton({ talk, ...record }: CommentsProps & { talk: Talk }) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const toggle = async () => {
    setBusy(true)
    const answer = await call(talk.watching ? removeWatch : addWatch, record)
    if (answer.ok) await client.refetchQueries({ queryKey: answerKey(listComments, record) })
    setBusy(false)
  }
  return (
    <Button size="small" variant="quiet" busy={busy} onClick={() => void toggle()}>
      {talk.watching ? "Watching" : "Watch"}
      {talk.watchers > 0 ? ` · ${talk.watchers}` : ""}
    </Button>
  )
}

function NewComment({ programmeId, recordType, recordId, talk }: CommentsProps & { talk: Talk }) {
  const [draft, setDraft] = useDraft(`comment ${recordId}`)
  const [problem, setProblem] = useState<string>()
  const add = useContract(addRecordComment)
  const remove = useContract(removeComment)
  const toasts = useToasts()
  const keep = async () => {
    const body = (draft ?? "").trim()
    if (body === "") return setProblem("Enter a comment.")
    const answer = await add.mutateAsync({ programmeId, recordType, recordId, body })
    setProblem(answer.ok ? undefined : answer.detail)
    if (!answer.ok) return
    setDraft(null)
    const { id, version } = answer.value
    toasts.show({
      text: "Commented",
      undo: () => remove.mutate({ programmeId, commentId: id, version }),
    })
  }
  return (
    <div className="mt-3">
      {problem ? <InlineNotice className="mb-2">{problem}</InlineNotice> : null}
      <MentionChoice text={draft ?? ""} people={talk.people} onText={setDraft} />
      <TextForm
        label="New comment"
        placeholder="Add a comment. Type @ to mention someone"
        text={draft ?? ""}
        onText={setDraft}
        keep="Comment"
        onKeep={() => void keep()}
        busy={add.isPending}
      />
    </div>
  )
}

type CommentProps = { programmeId: string; comment: CommentView; talk: Talk }

function Comment({ programmeId, comment, talk: { people, me, may } }: CommentProps) {
  const { draft, base, begin, write, end } = useTextDraft(`edit ${comment.id}`)
  const author = people.find(({ id }) => id === comment.authorId)?.name ?? "Someone"
  const isMine = comment.authorId === me && may.comment
  const act = useCommentActs(programmeId, comment)
  const keep = async () => {
    if (draft !== null && (draft.trim() === comment.body || (await act.change(draft.trim())))) end()
  }
  return (
    <article aria-label={`Comment by ${author}`}>
      <div className="flex items-center gap-2 text-meta">
        <Avatar name={author} decorative />
        <span className="font-medium">{author}</span>
        <time dateTime={comment.createdAt} className="text-ink-3">
          {sayAgo(comment.createdAt, Date.now())}
          {comment.editedAt ? ", edited" : ""}
        </time>
        <span className="flex-1" />
        {isMine && draft === null ? (
          <Button size="small" variant="quiet" onClick={() => begin(comment.body)}>
            Edit
          </Button>
        ) : null}
        {isMine || may.manage ? (
          <Button size="small" variant="quiet" onClick={() => void act.remove()}>
            Remove
          </Button>
        ) : null}
      </div>
      <div className="mt-1 pl-7">
        {act.problem ? <InlineNotice className="mb-2">{act.problem}</InlineNotice> : null}
        {draft !== null && base !== comment.body ? (
          <OvertakenNotice onMine={() => begin(comment.body, draft)} onTheirs={end}>
            You saved another version elsewhere while editing. It is below, yours is in the box.
          </OvertakenNotice>
        ) : null}
        {draft === null || base !== comment.body ? <Markdown source={comment.body} /> : null}
        {draft === null ? null : (
          <TextForm
            label="Comment"
            text={draft}
            onText={write}
            keep="Save"
            onKeep={() => void keep()}
            onCancel={end}
            busy={base !== comment.body}
            autoFocus
          />
        )}
      </div>
    </article>
  )
}

/** Changing and removing a comment; each can be undone. */
function useCommentActs(programmeId: string, { id: commentId, version, body: before }: CommentView) {
  const [problem, setProblem] = useState<string>()
  const update = useContract(changeComment)
  const remove = useContract(removeComment)
  const restore = useContract(restoreComment)
  const toasts = useToasts()
  return {
    problem,
    change: async (body: string): Promise<boolean> => {
      const answer = await update.mutateAsync({ programmeId, commentId, version, body })
      setProblem(answer.ok ? undefined : answer.detail)
      if (!answer.ok) return false
      const undo = () => update.mutate({ programmeId, commentId, version: answer.value.version, body: before })
      toasts.show({ text: "Comment changed", undo })
      return true
    },
    remove: async () => {
      const answer = await remove.mutateAsync({ programmeId, commentId, version })
      setProblem(answer.ok ? undefined : answer.detail)
      if (answer.ok) toasts.show({ text: "Comment removed", undo: () => restore.mutate({ programmeId, commentId }) })
    },
  }
}
