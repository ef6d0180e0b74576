"use client"

import { useEffect, useEffectEvent } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { Properties, Property, SidePanel } from "@/components/shell/side-panel"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { CallResult } from "@/lib/door/call"
import type { ConnectionView } from "@/lib/platform/connection/contract"
import { checkConnection } from "@/lib/serve/api/generated/addresses"
import { FetchButton } from "./fetch-button"
import { Removal } from "./removal"
import { RunMark } from "./run-mark"
import { RunProgress } from "./run-progress"
import { sayEvery, sayWayIn } from "./say-run"
import type { RunActs } from "./use-run-acts"

type ConnectionPanelProps = {
  programmeId: string
  connection: ConnectionView
  acts: RunActs
  /** It was just made: it is tried at once. */
  isNew: boolean
  when: (instant: string) => string
  onEdit: () => void
  onClose: () => void
}

/** One workspace: how it is entered, whether that works, and the last run measure by measure. */
export function ConnectionPanel(props: ConnectionPanelProps) {
  const { programmeId, connection, acts, isNew, when, onEdit, onClose } = props
  const { id, name, lastRun, may } = connection
  const trying = useContract(checkConnection)
  const tryIt = () => trying.mutate({ programmeId, connectionId: id })
  const tryAtOnce = useEffectEvent(tryIt)
  useEffect(() => {
    if (isNew) tryAtOnce()
  }, [isNew])
  return (
    <SidePanel
      recordId={id}
      title={name}
      eyebrow="Workspace"
      width="wide"
      onClose={onClose}
      actions={may.manage ? <Removal {...{ programmeId, connection }} onRemoved={onClose} /> : null}
    >
      {may.run || may.manage ? (
        <div className="mb-3 flex flex-wrap gap-2">
          <FetchButton {...{ connection, acts }} variant="primary" />
          {may.manage ? (
            <>
              <Button busy={trying.isPending} onClick={tryIt}>
                Test connection
              </Button>
              <Button icon="edit" onClick={onEdit}>
                Change
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
      <Tried result={trying.isPending ? undefined : trying.data} />
      <Standing {...{ connection, when }} />
      <Section title="Last fetch">
        {lastRun ? (
          <>
            <RunMark run={lastRun} when={when} />
            <p className="text-ink-3 text-meta">
              Started {when(lastRun.startedAt)} {lastRun.startedBy ? `by ${lastRun.startedBy.name}` : "by the schedule"}
            </p>
            <RunProgress {...{ programmeId }} run={lastRun} />
          </>
        ) : (
          <p className="text-ink-2">No facts fetched yet.</p>
        )}
      </Section>
    </SidePanel>
  )
}

type TriedProps = { result: CallResult<{ works: boolean; says: string }> | undefined }

function Tried({ result }: TriedProps) {
  if (!result) return null
  const [works, says] = result.ok ? [result.value.works, result.value.says] : [false, result.detail]
  return (
    <InlineNotice kind={works ? "good" : "refused"} className="mb-3">
      {says}
    </InlineNotice>
  )
}

function Standing({ connection, when }: Pick<ConnectionPanelProps, "connection" | "when">) {
  const { host, clientId, warehouseId, accountId, everyHours, nextRunAt, parameters } = connection
  const set = Object.keys(parameters).length
  return (
    <Properties>
      <Property label="Address">
        <span className="break-all">{host}</span>
      </Property>
      <Property label="Authentication">
        <span className="break-words">
          {sayWayIn(connection).replace(/^./, (first) => first.toUpperCase())}
          {clientId ? <span className="block break-all text-ink-3 text-meta">{clientId}</span> : null}
        </span>
      </Property>
      <Property label="Warehouse">{warehouseId ?? "None: REST API measures only"}</Property>
      <Property label="Account">{accountId ?? "None: budgets not included"}</Property>
      <Property label="Fetches">
        {sayEvery(everyHours)}
        {nextRunAt ? `, next ${when(nextRunAt)}` : ""}
      </Property>
      <Property label="Settings">{set === 0 ? "Bundle defaults" : `${set} changed from defaults`}</Property>
    </Properties>
  )
}
