import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const nextConfig = {
  // The Express server in front compresses, sets the headers and logs.
  compress: false,
  poweredByHeader: false,
  // `npm test` checks types. Starting a newspaper must not depend on the types of its tests.
  typescript: { ignoreBuildErrors: true },
  // Browsers and feed readers ask for this address whatever the page's head names.
  rewrites: async () => ({ beforeFiles: [{ source: '/favicon.ico', destination: '/icon.svg' }] }),
  // A form of a long article is larger than Next's default of 1 MB; the server's own limit is the same.
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
