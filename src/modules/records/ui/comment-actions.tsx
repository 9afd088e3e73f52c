"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";

const forms = () => import("./comment-forms");

/** The author changes or takes back a comment while it is new. */
export function CommentActions({ commentId, body }: { commentId: string; body: string }) {
  const t = useTranslations("records.comment");
  return (
    <span className="-ms-2 flex flex-wrap">
      <ActionDialog
        label={t("edit")}
        variant="quiet"
        title={t("editTitle")}
        description={t("editText")}
        load={async () => (await forms()).EditCommentForm}
        form={{ commentId, body }}
      />
      <ActionDialog
        label={t("delete")}
        variant="quiet"
        title={t("deleteTitle")}
        description={t("deleteText")}
        load={async () => (await forms()).DeleteCommentForm}
        form={{ commentId }}
      />
    </span>
  );
}
