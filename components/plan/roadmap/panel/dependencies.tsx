"use client"

import { useMemo, useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { Button, IconButton } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { InlineNotice } from "@/components/ui/inline-notice"
import { useToasts } from "@/components/ui/toasts"
import { linksOf, type Neighbour } from "@/lib/plan/roadmap/links-of"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { addLink, changeLink, removeLink } from "@/lib/serve/api/generated/addresses"
import type { Work } from "../use-work"
import { useWorkActions } from "../work-context"
import { type LinkChange, LinkFields } from "./link-fields"

type End = LinkView["from"]
type DependenciesProps = { self: End; name: string; onOpen: (end: End) => void }

/** What a record waits for and what it holds up, with the actions to add and remove where the member may. */
export function Dependencies({ self, name, onOpen }: DependenciesProps) {
  const { work } = useWorkActions()
  const { roadmap, items } = work
  const { waitsFor, holdsUp } = useMemo(() => linksOf(self.id, { roadmap, items }), [self.id, roadmap, items])
  const mayEdit = roadmap.me.may.editPlan
  const { problem, add, change, remove } = useLinks(work, self)
  if (!mayEdit && waitsFor.length + holdsUp.length === 0) return null
  return (
    <Section title="Dependencies">
      {problem ? <InlineNotice className="mb-2">{problem}</InlineNotice> : null}
      <Neighbours
        label="Predecessors"
        list={waitsFor}
        onOpen={onOpen}
        onRemove={mayEdit ? remove : null}
        onChange={change}
      />
      <Neighbours
        label="Successors"
        list={holdsUp}
        onOpen={onOpen}
        onRemove={mayEdit ? remove : null}
        onChange={change}
      />
      {mayEdit ? <AddLink work={work} self={self} name={name} onAdd={add} /> : null}
    </Section>
  )
}

type NeighboursProps = {
  label: string
  list: readonly Neighbour[]
  onOpen: (end: End) => void
  /** Null where the member may not edit. */
  onRemove: ((link: LinkView) => void) | null
  onChange: (link: LinkView, change: LinkChange) => void
}

function Neighbours({ label, list, onOpen, onRemove, onChange }: NeighboursProps) {
  const [openId, setOpen] = useState<string | null>(null)
  if (list.length === 0) return null
  return (
    <>
      <h4 className="text-ink-3 text-meta">{label}</h4>
      <ul className="mb-2">
        {list.map(({ link, end, name, how }) => (
          <li key={link.id}>
            <div className="flex min-h-7 items-center gap-2">
              {end.kind === "gate" ? (
                <span className="truncate">{name}</span>
              ) : (
                <button
                  type="button"
                  onClick={() => onOpen(end)}
                  className="min-w-0 truncate rounded-sm text-left underline decoration-line-strong underline-offset-[3px] hover:decoration-current"
                >
                  {name}
                </button>
              )}
              {onRemove ? (
                <Button
                  size="small"
                  variant="quiet"
                  aria-expanded={openId === link.id}
                  onClick={() => setOpen(openId === link.id ? null : link.id)}
                >
                  {how}
                </Button>
              ) : link.type === "FS" && link.lag === 0 ? null : (
                <span className="flex-none text-ink-3 text-meta">{how}</span>
              )}
              <span className="flex-1" />
              {onRemove ? (
                <IconButton
                  icon="close"
                  size="small"
                  label={`Remove the dependency on ${name}`}
                  onClick={() => onRemove(link)}
                />
              ) : null}
            </div>
            {onRemove && openId === link.id ? (
              <LinkFields link={link} name={name} onChange={(change) => onChange(link, change)} />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

type AddLinkProps = { work: Work; self: End; name: string; onAdd: (from: End) => void }

function AddLink({ work, self, name, onAdd }: AddLinkProps) {
  const { roadmap, items } = work
  const options = useMemo(() => {
    const places = new Map(roadmap.workstreams.map((each) => [each.id, each.name]))
    return [
      ...items.map(({ id, title, workstreamId }) => ({
        value: `item ${id}`,
        label: title,
        hint: places.get(workstreamId) ?? "",
      })),
      ...roadmap.workstreams.map((each) => ({ value: `workstream ${each.id}`, label: each.name, hint: "workstream" })),
      ...roadmap.gates.map((each) => ({ value: `gate ${each.id}`, label: each.name, hint: "gate" })),
    ].filter(({ value }) => !value.endsWith(self.id))
  }, [roadmap, items, self.id])
  return (
    <Combobox
      label={`Let ${name} wait for`}
      hideLabel
      placeholder="Add predecessor…"
      options={options}
      value={null}
      onChange={(value) => {
        const [kind, id] = value?.split(" ") ?? []
        if (id && (kind === "item" || kind === "workstream" || kind === "gate")) onAdd({ kind, id })
      }}
    />
  )
}

/** Adds, changes and removes dependencies; each can be undone. */
function useLinks({ programmeId }: Work, self: End) {
  const toasts = useToasts()
  const [problem, setProblem] = useState<string>()
  const adding = useContract(addLink)
  const removing = useContract(removeLink)
  const changing = useContract(changeLink)
  return {
    problem,
    add: async (from: End) => {
      const answer = await adding.mutateAsync({ programmeId, from, to: self })
      setProblem(answer.ok ? undefined : answer.detail)
      if (!answer.ok) return
      const { id: linkId, version } = answer.value
      toasts.show({ text: "Dependency added", undo: () => removing.mutate({ programmeId, linkId, version }) })
    },
    change: async ({ id: linkId, version, type, lag, lagUnit }: LinkView, change: LinkChange) => {
      const answer = await changing.mutateAsync({ programmeId, linkId, version, ...change })
      setProblem(answer.ok ? undefined : answer.detail)
      if (!answer.ok) return
      const before = { programmeId, linkId, version: answer.value.version, type, lag, lagUnit }
      toasts.show({ text: "Dependency changed", undo: () => changing.mutate(before) })
    },
    remove: async ({ id: linkId, version, from, to, type, lag, lagUnit }: LinkView) => {
      const answer = await removing.mutateAsync({ programmeId, linkId, version })
      setProblem(answer.ok ? undefined : answer.detail)
      if (!answer.ok) return
      toasts.show({
        text: "Dependency removed",
        undo: () => adding.mutate({ programmeId, from, to, type, lag, lagUnit }),
      })
    },
  }
}
