import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))

export default defineConfig({
  resolve: { alias: { "@": root, "server-only": `${root}tests/support/server-only.ts` } },
  test: {
    // What is transformed once is kept on disk, for the next file and the next run.
    experimental: { fsModuleCache: true },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "tests/*.test.ts"],
          environment: "node",
          testTimeout: 30_000,
          // It imports its own folders without naming a file, which Node alone does not resolve.
          server: { deps: { inline: ["dt-sql-parser"] } },
        },
      },
      {
        extends: true,
        test: { name: "component", include: ["components/**/*.test.tsx"], environment: "jsdom", testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/support/postgres.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
