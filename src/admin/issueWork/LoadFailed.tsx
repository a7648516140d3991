import { fill, type Words } from '../../translations/index.ts'

interface LoadFailedProps {
  /** Null while the first answer is awaited. */
  failure: { status: number; message: string | null } | null
  words: Words
  onAgain: () => void
}

/** While nothing is known yet: that it is being read, or why it could not be. */
export function LoadFailed({ failure, words, onAgain }: LoadFailedProps) {
  const { board, admin } = words
  if (!failure)
    return (
      <p className="broadsheet-view__waiting" role="status">
        {board['loading']}
      </p>
    )
  return (
    <div className="broadsheet-panel__refusal" role="alert">
      <p>{whyFailed(failure, words)}</p>
      <button type="button" className="broadsheet-link" onClick={onAgain}>
        {admin['bar.again']}
      </button>
    </div>
  )
}

/** Why an answer failed, in words. */
export function whyFailed(
  { status, message }: { status: number; message: string | null },
  { board }: Words,
): string {
  if (message) return message
  return status === 0 ? board['offline'] : fill(board['failedStatus'], { status })
}
