import { withPayload } from '@payloadcms/next/withPayload'
import path from 'node:path'

/** The same Payload configuration as Broadsheet's own, served by Next alone: what `bench:delivery` compares with. */
export default withPayload(
  {
    turbopack: { root: path.join(import.meta.dirname, '../..') },
    typescript: { ignoreBuildErrors: true },
  },
  { devBundleServerPackages: false },
)
