import type { Metadata } from "next"
import { InstallationInvitations } from "@/components/people/accounts/installation-invitations"
import { UsersSection } from "@/components/people/accounts/users-section"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { loadInstallation } from "@/lib/people/accounts/server/loaders"

export const metadata: Metadata = { title: "Installation" }

export default async function InstallationPage() {
  const { me, users, invitations } = await loadInstallation()
  return (
    <>
      <PageBar title="Installation" meta={users.length === 1 ? "1 user" : `${users.length} users`} />
      <PageBody>
        <UsersSection users={users} myId={me.id} />
        <InstallationInvitations invitations={invitations} />
      </PageBody>
    </>
  )
}
