import type { Metadata } from "next"
import { ArchiveSection, ProgrammeSection } from "@/components/accounts/programme-section"
import { RefreshOnChange } from "@/components/accounts/refresh-on-change"
import { SettingsTabs } from "@/components/accounts/settings-tabs"
import { CalendarSection } from "@/components/programme/calendar-section"
import { GateTargets } from "@/components/programme/gate-targets"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { loadSettings } from "@/lib/roadmap/server/loaders"

export const metadata: Metadata = { title: "Settings" }

export default async function SettingsPage({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await params
  const { programme, mayManage, today } = await loadSettings(programmeId)
  return (
    <>
      <PageBar title="Settings" tabs={<SettingsTabs programmeId={programmeId} current="programme" />} />
      <RefreshOnChange programmeId={programmeId} />
      <PageBody>
        <ProgrammeSection programme={programme} mayManage={mayManage && !programme.archived} />
        {mayManage && !programme.archived ? <CalendarSection programme={programme} today={today} /> : null}
        <GateTargets programmeId={programmeId} />
        {mayManage ? <ArchiveSection programme={programme} /> : null}
      </PageBody>
    </>
  )
}
