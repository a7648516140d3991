import { siteOrigin } from '../reads/origin.ts'

/** Where a page is, for who holds it on paper; a screen does not show it. */
export async function PrintedAddress({ path }: { path: string }) {
  return <p className="printed">{(await siteOrigin()) + path}</p>
}
