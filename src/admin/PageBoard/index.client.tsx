'use client'
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { wordsIn } from '../../translations/index.ts'
import { useSlugs } from '../useOptions.ts'
import { addressesOf } from '../issueWork/addresses.ts'
import { IssueSteps } from '../issueWork/IssueSteps.tsx'
import { LoadFailed } from '../issueWork/LoadFailed.tsx'
import { Board } from './Board.tsx'
import './index.css'
import { useBoard } from './useBoard.ts'

/** 版面看板: an issue as columns of pages with cards of articles, moved by mouse, finger or keyboard. */
export function PageBoard() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { language } = useTranslation().i18n
  const words = wordsIn(language)
  const addresses = addressesOf(config, { issue: String(id), slugs: useSlugs() })
  const [inHand, setInHand] = useState(false)
  const { board, failure, ...rest } = useBoard({
    ...{ url: addresses.issueApi, language, words },
    paused: inHand,
  })
  return (
    <div className="broadsheet-board">
      <IssueSteps label={words.board['board.title']} title={board?.issue.title} {...{ addresses, words }} />
      {board ? (
        <Board {...{ board, failure, words, language, addresses }} {...rest} onHand={setInHand} />
      ) : (
        <LoadFailed failure={failure} words={words} onAgain={() => void rest.reload()} />
      )}
    </div>
  )
}
