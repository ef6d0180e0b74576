"use client"

import { useQueryClient } from "@tanstack/react-query"
import { type ReactNode, useEffect } from "react"
import { answerKey, useAnswer } from "@/components/door/data/use-contract"
import { AppShell, destinationCommands } from "@/components/shell/app-shell"
import { type Command, CommandPalette } from "@/components/shell/command-palette"
import { useDrawnByServer } from "@/components/ui/use-drawn-by-server"
import type { ProgrammeRole } from "@/lib/door/access/policy"
import { call } from "@/lib/door/call"
import { getRoadmap, listNotifications, listWorkItems } from "@/lib/serve/api/generated/addresses"
import { destinationsOf } from "./destinations"

type ProgrammeFrameProps = {
  programme: { id: string; name: string; demo: boolean; archived: boolean }
  others: readonly { id: string; name: string }[]
  user: { name: string; email: string; admin: boolean }
  role: ProgrammeRole
  children: ReactNode
}

const roleNames: Record<ProgrammeRole, string> = {
  lead: "Lead",
  architect: "Architect",
  contributor: "Contributor",
  executive: "Executive",
  auditor: "Auditor",
}

/** The frame round the pages of one programme: sidebar, switcher, account and palette. */
export function ProgrammeFrame({ programme, others, user, role, children }: ProgrammeFrameProps) {
  const { main, lower } = destinationsOf(programme.id, useUnread(programme.id))
  const badge = programme.archived ? "Archived" : programme.demo ? "Demo" : undefined
  const switcher = {
    current: programme.name,
    ...(badge ? { badge } : {}),
    entries: [
      ...others.map(({ id, name }) => ({ id, label: name, href: `/programmes/${id}` })),
      ...(others.length > 0 ? [{ kind: "separator" as const, id: "line" }] : []),
      { id: "all", label: "All programmes", href: "/programmes" },
      ...(user.admin ? [{ id: "new", label: "New programme", icon: "plus" as const, href: "/programmes/new" }] : []),
    ],
  }
  const account = {
    name: user.name,
    detail: roleNames[role],
    entries: [
      { id: "account", label: "Account", icon: "user" as const, href: "/account" },
      ...(user.admin
        ? [{ id: "installation", label: "Installation", icon: "settings" as const, href: "/installation" }]
        : []),
      { id: "sign-out", label: "Sign out", icon: "sign-out" as const, href: "/sign-out" },
    ],
  }
  return (
    <AppShell
      switcher={switcher}
      destinations={main}
      lower={lower}
      account={account}
      palette={<ProgrammePalette programmeId={programme.id} />}
    >
      {children}
    </AppShell>
  )
}

const LOOK_MS = 15_000

/** How much in a member's inbox they have not read; nothing is said while the browser takes over what the server drew without it. */
function useUnread(programmeId: string): number {
  const isTakingOver = useDrawnByServer()
  const { data, refetch } = useAnswer(listNotifications, { programmeId, show: "open" })
  useEffect(() => {
    const timer = setInterval(() => void refetch(), LOOK_MS)
    return () => clearInterval(timer)
  }, [refetch])
  return isTakingOver ? 0 : (data?.unread ?? 0)
}

/** Every place by name, and workstreams and work items by a few letters. */
function ProgrammePalette({ programmeId }: { programmeId: string }) {
  const client = useQueryClient()
  const { main, lower } = destinationsOf(programmeId)
  const search = async (query: string, signal: AbortSignal): Promise<readonly Command[]> => {
    const input = { programmeId }
    const read = async <Value,>(contract: typeof getRoadmap | typeof listWorkItems, ask: () => Promise<Value>) =>
      client.fetchQuery({ queryKey: answerKey(contract, input), queryFn: ask, staleTime: 60_000 })
    const [roadmap, items] = await Promise.all([
      read(getRoadmap, () => call(getRoadmap, input, { signal }).then(answered)),
      read(listWorkItems, () => call(listWorkItems, input, { signal }).then(answered)),
    ])
    const words = query.toLowerCase().split(/\s+/)
    const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word))
    const at = (kind: string, id: string) => `/programmes/${programmeId}/roadmap/stages?${kind}=${id}`
    const names = new Map(roadmap.workstreams.map(({ id, name }) => [id, name]))
    return [
      ...roadmap.workstreams
        .filter(({ name }) => holds(name))
        .map(({ id, name }) => ({ id, label: name, hint: "Workstream", href: at("workstream", id) })),
      ...items.items
        .filter(({ title, number }) => holds(`${title} ${number}`))
        .slice(0, 30)
        .map(({ id, title, workstreamId }) => ({
          ...{ id, label: title, hint: names.get(workstreamId) ?? "", href: at("item", id) },
        })),
    ]
  }
  return <CommandPalette groups={[destinationCommands([...main, ...lower])]} search={search} searchLabel="Roadmap" />
}

function answered<Value>(result: { ok: true; value: Value } | { ok: false; detail: string }): Value {
  if (!result.ok) throw new Error(result.detail)
  return result.value
}
