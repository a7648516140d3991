import { OptionError } from './optionError.ts'
import type { BroadsheetOptions, DeliveryOptions } from './types.ts'

/** 64 MiB: an archive's busy part, and little beside what Payload itself takes. */
const usualMemory = 64 * 1024 * 1024

/** Fills in and checks how published content is given out. */
export function resolveDelivery(options: BroadsheetOptions['delivery'] = {}): DeliveryOptions {
  const { memory = usualMemory, cacheControl = 'public, max-age=0, must-revalidate' } = options
  const { credentialHeaders = [], alsoShown = [], mostRows = 500 } = options
  if (!Number.isSafeInteger(memory) || memory < 0) {
    throw new OptionError(
      'delivery.memory',
      memory,
      'Give a number of bytes, such as 64 * 1024 * 1024, or 0.',
    )
  }
  if (!Number.isSafeInteger(mostRows) || mostRows < 1) {
    throw new OptionError('delivery.mostRows', mostRows, 'Give a whole number of rows, such as 500.')
  }
  if (typeof cacheControl !== 'string' || !/^[\x20-\x7e]+$/.test(cacheControl)) {
    throw new OptionError('delivery.cacheControl', cacheControl, 'Give the value of a Cache-Control header.')
  }
  const odd = credentialHeaders.find((name) => !/^[A-Za-z0-9-]+$/.test(name))
  if (odd !== undefined) {
    throw new OptionError('delivery.credentialHeaders', odd, 'Give names of headers, such as "x-api-key".')
  }
  const { previewUrl = null } = options
  if (previewUrl !== null && (typeof previewUrl !== 'string' || !previewUrl.includes('{token}'))) {
    throw new OptionError(
      'delivery.previewUrl',
      previewUrl,
      'Give an address with {token} in it, such as "/preview/{token}".',
    )
  }
  return {
    memory,
    mostRows,
    cacheControl,
    previewUrl,
    alsoShown: [...alsoShown],
    credentialHeaders: credentialHeaders.map((name) => name.toLowerCase()),
  }
}
