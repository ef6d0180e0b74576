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
      To the timeline
    </Link>
  )
  return (
    <>
      <PageBar
        title="Import a project file"
        tabs={<RoadmapTabs programmeId={programmeId} page="timeline" />}
        actions={back}
      />
      <PageBody>
        {roadmap.data?.me.may.editPlan ? (
          <Import programmeId={programmeId} roadmap={roadmap.data} />
        ) : roadmap.data ? (
          <EmptyState action={back}>Only a lead of the programme imports plans.</EmptyState>
        ) : roadmap.error ? (
          <EmptyState action={<Button onClick={() => void roadmap.refetch()}>Try again</Button>}>
            {roadmap.error.refusal.detail}
          </EmptyState>
        ) : (
          <SkeletonRows rows={6} label="The roadmap is on its way" />
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
        or drop it here: a plan that Microsoft Project has saved as XML. Nothing is written before you have seen what
        comes of it.
      </FileDrop>
      {refusal ? (
        <InlineNotice
          action={
            refusal.status === 409 || refusal.status === 0 ? <Button onClick={work.lookAgain}>Look again</Button> : null
          }
        >
          {refusal.detail}
        </InlineNotice>
      ) : null}
      {imported ? <ImportedNotice programmeId={programmeId} imported={imported} /> : null}
      {busy === "reading" && !preview ? <SkeletonRows rows={6} label="The file is being read" /> : null}
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
                ? "Choose a stage first."
                : "All of it is written, or nothing. The plan as it is now is kept as a baseline."}
            </span>
          </div>
          <PreviewLists preview={preview} />
        </>
      ) : null}
    </div>
  )
}
