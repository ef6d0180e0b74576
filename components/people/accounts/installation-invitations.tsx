"use client"

import { call } from "@/lib/door/call"
import type { InvitationView } from "@/lib/people/accounts/views"
import { inviteUser, removeInvitation } from "@/lib/serve/api/generated/addresses"
import { InviteForm } from "./invite-form"
import { OpenInvitations } from "./open-invitations"
import { Section } from "./section"

/** Inviting somebody to the installation, to no programme yet. */
export function InstallationInvitations({ invitations }: { invitations: readonly InvitationView[] }) {
  return (
    <Section title="Invitations" note="To give access to a programme, invite people in its settings.">
      <InviteForm invite={({ email, name }) => call(inviteUser, { email, name })} />
      <OpenInvitations
        invitations={invitations}
        withdraw={(invitationId) => call(removeInvitation, { invitationId })}
      />
    </Section>
  )
}
