import type { Metadata } from "next"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { Section } from "@/components/people/accounts/section"
import { SettingsTabs } from "@/components/people/accounts/settings-tabs"
import { GateTargets } from "@/components/plan/roadmap/gate-targets"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { getSchedule } from "@/lib/plan/roadmap/plan-contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata: Metadata = { title: "Plan" }

export default async function PlanSettingsPage({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await params
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [getRoadmap, getSchedule])}>
      <PageBar title="Plan" tabs={<SettingsTabs programmeId={programmeId} current="plan" />} />
      <PageBody>
        <Section
          title="Gates"
          note="The target is the day a gate should be passed. The Overview compares the plan with it, and the gate's checks are due from then on."
        >
          <GateTargets programmeId={programmeId} />
        </Section>
      </PageBody>
    </PreloadedAnswers>
  )
}
