import type { RecordType } from "../record"

/** Every type of record that is served, for what is common to all: search, imports, own fields, tests. */
export const servedTypes: RecordType[] = []
