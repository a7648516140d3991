import { createLocalReq, ValidationError, type Payload, type PayloadRequest, type Where } from 'payload'

import { idOf } from '../core/ids.ts'
import { storedDay } from '../core/days.ts'
import { diagnostic } from '../core/diagnostics/index.ts'
import { batchedInserts } from '../database/batchedInserts.ts'
import { inTransaction } from '../database/inTransaction.ts'
import { isUniqueConflict } from '../database/isUniqueConflict.ts'
import { newId } from '../database/newId.ts'
import type { ResolvedOptions, Slugs } from '../options.ts'
import { dropSignaturesOf } from '../workflow/desk/dropSignatures.ts'
import { recordReimport, recordTakenBack } from '../workflow/importedArticle.ts'
import { importer, openSlip } from '../workflow/openSlip.ts'
import {
  given,
  pictureRows,
  placementRow,
  storedArticle,
  textOrNull,
  transcriptRow,
  type Row,
} from './storedRows.ts'
import { RollBack, StoreRefusal } from './storePort.ts'
import type { ImportStore, RunRow, StoredArticle, StoreRows } from './storePort.ts'

const attempts = 3

/**
 * The store of a Payload instance that has the plugin. What it writes is in the transaction of `within`, where that has one, and
 * stands or falls with it.
 */
export function payloadStore(payload: Payload, within?: PayloadRequest): ImportStore {
  const { slugs } = payload.config.custom.broadsheet as ResolvedOptions
  return {
    newId,
    // The instance goes on: whoever opened it closes it.
    close: async () => undefined,
    publications: async () => {
      const { docs } = await payload.db.find<Row>({
        ...{ collection: slugs.publications, where: {}, limit: 0, pagination: false, sort: 'name' },
        ...(within ? { req: within } : {}),
      })
      return docs.map(({ id, name, slug }) => ({ id, name: String(name), slug: String(slug) }))
    },
    transaction: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        const req = within ?? (await createLocalReq({}, payload))
        const nested = Boolean(await req.transactionID)
        try {
          return await inTransaction(req, async () => {
            const { rows, flush, settle } = storeRows(req, slugs)
            const result = await work(rows)
            await flush()
            await settle()
            if (result instanceof RollBack) throw result
            return result
          })
        } catch (error) {
          if (error instanceof RollBack && !nested) return error.result
          // Somebody else made the same issue, page or author meanwhile: what is there now is found the next time.
          if (nested || attempt >= attempts || !isUniqueConflict(error)) throw error
        }
      }
    },
  }
}

interface OpenStore {
  rows: StoreRows
  flush: () => Promise<void>
  /** Drops the signatures of pages that were there before and on which something has changed. */
  settle: () => Promise<void>
}

function storeRows(req: PayloadRequest, slugs: Slugs): OpenStore {
  const { payload } = req
  const { db } = payload
  const batch = batchedInserts(req)
  // What asks for the adapter through the request gets the one that puts inserts off.
  const batchedReq = Object.assign(Object.create(req) as PayloadRequest, {
    payload: Object.assign(Object.create(payload) as Payload, { db: batch.db }),
  })
  const now = new Date().toISOString()
  const stamps = { createdAt: now, updatedAt: now }
  const authorIds = new Map<string, string>()
  const madePages = new Set<string>()
  const changedPages = new Set<string>()

  const insert = async (collection: string, data: object): Promise<void> => {
    await batch.db.create({ collection, data: { ...given(data), ...stamps }, req })
  }
  const update = async (collection: string, target: { id: string; data: object }): Promise<void> => {
    const { id, data } = target
    // It may name what was inserted a moment ago.
    await batch.flush()
    await db.updateOne({ collection, id, data: { ...data, updatedAt: now }, req, returning: false })
  }
  const remove = async (collection: string, where: Where): Promise<void> => {
    await batch.flush()
    await db.deleteMany({ collection, where, req })
  }
  const one = (collection: string, where: Where): Promise<Row | null> =>
    db.findOne<Row>({ collection, where, req })
  const all = async (collection: string, where: Where, sort?: string): Promise<Row[]> => {
    const options = { collection, where, limit: 0, pagination: false, req }
    return (await db.find<Row>({ ...options, ...(sort ? { sort } : {}) })).docs
  }
  const changePlacesOf = async (where: Where): Promise<void> => {
    for (const { page } of await all(slugs.placements, where)) changedPages.add(idOf(page) ?? '')
  }
  const drafts = async (ids: readonly string[]): Promise<Row[]> => {
    const where = { parent: { in: [...ids] } }
    const options = { collection: slugs.articles, where, limit: 0, pagination: false, req }
    return (await db.queryDrafts<Row>(options)).docs
  }
  /** A draft write: a new latest version; the row too, as long as it has never been public. */
  const saveDraft = async (id: string, change: object): Promise<Row> => {
    const [latest] = await drafts([id])
    if (!latest) throw new Error(`Article ${id} has no version`)
    await batch.flush()
    const { id: _id, ...fields } = latest
    const version = { ...fields, ...change, updatedAt: now, _status: 'draft' }
    await db.createVersion({
      ...{
        collectionSlug: slugs.articles,
        parent: id,
        versionData: structuredClone(version),
        autosave: false,
      },
      ...{ ...stamps, req, returning: false },
    } as never)
    const row = await one(slugs.articles, { id: { equals: id } })
    if (row?._status === 'draft') await update(slugs.articles, { id, data: structuredClone(change) })
    return { id, ...version } as Row
  }

  const rows: StoreRows = {
    newId,
    insertPublication: async ({ id, name, slug, cnNumber }) => {
      try {
        const data = { id, name, slug, ...(cnNumber ? { cnNumber } : {}) }
        await payload.create({ collection: slugs.publications, data, depth: 0, req })
      } catch (error) {
        if (!(error instanceof ValidationError)) throw error
        const reason = error.data.errors.map(({ message }) => message).join(' ')
        throw new StoreRefusal(diagnostic('publication.refused', { name, slug, reason }))
      }
    },
    insertRun: (run) => insert(slugs.importRuns, run),
    findRun: async (id) => (await one(slugs.importRuns, { id: { equals: id } })) as RunRow | null,
    updateRun: (id, data) => update(slugs.importRuns, { id, data }),

    findIssue: async ({ publication, date, edition }) => {
      const found = await one(slugs.issues, {
        and: [
          { publication: { equals: publication } },
          { date: { equals: storedDay(date) } },
          { edition: { equals: edition } },
        ],
      })
      return found?.id ?? null
    },
    insertIssue: async (key, { number, wholeNumber }) => {
      const data = { ...key, ...(number ? { number } : {}), ...(wholeNumber ? { wholeNumber } : {}) }
      return String((await payload.create({ collection: slugs.issues, data, depth: 0, req })).id)
    },
    findPage: async (issue, number) => {
      const found = await one(slugs.pages, {
        and: [{ issue: { equals: issue } }, { number: { equals: number } }],
      })
      return found && { id: found.id, name: textOrNull(found.name) }
    },
    insertPage: async ({ issue, number, name }) => {
      const data = { issue, number, ...(name ? { name } : {}) }
      const page = String((await payload.create({ collection: slugs.pages, data, depth: 0, req })).id)
      madePages.add(page)
      return page
    },
    pageNumbers: async (pages) => {
      if (pages.length === 0) return new Map()
      const found = await all(slugs.pages, { id: { in: [...new Set(pages)] } })
      return new Map(found.map(({ id, number }) => [id, String(number)]))
    },
    removeIfEmpty: async ({ page, issue }) => {
      if (page) {
        const uses = [slugs.placements, slugs.transcripts]
        if (!(await anyOf(uses, { page: { equals: page } })))
          await remove(slugs.pages, { id: { equals: page } })
      }
      if (issue && !(await anyOf([slugs.pages], { issue: { equals: issue } }))) {
        await remove(slugs.issues, { id: { equals: issue } })
      }
    },

    currentTranscript: async (page) =>
      transcriptRow(
        await one(slugs.transcripts, { and: [{ page: { equals: page } }, { current: { equals: true } }] }),
      ),
    findTranscript: async (page, hash) =>
      transcriptRow(
        await one(slugs.transcripts, { and: [{ page: { equals: page } }, { sha256: { equals: hash } }] }),
      ),
    transcript: async (id) => transcriptRow(await one(slugs.transcripts, { id: { equals: id } })),
    transcriptsOfRun: async (run) =>
      (await all(slugs.transcripts, { importRun: { equals: run } }, '-createdAt')).map(({ id }) => id),
    insertTranscript: (row) => insert(slugs.transcripts, row),
    updateTranscript: (id, data) => update(slugs.transcripts, { id, data }),
    deleteTranscript: (id) => remove(slugs.transcripts, { id: { equals: id } }),

    articles: async (ids) => {
      const found = new Map<string, StoredArticle>()
      if (ids.length === 0) return found
      const slips = await all(slugs.reviewSlips, { article: { in: [...ids] } })
      const slipOf = new Map(slips.map((slip) => [String(slip.article), slip]))
      const events = await all(slugs.workflowEvents, {
        and: [{ subject: { in: [...ids] } }, { actorId: { not_equals: importer } }],
      })
      const worked = new Set(events.map(({ subject }) => String(subject)))
      for (const draft of await drafts(ids)) {
        const slip = slipOf.get(draft.id)
        found.set(draft.id, storedArticle(draft, { slip, worked: worked.has(draft.id) }))
      }
      return found
    },
    insertArticle: async (id, row) => {
      const slip = newId()
      const data = { ...given(row), pictures: pictureRows(row.pictures) }
      const article = { ...data, id, slip, _status: 'draft' }
      const { publication, doubts } = row
      const opening = { slugs, req: batchedReq, slip, creator: null, doubts, now }
      await openSlip({ ...opening, article: { ...article, publication } })
      // The adapter takes its data apart: each table gets a copy of its own.
      await insert(slugs.articles, structuredClone(article))
      const { id: _id, ...version } = structuredClone(article)
      await batch.db.createVersion({
        ...{
          collectionSlug: slugs.articles,
          parent: id,
          versionData: { ...version, ...stamps },
          autosave: false,
        },
        ...{ ...stamps, req, returning: false },
      } as never)
    },
    updateArticle: async (id, change) => {
      const pictures = change.pictures && pictureRows(change.pictures)
      const article = await saveDraft(id, { ...change, ...(pictures ? { pictures } : {}) })
      await recordReimport(
        { slugs, req, id, now },
        { article: article as never, doubts: change.doubts ?? [] },
      )
    },
    addDoubt: async (id, doubt) => {
      const [latest] = await drafts([id])
      const doubts = Array.isArray(latest?.doubts) ? latest.doubts : []
      await saveDraft(id, { doubts: [...doubts, doubt] })
    },
    deleteArticle: async (id) => {
      await changePlacesOf({ article: { equals: id } })
      await remove(slugs.placements, { article: { equals: id } })
      await db.deleteVersions({ collection: slugs.articles, where: { parent: { equals: id } }, req })
      await remove(slugs.articles, { id: { equals: id } })
      await recordTakenBack({ slugs, req, id, now })
    },

    placementsOf: async (articles) =>
      articles.length === 0
        ? []
        : (await all(slugs.placements, { article: { in: [...articles] } }, 'order')).map(placementRow),
    jumps: async (issue) => {
      // In a preview they were inserted in this very transaction.
      await batch.flush()
      const found = await all(slugs.placements, {
        and: [
          { issue: { equals: issue } },
          { jump: { not_equals: 'none' } },
          { transcript: { exists: true } },
        ],
      })
      return found.map(placementRow)
    },
    insertPlacement: (row) => {
      changedPages.add(row.page)
      return insert(slugs.placements, { ...row, public: false })
    },
    updatePlacement: async (id, data) => {
      await update(slugs.placements, { id, data })
      await changePlacesOf({ id: { equals: id } })
    },
    deletePlacement: async (id) => {
      await changePlacesOf({ id: { equals: id } })
      await remove(slugs.placements, { id: { equals: id } })
    },
    transcriptHasPlacements: (id) => anyOf([slugs.placements], { transcript: { equals: id } }),

    authors: async (credits, { publication, run }) => {
      const wanted = credits.filter(({ name }) => !authorIds.has(name))
      const names = [...new Set(wanted.map(({ name }) => name))]
      if (names.length > 0) {
        const where: Where = { and: [{ publication: { equals: publication } }, { name: { in: names } }] }
        for (const { id, name, note } of await all(slugs.authors, where)) {
          // One with a note is a namesake that a person has told apart.
          if (!note) authorIds.set(String(name), id)
        }
      }
      for (const { name, kind } of wanted) {
        if (authorIds.has(name)) continue
        const id = newId()
        authorIds.set(name, id)
        await insert(slugs.authors, { id, name, note: '', publication, kind, public: false, importRun: run })
      }
      return authorIds
    },
    authorsOf: async (articles) =>
      (await drafts(articles)).flatMap(({ authors }) => (Array.isArray(authors) ? authors : [])).map(String),
    removeUnusedAuthors: async (ids) => {
      if (ids.length === 0) return 0
      const made = await all(slugs.authors, {
        and: [{ id: { in: [...new Set(ids)] } }, { importRun: { exists: true } }],
      })
      let removed = 0
      for (const { id } of made) {
        const where = { authors: { equals: id } }
        const inVersion = await db.findVersions({
          ...{ collection: slugs.articles, where: { 'version.authors': { equals: id } }, limit: 1, req },
        })
        if (inVersion.docs.length > 0 || (await one(slugs.articles, where))) continue
        await remove(slugs.authors, { id: { equals: id } })
        removed += 1
      }
      return removed
    },
  }
  return { rows, flush: batch.flush, settle }

  function settle(): Promise<void> {
    const pages = [...changedPages].filter((page) => page !== '' && !madePages.has(page))
    const cause = { transition: 'import', actorId: importer, reason: null, at: now }
    return dropSignaturesOf({ slugs, req, pages, cause })
  }

  /** Not by counting: MongoDB refuses to count in a transaction in some forms. */
  async function anyOf(collections: readonly string[], where: Where): Promise<boolean> {
    for (const collection of collections) if (await one(collection, where)) return true
    return false
  }
}
