import { answer, type Operation, serve } from "@/lib/door/server/serve"
import * as account from "../contract/account"
import * as entry from "../contract/entry"
import * as installation from "../contract/installation"
import * as people from "../contract/people"
import { makeFirstAdmin } from "./commands/first-admin"
import {
  inviteToInstallation,
  inviteToProgramme,
  joinByInvitation,
  openAccount,
  withdrawFromInstallation,
  withdrawFromProgramme,
} from "./commands/invitations"
import { changeRole, endMembership } from "./commands/members"
import { changeOwnPassword, confirmOwnPassword, offerReset, setForgottenPassword } from "./commands/passwords"
import { addToPeople, changePerson, putBack, takeOff } from "./commands/people"
import { endAllOf, endOwnSession, endOwnSessions } from "./commands/sessions"
import { makeOwnToken, revokeOwnToken } from "./commands/tokens"
import { changeUser, renameMyself } from "./commands/users"
import { findMe, listOwnSessions, listOwnTokens } from "./queries/account"
import { listAllUsers, listOpenInvitations } from "./queries/installation"
import { listProgrammeInvitations, listProgrammeMembers, listProgrammePeople } from "./queries/people"

export const accountsOperations: readonly Operation[] = [
  serve(entry.createFirstAdmin, makeFirstAdmin),
  serve(entry.acceptInvitation, openAccount),
  serve(entry.joinProgramme, joinByInvitation),
  serve(entry.resetPassword, setForgottenPassword),

  answer(account.getMe, findMe),
  serve(account.updateMe, renameMyself),
  serve(account.changePassword, changeOwnPassword),
  serve(account.confirmPassword, confirmOwnPassword),
  answer(account.listSessions, listOwnSessions),
  serve(account.endSession, endOwnSession),
  serve(account.endSessions, endOwnSessions),
  answer(account.listTokens, listOwnTokens),
  serve(account.createToken, makeOwnToken),
  serve(account.revokeToken, revokeOwnToken),

  answer(installation.listUsers, listAllUsers),
  serve(installation.updateUser, changeUser),
  serve(installation.endSessionsOfUser, endAllOf),
  serve(installation.createResetLink, offerReset),
  answer(installation.listInvitations, listOpenInvitations),
  serve(installation.inviteUser, inviteToInstallation),
  serve(installation.withdrawInvitation, withdrawFromInstallation),

  answer(people.listPeople, listProgrammePeople),
  serve(people.addPerson, addToPeople),
  serve(people.updatePerson, changePerson),
  serve(people.removePerson, takeOff),
  serve(people.restorePerson, putBack),
  answer(people.listMembers, listProgrammeMembers),
  serve(people.changeMemberRole, changeRole),
  serve(people.removeMember, endMembership),
  answer(people.listMemberInvitations, listProgrammeInvitations),
  serve(people.inviteMember, inviteToProgramme),
  serve(people.withdrawMemberInvitation, withdrawFromProgramme),
]
