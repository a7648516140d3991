'use client'
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import { wordsIn } from '../../translations/index.ts'
import { addressesOf } from '../issueWork/addresses.ts'
import { IssueSteps } from '../issueWork/IssueSteps.tsx'
import { LoadFailed, whyFailed } from '../issueWork/LoadFailed.tsx'
import { useSlugs } from '../useOptions.ts'
import { DeskHead } from './DeskHead.tsx'
import { Editions } from './Editions.tsx'
import { History } from './History.tsx'
import './index.css'
import { Pages } from './Pages.tsx'
import { PreflightList } from './PreflightList.tsx'
import { useDesk } from './useDesk.ts'

/** 付印台: whether an issue may go, what keeps it, and the moves that take it to its readers. */
export function IssueDesk() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { language } = useTranslation().i18n
  const words = wordsIn(language)
  const addresses = addressesOf(config, { issue: String(id), slugs: useSlugs() })
  const { board, state, failure, reload } = useDesk(addresses.issueApi, language)
  const shared = { words, language, addresses }
  return (
    <>
      <IssueSteps label={words.board['desk.title']} title={board?.issue.title} {...{ addresses, words }} />
      {board && state ? (
        <div className="broadsheet-desk">
          <DeskHead {...shared} {...{ board, state }} onChanged={reload} />
          {failure ? (
            <p className="broadsheet-board__fixed" role="status">
              {words.board['head.old']} {whyFailed(failure, words)}
            </p>
          ) : null}
          {state.editions.length > 0 ? (
            <>
              <div className="broadsheet-desk__side">
                <Editions {...shared} editions={state.editions} />
                <Pages {...shared} pages={board.pages} />
                <PreflightList {...shared} {...state} onChanged={reload} />
              </div>
              <History {...shared} events={state.events} />
            </>
          ) : (
            <>
              <PreflightList {...shared} {...state} onChanged={reload} />
              <div className="broadsheet-desk__side">
                <Pages {...shared} pages={board.pages} />
                <History {...shared} events={state.events} />
              </div>
            </>
          )}
        </div>
      ) : (
        <div className="broadsheet-view">
          <LoadFailed failure={failure} words={words} onAgain={() => void reload()} />
        </div>
      )}
    </>
  )
}
