import { fill, type Words } from '../../translations/index.ts'

interface ShownQueueProps {
  words: Words
  /** As it stands in the address. */
  name: string
  /** Null for a queue that is not there. */
  queue: { label: string; count: number } | null
  /** Whether a search or filters leave only a part of it. */
  narrowed: boolean
  /** Address of the list of all articles. */
  list: string
}

/** Which queue the list shows, and the way back to all articles. */
export function ShownQueue(props: ShownQueueProps) {
  return (
    <p className="broadsheet-queues__shown">
      {sayingOf(props)} <a href={props.list}>{props.words.admin['queue.showAll']}</a>
    </p>
  )
}

function sayingOf({ words: { admin }, name, queue, narrowed }: ShownQueueProps): string {
  if (queue === null) return fill(admin['queue.unknown'], { name: name.slice(0, 60) })
  const { label, count } = queue
  if (count === 0) return fill(admin['queue.nothing'], { queue: label })
  return fill(admin[narrowed ? 'queue.narrowed' : 'queue.shown'], { queue: label, count })
}
