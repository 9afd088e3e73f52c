"use server";

import { action } from "@/server/action";
import { addComment } from "./use-cases/add-comment";
import { deleteComment } from "./use-cases/delete-comment";
import { editComment } from "./use-cases/edit-comment";

export const addCommentAction = action(addComment);
export const editCommentAction = action(editComment);
export const deleteCommentAction = action(deleteComment);
