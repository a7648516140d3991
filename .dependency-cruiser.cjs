/**
 * Who may import whom. Each room of src names what it may import, and everything else in src is refused:
 * a room or an import that nobody thought of fails. docs/architecture.md has the picture.
 */

/** What each room of `src` may import, as patterns of paths. Itself is always allowed. */
const core = '^src/core/'
const optionTypes = '^src/options(\\.ts$|/)'
const translations = '^src/translations/'
const access = '^src/access/'
const workflow = '^src/workflow/'
const database = '^src/database/'
const hooks = '^src/hooks/'
const refusals = '^src/refusals/'
const importer = '^src/importer/'
const delivery = '^src/delivery/'

const rooms = {
  core: [],
  access: [],
  translations: [],
  database: [],
  refusals: [database, translations],
  hooks: [access, workflow, refusals, translations],
  endpoints: [access, workflow, refusals, translations, importer, delivery],
  workflow: [database],
  importer: [translations],
  collections: [access, database, hooks, workflow, refusals, translations],
  delivery: [access, database, translations],
  notices: [access, database, translations],
  backup: [database, translations],
  http: [delivery],
  admin: [translations],
}

const escapeName = (name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const forbidden = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports`,
  severity: 'error',
  comment: `src/${room} may import ${room === 'core' ? 'only itself' : 'itself, core, the types of options, and what its line above names'}.`,
  from: {
    path: `^src/${escapeName(room)}/`,
    // The store is the one door of the importer to the database.
    ...(room === 'importer' ? { pathNot: '^src/importer/store\\.ts$' } : {}),
  },
  to: {
    path: '^(src|app|server|scripts|test|e2e|bench|migrations)/|^payload\\.config\\.ts$',
    pathNot: [`^src/${escapeName(room)}/`, ...(room === 'core' ? [] : [core, optionTypes]), ...allowed],
  },
}))

module.exports = {
  forbidden: [
    ...forbidden,
    {
      name: 'store-imports',
      severity: 'error',
      comment: 'src/importer/store.ts writes: it may also use workflow and database.',
      from: { path: '^src/importer/store\\.ts$' },
      to: { path: '^src/', pathNot: [importer, core, optionTypes, translations, workflow, database] },
    },
    {
      name: 'importer-knows-no-payload',
      severity: 'error',
      comment: 'Reading, checking and planning are tried without a database; only store.ts imports payload.',
      from: { path: importer, pathNot: '^src/importer/store\\.ts$' },
      to: { path: 'node_modules/(payload|@payloadcms)/' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'No framework, no Node: core runs in the browser, in tests and in the server alike.',
      from: { path: core },
      to: { path: 'node_modules/' },
    },
    {
      name: 'core-is-pure-node',
      severity: 'error',
      comment: 'No file system, clock, process or randomness from Node in core.',
      from: { path: core },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'unknown-room',
      severity: 'error',
      comment: 'A new room of src needs a line in this file.',
      from: {
        path: '^src/([^/]+)/',
        pathNot: `^src/(${[...Object.keys(rooms), 'bin', 'exports', 'options'].map(escapeName).join('|')})/`,
      },
      to: {},
    },
    {
      name: 'options-know-core-only',
      severity: 'error',
      comment: 'Options are resolved before anything exists.',
      from: { path: optionTypes },
      to: { path: '^src/', pathNot: [core, optionTypes] },
    },
    {
      name: 'one-composition-root',
      severity: 'error',
      comment: 'Only src/index.ts imports plugin.ts.',
      from: { pathNot: '^src/index\\.ts$|^test/' },
      to: { path: '^src/plugin\\.ts$' },
    },
    {
      name: 'index-is-the-door',
      severity: 'error',
      comment: 'Inside src nobody imports the public entry, which would be a circle.',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'users-of-src',
      severity: 'error',
      comment:
        'The app, the server and the commands use what the package exports, as any other project would.',
      from: {
        path: '^(app|server|scripts|bench)/|^payload\\.config\\.ts$',
        pathNot: '^scripts/(learning|scoring)/',
      },
      to: { path: '^src/', pathNot: '^src/(index\\.ts$|exports/)' },
    },
    {
      name: 'learning-knows-core',
      severity: 'error',
      comment: 'What makes and measures the tables that core carries looks into core, and no further.',
      from: { path: '^scripts/(learning|scoring)/' },
      to: { path: '^src/', pathNot: '^src/(index\\.ts$|exports/|core/)' },
    },
    {
      name: 'e2e-knows-only-http',
      severity: 'error',
      comment: 'Journeys see what a browser sees.',
      from: { path: '^e2e/' },
      to: { path: '^(src|app|server|test)/|^payload\\.config\\.ts$' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      comment: "Nothing that ships may need a test; taking screenshots uses the journeys' server and log-in.",
      from: { pathNot: '^(test|e2e|bench)/|^scripts/screens(\\.ts$|/)' },
      to: { path: '^(test|e2e)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'A circle of imports has no order in which it can be read, or loaded.',
      from: { path: '^(src|server|scripts)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere hides what it would break.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|data|test/fixtures/blank-app)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
