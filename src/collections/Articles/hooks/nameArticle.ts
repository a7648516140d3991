import type { CollectionBeforeChangeHook } from 'payload'

import { articleTitle } from '../../../core/text/articleTitle.ts'

/** Gives an article its name for the staff's lists whenever its text changes. */
export const nameArticle: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  title: articleTitle({ ...originalDoc, ...data }),
})
