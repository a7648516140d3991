import { createHmac } from 'node:crypto'

/**
 * The signature of a message as Standard Webhooks has it: HMAC-SHA256 over `id.timestamp.body`, in base64, after `v1,`. The
 * timestamp is signed too, so that a message that was overheard cannot be sent again later.
 * @param message.timestamp seconds since 1970
 * @see https://www.standardwebhooks.com
 */
export function signatureOf(
  secret: string,
  message: { id: string; timestamp: number; body: string },
): string {
  const key = secret.startsWith('whsec_')
    ? Buffer.from(secret.slice(6), 'base64')
    : Buffer.from(secret, 'utf8')
  const signed = `${message.id}.${message.timestamp}.${message.body}`
  return `v1,${createHmac('sha256', key).update(signed, 'utf8').digest('base64')}`
}
