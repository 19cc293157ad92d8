// Patterns are compiled when they first run, once for text of one byte a character and once for two: 0.2 s, for which one of the first articles
// of an index would have to wait. So an invented page is read, and compared with another, before any comes.
import type { CheckedArticle } from '../article/article.js'
import { once } from '../edit/once.js'
import { preparedPage } from '../match/evidence.js'
import { relate } from '../match/relation.js'
import { readPage } from '../text/page.js'

const lead = 'OSLO (Reuters) - It snowed on Monday, 3 May 2031, the weather office in the capital said.'
const body =
  'The ploughs of 14 towns were out by dawn, “the first time since March”, said Ada Lind, who heads the office.'
// A line for each pattern that holds the names of all agencies.
const signs = [
  'By Ada Lind, Reuters',
  'Photo: Ada Lind / Reuters',
  '(Photo by Ada Lind / AFP)',
  '- AP file photo',
  'Kiel (dpa/Reuters) - it snowed there too.',
  'Reuters Sign up now for more',
  'REUTERS/Ada Lind',
  'Ada Lind (AP)',
  'Reuters',
]

const pageOf = (id: string, text: string) => {
  const fields = { outlet: id, title: 'Snow', byline: 'By Ada Lind', url: null, language: 'en', time: null }
  return preparedPage(readPage({ id, text, ...fields } satisfies CheckedArticle))
}

/** Compiles what reading and comparing pages takes; the first time alone it takes long. */
export const warmUp = once(() => {
  const plain = [lead, ...signs, lead].join('\n')
  // The second time what was interpreted is compiled.
  for (const text of [plain, plain, `${plain}\n${body}`, `${plain}\n${body}`])
    relate(pageOf('a', text), pageOf('b', text.replace('14', '15').replace('dawn', 'noon')))
})
