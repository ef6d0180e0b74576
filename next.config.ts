import type { NextConfig } from "next"

const config: NextConfig = {
  poweredByHeader: false,
  // `npm run check` holds the types, with warnings as errors; a start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  // No pictures are fetched from elsewhere and scaled here.
  images: { unoptimized: true },
  // Programs rather than code: it is loaded by Node as it is.
  serverExternalPackages: ["esbuild"],
  turbopack: { root: import.meta.dirname },
  allowedDevOrigins: ["127.0.0.1"],
}

export default config
