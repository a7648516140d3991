import { describe, expect, it } from 'vitest'

import { resolveOptions, rolesStandFor, type BroadsheetOptions } from '../../../src/options.ts'

const weekly = { label: 'Weekly', reviews: ['review1'], proofs: [], reviewers: { review1: 'chief' } } as const

describe('options', () => {
  it('are all optional', () => {
    const options = resolveOptions()
    expect(options.enabled).toBe(true)
    expect(options.slugs.importRuns).toBe('import-runs')
    expect(options.slugs.users).toBe('users')
    expect(options.roles).toBeNull()
    expect([options.search, options.feeds]).toEqual([true, { content: 'full', path: null }])
    expect(resolveOptions({ search: false, feeds: false })).toMatchObject({ search: false, feeds: false })
    expect(Object.keys(options.profiles)).toEqual(['newsroom', 'archive', 'simple'])
  })

  it('say how many rows readers are given at once: 500, or a whole number of their own', () => {
    expect(resolveOptions().delivery.mostRows).toBe(500)
    expect(resolveOptions({ delivery: { mostRows: 50 } }).delivery.mostRows).toBe(50)
    for (const mostRows of [0, -1, 1.5, Infinity, '50' as never])
      expect(() => resolveOptions({ delivery: { mostRows } })).toThrow('delivery.mostRows')
  })

  it('has both views unless told, and leaves out what is not named, with every way to it', async () => {
    expect(resolveOptions().views).toEqual(['issues', 'queues'])
    const { broadsheet } = await import('../../../src/plugin.ts')
    const own = [
      { slug: 'users', auth: true, fields: [] },
      { slug: 'media', upload: true, fields: [] },
    ]
    const partsOf = async (options: BroadsheetOptions) =>
      JSON.stringify(await broadsheet(options)({ collections: own, secret: 'x' } as never))
    const all = await partsOf({})
    for (const part of [
      'PageBoardView',
      'ProductionLink',
      'IssueLinks',
      'FlowSheetView',
      'ArticleQueues',
      '#Today',
    ])
      expect(all).toContain(part)
    const queues = await partsOf({ views: ['queues'] })
    expect(queues).toContain('ArticleQueues')
    expect(queues).not.toMatch(
      /PageBoardView|IssueDeskView|ProductionLink|IssueLinks|FlowSheetView|#Production/,
    )
    expect(queues).toContain('#Today')
    expect(await partsOf({ views: [] })).not.toMatch(/ArticleQueues|#Today/)
  })

  it('asks no outside service for pictures of the staff, unless the app does', async () => {
    const { broadsheet } = await import('../../../src/plugin.ts')
    const collections = [
      { slug: 'users', auth: true, fields: [] },
      { slug: 'media', upload: true, fields: [] },
    ]
    const avatarOf = async (admin: object) =>
      (await broadsheet()({ collections, secret: 'x', admin } as never)).admin?.avatar
    expect(await avatarOf({})).toBe('default')
    expect(await avatarOf({ avatar: 'gravatar' })).toBe('gravatar')
  })

  it('adds own profiles to the newspaper’s, with their names', () => {
    const { profiles } = resolveOptions({ profiles: { weekly } })
    expect(profiles.weekly).toEqual({ ...weekly, name: 'weekly' })
    expect(profiles.newsroom?.reviews).toHaveLength(3)
  })

  it('reads own role names, and gives nothing for a name nobody explained', () => {
    const { roles } = resolveOptions({ roles: { writer: 'reporter', boss: ['chief', 'admin'] } })
    expect(rolesStandFor(roles, ['writer', 'boss', 'chief'])).toEqual(['reporter', 'chief', 'admin'])
    expect(rolesStandFor(null, ['chief'])).toEqual(['chief'])
  })

  // Each: what was given, and the option, value and fix that the message must name.
  const refused: [name: string, given: unknown, ...says: string[]][] = [
    ['an unknown option', { slug: {} }, 'slug is {}', 'There is no such option', 'slugs'],
    ['an unknown collection', { slugs: { stories: 'x' } }, 'slugs.stories is "x"', 'articles'],
    ['a slug in capitals', { slugs: { issues: 'Issues' } }, 'slugs.issues is "Issues"', 'lower-case'],
    [
      'two slugs alike',
      { slugs: { pages: 'issues' } },
      'slugs.pages is "issues"',
      'slugs.issues is the same',
    ],
    ['a clash with the app’s', { slugs: { authors: 'users' } }, 'slugs.users is "users"', 'slugs.authors'],
    ['labels of nothing', { labels: { story: 'x' } }, 'labels.story is "x"', 'articles'],
    ['fields that are no function', { fields: { articles: [] } }, 'fields.articles is []', 'Give a function'],
    ['a switch that is none', { enabled: 'no' }, 'enabled is "no"', 'true or false'],
    ['a search that is no switch', { search: {} }, 'search is {}', 'true or false'],
    ['views that are no list', { views: { queues: true } }, 'views is {"queues":true}', 'Give a list'],
    ['an unknown view', { views: ['queues', 'desk'] }, 'views[1] is "desk"', 'issues, queues'],
    ['feeds of nothing', { feeds: 'rss' }, 'feeds is "rss"', 'true, false'],
    ['an unknown part of feeds', { feeds: { items: 9 } }, 'feeds.items is 9', 'content'],
    ['feeds of an unknown content', { feeds: { content: 'all' } }, 'feeds.content is "all"', "'summary'"],
    ['feeds at no address', { feeds: { path: 'feeds/' } }, 'feeds.path is "feeds/"', '/feeds'],
    ['a hook that is none', { onTransition: 'x' }, 'onTransition is "x"', 'Give a function'],
    ['a role that stands for nothing', { roles: { boss: 'king' } }, 'roles.boss is "king"', 'sectionHead'],
    [
      'a house without an administrator',
      { roles: { boss: 'chief' } },
      'roles is {"boss":"chief"}',
      '"admin"',
    ],
    ['a profile’s name that is taken', { profiles: { simple: weekly } }, 'profiles.simple', 'another name'],
    [
      'a profile without a review',
      { profiles: { weekly: { ...weekly, reviews: [] } } },
      ...['profiles.weekly is {', 'at least the review "review1"'],
    ],
    [
      'a profile with a gap',
      { profiles: { weekly: { ...weekly, proofs: ['proof2'] } } },
      ...['profiles.weekly is {', 'without a gap'],
    ],
    [
      'a review without a holder who may judge',
      { profiles: { weekly: { ...weekly, reviewers: { review1: 'reporter' } } } },
      ...['profiles.weekly is {', 'under reviewers'],
    ],
    [
      'a profile without a name for people',
      { profiles: { weekly: { ...weekly, label: '' } } },
      ...['profiles.weekly.label is ""', 'name for the staff'],
    ],
  ]
  it.each(refused)('refuse %s', (_name, given, ...says) => {
    let message = ''
    try {
      resolveOptions(given as BroadsheetOptions)
    } catch (error) {
      message = (error as Error).message
    }
    for (const part of ['broadsheet: ', ...says]) expect(message).toContain(part)
  })
})
