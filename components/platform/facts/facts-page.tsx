"use client"

import Link from "next/link"
import { AssuranceTabs } from "@/components/assurance/assurance-tabs"
import { type Assurance, useAssurance } from "@/components/assurance/use-assurance"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button, buttonStyle } from "@/components/ui/button"
import { DateField } from "@/components/ui/date-field"
import { EmptyState } from "@/components/ui/empty-state"
import { FileDrop } from "@/components/ui/file-drop"
import { InlineNotice } from "@/components/ui/inline-notice"
import { Select } from "@/components/ui/select"
import { SkeletonRows } from "@/components/ui/skeleton"
import { TextField } from "@/components/ui/text-field"
import { count } from "@/lib/reports/words"
import { GetFacts } from "./get-facts"
import { ImportPreview, RowCounts, sayFile } from "./import-preview"
import { fileSources, isSilent } from "./source-names"
import { type FactFileActions, useFactFile } from "./use-fact-file"
import { VerdictChanges } from "./verdict-changes"

/** Assurance: bringing facts in. How to get them without granting access, a look at the file, and its import. */
export function FactsPage({ programmeId }: { programmeId: string }) {
  const { assurance, problem, again } = useAssurance(programmeId)
  return (
    <>
      <PageBar
        title="Import facts"
        tabs={<AssuranceTabs programmeId={programmeId} current="evidence" />}
        actions={
          <Link href={`/programmes/${programmeId}/assurance/evidence`} className={buttonStyle()}>
            Back to evidence
          </Link>
        }
      />
      <PageBody>
        {assurance ? (
          <div className="flex max-w-[1100px] flex-col gap-8 px-5 py-5 max-md:px-4">
            {assurance.may.importFacts ? <Import assurance={assurance} /> : null}
            <GetFacts programmeId={programmeId} />
          </div>
        ) : problem ? (
          <EmptyState action={<Button onClick={again}>Try again</Button>}>{problem}</EmptyState>
        ) : (
          <SkeletonRows rows={6} label="Loading" />
        )}
      </PageBody>
    </>
  )
}

function Import({ assurance }: { assurance: Assurance }) {
  const { programmeId, roadmap } = assurance
  const actions = useFactFile(programmeId)
  const { preview, refusal, busy, imported, file } = actions
  const isTakable = preview !== null && !preview.known && preview.faultCount === 0 && preview.rows > 0
  return (
    <section aria-label="Import facts" className="flex flex-col gap-4">
      <h2 className="text-title">Import facts</h2>
      <FileDrop
        label="Facts file"
        name={file?.name ?? null}
        accept=".csv,.json,.xlsx,.zip,text/csv,application/json"
        busy={busy === "reading"}
        onFile={actions.open}
      >
        or drop it here: a fact bundle result, or a SAT, UCX or DQX export, as CSV, JSON or XLSX. You'll preview the
        changes before anything is saved.
      </FileDrop>
      {file && !imported ? <ToldFields {...{ actions }} today={roadmap.today} /> : null}
      {refusal ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
      {busy === "reading" && !preview ? <SkeletonRows rows={4} label="Reading the file" /> : null}
      {preview ? (
        <>
          {isTakable ? (
            <>
              <p role="status">{sayFile(preview, actions.told, roadmap)}.</p>
              <div className="flex flex-wrap items-center gap-3">
                <Button variant="primary" busy={busy !== null} onClick={actions.take}>
                  Import {count(preview.rows, "fact")}
                </Button>
                <span className="text-ink-3">Facts can't be changed after import. All checks are re-evaluated.</span>
              </div>
            </>
          ) : null}
          <ImportPreview {...{ preview, programmeId, roadmap }} />
        </>
      ) : null}
      {imported ? <ImportedNotice {...{ imported, programmeId }} onMore={actions.startOver} /> : null}
    </section>
  )
}

/** What the file does not say of itself. */
function ToldFields({ actions, today }: { actions: FactFileActions; today: string }) {
  const { told, tell } = actions
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Select
        label="From"
        options={fileSources}
        value={told.source}
        onChange={(source) => tell({ source })}
        className="w-64"
      />
      {isSilent(told.source) ? (
        <DateField
          label="Taken on"
          hint="Only if the file doesn't include it."
          value={told.takenOn}
          today={today}
          max={today}
          onCommit={(takenOn) => tell({ takenOn })}
          className="w-44"
        />
      ) : null}
      <PlaceField label="Region" maxLength={60} value={told.region} onCommit={(region) => tell({ region })} />
      {told.source === "sat" ? null : (
        <PlaceField
          label="Workspace"
          hint={told.source === "ucx" || told.source === "dqx" ? "ID or host; the file doesn't include it." : undefined}
          maxLength={120}
          value={told.workspace}
          onCommit={(workspace) => tell({ workspace })}
        />
      )}
    </div>
  )
}

type PlaceFieldProps = {
  label: string
  hint?: string | undefined
  maxLength: number
  value: string
  onCommit: (text: string) => void
}

function PlaceField({
  label,
  hint = "Only if the file doesn't include it.",
  maxLength,
  value,
  onCommit,
}: PlaceFieldProps) {
  return (
    <TextField
      {...{ label, hint, maxLength }}
      defaultValue={value}
      className="w-44"
      onBlur={(event) => (event.target.value === value ? null : onCommit(event.target.value))}
    />
  )
}

type ImportedProps = {
  imported: NonNullable<FactFileActions["imported"]>
  programmeId: string
  onMore: () => void
}

function ImportedNotice({ imported, programmeId, onMore }: ImportedProps) {
  const { factSet, changes } = imported
  return (
    <>
      <InlineNotice kind="good" action={<Button onClick={onMore}>Import another file</Button>}>
        {imported.imported
          ? `Imported ${count(factSet.rows, "fact")}; ${changes.length === 0 ? "no verdict" : count(changes.length, "verdict")} changed. `
          : "This file was already imported. Nothing changed. "}
        <Link className="underline" href={`/programmes/${programmeId}/assurance/facts/${factSet.id}`}>
          View facts
        </Link>
      </InlineNotice>
      {factSet.counts ? <RowCounts counts={factSet.counts} notes={[]} /> : null}
      {changes.length > 0 ? <VerdictChanges {...{ changes, programmeId }} /> : null}
    </>
  )
}
