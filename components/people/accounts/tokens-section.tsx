"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { Pill } from "@/components/ui/pill"
import { call } from "@/lib/door/call"
import type { TokenView } from "@/lib/people/accounts/views"
import { revokeToken } from "@/lib/serve/api/generated/addresses"
import { Instant } from "./instant"
import { NewTokenForm } from "./new-token-form"
import { Row, RowList } from "./row-list"
import { Section } from "./section"
import { ShownOnce } from "./shown-once"
import { useAct } from "./use-act"

/** Tokens for scripts: make one, copy it once, revoke it. */
export function TokensSection({ tokens }: { tokens: readonly TokenView[] }) {
  const { act, busy } = useAct()
  const [secret, setSecret] = useState<string | null>(null)
  const [leaving, setLeaving] = useState<TokenView | null>(null)
  const revoke = async ({ id, name }: TokenView) => {
    await act(() => call(revokeToken, { tokenId: id }), { text: `${name} was revoked` })
    setLeaving(null)
  }
  return (
    <Section
      title="API tokens"
      note="Use tokens in scripts with Authorization: Bearer. They have your permissions but can't sign off or invite people."
    >
      {secret ? (
        <ShownOnce
          label="Token"
          value={secret}
          sentence="Copy the token now. It won't be shown again."
          onDone={() => setSecret(null)}
        />
      ) : null}
      <NewTokenForm onMade={setSecret} />
      {tokens.length === 0 ? (
        <EmptyState className="px-0 py-4">No API tokens yet.</EmptyState>
      ) : (
        <RowList label="Your tokens">
          {tokens.map((token) => (
            <Row
              key={token.id}
              title={token.name}
              marks={<Pill>{token.scope === "read" ? "reads" : "reads and writes"}</Pill>}
              detail={
                <>
                  Until <Instant at={token.expiresAt} />,{" "}
                  {token.lastUsedAt ? (
                    <>
                      last used <Instant at={token.lastUsedAt} />
                    </>
                  ) : (
                    "never used"
                  )}
                </>
              }
              actions={
                <Button variant="danger" aria-label={`Revoke ${token.name}`} onClick={() => setLeaving(token)}>
                  Revoke
                </Button>
              }
            />
          ))}
        </RowList>
      )}
      <ConfirmDialog
        open={leaving !== null}
        title={`Revoke ${leaving?.name ?? ""}?`}
        confirmLabel="Revoke"
        danger
        busy={busy}
        onConfirm={() => leaving && void revoke(leaving)}
        onCancel={() => setLeaving(null)}
      >
        Anything using this token stops working immediately. This can't be undone.
      </ConfirmDialog>
    </Section>
  )
}
