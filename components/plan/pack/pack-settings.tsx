"use client"

import { useState } from "react"
import { Section } from "@/components/people/accounts/section"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { InlineNotice } from "@/components/ui/inline-notice"
import { SkeletonRows } from "@/components/ui/skeleton"
import type { PackOffer } from "./offer"
import { OfferList } from "./offer-list"
import { sayOffered } from "./pack-words"
import { usePack } from "./use-pack"

/** The release that the programme follows, and what it can take over of the next one. */
export function PackSettings({ programmeId }: { programmeId: string }) {
  const { answer, busy, problem, take, revoke } = usePack(programmeId)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  if (answer.error)
    return (
      <EmptyState action={<Button onClick={() => void answer.refetch()}>Try again</Button>}>
        {answer.error.message}
      </EmptyState>
    )
  if (!answer.data) return <SkeletonRows rows={6} label="Loading the release" />
  const { current, next, offers, last, mayAdopt } = answer.data
  const open = offers.filter(({ state }) => state === "open")
  const chosen = new Set(open.flatMap(({ id, comesWith }) => (left.has(comesWith ?? id) ? [] : [id])))
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setLeft((was) => new Set(isChosen ? [...was].filter((id) => !ids.includes(id)) : [...was, ...ids]))
  // Of the same release means: what was left of it when it was taken over.
  const from = current.key
  return (
    <>
      <Section
        title={`Release ${current.key}`}
        note={current.summary}
        actions={
          last && mayAdopt ? (
            <Button disabled={busy} onClick={() => void revoke(last.id)}>
              Undo the last take-over
            </Button>
          ) : null
        }
      >
        {last ? (
          <p className="text-ink-2">
            Took {last.taken === 1 ? "1 change" : `${last.taken} changes`} of release {last.to} over, coming from
            release {last.from}.
          </p>
        ) : null}
        {next ? null : <p className="text-ink-2">There is nothing newer to take over.</p>}
      </Section>
      {next ? (
        <Section
          title={next.key === current.key ? `Left of release ${next.key}` : `Release ${next.key} can be taken over`}
          note={`${sayOffered(offers)} What was edited here stays. Activities bring their links with them.`}
          actions={
            mayAdopt ? (
              <Button
                variant="primary"
                busy={busy}
                disabled={busy || (chosen.size === 0 && next.key === current.key)}
                onClick={() => void take({ from, to: next.key }, [...chosen])}
              >
                {takeLabel(chosen.size, next.key)}
              </Button>
            ) : null
          }
        >
          {problem ? <InlineNotice className="mb-4 max-w-[860px]">{problem}</InlineNotice> : null}
          <Groups {...{ offers, chosen, choose, mayChoose: mayAdopt && !busy }} />
        </Section>
      ) : null}
    </>
  )
}

function takeLabel(count: number, release: string): string {
  if (count === 0) return `Follow release ${release}`
  return count === 1 ? "Take 1 change over" : `Take ${count} changes over`
}

const groups = [
  { title: "Added", of: ({ what, state }: PackOffer) => what === "added" && state === "open" },
  { title: "Changed", of: ({ what, state }: PackOffer) => what === "changed" && state === "open" },
  { title: "Retired", of: ({ what, state }: PackOffer) => what === "retired" && state === "open" },
  { title: "Kept as you have it", of: ({ state }: PackOffer) => state === "kept" },
  { title: "Comes with the release", of: ({ state }: PackOffer) => state === "with" },
] as const

type GroupsProps = {
  offers: readonly PackOffer[]
  chosen: ReadonlySet<string>
  mayChoose: boolean
  choose: (ids: readonly string[], isChosen: boolean) => void
}

function Groups({ offers, chosen, mayChoose, choose }: GroupsProps) {
  return (
    <div className="max-w-[860px]">
      {groups.map(({ title, of }) => {
        const own = offers.filter((offer) => of(offer) && offer.comesWith === null)
        if (own.length === 0) return null
        return (
          <details key={title} open={title !== "Comes with the release"} className="mt-5 first:mt-0">
            <summary className="mb-2 cursor-pointer font-medium">
              {title} <span className="text-ink-3">{own.length}</span>
            </summary>
            <OfferList offers={own} chosen={chosen} mayChoose={mayChoose} onChoose={choose} />
          </details>
        )
      })}
    </div>
  )
}
