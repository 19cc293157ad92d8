// What outlets put in themselves: their names, sentences of their own, and phrases inside the wire's sentences. All invented, and
// none says anything that could be a change of the wire's facts.

export const outlets: readonly string[] = (
  'Morning Lantern|Hexham Vale Post|The Daily Beacon|Quayside Echo|Larkfield Gazette|Pine County Register|The Evening Ledger|' +
  'Westmarsh Times|Coral Bay Mirror|Highmoor Standard|Saltmarket Chronicle|Two Rivers Tribune|Northgate Observer|Cape Ember News|' +
  'Brookhaven Bulletin|The Plainsman|Tamarind Daily|Old Port Argus|Silverlake Sentinel|Fenwick Advertiser|Mistral Online|' +
  'Kestrel Business|Redcliff Voice|Harrowgate Wire Page|Sunrise Island News|Juniper Weekly|The Copper Star|Lowland Review|' +
  'Orchard Street Journal|Delta Reporter|Seven Hills Press|Ironbridge Citizen|Prairie Lookout|Monsoon Mail|Windward Express|' +
  'The Granite Post|Ashdown Dispatcher|Palmetto Leader|Starling Today|Bluewater Daily|Vineyard Record|Canal City Clarion|' +
  'Thornbury Independent|Oasis Herald|Grand Junction Eagle|Tidewater News|Alder Creek Call|The Lamplighter|Meadow Valley Sun|' +
  'Polar Daily|Gulf Breeze Pioneer|Ridgeway Examiner|Baobab Times|Cedar Falls Optimist|Frontier Messenger|Hillside Topic|' +
  'Anchor Bay Packet|Rosewood Recorder|East Loop Metro|The Weathervane'
).split('|')

const topics = [
  'transport',
  'the environment',
  'public spending',
  'local business',
  'schools',
  'rural life',
  'science',
  'the arts',
  'the coast',
  'housing',
]

/** Whole sentences; OUTLET and TOPIC are filled in. */
export const ownSentences: readonly string[] = `
OUTLET has asked the organisers for further details.
The OUTLET could not immediately reach a representative for comment.
A request for comment from OUTLET went unanswered over the weekend.
Readers of this newspaper had raised the matter in letters earlier this year.
The subject has been much discussed in our region as well.
Similar plans have been talked about in several neighbouring areas.
The story drew wide attention on social media.
Photographs of the scene were shared thousands of times online.
It is a question that has occupied local politicians for years.
Interest in TOPIC has been growing here, too.
The region is best known to holidaymakers for its beaches and old churches.
OUTLET first wrote about the subject in the spring.
Local groups have long called for more attention to TOPIC.
The area lies about two hours by car from the nearest airport.
Critics and supporters alike will be watching closely.
The matter is to be taken up again at the next regular session.
In our own county, the picture is rather different.
Visitors from this region make up a good part of the traffic.
The news came as a surprise to many in the trade.
Observers had been waiting for such a signal for some time.
A spokeswoman for the chamber of commerce here welcomed the news.
Our reporters saw long queues there during a visit in the summer.
The debate over TOPIC is far from over.
Experts contacted by OUTLET called the development remarkable.
The place has been in the headlines before.
Schools in the area were informed by letter.
Many families here have relatives in the region.
For local exporters, the region is an important market.
The weather there has been unusually mild this season.
Several tour operators in our area offer trips to the region.
More on TOPIC can be found in our weekend supplement.
That is welcome news for those who depend on it.
The question of who will pay in the long run is still open.
Officials in this county are following the matter with interest.
A public information evening is planned for later in the season.
The local library is showing a small exhibition on TOPIC.
OUTLET readers voted the topic one of the most important of the year.
Things look much the same on this side of the border.
Neighbours described the mood as relaxed.
It was a long road to get here, as those involved readily admit.
The subject is close to the hearts of many people in this part of the world.
Opinions in the street were divided, as a short survey by OUTLET showed.
Comparable projects elsewhere have met with mixed results.
The local council here has put the topic on its agenda.
Business leaders in our city spoke of a sensible step.
A delegation from this area visited the site last summer.
There has been a lively correspondence about TOPIC on our letters page.
Such events have become more common over the years.
Anyone who has been there knows how much it matters to the locals.
A university in our state has been working on the same problem.
Reaction in the region was muted at first.
Those who live nearby have learned to be patient.
The example could well be copied elsewhere.
People in this city will remember a similar episode.
The OUTLET will report on further developments.
Nearly everyone in the trade has an opinion on the subject.
Little is usually heard of the region in our part of the world.
The topic will also feature in our podcast this week.
The background is a long-running argument about TOPIC.
Amateur historians here have traced several links with the place.
In this newspaper's view, the subject deserves more attention.
Our correspondent described a cheerful atmosphere on the ground.
Business travellers from our city know the route well.
The regional broadcaster showed pictures of a calm and sunny day.
`
  .trim()
  .split('\n')

export const fillSentence = (form: string, outlet: string, topic: number) =>
  form
    .replace(/\bThe OUTLET\b/g, `The ${outlet.replace(/^The /, '')}`)
    .replaceAll('OUTLET', outlet.startsWith('The ') ? outlet : `The ${outlet}`)
    .replaceAll('TOPIC', topics[topic % topics.length] ?? '')

/** Put before the full stop of a sentence that states something. */
export const phrasesAtEnd: readonly string[] = `
in the north of the country
as in earlier years
after a long debate
to the surprise of few observers
in what has become a familiar pattern
in a part of the country popular with hikers
to the relief of many locals
as local media have widely reported
amid great public interest
in keeping with long custom
much to the delight of onlookers
as has been the practice for years
in an area known for its mild winters
following weeks of preparation
with the help of many volunteers
as OUTLET has reported
according to custom there
in front of a large crowd
despite the season
on the edge of the old town
`
  .trim()
  .split('\n')

/** Put behind the verb of speaking. */
export const phrasesOfSpeech: readonly string[] = [
  'in a statement',
  'at a briefing',
  'during a tour of the site',
  'in answer to questions',
  'in an online post',
  'at the end of a long meeting',
  'in a written reply',
]

/** Put before a sentence, with a comma. */
export const openers: readonly string[] = [
  'Meanwhile',
  'For its part',
  'At the same time',
  'As a reminder',
  'By way of background',
  'On the ground',
  'In the end',
  'For the record',
  'In the same vein',
  'Looking back',
]

/** Put behind a place or a thing that the sentence names, between commas. */
export const appositions: readonly string[] = [
  'well known to readers of this page',
  'a familiar sight in the region',
  'the subject of much talk here',
  'long a matter of local pride',
  'as readers will recall',
  'of all places',
  'to take one example',
]
