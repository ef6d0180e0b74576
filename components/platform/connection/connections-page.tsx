"use client"

import Link from "next/link"
import { useState } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { SettingsTabs } from "@/components/people/accounts/settings-tabs"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { SidePanel } from "@/components/shell/side-panel"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button, buttonStyle } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { listConnections } from "@/lib/serve/api/generated/addresses"
import { ConnectionForm } from "./connection-form"
import { ConnectionPanel } from "./connection-panel"
import { ConnectionRow } from "./connection-row"
import { useLiveRuns } from "./use-live-runs"
import { useMoments } from "./use-moments"
import { useRunActs } from "./use-run-acts"

/** Settings: the workspaces that facts are fetched from, each with its last run; one is open beside them. */
export function ConnectionsPage({ programmeId, mayManage }: { programmeId: string; mayManage: boolean }) {
  const { data, error, refetch } = useAnswer(listConnections, { programmeId })
  const { connections, note } = useLiveRuns(programmeId, data?.items ?? [], () => void refetch())
  const acts = useRunActs(programmeId, note)
  const when = useMoments(programmeId)
  const { open, isEditing, show, edit, close } = useOpenConnection()
  const [madeId, setMadeId] = useState<string | null>(null)
  const connect = mayManage ? (
    <Button variant="primary" onClick={() => show("new")}>
      Connect a workspace
    </Button>
  ) : null
  const opened = connections.find(({ id }) => id === open) ?? null
  const panel = () => {
    if (!data || open === null) return null
    if (mayManage && (open === "new" || (opened && isEditing)))
      return (
        <ConnectionForm
          key={`form ${open}`}
          {...{ programmeId, connection: opened, parameters: data.parameters }}
          onSaved={(id) => {
            if (!opened) setMadeId(id)
            show(id)
          }}
          onClose={() => (opened ? show(opened.id) : close())}
        />
      )
    if (opened)
      return (
        <ConnectionPanel
          key={opened.id}
          {...{ programmeId, connection: opened, acts, when }}
          isNew={opened.id === madeId}
          onEdit={() => edit(opened.id)}
          onClose={close}
        />
      )
    return (
      <SidePanel recordId={open} title="Not found" onClose={close}>
        <p className="text-ink-2">It may have been removed, or the link is wrong.</p>
      </SidePanel>
    )
  }
  return (
    <>
      <PageBar
        title="Connections"
        tabs={<SettingsTabs programmeId={programmeId} current="connections" />}
        actions={connections.length > 0 ? connect : null}
      />
      <PageBody panel={panel()}>
        {error ? (
          <EmptyState action={<Button onClick={() => void refetch()}>Try again</Button>}>{error.message}</EmptyState>
        ) : !data ? (
          <SkeletonRows rows={4} label="Loading connections" />
        ) : connections.length === 0 ? (
          <Nothing {...{ programmeId, connect }} />
        ) : (
          <>
            <ul aria-label="Connections">
              {connections.map((connection) => (
                <ConnectionRow
                  key={connection.id}
                  {...{ connection, acts, when }}
                  isOpen={connection.id === open}
                  onOpen={() => show(connection.id)}
                />
              ))}
            </ul>
            <p className="max-w-[76ch] text-pretty px-5 py-3 text-ink-3 text-meta max-md:px-4">
              Facts are collected with read-only queries and API calls. Only counts and ratios leave a workspace: no
              rows, names or query text.
            </p>
          </>
        )}
      </PageBody>
    </>
  )
}

/** Nobody connected anything: a lead may, and everybody may learn how facts come without. */
function Nothing({ programmeId, connect }: { programmeId: string; connect: React.ReactNode }) {
  const files = (
    <Link href={`/programmes/${programmeId}/assurance/facts`} className={buttonStyle()}>
      How to get facts
    </Link>
  )
  return (
    <EmptyState action={connect ?? files}>
      {connect
        ? "No workspaces connected. Connect one, or import facts from files."
        : "No workspaces connected. Import facts from files, or ask a lead to connect one."}
    </EmptyState>
  )
}

/** Which connection is open, kept in the address: `new` is one that is being made. */
function useOpenConnection() {
  const [query, change] = useQueryOfPage()
  return {
    open: query.get("connection"),
    isEditing: query.get("edit") !== null,
    show: (id: string) => change({ connection: id, edit: null }, "push"),
    edit: (id: string) => change({ connection: id, edit: "on" }, "push"),
    close: () => change({ connection: null, edit: null }, "push"),
  }
}
