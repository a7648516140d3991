import type { Coding } from '../../delivery/finishedAnswer.ts'

const preferred: readonly Coding[] = ['br', 'gzip']

/** The best coding of a body that a client takes, by its Accept-Encoding. */
export function codingFor(acceptEncoding: string): Coding {
  const accepted = new Map<string, number>()
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...params] = part.split(';').map((text) => text.trim())
    const weight = params.find((param) => param.startsWith('q='))
    if (name) accepted.set(name, weight ? Number(weight.slice(2)) : 1)
  }
  const weightOf = (coding: string) => accepted.get(coding) ?? accepted.get('*') ?? 0
  // As it is when the client says that it likes this better; who says nothing of it takes the smaller body.
  const plain = accepted.get('identity') ?? 0
  const best = preferred
    .filter((coding) => weightOf(coding) > 0 && weightOf(coding) >= plain)
    .sort((one, other) => weightOf(other) - weightOf(one))
  return best[0] ?? 'identity'
}
