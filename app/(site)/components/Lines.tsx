import { Phrases } from './Phrases.tsx'

/** A deck in the lines in which it was set. */
export function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <span key={index}>
      <Phrases text={line} />
    </span>
  ))
}
