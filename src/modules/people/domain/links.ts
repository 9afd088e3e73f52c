/** The links that reach people by mail: what each is signed for, and where it leads. */
export const invitationLink = { purpose: "invitation", path: "/join" } as const;
export const resetLink = { purpose: "reset", path: "/reset" } as const;
