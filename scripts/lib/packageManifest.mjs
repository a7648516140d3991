import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {Record<string, string>} Versions
 * @typedef {{ types: string, import: string }} Entry
 */

/** What an app that installs the plugin has already, or chooses itself: two copies of these would not work together. */
const shared = /^(payload|next|react|react-dom|graphql|@payloadcms\/.+)$/
/** Peers that only one entry needs. */
const optional = ['@payloadcms/db-sqlite', '@payloadcms/db-mongodb']

/**
 * The package.json of the published package, made from the repository's own: its name, version and licence, the entries
 * that were compiled, and of its dependencies the ones that the compiled code imports.
 *
 * @param {{ root: string, entries: Record<string, string>, imported: string[] }} made
 *   entries: specifier (`.`, `./client`) to the path of the compiled file without its ending; imported: names of packages
 * @returns {Record<string, unknown>}
 */
export function packageManifest({ root, entries, imported }) {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const missing = imported.filter((name) => !(name in own.dependencies))
  if (missing.length > 0) {
    throw new Error(`src imports ${missing.join(', ')}, which package.json does not have under dependencies.`)
  }
  const peers = imported.filter((name) => shared.test(name))
  const { name, version, description, license, type, engines, keywords } = own
  return {
    ...{ name, version, description, keywords, license, type, engines },
    exports: {
      ...Object.fromEntries(
        Object.entries(entries).map(([specifier, path]) => [
          specifier,
          { types: `./${path}.d.ts`, import: `./${path}.js` },
        ]),
      ),
      './package.json': './package.json',
    },
    types: './index.d.ts',
    sideEffects: ['**/*.css'],
    dependencies: caret(
      own.dependencies,
      imported.filter((name) => !shared.test(name)),
    ),
    peerDependencies: { ...caret(own.dependencies, peers), ...rangesOfPayload(root, peers) },
    peerDependenciesMeta: Object.fromEntries(
      optional.filter((name) => peers.includes(name)).map((name) => [name, { optional: true }]),
    ),
  }
}

/**
 * @param {Versions} versions
 * @param {string[]} names
 */
function caret(versions, names) {
  return Object.fromEntries(names.map((name) => [name, `^${versions[name]}`]))
}

/**
 * Payload says itself which Next, React and graphql it works with; the plugin is no pickier.
 *
 * @param {string} root
 * @param {string[]} peers
 * @returns {Versions}
 */
function rangesOfPayload(root, peers) {
  const asked = ['next', 'ui', 'graphql']
    .map((name) => join(root, 'node_modules/@payloadcms', name, 'package.json'))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')).peerDependencies ?? {})
  const ranges = Object.assign({}, ...asked)
  return Object.fromEntries(
    Object.entries(ranges).filter(([name]) => peers.includes(name) && name !== 'payload'),
  )
}
