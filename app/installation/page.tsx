import type { Metadata } from "next"
import { InstallationInvitations } from "@/components/accounts/installation-invitations"
import { UsersSection } from "@/components/accounts/users-section"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { loadInstallation } from "@/lib/accounts/server/loaders"

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
