import type { CollectionConfig, Field, PayloadRequest } from 'payload'

import type { PublicChange } from '../core/publicChange.ts'
import type { Profile, Role, Stage } from '../core/workflow/index.ts'
import type { CollectionName, GroupName, OwnedName, Slugs, ViewName } from './names.ts'

/** A word as Payload takes it: in one language, or one for each. */
export type Word = string | Record<string, string>

/** A profile of your own: which reviews and proofs an article walks, and who holds each review. */
export interface OwnProfile extends Omit<Profile, 'name'> {
  /** What staff call it, where a publication chooses its profile. */
  label: Word
}

/** What `fields` is given. */
export interface FieldsArgs {
  /** The collection's own fields, in their order. All of them have to be among those that are returned. */
  defaultFields: Field[]
}

/** A move that was made in the workflow. */
export interface TransitionEvent {
  /** The request of the move, with its transaction: pass it to every call of the Local API. */
  req: PayloadRequest
  /** The article's id. */
  article: string
  /** The publication's id. */
  publication: string
  /** Name of the transition, such as `submit` or `signOff`. */
  transition: string
  from: Stage
  to: Stage
  /** Id of the user who made it. */
  actor: string
  /** When, ISO 8601 in UTC. */
  at: string
}

/** A change of what readers see, in the transaction that makes it. */
export interface PublishEvent extends PublicChange {
  /** The request, with its transaction: pass it to every call of the Local API. */
  req: PayloadRequest
}

/** A receiver of messages about what readers see, as [Standard Webhooks](https://www.standardwebhooks.com) has them. */
export interface Webhook {
  /** Names it in the delivery log: lower-case letters, digits and hyphens. */
  name: string
  /** `https://…`, or `http://…` inside your own network. Redirects are not followed. */
  url: string
  /** Signs the messages (HMAC-SHA256): at least 16 characters, or `whsec_` and base64. */
  secret: string
  /** Which messages it wants; all of them unless told. */
  events?: readonly Exclude<PublicChange['kind'], 'other'>[]
}

/** Runs inside the publishing transaction (same `req`); throwing rolls everything back. */
export type OnPublicChange = (args: {
  slugs: Slugs
  req: PayloadRequest
  change: PublicChange
}) => Promise<void>

/** What `broadsheet()` takes. Every option may be left out. */
export interface BroadsheetOptions {
  /**
   * `false` keeps the collections and fields, and so the database's schema, and drops all behaviour: the newspaper's
   * collections are closed and hidden, your users and media are as you wrote them.
   * @default true
   */
  enabled?: boolean
  /**
   * Slugs of the newspaper's collections, where the defaults clash with your own, and of the two collections of yours that
   * hold its staff (`users`) and its pictures (`media`). Lower-case letters, digits and hyphens.
   * @default `publications`, `issues`, `pages`, `import-runs`, …: the name in kebab-case
   * @example slugs: { pages: 'newspaper-pages', users: 'staff' }
   */
  slugs?: Partial<Slugs>
  /**
   * Names of the newspaper's collections in the admin.
   * @default Chinese and English names, such as 稿件 / Articles
   * @example labels: { articles: { singular: 'Story', plural: 'Stories' } }
   */
  labels?: Partial<Record<CollectionName, { singular: Word; plural: Word }>>
  /**
   * Headings under which the admin's navigation lists the collections: the newspaper's own, those of its provenance, and,
   * unless yours name a group themselves, users and media.
   * @default 报纸 / Newspaper, 来源 / Provenance, 人员与文件 / People and files
   * @example groups: { newspaper: 'The Daily' }
   */
  groups?: Partial<Record<GroupName, Word>>
  /**
   * Fields per collection, made from the default ones: add yours, or put them in another order. A default field that is left
   * out is an error at the start. What you add to articles is published with the text, but is not part of what an approval
   * approves.
   * @default the default fields
   * @example fields: { articles: ({ defaultFields }) => [...defaultFields, { name: 'slugline', type: 'text' }] }
   */
  fields?: Partial<Record<CollectionName | OwnedName, (args: FieldsArgs) => Field[]>>
  /**
   * Role names of your own, and which of the newspaper's roles each stands for. Your users' field `roles`, which has to be
   * a list of these names, is used if they have one; else it is made. One name has to stand for `admin`.
   * @default the newspaper's own: reporter, editor, sectionHead, chief, proofreader, pageEditor, issueManager, auditor, admin
   * @example roles: { writer: 'reporter', desk: ['editor', 'sectionHead'], boss: ['chief', 'admin'] }
   */
  roles?: Record<string, Role | readonly Role[]>
  /**
   * Workflow profiles beside `newsroom`, `archive` and `simple`, by name. Reviews go from `review1` without a gap, proofs
   * from `proof1`; each review has a holder: editor, sectionHead or chief. The last review is the sign-off.
   * @default none
   * @example profiles: { weekly: { label: 'Weekly', reviews: ['review1'], proofs: ['proof1'], reviewers: { review1: 'chief' } } }
   */
  profiles?: Record<string, OwnProfile>
  /**
   * What anonymous readers are given, and how it is kept in memory.
   * @default 64 MiB; 500 rows; copies elsewhere ask each time whether they are still good; no further credentials
   * @example delivery: { memory: 256 * 1024 * 1024, cacheControl: 'public, max-age=0, s-maxage=30' }
   */
  delivery?: Partial<DeliveryOptions>
  /**
   * Called for every move of an article, inside its transaction: throwing takes the move back. For what must happen with the
   * move in the same database; what goes elsewhere may happen although the move fails later.
   * @default nothing
   */
  onTransition?: (event: TransitionEvent) => Promise<void> | void
  /**
   * Called whenever what readers see changes: an issue published, withdrawn or reinstated, an article corrected, withdrawn or reinstated,
   * an author or picture of a published article changed (`other`). Inside the transaction, like `onTransition`.
   * @default nothing
   */
  onPublish?: (event: PublishEvent) => Promise<void> | void
  /**
   * Who is told when an issue is published, withdrawn or reinstated, or an article corrected, withdrawn or reinstated. Messages are
   * written in the transaction that makes the change, sent afterwards, signed, and sent again until they are taken (about two
   * days). They hold ids, dates, addresses and hashes, never a text. Sent by the server's own due work.
   * @default nobody
   * @example webhooks: [{ name: 'site', url: 'https://www.example.com/hooks/paper', secret: process.env.HOOK_SECRET! }]
   */
  webhooks?: readonly Webhook[]
  /**
   * Full-text search over what is published: the endpoint `/search`, and an index beside Payload's own tables that is kept
   * in the transaction that publishes. On SQLite and MongoDB; other databases have none.
   * @default true
   */
  search?: boolean
  /**
   * Feeds (RSS 2.0, Atom, JSON Feed, a news sitemap) and forms for other newsrooms and search engines (ninjs 3.1, JSON-LD) of
   * what is published. `content: 'summary'` leaves the text out of the feeds but for how it begins. They need `serverURL` in
   * your config to be kept in memory; without it their addresses begin as they were asked for. `path` is where your server
   * gives them out under an address of its own (`/feeds` for `/api/feeds`): feeds then call themselves by it.
   * @default true, with whole texts, under the API's own addresses
   * @example feeds: { content: 'summary' }
   */
  feeds?: boolean | { content?: 'full' | 'summary'; path?: string }
  /**
   * Which of the plugin's own views the admin has. `issues`: the page board, the issue desk, the flow sheet and the overview of issues
   * under way, which lead to each other. `queues`: the links by stage above the list of articles, which `?queue=NAME` keeps to one of
   * them. The admin's first page begins with those that it has. What is left out has no way in the admin; the API stays, for views of
   * your own.
   * @default both
   * @example views: ['queues']
   */
  views?: readonly ViewName[]
}

/** How published content is given out. */
export interface DeliveryOptions {
  /** Bytes of finished answers that a process may keep; 0 keeps none. */
  memory: number
  /**
   * Rows that a client that is not logged in is given at once, at most, of a list over REST or GraphQL and of each join in it. A list
   * that would be longer is refused, also with `limit=0`; of a join over REST `hasNextPage` tells that there is more. The lists of
   * one request together ask for twenty times as many at most.
   */
  mostRows: number
  /**
   * `Cache-Control` of what is published. By default browsers and proxies ask each time whether their copy is still good, so that
   * a withdrawal reaches everybody at once.
   */
  cacheControl: string
  /**
   * Names of request headers, beside `Authorization` and `Cookie`, that say who a request is from, such as `x-api-key`. Needed
   * when a collection has an auth strategy of its own: nothing is answered from memory without it.
   */
  credentialHeaders: readonly string[]
  /**
   * Where the admin's button of preview leads: an address or path with `{token}` in it. By default the API's own answer,
   * `/api/preview/{token}`; an app with pages for readers names one of them.
   */
  previewUrl: string | null
  /**
   * Slugs of collections of yours that published reads show rows of, where no relation of the newspaper's collections leads there
   * but nodes of rich text or hooks of yours: what is kept in memory is dropped when they change. Those that relations lead to are
   * known.
   */
  alsoShown: readonly string[]
}

/** The options with every default filled in. */
export interface ResolvedOptions {
  enabled: boolean
  slugs: Slugs
  labels: Partial<Record<CollectionName, NonNullable<CollectionConfig['labels']>>>
  groups: Partial<Record<GroupName, Word>>
  fields: NonNullable<BroadsheetOptions['fields']>
  /** Own role names; null where the newspaper's own are used. */
  roles: Readonly<Record<string, readonly Role[]>> | null
  /** All profiles a publication may choose, the newspaper's first. */
  profiles: Readonly<Record<string, Profile & { label: Word | null }>>
  delivery: DeliveryOptions
  onTransition: BroadsheetOptions['onTransition'] | null
  onPublish: BroadsheetOptions['onPublish'] | null
  webhooks: readonly Webhook[]
  search: boolean
  feeds: false | { content: 'full' | 'summary'; path: string | null }
  views: readonly ViewName[]
}

/** What the plugin leaves on `config.custom.broadsheet`, for the server's code alone. */
export interface ComposedOptions extends ResolvedOptions {
  /** In this order, in each transaction that changes what readers see. */
  onPublicChange: readonly OnPublicChange[]
}
