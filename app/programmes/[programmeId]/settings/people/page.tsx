import type { Metadata } from "next"
import { MemberInvitations } from "@/components/accounts/member-invitations"
import { PeopleSection } from "@/components/accounts/people-section"
import { RefreshOnChange } from "@/components/accounts/refresh-on-change"
import { SettingsTabs } from "@/components/accounts/settings-tabs"
import { ResponsibilitiesSection } from "@/components/assurance/responsibilities-section"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { loadPeople } from "@/lib/accounts/server/loaders"
import { loadSettings } from "@/lib/roadmap/server/loaders"

export const metadata: Metadata = { title: "Members and people" }

export default async function PeoplePage({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await params
  const [{ deliveryRoles }, { people, invitations, mayManage }] = await Promise.all([
    loadSettings(programmeId),
    loadPeople(programmeId),
  ])
  return (
    <>
      <PageBar title="Members and people" tabs={<SettingsTabs programmeId={programmeId} current="people" />} />
      <RefreshOnChange programmeId={programmeId} />
      <PageBody>
        <PeopleSection {...{ programmeId, people, deliveryRoles, mayManage }} />
        <ResponsibilitiesSection programmeId={programmeId} />
        {mayManage ? <MemberInvitations programmeId={programmeId} invitations={invitations} /> : null}
      </PageBody>
    </>
  )
}
