import type { Metadata } from "next"
import { Section } from "@/components/accounts/section"
import { SettingsTabs } from "@/components/accounts/settings-tabs"
import { EarlyAnswers } from "@/components/data/early-answers"
import { GateTargets } from "@/components/roadmap/gate-targets"
import { PageBar, PageBody } from "@/components/shell/page-bar"

export const metadata: Metadata = { title: "Plan" }

export default async function PlanSettingsPage({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await params
  return (
    <>
      <EarlyAnswers programmeId={programmeId} answers={["roadmap", "schedule"]} />
      <PageBar title="Plan" tabs={<SettingsTabs programmeId={programmeId} current="plan" />} />
      <PageBody>
        <Section
          title="Gates"
          note="The target is the day a gate should be passed on. The Overview compares the plan with it, and its checks are due from then on."
        >
          <GateTargets programmeId={programmeId} />
        </Section>
      </PageBody>
    </>
  )
}
