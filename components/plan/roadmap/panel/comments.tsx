"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { useDraft, useTextDraft } from "@/components/records/draft-memory"
import { sayAgo } from "@/components/records/say-ago"
import { TextForm } from "@/components/records/text-form"
import { OvertakenNotice } from "@/components/shell/overtaken-notice"
import { Section } from "@/components/shell/section"
import { Avatar } from "@/components/ui/avatar"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { Markdown } from "@/components/ui/markdown"
import { useToasts } from "@/components/ui/toasts"
import type { CommentView } from "@/lib/plan/roadmap/views"
import { addComment, changeComment, removeComment, restoreComment } from "@/lib/serve/api/generated/addresses"
import { useWorkActions } from "../work-context"

/** What people said about a work item, oldest first, and a place to say more. */
export function Comments({ workItemId, comments }: { workItemId: string; comments: readonly CommentView[] }) {
  const { work } = useWorkActions()
  const { may } = work.roadmap.me
  if (!may.comment && comments.length === 0) return null
  return (
    <Section title="Comments">
      <ol className="flex flex-col gap-3">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Comment comment={comment} />
          </li>
        ))}
      </ol>
      {may.comment ? <NewComment workItemId={workItemId} /> : null}
    </Section>
  )
}

function NewComment({ workItemId }: { workItemId: string }) {
  const { work } = useWorkActions()
  const { programmeId } = work
  const [draft, setDraft] = useDraft(`comment ${workItemId}`)
  const [problem, setProblem] = useState<string>()
  const add = useContract(addComment)
  const remove = useContract(removeComment)
  const toasts = useToasts()
  const keep = async () => {
    const body = (draft ?? "").trim()
    if (body === "") return setProblem("Enter a comment.")
    const answer = await add.mutateAsync({ programmeId, workItemId, body })
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
      <TextForm
        label="New comment"
        placeholder="Add a comment"
        text={draft ?? ""}
        onText={setDraft}
        keep="Comment"
        onKeep={() => void keep()}
        busy={add.isPending}
      />
    </div>
  )
}

function Comment({ comment }: { comment: CommentView }) {
  const { work } = useWorkActions()
  const { people, me } = work.roadmap
  const { draft, base, begin, write, end } = useTextDraft(`edit ${comment.id}`)
  const author = people.find(({ id }) => id === comment.authorId)?.name ?? "Someone"
  const isMine = comment.authorId === me.personId && me.may.comment
  const act = useCommentActs(comment)
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
        {isMine || me.may.manage ? (
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
function useCommentActs({ id: commentId, version, body: before }: CommentView) {
  const { programmeId } = useWorkActions().work
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
