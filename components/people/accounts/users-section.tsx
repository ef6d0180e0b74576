"use client"

import { useState } from "react"
import { IconButton } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/dialog"
import { Menu, type MenuEntry } from "@/components/ui/menu"
import { Pill } from "@/components/ui/pill"
import { call } from "@/lib/door/call"
import type { UserView } from "@/lib/people/accounts/views"
import { addResetLink, changeUser, endSessionsOfUser } from "@/lib/serve/api/generated/addresses"
import { Instant } from "./instant"
import { Row, RowList } from "./row-list"
import { Section } from "./section"
import { ShownOnce } from "./shown-once"
import { useAct } from "./use-act"

type UsersSectionProps = { users: readonly UserView[]; myId: string }

/** Everybody with an account: reset links, signing out, disabling, and who is an admin. */
export function UsersSection({ users, myId }: UsersSectionProps) {
  const { act, busy } = useAct()
  const [link, setLink] = useState<{ url: string; email: string } | null>(null)
  const [disabling, setDisabling] = useState<UserView | null>(null)
  const change = ({ id, version }: UserView, to: { admin?: boolean; disabled?: boolean }, text: string) =>
    act(() => call(changeUser, { userId: id, version, ...to }), { text })
  const reset = async ({ id, email }: UserView) => {
    const made = await act(() => call(addResetLink, { userId: id }))
    if (made.ok) setLink({ url: `${location.origin}${made.value.path}`, email })
  }
  const actsOf = (user: UserView): MenuEntry[] => [
    {
      id: "reset",
      label: "Create password reset link",
      icon: "link",
      disabled: user.disabled,
      onSelect: () => void reset(user),
    },
    {
      id: "end",
      label: "Sign out everywhere",
      icon: "sign-out",
      disabled: user.sessions === 0,
      onSelect: () =>
        void act(() => call(endSessionsOfUser, { userId: user.id }), { text: `${user.name} is signed out everywhere` }),
    },
    {
      id: "admin",
      label: user.admin ? "Remove admin rights" : "Make admin",
      icon: "settings",
      onSelect: () =>
        void change(
          user,
          { admin: !user.admin },
          user.admin ? `${user.name} is no longer an admin` : `${user.name} is now an admin`,
        ),
    },
    { kind: "separator", id: "line" },
    user.disabled
      ? {
          id: "enable",
          label: "Enable",
          icon: "undo",
          onSelect: () => void change(user, { disabled: false }, `${user.name} is enabled`),
        }
      : {
          id: "disable",
          label: "Disable",
          icon: "lock",
          danger: true,
          disabled: user.id === myId,
          onSelect: () => setDisabling(user),
        },
  ]
  return (
    <Section title="Users" note="Admins only see programmes they are members of.">
      {link ? (
        <ShownOnce
          label="Password reset link"
          value={link.url}
          sentence={`Send this link to ${link.email} yourself. It is shown once, works once and expires in 24 hours.`}
          onDone={() => setLink(null)}
        />
      ) : null}
      <RowList label="Users">
        {users.map((user) => (
          <Row
            key={user.id}
            title={user.name}
            marks={
              <>
                {user.admin ? <Pill tone="accent">Admin</Pill> : null}
                {user.disabled ? <Pill tone="warn">Disabled</Pill> : null}
                {user.id === myId ? <Pill>You</Pill> : null}
              </>
            }
            detail={
              <>
                {user.email},{" "}
                {user.lastSignInAt ? (
                  <>
                    last signed in <Instant at={user.lastSignInAt} />
                  </>
                ) : (
                  "never signed in"
                )}
              </>
            }
            actions={
              <Menu
                label={`Actions for ${user.name}`}
                align="end"
                entries={actsOf(user)}
                trigger={(props) => <IconButton {...props} icon="more" label={`Actions for ${user.name}`} />}
              />
            }
          />
        ))}
      </RowList>
      <ConfirmDialog
        open={disabling !== null}
        title={`Disable ${disabling?.name ?? ""}?`}
        confirmLabel="Disable"
        danger
        busy={busy}
        onCancel={() => setDisabling(null)}
        onConfirm={() => {
          if (disabling)
            void change(disabling, { disabled: true }, `${disabling.name} is disabled`).then(() => setDisabling(null))
        }}
      >
        All sessions and tokens of this account stop working. Work and history stay. You can enable it again.
      </ConfirmDialog>
    </Section>
  )
}
