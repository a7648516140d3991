import { createHash } from 'node:crypto'

const modulus = 1n << 256n

/**
 * A hash of rows that does not depend on their order: the sum of their SHA-256, modulo 2^256. Two databases keep rows in
 * orders of their own.
 */
export class SumOfHashes {
  #sum = 0n
  count = 0

  add(text: string): void {
    this.#sum = (this.#sum + BigInt(`0x${createHash('sha256').update(text, 'utf8').digest('hex')}`)) % modulus
    this.count += 1
  }

  get hex(): string {
    return this.#sum.toString(16).padStart(64, '0')
  }
}
