"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { Pill } from "@/components/ui/pill"
import { Select } from "@/components/ui/select"
import { type ProgrammeRole, programmeRoles } from "@/lib/door/access/policy"
import { call } from "@/lib/door/call"
import type { PersonRow } from "@/lib/people/accounts/views"
import { changeMemberRole, removeMember, removePerson, restorePerson } from "@/lib/serve/api/generated/addresses"
import { PersonForm } from "./person-form"
import { roleNames } from "./role-names"
import { Row, RowList } from "./row-list"
import { Section } from "./section"
import { useAct } from "./use-act"

export type DeliveryRole = { readonly key: string; readonly name: string }
type PeopleSectionProps = {
  programmeId: string
  people: readonly PersonRow[]
  deliveryRoles: readonly DeliveryRole[]
  mayManage: boolean
}

const roles = programmeRoles.map((value) => ({ value, label: roleNames[value] }))

/** Everybody of the programme: access role, delivery role, and the way out. */
export function PeopleSection({ programmeId, people, deliveryRoles, mayManage }: PeopleSectionProps) {
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title="People"
      note="People who own work. Only those with an access role can sign in and see the programme."
      actions={
        mayManage && !adding ? (
          <Button icon="plus" onClick={() => setAdding(true)}>
            Add a person
          </Button>
        ) : null
      }
    >
      {adding ? (
        <PersonForm
          programmeId={programmeId}
          person={null}
          deliveryRoles={deliveryRoles}
          onDone={() => setAdding(false)}
        />
      ) : null}
      {people.length === 0 ? (
        <EmptyState className="px-0">No people yet. Add the people who own work, or invite them below.</EmptyState>
      ) : (
        <RowList label="People">
          {people.map((person) => (
            <PersonEntry key={person.id} {...{ programmeId, person, deliveryRoles, mayManage }} />
          ))}
        </RowList>
      )}
    </Section>
  )
}

type PersonEntryProps = Omit<PeopleSectionProps, "people"> & { person: PersonRow }

function PersonEntry({ programmeId, person, deliveryRoles, mayManage }: PersonEntryProps) {
  const [editing, setEditing] = useState(false)
  const delivery = deliveryRoles.find(({ key }) => key === person.roleKey)?.name
  if (editing)
    return (
      <li className="py-3">
        <PersonForm {...{ programmeId, person, deliveryRoles }} onDone={() => setEditing(false)} />
      </li>
    )
  return (
    <Row
      title={person.name}
      marks={
        <>
          {person.you ? <Pill>You</Pill> : null}
          {person.member && !mayManage ? <Pill tone="accent">{roleNames[person.member.role]}</Pill> : null}
        </>
      }
      detail={[delivery, person.email].filter(Boolean).join(", ") || "No delivery role"}
      actions={
        mayManage ? <PersonActs programmeId={programmeId} person={person} onEdit={() => setEditing(true)} /> : null
      }
    />
  )
}

type PersonActsProps = { programmeId: string; person: PersonRow; onEdit: () => void }

function PersonActs({ programmeId, person, onEdit }: PersonActsProps) {
  const { act, busy } = useAct()
  const [ending, setEnding] = useState(false)
  const { id: personId, name, version, member } = person
  const changeRole = (role: ProgrammeRole) => {
    if (!member || role === member.role) return
    const input = { programmeId, memberId: member.id, version: member.version, role }
    const undo = () =>
      void act(() => call(changeMemberRole, { ...input, version: member.version + 1, role: member.role }))
    void act(() => call(changeMemberRole, input), { text: `${name} is ${roleNames[role].toLowerCase()} now`, undo })
  }
  const takeOff = () =>
    act(() => call(removePerson, { programmeId, personId, version }), {
      text: `${name} was removed`,
      undo: (removed) => void act(() => call(restorePerson, { programmeId, personId, version: removed.version })),
    })
  const endAccess = async () => {
    if (!member) return
    const input = { programmeId, memberId: member.id, version: member.version }
    await act(() => call(removeMember, input), { text: `Access of ${name} was revoked` })
    setEnding(false)
  }
  return (
    <>
      {member ? (
        <Select
          label={`Role of ${name}`}
          hideLabel
          options={roles}
          value={member.role}
          onChange={changeRole}
          disabled={busy}
          className="w-[130px]"
        />
      ) : null}
      <Button aria-label={`Edit ${name}`} onClick={onEdit}>
        Edit
      </Button>
      {member ? (
        <Button variant="danger" aria-label={`Revoke access of ${name}`} onClick={() => setEnding(true)}>
          Revoke access
        </Button>
      ) : (
        <Button variant="danger" busy={busy} aria-label={`Remove ${name}`} onClick={() => void takeOff()}>
          Remove
        </Button>
      )}
      <ConfirmDialog
        open={ending}
        title={`Revoke access of ${name}?`}
        confirmLabel="Revoke access"
        danger
        busy={busy}
        onCancel={() => setEnding(false)}
        onConfirm={() => void endAccess()}
      >
        {name} will no longer see this programme, but keeps their work. Invite them again to restore access.
      </ConfirmDialog>
    </>
  )
}
