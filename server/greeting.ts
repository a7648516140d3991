import { rm, writeFile } from 'node:fs/promises'
import type { FirstRunReport } from './firstRun.ts'

/** The address to show people: the public one, else the one listened on, in the form a browser on this machine takes. */
export function shownOrigin(
  { host, publicUrl }: { host: string; publicUrl?: string | undefined },
  port: number,
): string {
  if (publicUrl) return publicUrl
  const local = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)
  return `http://${local ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}

/** What is printed once the server listens. */
export function greetingLines(origin: string): string[] {
  return [
    '',
    `  Broadsheet 已启动 · is running    ${origin}`,
    '',
    `  后台 · Admin      ${origin}/admin`,
    `  接口 · REST       ${origin}/api/articles     GraphQL: POST ${origin}/api/graphql`,
    `  状态 · Health     ${origin}/healthz  ${origin}/readyz`,
    '',
    '  接着试试 · Try next',
    '  · 用责任编辑的账号登录，打开一篇导入的稿件，改一个标题，送审 · as the editor correct a headline and submit the article',
    '  · 经三审三校到“待发”，由值班总编发布本期，步骤见 README · after three reviews and proofs the chief publishes: see README',
    '  · 导入自己的版面 · import pages of your own:',
    '    npm run import -- 文件或目录 --publication 报纸名 --create-publication --date YYYY-MM-DD',
    '',
  ]
}

/** The accounts of the first start, with their passwords: printed this once and kept nowhere. */
export function firstRunLines({ accounts }: FirstRunReport): string[] {
  const width = Math.max(...accounts.map(({ email }) => email.length))
  return [
    '  首次启动：已导入示例一期，并建立以下账号。密码只显示这一次，请记下，登录后修改。',
    '  First start: the sample issue was imported and these accounts made. Passwords are shown this once.',
    '',
    ...accounts.map(
      ({ title, name, email, password }) => `    ${email.padEnd(width)}  ${password}  ${title} ${name}`,
    ),
    '',
  ]
}

/** What the processes print that another one has overtaken in setting up the house. */
export const meanwhileLines: string[] = [
  '  首次启动：同时启动的另一个进程已导入示例一期并建立账号，密码显示在那个进程的输出里。',
  '  First start: another process that started at the same time has imported the sample issue and made the accounts;',
  '  it printed their passwords.',
  '',
]

/** Writes the report of the first start as JSON (mode 0600) where whoever started the server asked for it. */
export async function keepFirstRunReport(report: FirstRunReport, file: string | undefined): Promise<void> {
  if (!file) return
  // A file that is there already would keep its own mode.
  await rm(file, { force: true })
  await writeFile(file, JSON.stringify(report, null, 2), { mode: 0o600, flag: 'wx' })
}
