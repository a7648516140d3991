import type { CollectionBeforeChangeHook } from 'payload'

import { newId } from '../../../database/newId.ts'
import { idOf } from '../../../core/ids.ts'
import type { Slugs } from '../../../options.ts'
import { openSlip } from '../../../workflow/openSlip.ts'
import type { ArticleRow } from '../../../workflow/currentText.ts'

/** Opens the slip of a new article before its row, which names the slip, is written. */
export function openArticle(slugs: Slugs): CollectionBeforeChangeHook {
  return async ({ data, operation, req }) => {
    if (operation !== 'create') return data
    const slip = newId()
    await openSlip({
      ...{ slugs, req, slip, doubts: [] },
      article: { ...data, publication: idOf(data.publication) ?? '' } as ArticleRow,
      creator: req.user ? String(req.user.id) : null,
      now: new Date().toISOString(),
    })
    return { ...data, slip }
  }
}
