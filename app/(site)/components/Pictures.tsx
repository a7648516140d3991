import type { Picture } from '../reads/types.ts'
import { fillWords, type SiteWords } from '../words.ts'

/** The pictures of an article, each with its caption and whom to thank for it. */
export function Pictures({ pictures, words }: { pictures: Picture[]; words: SiteWords }) {
  return pictures.map((picture) => (
    <figure key={picture.url} className="picture">
      <Img picture={picture} />
      {(picture.caption || picture.credit) && (
        <figcaption>
          {picture.caption}
          {picture.credit && (
            <span className="credit">{fillWords(words.photo, { name: picture.credit })}</span>
          )}
        </figcaption>
      )}
    </figure>
  ))
}

/** A picture in the smallest of its sizes that fills its place. A plain one: the server keeps its sizes, and nothing else may fetch it. */
export function Img({ picture, sizes }: { picture: Picture; sizes?: string }) {
  const { url, width, height, alt, smaller } = picture
  const all = [...smaller, ...(width ? [{ url, width }] : [])]
  return (
    <img
      src={smaller.at(-1)?.url ?? url}
      srcSet={all.length > 1 ? all.map((one) => `${one.url} ${one.width}w`).join(', ') : undefined}
      sizes={all.length > 1 ? (sizes ?? '(min-width: 44rem) 40rem, 92vw') : undefined}
      alt={alt}
      width={width ?? undefined}
      height={height ?? undefined}
      loading="lazy"
    />
  )
}
