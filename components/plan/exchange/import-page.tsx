"use client"

import Link from "next/link"
import { useAnswer } from "@/components/door/data/use-contract"
import { RoadmapTabs } from "@/components/plan/roadmap/roadmap-tabs"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button, buttonStyle } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { FileDrop } from "@/components/ui/file-drop"
import { InlineNotice } from "@/components/ui/inline-notice"
import { SkeletonRows } from "@/components/ui/skeleton"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { getRoadmap } from "@/lib/serve/api/generated/addresses"
import { ImportChoices } from "./import-choices"
import { ImportedNotice } from "./imported-notice"
import { PreviewLists } from "./preview-lists"
import { saySummary } from "./say-import"
import { useProjectFile } from "./use-project-file"

/** Roadmap: import of a Microsoft Project file. A file is looked at first, then taken whole or not at all. */
export function ImportPage({ programmeId }: { programmeId: string }) {
  const roadmap = useAnswer(getRoadmap, { programmeId })
  const back = (
    <Link href={`/programmes/${programmeId}/roadmap/timeline`} className={buttonStyle()}>
      Back to timeline
    </Link>
  )
  return (
    <>
      <PageBar
        title="Import from Microsoft Project"
        tabs={<RoadmapTabs programmeId={programmeId} page="timeline" />}
        actions={back}
      />
      <PageBody>
        {roadmap.data?.me.may.editPlan ? (
          <Import programmeId={programmeId} roadmap={roadmap.data} />
        ) : roadmap.data ? (
          <EmptyState action={back}>Only a lead can import plans.</EmptyState>
        ) : roadmap.error ? (
          <EmptyState action={<Button onClick={() => void roadmap.refetch()}>Try again</Button>}>
            {roadmap.error.refusal.detail}
          </EmptyState>
        ) : (
          <SkeletonRows rows={6} label="Loading the roadmap" />
        )}
      </PageBody>
    </>
  )
}

function Import({ programmeId, roadmap }: { programmeId: string; roadmap: RoadmapView }) {
  const work = useProjectFile(programmeId, {
    ...{ stageId: null, phaseId: roadmap.phases[0]?.id ?? null },
    ...{ addPeople: false, takeCalendar: false, takeBaselines: true },
  })
  const { preview, refusal, busy, imported } = work
  const needsStage = preview !== null && preview.newWorkstreams.length > 0 && work.choices.stageId === null
  return (
    <div className="flex max-w-[1100px] flex-col gap-4 px-5 py-4 max-md:px-4">
      <h2 className="text-title">Import a Microsoft Project file</h2>
      <FileDrop
        label="Microsoft Project XML file"
        accept=".xml,text/xml,application/xml"
        name={work.file?.name ?? null}
        busy={busy === "reading"}
        onFile={work.open}
      >
        or drop it here: a plan saved as XML from Microsoft Project. You'll preview the changes before anything is
        saved.
      </FileDrop>
      {refusal ? (
        <InlineNotice
          action={
            refusal.status === 409 || refusal.status === 0 ? <Button onClick={work.lookAgain}>Refresh</Button> : null
          }
        >
          {refusal.detail}
        </InlineNotice>
      ) : null}
      {imported ? <ImportedNotice programmeId={programmeId} imported={imported} /> : null}
      {busy === "reading" && !preview ? <SkeletonRows rows={6} label="Reading the file" /> : null}
      {preview ? (
        <>
          <p role="status">{saySummary(preview)}</p>
          <ImportChoices
            roadmap={roadmap}
            preview={preview}
            choices={work.choices}
            disabled={busy === "importing"}
            onChange={work.choose}
          />
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" busy={busy !== null} disabled={needsStage} onClick={() => void work.take()}>
              Import
            </Button>
            <span className="text-ink-3">
              {needsStage
                ? "Select a stage first."
                : "The import applies completely or not at all. The current plan is saved as a baseline."}
            </span>
          </div>
          <PreviewLists preview={preview} />
        </>
      ) : null}
    </div>
  )
}
