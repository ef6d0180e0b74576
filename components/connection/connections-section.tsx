"use client"

import { useState } from "react"
import type * as z from "zod"
import { Section } from "@/components/accounts/section"
import { useAnswer } from "@/components/data/use-contract"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { type ConnectionView, listConnections } from "@/lib/connection/contract"
import { ConnectionForm } from "./connection-form"
import { ConnectionRow } from "./connection-row"

export type Parameter = z.output<typeof listConnections.output>["parameters"][number]
type Editing = { readonly connection: ConnectionView | null } | null

const note =
  "Facts are fetched from a workspace with read-only statements and calls. Only counts and shares leave it: no rows, no names of people, no texts of queries."

/** The workspaces that facts are fetched from. */
export function ConnectionsSection({ programmeId, mayManage }: { programmeId: string; mayManage: boolean }) {
  const answer = useAnswer(listConnections, { programmeId })
  const [editing, setEditing] = useState<Editing>(null)
  const { data, error, refetch } = answer
  if (error)
    return <EmptyState action={<Button onClick={() => void refetch()}>Try again</Button>}>{error.message}</EmptyState>
  if (!data) return <SkeletonRows rows={4} label="The connections are on their way" />
  const close = () => {
    setEditing(null)
    void refetch()
  }
  const connect = mayManage ? (
    <Button variant="primary" onClick={() => setEditing({ connection: null })}>
      Connect a workspace
    </Button>
  ) : undefined
  return (
    <Section title="Workspaces" note={note} actions={editing === null && data.items.length > 0 ? connect : undefined}>
      {editing ? (
        <ConnectionForm
          key={editing.connection?.id ?? "new"}
          {...{ programmeId, connection: editing.connection, parameters: data.parameters }}
          onClose={close}
        />
      ) : null}
      {editing === null && data.items.length === 0 ? (
        <EmptyState className="px-0 py-4" action={connect}>
          No workspace is connected. Facts can also be imported as files under Assurance: Evidence.
        </EmptyState>
      ) : null}
      <ul aria-label="Connections" className="max-w-[860px]">
        {data.items.map((connection) => (
          <ConnectionRow
            key={connection.id}
            {...{ programmeId, connection }}
            onEdit={() => setEditing({ connection })}
            onChanged={() => void refetch()}
          />
        ))}
      </ul>
    </Section>
  )
}
