// The HTTP endpoint among the examples: what it answers to articles, questions and mistakes.
import { expect, it } from 'vitest'
import { storiesApi } from '../../examples/http-endpoint.js'
import { readFixtures } from '../../fixtures/read.js'

const telegram = readFixtures()
  .filter(({ gold }) => gold.story === 'telegram-calls')
  .map(({ article }) => article)
  .sort((x, y) => Date.parse(x.publishedAt ?? '') - Date.parse(y.publishedAt ?? ''))

function client() {
  const app = storiesApi()
  const answer = async (response: Response) => ({ status: response.status, body: (await response.json()) as unknown })
  return {
    app,
    get: async (path: string) => answer(await app.request(path)),
    post: async (body: unknown) =>
      answer(
        await app.request('/articles', {
          method: 'POST',
          body: typeof body === 'string' ? body : JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      ),
  }
}

it('places articles as they come, and gives their story', async () => {
  const { get, post } = client()
  const [first, second, third] = telegram
  expect(await post(first)).toMatchObject({ status: 201, body: { outcome: 'new', clusterId: null } })
  expect(await post(second)).toMatchObject({
    status: 201,
    body: { outcome: 'copy', matches: [{ articleId: first?.id }] },
  })
  const { body } = await post(third)
  expect(body).toMatchObject({ outcome: 'copy', clusterId: first?.id, events: [{ kind: 'grown' }] })
  expect(await get(`/stories/${first?.id}`)).toMatchObject({
    status: 200,
    body: { id: first?.id, agency: { name: 'Reuters' }, copies: telegram.map(() => ({ spans: expect.any(Array) })) },
  })
})

it('lists stories by time, outlet and agency', async () => {
  const { get, post } = client()
  for (const article of telegram) await post(article)
  const found = async (query: string) => ((await get(`/stories${query}`)).body as { stories: unknown[] }).stories
  expect(await found('')).toMatchObject([{ agency: 'Reuters', copies: 3, dispatches: 1 }])
  expect(await found('?since=2031-08-13&outlet=Strait+Courier&agency=Reuters')).toHaveLength(1)
  expect(await found('?since=2031-08-15')).toEqual([])
  expect(await found('?outlet=Bay+Tribune')).toEqual([])
  expect(await found('?agency=AP')).toEqual([])
})

it('says what is wrong, as JSON with a code', async () => {
  const { get, post } = client()
  await post(telegram[0])
  expect(await post('{"id": oops')).toMatchObject({ status: 400, body: { code: 'bad-json' } })
  expect(await post(null)).toMatchObject({ status: 400, body: { code: 'bad-input' } })
  expect(await post({ id: 'x', outlet: 'X' })).toMatchObject({
    status: 400,
    body: { code: 'bad-text', article: 'x', field: 'text' },
  })
  expect(await post(telegram[0])).toMatchObject({ status: 409, body: { code: 'duplicate-id' } })
  expect(await post({ id: 'x', outlet: 'X', text: 'x'.repeat(2_000_000) })).toMatchObject({
    status: 413,
    body: { code: 'too-large' },
  })
  expect(await get('/stories?since=soon')).toMatchObject({ status: 400, body: { code: 'bad-option', field: 'since' } })
  expect(await get('/stories/nothing')).toMatchObject({ status: 404, body: { code: 'unknown-story' } })
  expect(await get('/elsewhere')).toMatchObject({ status: 404, body: { code: 'not-found' } })
})

it('leads from a story that merged with another to that', async () => {
  const { app, post } = client()
  const paragraphs = [
    'The harbour council of Lindholm said on Monday that it would open the old swing bridge to cyclists from the first week of May.',
    'Repairs cost 4.2 million crowns, a fifth less than the council had set aside, according to its accounts of the spring.',
    '"We have waited long enough to ride across our own river," said Berit Solheim, who runs a bicycle workshop on the quay.',
    'A second stage of the work, which would let small ferries pass at night, is to begin in September if the weather allows it.',
    'The bridge, built in 1911, has been closed to all traffic since a barge struck its northern pier three years ago in fog.',
  ]
  const article = (id: string, from: number, to: number) => ({
    id,
    outlet: `Outlet ${id}`,
    text: paragraphs.slice(from, to).join('\n'),
    publishedAt: '2031-03-03',
  })
  for (const part of [article('a', 2, 5), article('b', 2, 5), article('c', 0, 2), article('d', 0, 2)]) await post(part)
  expect(await post(article('whole', 0, 5))).toMatchObject({ body: { outcome: 'bridge', clusterId: 'a' } })
  const response = await app.request('/stories/c')
  expect([response.status, response.headers.get('location')]).toEqual([301, '/stories/a'])
})
