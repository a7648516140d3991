import { NothingHere } from './components/NothingHere.tsx'

/** Where Next itself finds nothing. */
export default function NotFound() {
  return <NothingHere />
}
