import type { IncomingMessage } from 'node:http'
import type { Payload } from 'payload'
import { BoundedMemory } from '../../delivery/boundedMemory.ts'
import type { PublishedHouse } from '../../delivery/publishedHouse.ts'
import type { ReadAnswer } from '../../delivery/publishedReads.ts'
import { addressOf } from './addressOf.ts'
import { memo } from './memo.ts'

/** A published read that was recognised: the key of its answer, and how to come by it. */
export interface Question {
  key: string
  get: () => Promise<ReadAnswer>
}

/** Bytes for addresses as clients spell them; what they mean is found once for each spelling. */
const spellingsMemory = 4_000_000

interface Spelling {
  bytes: number
  question: Question
}

/** Recognises published reads among GETs that say nothing of who is asking; null for all others. */
export function restQuestions(house: PublishedHouse): (request: IncomingMessage) => Question | null {
  const spellings = new BoundedMemory<Spelling>(spellingsMemory)
  const languageOf = memo(house.languageOf)
  const usual = languageOf('')

  return (request) => {
    const { headers } = request
    const url = addressOf(request)
    const accepted = headers['accept-language']
    const language = accepted === undefined ? usual : languageOf(accepted)
    const origin = house.originOf(headers.origin)
    const spelled = language === usual && origin === undefined ? url : `${language} ${origin ?? ''} ${url}`
    const known = spellings.get(spelled)
    if (known) return known.question
    const address = house.canonical(url)
    if (address === null) return null
    const read = { address, language, origin }
    const question = { key: house.keyOf(read), get: () => house.get(read) }
    spellings.set(spelled, { bytes: question.key.length * 2, question })
    return question
  }
}

/**
 * Tells whether a request says who it is from. Null where an auth strategy of the app may look at headers that nobody has
 * named: then no request is known to be anonymous.
 */
export function credentialsIn(payload: Payload): ((request: IncomingMessage) => boolean) | null {
  const { collections, custom } = payload.config
  const others: string[] = custom.broadsheet.delivery.credentialHeaders
  const ownStrategies = collections.some(({ auth }) => auth && auth.strategies.length > 0)
  if (ownStrategies && others.length === 0) return null
  return ({ headers }) =>
    headers.cookie !== undefined ||
    headers.authorization !== undefined ||
    others.some((name) => headers[name] !== undefined)
}
