// Writes docs/options.md from the types: `npm run generate:options`. With --check it only says whether it is current.
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import ts from 'typescript'

import { resolveOptions } from '../src/index.ts'

const source = 'src/options/types.ts'
const target = 'docs/options.md'
const file = ts.createSourceFile(source, readFileSync(source, 'utf8'), ts.ScriptTarget.Latest, true)

/** The interfaces that options are made of, each under the words that stand above it. */
const shown = [
  'BroadsheetOptions',
  'DeliveryOptions',
  'OwnProfile',
  'FieldsArgs',
  'TransitionEvent',
  'PublishEvent',
]

const text = await format(
  [
    '# Options',
    `What \`broadsheet()\` takes, with types and defaults. Made from \`${source}\` by \`npm run generate:options\`. All of it is ` +
      'checked when Payload starts: a message names the option, its value and the fix. An option that does not exist is ' +
      'refused as well.',
    ...interfaces().flatMap(sectionOf),
    '## Default slugs',
    '| name | slug |\n| --- | --- |',
  ].join('\n\n') +
    `\n${Object.entries(resolveOptions().slugs)
      .map(([name, slug]) => `| \`${name}\` | \`${slug}\` |`)
      .join('\n')}\n`,
  { ...(await resolveConfig(target)), filepath: target },
)

if (process.argv.includes('--check')) {
  const current = readFileSync(target, 'utf8') === text
  console.log(current ? `${target} is current.` : `${target} is not current: npm run generate:options`)
  process.exitCode = current ? 0 : 1
} else writeFileSync(target, text)

function interfaces(): ts.InterfaceDeclaration[] {
  const all = file.statements.filter((node) => ts.isInterfaceDeclaration(node))
  return shown.map((name) => {
    const found = all.find((node) => node.name.text === name)
    if (!found) throw new Error(`${source} has no interface ${name}.`)
    return found
  })
}

function sectionOf(node: ts.InterfaceDeclaration): string[] {
  const main = node.name.text === shown[0]
  const members = node.members.filter((member) => ts.isPropertySignature(member))
  if (main) return members.flatMap((member) => [`## \`${nameOf(member)}\``, ...entryOf(member)])
  const parents = (node.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText()))
  return [
    `## ${node.name.text}`,
    docOf(node).text + (parents.length > 0 ? ` Besides, all of \`${parents.join('`, `')}\`.` : ''),
    members
      .map(
        (member) =>
          `- \`${nameOf(member)}: ${typeOf(member)}\`${docOf(member).text && ` – ${docOf(member).text}`}`,
      )
      .join('\n'),
  ]
}

function entryOf(member: ts.PropertySignature): string[] {
  const { text, tags } = docOf(member)
  const tagged = (name: string) => tags.get(name)
  if (!text || !tagged('default'))
    throw new Error(`${nameOf(member)} in ${source} needs words and an @default.`)
  return [
    text,
    `- Type: \`${typeOf(member)}\`\n- Default: ${tagged('default')}`,
    ...(tagged('example') ? [`\`\`\`ts\nbroadsheet({ ${tagged('example')} })\n\`\`\``] : []),
  ]
}

function nameOf(member: ts.PropertySignature): string {
  return member.name.getText()
}

function typeOf(member: ts.PropertySignature): string {
  return (member.type?.getText() ?? '').replaceAll(/\s+/g, ' ')
}

function docOf(node: ts.Node): { text: string; tags: Map<string, string> } {
  const docs = ts.getJSDocCommentsAndTags(node).filter((doc) => ts.isJSDoc(doc))
  const words = (comment: ts.JSDoc['comment']) =>
    (ts.getTextOfJSDocComment(comment) ?? '').replaceAll(/\s*\n\s*/g, ' ')
  return {
    text: docs.map(({ comment }) => words(comment)).join(' '),
    tags: new Map(
      docs.flatMap(({ tags }) => (tags ?? []).map((tag) => [tag.tagName.text, words(tag.comment)])),
    ),
  }
}
