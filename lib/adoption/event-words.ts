import type { WordTable } from "@/lib/door/audit/wording"

const changes = (count: unknown) => (count === 1 ? "1 change" : `${Number(count)} changes`)

/** The words for taking releases of the pack over. */
export const adoptionWords: WordTable = {
  "pack.adopted": ({ data }) => `took ${changes(data.taken)} of release ${String(data.to)} of the pack over`,
  "pack.adoption-undone": ({ data }) => `went back from release ${String(data.from)} of the pack`,
}
