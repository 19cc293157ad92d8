// Texts that are packed are those that were given, however long and of whatever characters.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CheckedArticle } from '../../src/article/article.js'
import { PackedTexts } from '../../src/article/packed-texts.js'
import { withText } from '../../src/article/stored-article.js'

const articleOf = (text: string, k: number): CheckedArticle => ({
  id: `${k}`,
  outlet: 'Fjord Post',
  text,
  title: 'Snow',
  byline: null,
  url: null,
  language: 'nb',
  time: 1_931_000_000_000 + k,
})

it('packs texts one behind the other, and gives each as it was', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', '\ufeff', '\0', '\ud83d', 'a\udc1f', '🚢'),
  )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
      const packed = new PackedTexts()
      const articles = texts.map(articleOf)
      const kept = articles.map((article) => packed.pack(article))
      expect(kept.map((article) => article.text)).toEqual(texts)
      expect(kept.map(withText)).toEqual(articles)
    }),
  )
})

it('packs more than one block holds, and what is too long for one', () => {
  const packed = new PackedTexts()
  const texts = Array.from({ length: 300 }, (_, k) => `${k} “snow” `.repeat(k === 30 ? 600_000 : k * 10))
  const kept = texts.map((text, k) => packed.pack(articleOf(text, k)))
  expect(kept.every((article, k) => article.text === texts[k])).toBe(true)
})
