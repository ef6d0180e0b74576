"use client"

import { Button } from "@/components/ui/button"
import { Pill } from "@/components/ui/pill"
import { call } from "@/lib/door/call"
import type { SessionView } from "@/lib/people/accounts/views"
import { endSession, endSessions } from "@/lib/serve/api/generated/addresses"
import { Instant } from "./instant"
import { Row, RowList } from "./row-list"
import { Section } from "./section"
import { useAct } from "./use-act"

/** The browsers that are signed in, each with its end. */
export function SessionsSection({ sessions }: { sessions: readonly SessionView[] }) {
  const { act, busy } = useAct()
  const endOthers = () =>
    act(() => call(endSessions, { keepThisOne: true }), { text: "Signed out of your other browsers" })
  return (
    <Section
      title="Active sessions"
      note="A session lasts 30 days. Ending one takes effect immediately."
      actions={
        sessions.length > 1 ? (
          <Button busy={busy} onClick={() => void endOthers()}>
            Sign out all others
          </Button>
        ) : null
      }
    >
      <RowList label="Active sessions">
        {sessions.map(({ id, browser, signedInAt, expiresAt, current }) => (
          <Row
            key={id}
            title={browser}
            marks={current ? <Pill tone="accent">This browser</Pill> : null}
            detail={
              <>
                Since <Instant at={signedInAt} />, until <Instant at={expiresAt} />
              </>
            }
            actions={
              current ? null : (
                <Button
                  busy={busy}
                  aria-label={`Sign out ${browser}`}
                  onClick={() =>
                    void act(() => call(endSession, { sessionId: id }), { text: `${browser} is signed out` })
                  }
                >
                  Sign out
                </Button>
              )
            }
          />
        ))}
      </RowList>
    </Section>
  )
}
