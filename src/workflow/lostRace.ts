/** Somebody else was faster: a row is no longer at the rev it was read at. Nothing of this change was written. */
export class LostRace extends Error {
  override name = 'LostRace'
}

/**
 * Runs work again when it lost a race: it must begin by reading what it decides on, and roll back what it wrote. The
 * second look says in words what the first could not know.
 */
export async function again<Result>(work: () => Promise<Result>, attempts = 4): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof LostRace) || attempt >= attempts) throw error
    }
  }
}
