"use server";

import { action } from "@/server/action";
import { createInvitation, revokeInvitation } from "./commands/invitations";
import { changeRole, removeMember } from "./commands/members";
import { createToken, revokeToken } from "./commands/tokens";
import { deleteWorkspace, updateWorkspace } from "./commands/workspace";

export const updateWorkspaceAction = action(updateWorkspace);
export const deleteWorkspaceAction = action(deleteWorkspace);
export const changeRoleAction = action(changeRole);
export const removeMemberAction = action(removeMember);
export const createInvitationAction = action(createInvitation);
export const revokeInvitationAction = action(revokeInvitation);
export const createTokenAction = action(createToken);
export const revokeTokenAction = action(revokeToken);
