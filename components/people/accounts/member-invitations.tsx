"use client"

import { call } from "@/lib/door/call"
import type { InvitationView } from "@/lib/people/accounts/views"
import { inviteMember, removeMemberInvitation } from "@/lib/serve/api/generated/addresses"
import { InviteForm } from "./invite-form"
import { OpenInvitations } from "./open-invitations"
import { Section } from "./section"

type MemberInvitationsProps = { programmeId: string; invitations: readonly InvitationView[] }

/** Inviting somebody to the programme, in a role. */
export function MemberInvitations({ programmeId, invitations }: MemberInvitationsProps) {
  return (
    <Section title="Invitations" note="The person who opens the link joins with the role you choose here.">
      <InviteForm withRole invite={(invited) => call(inviteMember, { programmeId, ...invited })} />
      <OpenInvitations
        invitations={invitations}
        withdraw={(invitationId) => call(removeMemberInvitation, { programmeId, invitationId })}
      />
    </Section>
  )
}
