"use server";

import { action } from "@/server/action";
import { addComment } from "./use-cases/add-comment";
import { addTask } from "./use-cases/add-task";
import { deleteComment } from "./use-cases/delete-comment";
import { editComment } from "./use-cases/edit-comment";
import { setFileRemoved } from "./use-cases/set-file-removed";
import { setTaskDone } from "./use-cases/set-task-done";

export const addCommentAction = action(addComment);
export const editCommentAction = action(editComment);
export const deleteCommentAction = action(deleteComment);
export const setFileRemovedAction = action(setFileRemoved);
export const addTaskAction = action(addTask);
export const setTaskDoneAction = action(setTaskDone);
