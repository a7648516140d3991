import type { EditConfig } from 'payload'

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
