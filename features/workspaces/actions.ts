"use server";

import { action } from "@/server/action";
import {
  changeRole,
  createInvitation,
  createToken,
  deleteWorkspace,
  removeMember,
  revokeInvitation,
  revokeToken,
  updateWorkspace,
} from "./commands";

export const updateWorkspaceAction = action(updateWorkspace);
export const deleteWorkspaceAction = action(deleteWorkspace);
export const changeRoleAction = action(changeRole);
export const removeMemberAction = action(removeMember);
export const createInvitationAction = action(createInvitation);
export const revokeInvitationAction = action(revokeInvitation);
export const createTokenAction = action(createToken);
export const revokeTokenAction = action(revokeToken);
