import type { Command } from "./command"

/** A command as the list knows it: nothing of it is loaded before it is asked for. */
export type Entry = {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** Everything that `npm run lakeward -- <command>` can do, in the order of `--help`. */
export const entries: readonly Entry[] = [
  {
    name: "start",
    summary: "install, prepare, build and serve Lakeward",
    load: async () => (await import("./start")).start,
  },
  {
    name: "prepare",
    summary: "generate the database client and build the pages",
    load: async () => (await import("./prepare")).prepare,
  },
  {
    name: "doctor",
    summary: "diagnose problems and suggest fixes",
    load: async () => (await import("./doctor")).doctor,
  },
  {
    name: "admin create",
    summary: "create an admin account",
    load: async () => (await import("./admin-create")).adminCreate,
  },
  {
    name: "token create",
    summary: "create an API token for a user; printed once",
    load: async () => (await import("./token-create")).tokenCreate,
  },
  {
    name: "audit verify",
    summary: "verify all audit chains and print their head hashes",
    load: async () => (await import("./audit-verify")).auditVerify,
  },
  {
    name: "audit seal",
    summary: "sign which events of a chain are known to be broken, so that any other change still shows",
    load: async () => (await import("./audit-seal")).auditSeal,
  },
  {
    name: "secrets rotate",
    summary: "create a new encryption key and re-encrypt all secrets",
    load: async () => (await import("./secrets-rotate")).secretsRotate,
  },
  {
    name: "demo load",
    summary: "load the demo programme with a year of history",
    load: async () => (await import("./demo-load")).demoLoad,
  },
  {
    name: "demo remove",
    summary: "remove the demo programme and its data",
    load: async () => (await import("./demo-remove")).demoRemove,
  },
  {
    name: "test",
    summary: "run all checks and tests",
    load: async () => (await import("./test")).test,
  },
  {
    name: "check",
    summary: "run the fast tests: format, lint, types, units, architecture",
    load: async () => (await import("./check")).check,
  },
  {
    name: "dev",
    summary: "run Lakeward in development mode",
    load: async () => (await import("./dev")).dev,
  },
  {
    name: "generate",
    summary: "generate the database client from prisma/schema",
    load: async () => (await import("./generate")).generate,
  },
  {
    name: "migration",
    summary: "create a migration for changes in prisma/schema",
    load: async () => (await import("./migration")).migration,
  },
]
