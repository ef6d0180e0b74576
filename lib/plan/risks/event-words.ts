import type { WordTable } from "@/lib/door/audit/wording"
import { wordsOf } from "@/lib/records/wording"
import { registerEntry } from "./register"

/** The words for what happens in the register. */
export const risksWords: WordTable = {
  ...wordsOf(registerEntry),
  "register-entry.came-true": () => "converted it to an issue",
}
