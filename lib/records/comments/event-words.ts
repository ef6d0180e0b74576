import { sayText, type WordTable } from "@/lib/door/audit/wording"

/** The words for comments on any record. */
export const commentWords: WordTable = {
  "comment.added": ({ texts }) => `commented ${sayText(texts.body)}`,
  "comment.updated": ({ texts }) => `edited a comment: ${sayText(texts.body)}`,
  "comment.removed": () => "removed a comment",
  "comment.restored": () => "restored a comment",
}
