import { randomBytes } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'

import { importIssue, type ImportReport } from '../src/exports/importer.ts'
import { inOneProcess, inTransaction } from '../src/exports/server.ts'
import type { Role } from '../src/exports/types.ts'

/** One account of the newsroom that a first start sets up. The password is known here only, and only once. */
export interface Account {
  /** What the person does, in Chinese, for whoever chooses whom to be. */
  title: string
  name: string
  email: string
  roles: Role[]
  password: string
}

export interface FirstRunReport {
  accounts: Account[]
  imported: ImportReport
}

/**
 * One newsroom: a person per role, and the second ones that the rules ask for: an editor, because nobody reviews what they
 * wrote, a proofreader and a chief.
 */
const newsroom: readonly [title: string, name: string, mailbox: string, roles: Role[]][] = [
  ['记者', '顾晓川', 'reporter', ['reporter']],
  ['责任编辑', '沈知微', 'editor', ['editor']],
  ['责任编辑', '程一禾', 'editor2', ['editor']],
  ['部门主任', '韩立冬', 'sectionhead', ['sectionHead']],
  ['值班总编', '罗致远', 'chief', ['chief']],
  ['值班总编', '裴文静', 'chief2', ['chief']],
  ['校对', '方一诺', 'proofreader', ['proofreader']],
  ['校对', '金小满', 'proofreader2', ['proofreader']],
  ['版面编辑', '陶然', 'pageeditor', ['pageEditor']],
  ['出版调度', '冯远', 'issuemanager', ['issueManager']],
  ['审读', '葛明之', 'auditor', ['auditor']],
  ['系统管理员', '贺明远', 'admin', ['admin']],
]

/**
 * Sets up an empty house: staff accounts with generated passwords, and the sample issue as drafts. Of processes that start together
 * one does, and the others wait for it.
 * @returns what was made, 'meanwhile' where another process has just done it, or null where there were users already
 */
export async function firstRun(
  payload: Payload,
  options: { samples: string },
): Promise<FirstRunReport | 'meanwhile' | null> {
  const settled = async (req?: PayloadRequest) => {
    const where = { collection: 'users', limit: 1, depth: 0, pagination: false } as const
    return (await payload.find({ ...where, ...(req ? { req } : {}) })).docs.length > 0
  }
  if (await settled()) return null
  const onWait = () =>
    payload.logger.info({ msg: 'Another process is setting up the house; waiting for it.' })
  const work = async (req: PayloadRequest) => ((await settled(req)) ? 'meanwhile' : setUp(req, options))
  return inOneProcess(payload, work, { name: 'first-set-up', onWait })
}

async function setUp(req: PayloadRequest, { samples }: { samples: string }): Promise<FirstRunReport> {
  const accounts = newsroom.map(([title, name, mailbox, roles]) => ({
    title,
    name,
    email: `${mailbox}@newsroom.example`,
    roles,
    password: newPassword(),
  }))
  // The issue first: an interrupted first start finds no users and begins again, and importing twice is harmless.
  const imported = await importIssue(req.payload, { folder: samples, createPublication: true, req })
  // All accounts or none: a first start that is cut off must not leave people whose passwords nobody saw.
  await inTransaction(req, async () => {
    for (const { name, email, roles, password } of accounts)
      await req.payload.create({ collection: 'users', data: { name, email, roles, password }, req })
  })
  return { accounts, imported }
}

/** About 79 random bits in groups that can be read aloud and typed. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const characters = Array.from(randomBytes(16), (byte) => letters[byte % letters.length])
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-')
}
