import type { Metadata } from "next"
import { Section } from "@/components/accounts/section"
import { SettingsTabs } from "@/components/accounts/settings-tabs"
import { AtHand } from "@/components/data/at-hand"
import { GateTargets } from "@/components/roadmap/gate-targets"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { loadAnswers } from "@/lib/api/server/loaders"
import { getRoadmap } from "@/lib/roadmap/contract"
import { getSchedule } from "@/lib/roadmap/plan-contract"

export const metadata: Metadata = { title: "Plan" }

export default async function PlanSettingsPage({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await params
  return (
    <AtHand answers={await loadAnswers(programmeId, [getRoadmap, getSchedule])}>
      <PageBar title="Plan" tabs={<SettingsTabs programmeId={programmeId} current="plan" />} />
      <PageBody>
        <Section
          title="Gates"
          note="The target is the day a gate should be passed on. The Overview compares the plan with it, and its checks are due from then on."
        >
          <GateTargets programmeId={programmeId} />
        </Section>
      </PageBody>
    </AtHand>
  )
}
