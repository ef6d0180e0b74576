"use client"

import Link from "next/link"
import { useAnswer } from "@/components/door/data/use-contract"
import { FactSets } from "@/components/platform/facts/fact-sets"
import { ScopePart } from "@/components/platform/facts/scope-part"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button, buttonStyle } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { pendingApprovalsOf } from "@/lib/assurance/pending-approvals"
import { listEvidence, listFactSets, listWaivers } from "@/lib/serve/api/generated/addresses"
import { AssuranceTabs } from "./assurance-tabs"
import { EvidenceList } from "./evidence-list"
import { LaterAssurancePanel } from "./lazy-panel"
import { PendingApprovalsList } from "./pending-approvals-list"
import { type Assurance, useAssurance } from "./use-assurance"
import { type Opened, useOpened } from "./use-opened"

/** Assurance: what awaits approval, the facts and how old they are, and everything that was submitted. */
export function EvidencePage({ programmeId }: { programmeId: string }) {
  const opened = useOpened()
  const { assurance, problem, again } = useAssurance(programmeId)
  return (
    <>
      <PageBar
        title="Assurance: Evidence"
        tabs={<AssuranceTabs programmeId={programmeId} current="evidence" />}
        actions={
          <Link
            href={`/programmes/${programmeId}/assurance/facts`}
            className={buttonStyle({ variant: assurance?.may.importFacts ? "primary" : "default" })}
          >
            {assurance?.may.importFacts ? "Import facts" : "How to get facts"}
          </Link>
        }
      />
      <PageBody panel={assurance ? <LaterAssurancePanel {...{ assurance, opened }} /> : null}>
        {assurance ? (
          <Parts {...{ assurance, opened }} />
        ) : problem ? (
          <EmptyState action={<Button onClick={again}>Try again</Button>}>{problem}</EmptyState>
        ) : (
          <SkeletonRows rows={12} label="Loading the evidence" />
        )}
      </PageBody>
    </>
  )
}

function Parts({ assurance, opened }: { assurance: Assurance; opened: Opened }) {
  const { programmeId, checks, lines, roadmap } = assurance
  const evidence = useAnswer(listEvidence, { programmeId })
  const waivers = useAnswer(listWaivers, { programmeId })
  const factSets = useAnswer(listFactSets, { programmeId })
  const failed = [evidence, waivers, factSets].find(({ error }) => error)
  if (failed)
    return (
      <EmptyState action={<Button onClick={() => void failed.refetch()}>Try again</Button>}>
        {failed.error?.message}
      </EmptyState>
    )
  if (!evidence.data || !waivers.data || !factSets.data) return <SkeletonRows rows={12} label="Loading the evidence" />
  const pieces = evidence.data.items
  const pending = pendingApprovalsOf({
    checks,
    lines,
    evidence: pieces,
    waivers: waivers.data.items,
    today: roadmap.today,
  })
  return (
    <div className="pb-8">
      <PendingApprovalsList {...{ pending, assurance, opened }} />
      <ScopePart {...{ programmeId, roadmap }} />
      <FactSets factSets={factSets.data.items} {...{ assurance }} />
      <EvidenceList {...{ pieces, assurance, opened }} />
    </div>
  )
}
