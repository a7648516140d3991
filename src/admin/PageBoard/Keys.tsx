import type { Words } from '../../translations/index.ts'

interface KeysProps {
  /** By it each card says what its keys do. */
  id: string
  words: Words
  movable: boolean
}

/** What the keys do: in sight, and read out with a card. */
export function Keys({ id, words, movable }: KeysProps) {
  const { board } = words
  const keys: [keys: string, does: string][] = [
    ['← ↑ ↓ →', board['keys.walk']],
    ['Enter', board['keys.open']],
    ...(movable
      ? ([
          [board['keys.space'], board['keys.take']],
          ['Esc', board['keys.back']],
          ['M', board['keys.move']],
          ['Del', board['keys.unplace']],
        ] satisfies [string, string][])
      : []),
  ]
  return (
    <p id={id} className="broadsheet-board__keys">
      {keys.map(([key, does]) => (
        <span key={key}>
          <kbd>{key}</kbd> {does}
        </span>
      ))}
    </p>
  )
}
