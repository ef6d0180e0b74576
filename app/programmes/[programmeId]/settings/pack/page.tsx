import type { Metadata } from "next"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { SettingsTabs } from "@/components/people/accounts/settings-tabs"
import { PackSettings } from "@/components/plan/pack/pack-settings"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { getPackOffers } from "@/lib/adoption/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata: Metadata = { title: "Pack" }

export default async function PackSettingsPage({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await params
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [getPackOffers])}>
      <PageBar title="Pack" tabs={<SettingsTabs programmeId={programmeId} current="pack" />} />
      <PageBody>
        <PackSettings programmeId={programmeId} />
      </PageBody>
    </PreloadedAnswers>
  )
}
