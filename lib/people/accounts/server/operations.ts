import { knowRecords } from "@/lib/door/server/known-records"
import { answer, type Operation, serve } from "@/lib/door/server/serve"
import * as account from "../contract/account"
import * as entry from "../contract/entry"
import * as installation from "../contract/installation"
import * as people from "../contract/people"
import * as firstAdmin from "./commands/first-admin"
import * as invitations from "./commands/invitations"
import * as members from "./commands/members"
import * as passwords from "./commands/passwords"
import * as persons from "./commands/people"
import * as sessions from "./commands/sessions"
import * as tokens from "./commands/tokens"
import * as users from "./commands/users"
import { findMe, listOwnSessions, listOwnTokens } from "./queries/account"
import { listAllUsers, listOpenInvitations } from "./queries/installation"
import { listProgrammeInvitations, listProgrammeMembers, listProgrammePeople } from "./queries/people"

knowRecords({ type: "person", table: "person", title: "name", removable: true, alias: "user_id" })

export const accountsOperations: readonly Operation[] = [
  serve(entry.addFirstAdmin, firstAdmin.addFirstAdmin),
  serve(entry.acceptInvitation, invitations.acceptInvitation),
  serve(entry.joinProgramme, invitations.joinProgramme),
  serve(entry.resetPassword, passwords.resetPassword),

  answer(account.getMe, findMe),
  serve(account.changeMe, users.changeMe),
  serve(account.changePassword, passwords.changePassword),
  serve(account.confirmPassword, passwords.confirmPassword),
  answer(account.listSessions, listOwnSessions),
  serve(account.endSession, sessions.endSession),
  serve(account.endSessions, sessions.endSessions),
  answer(account.listTokens, listOwnTokens),
  serve(account.addToken, tokens.addToken),
  serve(account.revokeToken, tokens.revokeToken),

  answer(installation.listUsers, listAllUsers),
  serve(installation.changeUser, users.changeUser),
  serve(installation.endSessionsOfUser, sessions.endSessionsOfUser),
  serve(installation.addResetLink, passwords.addResetLink),
  answer(installation.listInvitations, listOpenInvitations),
  serve(installation.inviteUser, invitations.inviteUser),
  serve(installation.removeInvitation, invitations.removeInvitation),

  answer(people.listPeople, listProgrammePeople),
  serve(people.addPerson, persons.addPerson),
  serve(people.changePerson, persons.changePerson),
  serve(people.removePerson, persons.removePerson),
  serve(people.restorePerson, persons.restorePerson),
  answer(people.listMembers, listProgrammeMembers),
  serve(people.changeMemberRole, members.changeMemberRole),
  serve(people.removeMember, members.removeMember),
  answer(people.listMemberInvitations, listProgrammeInvitations),
  serve(people.inviteMember, invitations.inviteMember),
  serve(people.removeMemberInvitation, invitations.removeMemberInvitation),
]
