/** Words of the command that builds the search index; `{name}` stands for a parameter. */
export const search = {
  progress: 'Indexing {done}/{all}',
  built: 'The search index is built: {articles} published articles, {seconds} s.',
  none: 'There is no search here: the option `search` is false, or the database is neither SQLite nor MongoDB.',
  usage: `Usage: npm run search:rebuild -- [--json] [--lang zh|en]
Makes the search index anew from what is published. Until it is done a search answers 503; publishing goes on meanwhile.
Exit code: 0 the index is built; 1 there is no search here; 2 wrong usage, or it could not be built.`,
  unknownOption: 'Unknown option: {option}',
} as const

export type SearchKey = keyof typeof search
