import config from '@payload-config'
import { headers } from 'next/headers'

/** Where this site is, without a slash at its end: as the house is set up, else as it was asked. The server has checked the host. */
export async function siteOrigin(): Promise<string> {
  const { serverURL } = await config
  if (serverURL) return serverURL.replace(/\/$/, '')
  const asked = await headers()
  const host = asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost'
  return `${asked.get('x-forwarded-proto') ?? 'http'}://${host}`
}
