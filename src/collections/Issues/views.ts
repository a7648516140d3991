import type { EditConfig, Field } from 'payload'

import { label } from '../../translations/index.ts'

/** 版面看板 and 付印台: views of an issue beside its form. Their names are found in Payload's own dictionaries, where the plugin puts them. */
export const issueViews: EditConfig = {
  board: {
    Component: 'payload-plugin-broadsheet/rsc#PageBoardView',
    path: '/board',
    tab: { href: '/board', label: ({ t }) => t('broadsheet:board' as never), order: 110 },
  },
  desk: {
    Component: 'payload-plugin-broadsheet/rsc#IssueDeskView',
    path: '/desk',
    tab: { href: '/desk', label: ({ t }) => t('broadsheet:desk' as never), order: 120 },
  },
}

/** The ways to them in the list. */
export const issueLinks: Field = {
  name: 'work',
  type: 'ui',
  label: label('issues.work'),
  admin: { components: { Cell: 'payload-plugin-broadsheet/client#IssueLinks' } },
}
