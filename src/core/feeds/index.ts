/** What is published in the forms that programs and other newsrooms expect, pure: text or data in, text or data out. */
export { atom } from './atom.ts'
export { bodyHtml } from './bodyHtml.ts'
export {
  correctionsOf,
  datelineOf,
  feedItemOf,
  summaryOf,
  type Feed,
  type FeedItem,
  type FeedWords,
} from './feedItem.ts'
export { jsonFeed } from './jsonFeed.ts'
export { newsArticle, scriptJson } from './newsArticle.ts'
export { mostSitemapEntries, newsSitemap, type NewsSitemapEntry } from './newsSitemap.ts'
export { canceledNinjs, ninjsOfArticle, ninjsOfIssue, type NinjsPlace, type NinjsWords } from './ninjs.ts'
export { rss } from './rss.ts'
export { escapeText } from './xml.ts'
