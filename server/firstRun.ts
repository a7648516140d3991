import { randomBytes } from 'node:crypto'
import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'

import { importIssue, type ImportReport } from '../src/exports/importer.ts'
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

/** One newsroom: a person per role, and the second proofreader and chief that three reviews and proofs need. */
const newsroom: readonly [title: string, name: string, mailbox: string, roles: Role[]][] = [
  ['记者', '顾晓川', 'reporter', ['reporter']],
  ['责任编辑', '沈知微', 'editor', ['editor']],
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
 * Sets up an empty house: staff accounts with generated passwords, and the sample issue as drafts.
 * @returns what was made, or null where there are users already
 */
export async function firstRun(
  payload: Payload,
  options: { samples: string },
): Promise<FirstRunReport | null> {
  const { totalDocs } = await payload.count({ collection: 'users' })
  if (totalDocs > 0) return null
  const accounts = newsroom.map(([title, name, mailbox, roles]) => ({
    title,
    name,
    email: `${mailbox}@newsroom.example`,
    roles,
    password: newPassword(),
  }))
  // The issue first: an interrupted first start finds no users and begins again, and importing twice is harmless.
  const imported = await importIssue(payload, { folder: options.samples, createPublication: true })
  await createAll(payload, accounts)
  return { accounts, imported }
}

/** All accounts or none: a first start that is cut off must not leave people whose passwords nobody saw. */
async function createAll(payload: Payload, accounts: readonly Account[]): Promise<void> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    for (const { name, email, roles, password } of accounts)
      await payload.create({ collection: 'users', data: { name, email, roles, password }, req })
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** About 79 random bits in groups that can be read aloud and typed. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const characters = Array.from(randomBytes(16), (byte) => letters[byte % letters.length])
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-')
}
