"use client"

import { Button } from "@/components/ui/button"
import { Pill } from "@/components/ui/pill"
import type { CallResult } from "@/lib/door/call"
import type { InvitationView } from "@/lib/people/accounts/views"
import { Instant } from "./instant"
import { roleNames } from "./role-names"
import { Row, RowList } from "./row-list"
import { useAct } from "./use-act"

type OpenInvitationsProps = {
  invitations: readonly InvitationView[]
  withdraw: (invitationId: string) => Promise<CallResult<unknown>>
}

/** Invitations nobody has opened yet, each with its withdrawal. */
export function OpenInvitations({ invitations, withdraw }: OpenInvitationsProps) {
  const { act, busy } = useAct()
  if (invitations.length === 0) return <p className="text-ink-3 text-meta">No open invitations.</p>
  return (
    <RowList label="Open invitations">
      {invitations.map(({ id, name, email, role, expiresAt }) => (
        <Row
          key={id}
          title={name}
          marks={role ? <Pill>{roleNames[role]}</Pill> : null}
          detail={
            <>
              {email}, until <Instant at={expiresAt} />
            </>
          }
          actions={
            <Button
              busy={busy}
              aria-label={`Withdraw invitation for ${name}`}
              onClick={() => void act(() => withdraw(id), { text: `Invitation for ${name} withdrawn` })}
            >
              Withdraw
            </Button>
          }
        />
      ))}
    </RowList>
  )
}
