import type { Metadata } from "next"
import { ResponsibilitiesSection } from "@/components/assurance/responsibilities-section"
import { MemberInvitations } from "@/components/people/accounts/member-invitations"
import { PeopleSection } from "@/components/people/accounts/people-section"
import { RefreshOnChange } from "@/components/people/accounts/refresh-on-change"
import { SettingsTabs } from "@/components/people/accounts/settings-tabs"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { loadPeople } from "@/lib/people/accounts/server/loaders"
import { loadSettings } from "@/lib/plan/roadmap/server/loaders"

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
