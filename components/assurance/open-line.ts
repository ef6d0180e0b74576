import type { SignOffView } from "@/lib/assurance/sign-contract"
import type { Assurance } from "./use-assurance"
import type { Opened } from "./use-opened"

/** The line or gate in the address: by its id, or a criterion by its key as other pages name it. */
export const openLineOf = ({ lines }: Assurance, { line, criterion }: Opened): SignOffView | undefined =>
  line === null
    ? lines.find(({ kind, key }) => kind === "criterion" && key === criterion)
    : lines.find(({ id }) => id === line)
