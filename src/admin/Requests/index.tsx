import { Link } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'

import { optionsOf } from '../../options.ts'
import { fill, wordsIn, type Words } from '../../translations/index.ts'
import { LocalTime } from '../LocalTime/index.tsx'
import './index.css'
import { readRequests, type AskedFor } from './readRequests.ts'

interface RequestsProps {
  req: PayloadRequest
  language: string
  /** Requests about articles, about issues, or both. */
  about: readonly AskedFor['kind'][]
}

/** 等您确认: what somebody asked for and this person may confirm, and what they themselves have asked for. Nothing when nothing waits. */
export async function Requests({ req, language, about }: RequestsProps) {
  const now = new Date().toISOString()
  const { mine, own } = await readRequests(req, now)
  const words = wordsIn(language)
  const { routes } = req.payload.config
  const { slugs } = optionsOf(req.payload)
  const hrefs = {
    article: (id: string) => `${routes.admin}/collections/${slugs.articles}/${id}`,
    issue: (id: string) => `${routes.admin}/collections/${slugs.issues}/${id}/desk`,
  }
  const parts = [
    { title: words.admin['requests.mine'], asked: mine, name: 'mine' },
    { title: words.admin['requests.own'], asked: own, name: 'own' },
  ].map((part) => ({ ...part, asked: part.asked.filter(({ kind }) => about.includes(kind)) }))
  return parts
    .filter(({ asked }) => asked.length > 0)
    .map(({ title, asked, name }) => (
      <section key={name} aria-label={title} className={`broadsheet-requests broadsheet-requests--${name}`}>
        <h2>
          {title} <b>{asked.length}</b>
        </h2>
        <ul>
          {asked.map((one) => (
            <li key={`${one.kind} ${one.id}`}>
              <Link href={hrefs[one.kind](one.id)} prefetch={false}>
                <span className="broadsheet-requests__move">{moveOf(one, words)}</span>
                {one.kind === 'issue' ? fill(words.admin['requests.issue'], { title: one.title }) : one.title}
              </Link>
              {name === 'mine' ? (
                <span>{fill(words.admin['requests.by'], { name: one.by, reason: one.reason })}</span>
              ) : null}
              <small>
                {one.until < now ? (
                  words.admin['requests.lapsed']
                ) : (
                  <LocalTime at={one.until} language={language} sentence={words.admin['requests.until']} />
                )}
              </small>
            </li>
          ))}
        </ul>
      </section>
    ))
}

function moveOf({ kind, move }: AskedFor, { desk, workflow }: Words): string {
  const names: Readonly<Record<string, string>> =
    kind === 'issue' ? desk.issueTransitions : workflow.transitions
  return names[move] ?? move
}
