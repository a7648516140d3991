'use client'
import { Button, Link, useConfig, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import { fill, wordsIn } from '../../translations/index.ts'
import { addressesOf } from '../issueWork/addresses.ts'
import type { FlowSheetAnswer } from '../issueWork/answers.ts'
import { LoadFailed } from '../issueWork/LoadFailed.tsx'
import { poll } from '../issueWork/poll.ts'
import { usePolled } from '../issueWork/usePolled.ts'
import { useSlugs } from '../useOptions.ts'
import './index.css'
import { Sheet } from './Sheet.tsx'

/** The flow sheet of an issue as it is now, with the ways to print it, to take it as CSV, and back to the desk. */
export function FlowSheet({ issue }: { issue: string }) {
  const { config } = useConfig()
  const { language } = useTranslation().i18n
  const words = wordsIn(language)
  const { board } = words
  const addresses = addressesOf(config, { issue, slugs: useSlugs() })
  const { issueApi } = addresses
  // Cheap to ask for again: it tells when anything of the issue has changed.
  const { value: changed, failure: unreachable } = usePolled<object>(`${issueApi}/board`, { language })
  const [sheet, setSheet] = useState<FlowSheetAnswer | null>(null)
  const [failure, setFailure] = useState<{ status: number; message: string | null } | null>(null)

  const read = useCallback(async () => {
    const answer = await poll<FlowSheetAnswer>(`${issueApi}/flow-sheet`, { etag: null, language })
    if (answer.outcome === 'new') setSheet(answer.body)
    setFailure(answer.outcome === 'failed' ? answer : null)
  }, [issueApi, language])
  useEffect(() => {
    if (!changed) return
    // eslint-disable-next-line react-hooks/set-state-in-effect -- what the server answers is state
    void read()
  }, [read, changed])

  return (
    <main className="broadsheet-sheet">
      <nav className="broadsheet-sheet__bar" aria-label={board['flow.title']}>
        <Link href={addresses.desk} prefetch={false}>
          {fill(board['flow.back'], {})}
        </Link>
        <Button buttonStyle="primary" size="small" margin={false} onClick={() => window.print()}>
          {board['flow.print']}
        </Button>
        <a href={`${issueApi}/flow-sheet.csv`} download>
          {board['flow.csv']}
        </a>
      </nav>
      {sheet ? (
        <Sheet {...{ sheet, words, language }} />
      ) : (
        <LoadFailed failure={failure ?? unreachable} words={words} onAgain={() => void read()} />
      )}
    </main>
  )
}
