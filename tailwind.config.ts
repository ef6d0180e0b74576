import type { Config } from "tailwindcss"

/** Stays nearly empty: colours, type and sizes are CSS variables in app/globals.css. */
const config: Config = {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
}

export default config
