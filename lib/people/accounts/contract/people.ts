import * as z from "zod"
import { Id, line } from "@/lib/base/kernel/shapes"
import { programmeRoles } from "@/lib/door/access/policy"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { Email } from "../email"
import { InvitationView, LinkView, MemberRow, PersonRow } from "../views"
import { emailTaken } from "./refusals"

const nothing = z.strictObject({})
const version = z.int().min(1)
/** The key of a delivery role; whether the programme's pack knows it is the page's concern. */
const RoleKey = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, "Choose a delivery role from the list.")
const lastLead = {
  "last-lead": { status: 409, sentence: "A programme needs at least one lead. Assign another lead first." },
} as const

export const listPeople = contract({
  name: "listPeople",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/people",
  summary: "The people of a programme, with or without an account",
  input: nothing,
  output: z.strictObject({ items: z.array(PersonRow) }),
  refusals: {},
})

export const addPerson = contract({
  name: "addPerson",
  audience: "programme",
  permission: "members.manage",
  method: "POST",
  path: "/programmes/{programmeId}/people",
  summary: "Add a person without an account",
  input: z.strictObject({
    name: line(80),
    email: Email.nullable().default(null),
    roleKey: RoleKey.nullable().default(null),
  }),
  output: PersonRow,
  refusals: { ...emailTaken },
})

export const changePerson = contract({
  name: "changePerson",
  audience: "programme",
  permission: "members.manage",
  method: "PATCH",
  path: "/programmes/{programmeId}/people/{personId}",
  summary: "Change a person's name, e-mail address or delivery role in this programme",
  input: z.strictObject({
    personId: Id,
    version,
    name: line(80).optional(),
    email: Email.nullable().optional(),
    roleKey: RoleKey.nullable().optional(),
  }),
  output: PersonRow,
  refusals: { ...notFound, ...changedMeanwhile, ...emailTaken },
})

export const removePerson = contract({
  name: "removePerson",
  audience: "programme",
  permission: "members.manage",
  method: "DELETE",
  path: "/programmes/{programmeId}/people/{personId}",
  summary: "Remove a person from the programme; their history stays and their access ends immediately",
  input: z.strictObject({ personId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { ...notFound, ...changedMeanwhile, ...lastLead },
})

export const restorePerson = contract({
  name: "restorePerson",
  audience: "programme",
  permission: "members.manage",
  method: "POST",
  path: "/programmes/{programmeId}/people/{personId}/restoration",
  summary: "Restore a removed person, without access",
  input: z.strictObject({ personId: Id, version }),
  output: PersonRow,
  refusals: { ...notFound, ...changedMeanwhile, ...emailTaken },
})

export const listMembers = contract({
  name: "listMembers",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/members",
  summary: "Members of a programme and their roles",
  input: nothing,
  output: z.strictObject({ items: z.array(MemberRow) }),
  refusals: {},
})

export const changeMemberRole = contract({
  name: "changeMemberRole",
  audience: "programme",
  permission: "members.manage",
  inPerson: true,
  method: "PATCH",
  path: "/programmes/{programmeId}/members/{memberId}",
  summary: "Change a member's role; takes effect immediately",
  input: z.strictObject({ memberId: Id, version, role: z.enum(programmeRoles) }),
  output: MemberRow,
  refusals: { ...notFound, ...changedMeanwhile, ...lastLead },
})

export const removeMember = contract({
  name: "removeMember",
  audience: "programme",
  permission: "members.manage",
  inPerson: true,
  method: "DELETE",
  path: "/programmes/{programmeId}/members/{memberId}",
  summary: "Revoke a member's access; they keep their work",
  input: z.strictObject({ memberId: Id, version }),
  output: z.strictObject({ id: Id }),
  refusals: { ...notFound, ...changedMeanwhile, ...lastLead },
})

export const listMemberInvitations = contract({
  name: "listMemberInvitations",
  audience: "programme",
  permission: "members.manage",
  method: "GET",
  path: "/programmes/{programmeId}/invitations",
  summary: "Invitations to this programme that are still open",
  input: nothing,
  output: z.strictObject({ items: z.array(InvitationView) }),
  refusals: {},
})

export const inviteMember = contract({
  name: "inviteMember",
  audience: "programme",
  permission: "members.manage",
  inPerson: true,
  method: "POST",
  path: "/programmes/{programmeId}/invitations",
  summary: "Invite someone to this programme with a role; the link works once and expires in seven days",
  input: z.strictObject({ email: Email, name: line(80), role: z.enum(programmeRoles) }),
  output: LinkView,
  refusals: {
    "is-member": { status: 409, sentence: "This e-mail address already belongs to a member." },
  },
})

export const removeMemberInvitation = contract({
  name: "removeMemberInvitation",
  audience: "programme",
  permission: "members.manage",
  inPerson: true,
  method: "DELETE",
  path: "/programmes/{programmeId}/invitations/{invitationId}",
  summary: "Withdraw an invitation that is still open",
  input: z.strictObject({ invitationId: Id }),
  output: z.strictObject({ id: Id }),
  refusals: { ...notFound },
})
