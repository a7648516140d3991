import { NothingHere } from '../components/NothingHere.tsx'
import { siteWords } from '../words.ts'

/** Where Next itself finds nothing. */
export default function NotFound() {
  return (
    <>
      <title>{siteWords('zh').notFound}</title>
      <NothingHere />
    </>
  )
}
