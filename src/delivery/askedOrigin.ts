/**
 * The origin under which Payload is asked for what is kept: the house's own. However `serverURL` is written, with a slash at its end or
 * a path, the API stands where its routes say.
 */
export function askedOrigin({ serverURL }: { serverURL: string }): string {
  return URL.canParse(serverURL) ? new URL(serverURL).origin : 'http://localhost'
}
