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
  'input.changed': {
    title: 'File changed meanwhile',
    what: '{file} changed while it was being imported.',
    fix: 'Import it again when nothing writes to it any more.',
  },
  'input.nothing': {
    title: 'Nothing to import',
    what: '{file} holds no transcript (*.txt) and no issue.yaml.',
    fix: 'Name the files, or the folder that holds them.',
  },
  'zip.refused': {
    title: 'Archive refused',
    what: '{file} was not opened: {reason}.',
    fix: 'Pack the issue’s folder again: plain ZIP, no password, text files and issue.yaml only.',
  },
  'manifest.notYaml': {
    title: 'Manifest is not YAML',
    what: '{file} cannot be read as YAML ({reason}).',
    fix: 'Mend the line that is named.',
  },
  'manifest.invalid': {
    title: 'Manifest says something unknown',
    what: '{file}: {key} is {value}.',
    fix: 'Known are publication, date (YYYY-MM-DD), edition, number, wholeNumber and pages with file, number, name.',
  },
  'issue.dateMissing': {
    title: 'No date',
    what: 'No date was given for {file}, and its text names none.',
    fix: 'Give --date YYYY-MM-DD or a manifest.',
  },
  'issue.dateSuggested': {
    title: 'No date given',
    what: 'No date was given; the text suggests {date} (“{evidence}”).',
    fix: 'If that is right, give --date {date}.',
  },
  'issue.dateConflict': {
    title: 'Two dates',
    what: '--date says {given}, the manifest {manifest}.',
    fix: 'Leave --date out, or mend the manifest.',
  },
  'issue.tooManyPages': {
    title: 'Too many pages for one issue',
    what: '{count} pages; one issue has at most {limit}.',
    fix: 'Import one folder per issue, each with an issue.yaml.',
  },
  'publication.missing': {
    title: 'No publication',
    what: 'Neither --publication nor a manifest names the publication of {file}.',
    fix: 'Give --publication NAME.',
  },
  'publication.unknown': {
    title: 'Unknown publication',
    what: 'There is no publication “{name}”. Known: {known}.',
    fix: 'Check the name, or add --create-publication to make it.',
  },
  'publication.conflict': {
    title: 'Two publications',
    what: '--publication says {given}, the manifest {manifest}.',
    fix: 'Leave --publication out, or mend the manifest.',
  },
  'publication.made': {
    title: 'New publication',
    what: '{name} is made, with the address /{slug}.',
    fix: 'Change the address in the admin before anything is published, or give --slug.',
  },
  'publication.refused': {
    title: 'Publication cannot be made',
    what: '{name} with the address /{slug} was refused: {reason}',
    fix: 'Give another --slug.',
  },
  'page.countDiffers': {
    title: 'Numbers and pages do not match',
    what: '--pages gives {given} numbers for {found} pages.',
    fix: 'Give one number for each page, in the order of the files.',
  },
  'page.oneIssueOnly': {
    title: '--pages is for one issue',
    what: 'There are {count} issues here.',
    fix: 'Import one issue at a time, or number the pages in each issue.yaml.',
  },
  'page.numberDiffers': {
    title: 'Another number is printed',
    what: 'The page was given as {page}, its folio line says {printed}.',
    fix: 'Check which is right.',
  },
  'article.sourceChanged': {
    title: 'Source changed after editing',
    what: 'The transcript of this article changed, but a person has worked on the article. Both are kept.',
    fix: 'Compare the article with the new transcript and take over what is right.',
  },
  'article.sourceGone': {
    title: 'No longer in the transcript',
    what: '“{title}” is no longer in the transcript, but a person has worked on it. It stays.',
    fix: 'Check whether it still belongs on the page.',
  },
  'article.deletedBefore': {
    title: 'Deleted before',
    what: 'An article of these lines was deleted by a person; it is not made again.',
    fix: 'To have it back, make it by hand from the transcript.',
  },
  'run.articleKept': {
    title: 'Article kept',
    what: '“{title}” stays: a person has worked on it, or it was published.',
    fix: 'Spike or withdraw it if it should go.',
  },
  'run.changedSince': {
    title: 'Page changed since',
    what: '{file} was imported again by a later run.',
    fix: 'Take the later run back first.',
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
  'article.jumpJoined': {
    title: 'Jump joined',
    what: 'The article on page {from} and its continuation on page {to} are one article ({headline}).',
    fix: 'Compare the place where they meet with the printed page.',
  },
  'text.doubledSpan': {
    title: 'Words printed twice',
    what: '“{words}” stands there twice in a row.',
    fix: 'Usually a misreading: compare with the printed page and take one out.',
  },
  'text.repeatedLine': {
    title: 'Line repeated',
    what: 'Line {line} is the same as the one before it.',
    fix: 'The body keeps it once. Compare with the printed page.',
  },
  'text.latinInChinese': {
    title: 'Latin letters inside Chinese',
    what: '“{words}” stands in the middle of Chinese text.',
    fix: 'Usually a misreading: compare with the printed page.',
  },
  'text.paragraphOpen': {
    title: 'Paragraph without an end',
    what: 'The paragraph breaks off inside a sentence and what follows does not carry it on.',
    fix: 'Complete it from the printed page.',
  },
}
