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
  serve(entry.createFirstAdmin, "public", makeFirstAdmin),
  serve(entry.acceptInvitation, "public", openAccount),
  serve(entry.joinProgramme, "account.manage", joinByInvitation),
  serve(entry.resetPassword, "public", setForgottenPassword),

  answer(account.getMe, "account.read", findMe),
  serve(account.updateMe, "account.manage", renameMyself),
  serve(account.changePassword, "account.manage", changeOwnPassword),
  serve(account.confirmPassword, "account.manage", confirmOwnPassword),
  answer(account.listSessions, "account.read", listOwnSessions),
  serve(account.endSession, "account.manage", endOwnSession),
  serve(account.endSessions, "account.manage", endOwnSessions),
  answer(account.listTokens, "account.read", listOwnTokens),
  serve(account.createToken, "account.manage", makeOwnToken),
  serve(account.revokeToken, "account.manage", revokeOwnToken),

  answer(installation.listUsers, "installation.read", listAllUsers),
  serve(installation.updateUser, "installation.manage", changeUser),
  serve(installation.endSessionsOfUser, "installation.manage", endAllOf),
  serve(installation.createResetLink, "installation.manage", offerReset),
  answer(installation.listInvitations, "installation.read", listOpenInvitations),
  serve(installation.inviteUser, "installation.manage", inviteToInstallation),
  serve(installation.withdrawInvitation, "installation.manage", withdrawFromInstallation),

  answer(people.listPeople, "programme.read", listProgrammePeople),
  serve(people.addPerson, "members.manage", addToPeople),
  serve(people.updatePerson, "members.manage", changePerson),
  serve(people.removePerson, "members.manage", takeOff),
  serve(people.restorePerson, "members.manage", putBack),
  answer(people.listMembers, "programme.read", listProgrammeMembers),
  serve(people.changeMemberRole, "members.manage", changeRole),
  serve(people.removeMember, "members.manage", endMembership),
  answer(people.listMemberInvitations, "members.manage", listProgrammeInvitations),
  serve(people.inviteMember, "members.manage", inviteToProgramme),
  serve(people.withdrawMemberInvitation, "members.manage", withdrawFromProgramme),
]
