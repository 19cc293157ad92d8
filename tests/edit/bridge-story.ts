// An invented story and its pages, for tests of how a story is edited.
import { type Article, checkArticle } from '../../src/article/article.js'
import { type Page, readPage } from '../../src/text/page.js'

export const paragraphs = [
  'The harbour council of Lindholm said on Monday that it would open the old swing bridge to cyclists from the first week of May.',
  'The bridge, built in 1911, has been closed to all traffic since a barge struck its northern pier three years ago.',
  '"We have waited long enough to ride across our own river," said Berit Solheim, who runs a bicycle workshop on the quay.',
  'Repairs cost 4.2 million crowns, a fifth less than the council had set aside, according to its accounts.',
  'A second stage of the work, which would let small ferries pass at night, is to begin in September.',
]

/** The page of an article, each of an outlet of its own unless told otherwise. */
export const page = (id: string, text: string, more: Partial<Article> = {}): Page =>
  readPage(checkArticle({ id, outlet: `outlet ${id}`, text, ...more }, 0, {}, () => {}))
