import type { DiagnosticCode } from '../../core/diagnostics/index.ts'

/** Words of one diagnostic: what it is, what happened, what to do. `{name}` stands for a parameter. */
export interface DiagnosticText {
  title: string
  what: string
  fix: string
}

export const diagnostics: Record<DiagnosticCode, DiagnosticText> = {
  'input.missing': {
    title: 'File not found',
    what: '{file} does not exist.',
    fix: 'Check the path; names are case-sensitive.',
  },
  'input.empty': {
    title: 'Empty file',
    what: '{file} holds no text.',
    fix: 'Give the page transcript that belongs here, or leave the file out.',
  },
  'input.unreadable': {
    title: 'File cannot be read',
    what: '{file} could not be read: {reason}.',
    fix: 'Check its permissions and the disk.',
  },
  'input.notText': {
    title: 'Not a text file',
    what: '{file} is not plain text ({reason}).',
    fix: 'Give a plain-text transcript in UTF-8 or GB18030.',
  },
  'input.tooLarge': {
    title: 'File too large',
    what: '{file} is {size} bytes; at most {limit} are read.',
    fix: 'A page transcript is a few thousand characters. Split the file, one page each.',
  },
  'input.lineTooLong': {
    title: 'Line too long',
    what: 'Line {line} has {length} characters; at most {limit} are read.',
    fix: 'A line is a paragraph. Check that the file is a page transcript with line breaks.',
  },
  'input.encoding': {
    title: 'Characters that could not be decoded',
    what: '{count} characters could not be read as {encoding}.',
    fix: 'Convert the file to UTF-8 and import it again.',
  },
  'page.numberFromFolio': {
    title: 'Page number from the folio line',
    what: 'The folio line gives page {page}.',
    fix: 'Nothing to do if it is right; else give --pages.',
  },
  'page.numberFromFileName': {
    title: 'Page number from the file name',
    what: 'No page number was given; the file name gives page {page}.',
    fix: 'Give --pages or a manifest if this is wrong.',
  },
  'page.numberFromJump': {
    title: 'Page number from the jump lines',
    what: 'No page number was given; the jump lines leave page {page}.',
    fix: 'Give --pages or a manifest if this is wrong.',
  },
  'page.numberFromOrder': {
    title: 'Page number from the order of files',
    what: 'No page number was given; page {page} is next in order.',
    fix: 'Give --pages or a manifest if this is wrong.',
  },
  'page.numberConflict': {
    title: 'Two files for one page',
    what: 'Page {page} is already taken by {other}.',
    fix: 'Give each file its page with --pages or a manifest.',
  },
  'page.jumpsToItself': {
    title: 'A page that jumps to itself',
    what: 'Page {page} has a jump line to page {page}.',
    fix: 'Check the number in the jump line or the page number.',
  },
  'article.noHeadline': {
    title: 'No headline',
    what: 'The text has no headline in the transcript.',
    fix: 'Add the headline from the printed page, or accept that there is none.',
  },
  'article.noAuthor': {
    title: 'No author and no dateline',
    what: 'Neither a byline nor a dateline was found.',
    fix: 'Add the author, or accept that there is none.',
  },
  'article.truncated': {
    title: 'Text breaks off',
    what: 'The last paragraph ends in the middle of a sentence.',
    fix: 'Compare with the printed page and complete the text.',
  },
  'article.boundaryUncertain': {
    title: 'Uncertain where the article begins',
    what: 'The boundary was found with confidence {confidence} %.',
    fix: 'Compare with the printed page; join or split if it is wrong.',
  },
  'article.orphanFragment': {
    title: 'Fragment that belongs to no article here',
    what: 'Lines {line} to {endLine} belong to no article on this page.',
    fix: 'Usually the tail of a text from another column or page; place it by hand.',
  },
  'article.jumpOpen': {
    title: 'Jump without its other half',
    what: 'The jump line names page {page}, but its other half was not found.',
    fix: 'Import page {page} of the same issue, or waive the jump with a reason.',
  },
}
