import type { Metadata } from "next"
import { ArchiveSection, ProgrammeSection } from "@/components/people/accounts/programme-section"
import { RefreshOnChange } from "@/components/people/accounts/refresh-on-change"
import { SettingsTabs } from "@/components/people/accounts/settings-tabs"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { loadSettings } from "@/lib/plan/roadmap/server/loaders"

export const metadata: Metadata = { title: "Settings" }

export default async function SettingsPage({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await params
  const { programme, today, mayManage } = await loadSettings(programmeId)
  return (
    <>
      <PageBar title="Settings" tabs={<SettingsTabs programmeId={programmeId} current="programme" />} />
      <RefreshOnChange programmeId={programmeId} />
      <PageBody>
        <ProgrammeSection programme={programme} today={today} mayManage={mayManage} />
        {mayManage ? <ArchiveSection programme={programme} /> : null}
      </PageBody>
    </>
  )
}
