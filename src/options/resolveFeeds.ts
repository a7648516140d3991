import { OptionError } from './optionError.ts'
import type { BroadsheetOptions, ResolvedOptions } from './types.ts'

/** Off, or what the feeds hold. */
export function resolveFeeds(feeds: BroadsheetOptions['feeds'] = true): ResolvedOptions['feeds'] {
  if (feeds === false) return false
  if (feeds !== true && (typeof feeds !== 'object' || feeds === null)) {
    throw new OptionError('feeds', feeds, "Give true, false or { content: 'summary' }.")
  }
  const { content = 'full', path = null } = feeds === true ? {} : feeds
  if (content !== 'full' && content !== 'summary') {
    throw new OptionError('feeds.content', content, "Give 'full' or 'summary'.")
  }
  if (path !== null && (typeof path !== 'string' || !/^(\/[a-z0-9._-]+)+$/i.test(path))) {
    throw new OptionError('feeds.path', path, "Give the beginning of an address, such as '/feeds'.")
  }
  return { content, path }
}
