'use client'
import { Button, toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useParams, useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { wordsIn } from '../../translations/index.ts'
import type { ErrorAnswer, TransitionsAnswer } from '../articleWorkflow/answers.ts'
import { request } from '../articleWorkflow/request.ts'
import './index.css'

/**
 * In place of Payload's restore on the view of one version, which does not say which revision it saw. Restoring is a
 * content edit like any other: a draft, by whoever may edit at that stage.
 */
export function RestoreVersion() {
  const { segments } = useParams<{ segments?: string[] }>()
  const [, collection, id, , version] = segments ?? []
  const { config } = useConfig()
  const { language } = useTranslation().i18n
  const { admin } = wordsIn(language)
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  if (!version) return null

  const restore = async () => {
    setBusy(true)
    const message = await restoreVersion({
      url: `${config.serverURL}${config.routes.api}/${collection}`,
      ...{ id: String(id), version, language },
    })
    setBusy(false)
    if (message !== null) return setRefusal(message || admin['bar.failed'])
    toast.success(admin['restore.done'])
    router.push(`${config.routes.admin}/collections/${collection}/${id}`)
    router.refresh()
  }
  return (
    <div className="broadsheet-restore">
      {asking ? (
        <>
          <p role="status">{refusal ?? admin['restore.sure']}</p>
          {refusal ? null : (
            <Button
              buttonStyle="primary"
              size="small"
              margin={false}
              disabled={busy}
              onClick={() => void restore()}
            >
              {admin['restore.yes']}
            </Button>
          )}
          <Button
            buttonStyle="secondary"
            size="small"
            margin={false}
            onClick={() => {
              setAsking(false)
              setRefusal(null)
            }}
          >
            {admin['move.cancel']}
          </Button>
        </>
      ) : (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setAsking(true)}>
          {admin['restore.button']}
        </Button>
      )}
    </div>
  )
}

/** Restores on the revision of now, whose text the person compares with. Null, or why it was refused. */
async function restoreVersion(args: {
  url: string
  id: string
  version: string
  language: string
}): Promise<string | null> {
  const { url, id, version, language } = args
  const known = await request<TransitionsAnswer, ErrorAnswer>(`${url}/${id}/transitions`, { language })
  if (!known.ok) return known.body?.errors?.[0]?.message ?? ''
  const { rev, edit } = known.body
  if (edit.length > 0) return edit.map(({ what, fix }) => `${what} ${fix}`).join(' ')
  const answer = await request<object, ErrorAnswer>(`${url}/versions/${version}?draft=true`, {
    ...{ method: 'POST', language, headers: { 'If-Match': String(rev) } },
  })
  return answer.ok ? null : (answer.body?.errors?.[0]?.message ?? '')
}
