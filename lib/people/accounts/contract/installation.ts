import * as z from "zod"
import { Id, line } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { Email } from "../email"
import { InvitationView, LinkView, UserView } from "../views"
import { emailTaken } from "./refusals"

const nothing = z.strictObject({})
const lastAdmin = {
  "last-admin": {
    status: 409,
    sentence: "The installation needs at least one admin who can sign in. Assign another admin first.",
  },
} as const

export const listUsers = contract({
  name: "listUsers",
  audience: "installation",
  permission: "installation.read",
  method: "GET",
  path: "/users",
  summary: "All users",
  input: nothing,
  output: z.strictObject({ items: z.array(UserView) }),
  refusals: {},
})

export const changeUser = contract({
  name: "changeUser",
  audience: "installation",
  permission: "installation.manage",
  inPerson: true,
  method: "PATCH",
  path: "/users/{userId}",
  summary: "Disable or enable a user, or change admin rights; disabling ends their sessions immediately",
  input: z.strictObject({
    userId: Id,
    version: z.int().min(1),
    admin: z.boolean().optional(),
    disabled: z.boolean().optional(),
  }),
  output: UserView,
  refusals: { ...notFound, ...changedMeanwhile, ...lastAdmin },
})

export const endSessionsOfUser = contract({
  name: "endSessionsOfUser",
  audience: "installation",
  permission: "installation.manage",
  inPerson: true,
  method: "DELETE",
  path: "/users/{userId}/sessions",
  summary: "Sign a user out everywhere and revoke their API tokens",
  input: z.strictObject({ userId: Id }),
  output: z.strictObject({ ended: z.int(), tokens: z.int() }),
  refusals: { ...notFound },
})

export const addResetLink = contract({
  name: "addResetLink",
  audience: "installation",
  permission: "installation.manage",
  inPerson: true,
  method: "POST",
  path: "/users/{userId}/password-resets",
  summary: "Create a password reset link that lasts 24 hours; you send it yourself",
  input: z.strictObject({ userId: Id }),
  output: LinkView,
  refusals: { ...notFound },
})

export const listInvitations = contract({
  name: "listInvitations",
  audience: "installation",
  permission: "installation.read",
  method: "GET",
  path: "/invitations",
  summary: "Invitations to this installation that are still open",
  input: nothing,
  output: z.strictObject({ items: z.array(InvitationView) }),
  refusals: {},
})

export const inviteUser = contract({
  name: "inviteUser",
  audience: "installation",
  permission: "installation.manage",
  inPerson: true,
  method: "POST",
  path: "/invitations",
  summary: "Invite someone; the link works once and expires in seven days",
  input: z.strictObject({ email: Email, name: line(80) }),
  output: LinkView,
  refusals: { ...emailTaken },
})

export const removeInvitation = contract({
  name: "removeInvitation",
  audience: "installation",
  permission: "installation.manage",
  inPerson: true,
  method: "DELETE",
  path: "/invitations/{invitationId}",
  summary: "Withdraw an invitation that is still open",
  input: z.strictObject({ invitationId: Id }),
  output: z.strictObject({ id: Id }),
  refusals: { ...notFound },
})
