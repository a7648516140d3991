import type { Picture } from '../reads/types.ts'
import type { SiteWords } from '../words.ts'

/** The pictures of an article, each with its caption and whom to thank for it. */
export function Pictures({ pictures, words }: { pictures: Picture[]; words: SiteWords }) {
  return pictures.map((picture) => (
    <figure key={picture.url} className="picture">
      {/* A plain picture: the server keeps its sizes, and nothing else may fetch it. */}
      <img
        src={picture.url}
        alt={picture.alt}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
        loading="lazy"
      />
      {(picture.caption || picture.credit) && (
        <figcaption>
          {picture.caption}
          {picture.credit && (
            <span className="credit">
              {words.photo} {picture.credit}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  ))
}
