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
    summary: "do what start does before it serves: make the database client and build the pages",
    load: async () => (await import("./prepare")).prepare,
  },
  {
    name: "doctor",
    summary: "say what is wrong here and how to mend it",
    load: async () => (await import("./doctor")).doctor,
  },
  {
    name: "admin create",
    summary: "make somebody an admin who can sign in",
    load: async () => (await import("./admin-create")).adminCreate,
  },
  {
    name: "token create",
    summary: "make an API token for somebody; it is printed once",
    load: async () => (await import("./token-create")).tokenCreate,
  },
  {
    name: "audit verify",
    summary: "walk every audit chain and say whether it is intact; print the heads to keep",
    load: async () => (await import("./audit-verify")).auditVerify,
  },
  {
    name: "secrets rotate",
    summary: "make a new key for kept secrets and move every secret under it",
    load: async () => (await import("./secrets-rotate")).secretsRotate,
  },
  {
    name: "demo load",
    summary: "load the demo programme: a year of history, told through the product's own commands",
    load: async () => (await import("./demo-load")).demoLoad,
  },
  {
    name: "demo remove",
    summary: "take the demo programme away with everything of it",
    load: async () => (await import("./demo-remove")).demoRemove,
  },
  {
    name: "test",
    summary: "run everything that guards Lakeward",
    load: async () => (await import("./test")).test,
  },
  {
    name: "check",
    summary: "run the fast part of the tests: format, lint, types, units, architecture",
    load: async () => (await import("./check")).check,
  },
  {
    name: "dev",
    summary: "serve Lakeward while its code changes",
    load: async () => (await import("./dev")).dev,
  },
  {
    name: "generate",
    summary: "make the database client from prisma/schema",
    load: async () => (await import("./generate")).generate,
  },
  {
    name: "migration",
    summary: "write a migration that leads to prisma/schema",
    load: async () => (await import("./migration")).migration,
  },
]
