// The forms of words by which furniture is known: data, by kind, that a contributor extends here. Each pattern is tried
// on one line or sentence of at most `longestUnit` characters and runs in linear time (no repetition stands in another).

/** Longer lines are paragraphs: they are judged sentence by sentence, and no sentence beyond this by its form. */
export const longestUnit = 600

/** Invitations, links to other pages, buttons: the whole line or sentence is furniture. */
export const promotions: readonly RegExp[] = [
  // Invitations.
  /^(?:please )?(?:sign[ -]?up|subscribe|register)\b(?! to (?:the|a) (?:view|theory|treaty))/i,
  /^(?:join|follow|like|find|connect with) (?:us\b|@|.{1,60} (?:on|at|via) (?:x|twitter|facebook|instagram|telegram|whatsapp|youtube|linkedin|tiktok|google news)\b|.{1,50}(?:telegram|whatsapp) channel)/i,
  /^(?:get|receive|download) (?:the|our|all|more|breaking|daily|your|\S+['’]s) .{0,80}\b(?:app|newsletters?|inbox|alerts?|headlines|stories|delivered|emails?)\b/i,
  /^get the (?:latest|breaking) .{0,60}\bas (?:it|they) happens?\b/i,
  /^(?:choose|select|pick) (?:the|your|a) (?:plan|subscription)\b/i,
  /^check out this (?:story|article|post|video)\b|\bcheck out this story on \S{1,60}: https?:/i,
  /^a link has been (?:sent|posted|e-?mailed)\b/i,
  /^(?:tap|click|swipe) (?:here|to|on|the|for)\b/i,
  /^(?:already a (?:subscriber|member)|become a (?:member|subscriber)|support (?:local|independent|quality|our) (?:\S+ )?(?:journalism|news|newsroom|reporting)|be the first to know|thank you for (?:signing up|reading|subscribing))\b/i,
  /\b(?:delivered|sent) (?:straight |directly )?to your (?:inbox|phone|email)\b/i,
  /^(?:our|the|this) (?:free )?(?:daily|weekly|morning|evening) (?:briefing|newsletter)\b/i,
  /^(?:this (?:site|page) is protected by|by signing up|you (?:can|may) unsubscribe|no one covers what is happening in our community)/i,
  /^to (?:read the full story|find out more about|comment on this|view this|enable|leave a comment)/i,
  /^(?:for more|more) (?:news|information|stories|coverage|on this|from|at|about)\b[^.]{0,80}$/i,
  /^(?:have|got) a (?:tip|question|story|news tip)\b/i,
  /^(?:contact|email|e-mail|write to|reach) (?:us|me|the (?:writer|author|reporter|newsroom))\b/i,
  /^(?:contact|e-?mail|follow|reach) [^@]{1,60}@[\w.-]{2,60}$/i,
  /^[\w.+-]{1,64}@[\w.-]{1,64}$/,
  /^(?:do you have|what do you think|share your|let us know|tell us|have your say|comment below|join the (?:conversation|discussion))/i,
  /^(?:support|donate|chip in|contribute)\b.{0,60}\b(?:today|now|us|reader[- ]supported)\b/i,
  /\breader[- ]supported\b/i,
  /^(?:the|our|today['’]s|this (?:morning|evening|week)['’]s) .{0,60}\b(?:newsletters?|email|e-mail|briefing)\b.{0,60}$/i,
  /\b(?:in your inbox|to your inbox) (?:every|each|weekday|on weekdays)\b|\bevery (?:day|morning|weekday|week|friday|sunday) in your inbox\b/i,
  /^\[? ?(?:follow|like|find) .{1,60} on (?:all|our|social) (?:channels|platforms|media) ?\]?$/i,
  /^(?:stay (?:up[- ]to[- ]date|in the know|tuned)|chat with us|find out what['’]s happening|just watched|must watch|now playing|after newsletter promotion|people are also reading|others are reading|thanks for sharing|thank you for|your subscription|loading comments|please check your (?:email|inbox)|please enable|turn on notifications|you have successfully subscribed|you are signed in|we want to hear|submit a letter)\b/i,
  /^(?:found|spotted|see) (?:a|an) (?:mistake|error|typo)\b|^was this (?:story|article) (?:useful|helpful)|^(?:report (?:a|an) (?:typo|error|correction))/i,
  /^\(?this (?:story|article|report) (?:has not been edited|was (?:generated|produced|published)|is (?:auto-generated|published)|has been published)\b.{0,160}$/i,
  /\b(?:auto-generated|published) from a syndicated feed\b/i,
  /\b(?:please|to read (?:the full|more|on)\b.{0,40}),? subscribe\b.{0,80}$/i,
  /^unlimited digital access\b|^(?:only )?[$€£]\d+(?:\.\d\d)? (?:for|a|per) /i,
  /^\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)? (?:covers (?!\d)[^.]{2,60} for|writes (?:about|on|for)|is (?:a|an|the) [^.]{0,60}\b(?:reporter|correspondent|columnist|editor|writer) (?:at|for|of|with|in|who covers|covering)\b)/u,
  // Links to other stories and media.
  /^[-–—•»>* ]{0,4}(?:read|see|watch|hear|view|listen|explore|learn)(?: (?:more|also|next|next up|now|too|on|the full story|full story|the article|it here|below|all))?(?: (?:here|on .{1,40}|at .{1,40}|about .{1,60}))?(?:$|:|>| ?[»→])/i,
  /^[-–—•»>* ]{0,4}(?:also read|read also|see also|related|you (?:may|might) (?:also )?like|more from|more on|more:|in pictures|in case you missed it|don['’]t miss|recommended|suggested|trending|top stories|top news|latest news|latest stories|most (?:read|popular|viewed|shared|commented)|editor['’]?s['’]? picks?|what to read next|what(?:['’]s| is) hot|popular now|best of|from our partners|promoted|sponsored|paid (?:post|content|partner)|today['’]s (?:paper|headlines|top)|breaking news|live updates?|up next|next story|previous story|just in)\b(?! (?:with|against|than|to the|of the war))[^.!?]{0,120}\??$/i,
  /^more ?[:|] ?\S[^.]{0,120}$/i,
  /^(?:next|previous|from the archives?|editor['’]?s['’]? pick|guest (?:commentary|column|post|opinion)) ?[:|] ?\S[^.]{0,120}$/i,
  /^\((?:also read|read also|read more|see also|related)\b[^()]{0,120}\)$/i,
  /^(?:read|share|read or share) (?:this|the) (?:story|article)\b/i,
  /^(?:watch|video|audio|listen|gallery|photos?|slideshow|podcast|graphic|infographic|interactive|map|poll|quiz|live|breaking|exclusive|opinion|analysis|commentary|explainer|fact ?check|transcript|timeline)s?(?::| \(\d+ images?\)|$)/i,
  /^(?:continue reading|story continues|article continues|skip (?:to|past|ad|advert)|keep reading|show more|load more|view (?:all|more|comments|gallery)|see more|hide caption|toggle caption|enlarge|expand|close share panel|these are external links)\b/i,
  // Buttons, banners, counters.
  /^(?:advertise?ments?|ads?|advertising|advertorial|sponsored|sponsor message|more|close|share|tweet|email|e-mail|print|save|copy link|comments?|reply|reprints?|menu|search|log ?in|sign in|home|home ?page|back to top|top|next|previous|loading\W*|cancel|submit|embed|replay|play|pause|mute|unmute|now playing|share story|share article|share this|facebook|twitter|linkedin|pinterest|whatsapp|telegram|reddit|google\+?|×|x|[^\p{L}\p{N}]+)$/iu,
  /^(?:advertisement|connect tweet|share this article|share on|share via|share story)\b/i,
  // Several buttons in one line.
  /^(?:share this (?:story|article):? )?(?:save|share|tweet|e-?mail|print|comment|more|facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|copy link)(?:[ ,|•·/]{1,3}(?:save|share|tweet|e-?mail|print|comment|more|facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|copy link)){1,9}$/i,
  /^(?:premium|(?:subscribers?|members?) only|text size(?: a){0,4}|back to gallery|image \d{1,3} ?of ?\/? ?\d{1,3})$/i,
  /^(?:comments (?:are|have been) (?:now )?(?:closed|disabled|turned off)\b.{0,40}|(?:leave|post|add|write) (?:a |your )?comments?)[.!]?$/i,
  /^reading time\b.{0,20}$/i,
  /^(?:tags?|topics|filed under|categor(?:y|ies)|keywords) ?[:：](?!.{0,250}\b(?:was|were|is|are|will|would|has|have|had|said|says)\b)\s?[^.!?]{0,250}$/i,
  /^media: \S[^.!?]{0,40}$/i,
  // A place on a map.
  /^-?\d{1,3}\.\d{3,8}[, ]{1,2}-?\d{1,3}\.\d{3,8}$/,
  /^[\d,.]+[kKmM]? (?:comments?|shares?|views?|retweets?|likes?|followers?)\b.{0,30}$/i,
  /^\d{1,3} ?(?:of|\/) ?\d{1,3}$/,
  /^(?:swipe\. ?)?(?:select\. ?)?stay informed\.?$/i,
  /^(?:swipe|select)\.$/i,
  /^\d{1,2} (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) (?:ago|read)$/i,
  /^(?:this article is more than|this story (?:was originally|first appeared|has been (?:updated|corrected))|this (?:article|story) (?:originally appeared|was (?:first |originally )?published))\b/i,
  /^(?:updated|posted|published|first published|originally published|last (?:updated|modified)|created|date)(?: on)?\b(?::| at|\s).{0,60}\d/i,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\p{Lu}\p{L}{2,8}\.? \d{1,2},? \d{4}|\d{1,2} \p{Lu}\p{L}{2,8}\.? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?:,? (?:at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?$/iu,
  /^sign me up!?$|^be the first to know\b/i,
  // A date with a time of day, in any language.
  /^(?:[\p{L}]+:? ){0,3}(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|\d{1,2}\.? \p{L}{3,10}\.? (?:de )?(?:19|20)\d\d)\b[^.!?]{0,12}\d{1,2}[:.h]\d{2}\b.{0,50}$/u,
  // Scripts that ran into the text.
  /^(?:window\.|var |function ?\(|googletag|\(function|if ?\(typeof|<script|document\.)|\b_taboola\b|\bgoogletag\.cmd\b/,
  // Rights.
  /^(?:©|\(c\)|&copy;|copyright\b)/i,
  /\ball rights reserved\b/i,
  /^(?:this material may not be|reproduction (?:in whole|without)|republished? (?:with|by) permission|content created by|not for (?:re)?distribution|terms of (?:use|service)|privacy (?:policy|notice)|the (?:opinions|views) expressed|opinions expressed|we use cookies|by using this (?:site|website))/i,
  /\b(?:is made available|available) without charge to any eligible news publisher\b/i,
  /^(?:about (?:us|the author|this (?:article|story)))\b.{0,60}$/i,
  // Other languages.
  /^[-–—•»>* ]{0,4}(?:(?:[àa] )?lire (?:aussi|également|la suite|plus)|voir aussi|sur le même (?:sujet|thème)|publicité|abonnez-vous|inscrivez-vous|recevez|partager|suivez-nous|(?:pour|à) (?:en savoir plus|lire)|nos derniers|newsletter)/i,
  /^[-–—•»>* ]{0,4}(?:lea (?:también|además|más)|le(?:e|é) (?:también|además|más)|te puede interesar|puede(?:s)? leer|vea también|ver también|noticias relacionadas|publicidad|suscríb(?:ase|ete|ete a)|síguenos|siga(?:nos)?|más (?:información|noticias))\b/i,
  /^[-–—•»>* ]{0,4}(?:lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|das könnte sie|anzeige$|werbung$|newsletter|jetzt (?:abonnieren|anmelden)|abonnieren sie|folgen sie|zum thema)\b/i,
  /^[-–—•»>* ]{0,4}(?:baca (?:juga|selengkapnya|berita)|simak juga|lihat juga|iklan$|berlangganan|ikuti (?:kami|berita)|dapatkan (?:berita|update)|scroll untuk|copyright)/i,
  /^[-–—•»>* ]{0,4}(?:leia (?:também|mais)|veja (?:também|mais)|publicidade$|assine|siga-nos|leggi anche|pubblicità$|lees ook|läs också|les også|læs også|lue myös|czytaj (?:też|także|więcej)|zobacz (?:też|także)|ayrıca (?:oku|bak)|ilgili haber|đọc thêm|xem thêm)/i,
  /^[-–—•»>* ]{0,4}(?:читайте (?:также|ещё|еще|нас)|смотрите также|подпис(?:ывайтесь|аться|ка)|реклама$|по теме|ранее по теме|поделиться|наш telegram|другие новости|читати також|читайте також)/i,
  /^[-–—•»>*【［[ ]{0,4}(?:اقرأ (?:أيضا|أيضاً|ايضا|المزيد|أيضًا)|إقرأ أيضا|شاهد (?:أيضا|أيضاً|المزيد)|إعلان$|اشترك|تابعنا|تابعونا|للمزيد|مواضيع ذات صلة|مقالات ذات صلة|أخبار ذات صلة)/,
  /^[-–—•»>*【［[（(▶►＞■◆● ]{0,4}(?:相关阅读|相关新闻|相关报道|延伸阅读|推荐阅读|更多(?:新闻|内容|精彩)|点击(?:查看|进入|下载)|扫码|扫描二维码|关注(?:我们|微信|本报)|欢迎(?:关注|订阅)|广告$|订阅|下载.{0,10}(?:客户端|app)|返回首页|分享到|原标题|版权)/i,
  /^[-–—•»>*【［[（(▶►＞■◆● ]{0,4}(?:関連記事|関連ニュース|あわせて読みたい|こちらもおすすめ|おすすめ記事|続きを読む|広告|会員登録|メールマガジン|メルマガ|ニュースレター|フォロー|シェアする|ログイン|無断転載|この記事は|有料会員|無料会員|写真を見る|アクセスランキング|人気記事)/,
  /^[-–—•»>* ]{0,4}(?:อ่าน(?:เพิ่มเติม|ต่อ|ข่าว|ด้วย)|ข่าวที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|ติดตาม(?:ข่าว|เรา|ได้)|โฆษณา|สมัคร(?:รับ|สมาชิก)|กดติดตาม|แชร์|ดูเพิ่มเติม|คลิก)/,
  /^[-–—•»>* ]{0,4}(?:관련 ?기사|관련 ?뉴스|광고|구독|무단 ?전재|यह भी पढ़ें|ये भी पढ़ें)/,
]

/** Furniture that opens a block of further headlines, also in text that lost its paragraphs. */
export const blockOpeners: readonly RegExp[] = [
  /^(?:top stories|most read|most popular|trending(?: now)?|editor['’]?s['’]? picks|related (?:stories|articles|coverage|news|content)|recommended(?: stories| for you)?|more (?:stories|from .{1,40}|on this (?:topic|story))|latest (?:news|stories)|in case you missed it|you may also like|popular now|read also|also read|see also|related|read more|must read|more like this)\b[:.]?/i,
  /^(?:(?:[àa] )?lire aussi|sur le même sujet|baca juga|lea también|lesen sie auch|читайте также|leia também)(?!\p{L}) ?:?/iu,
  /^(?:اقرأ أيضا|اقرأ أيضاً|相关阅读|関連記事)[:：]?/,
]

/** Furniture behind which the story goes on without a stop, where paragraphs were lost. */
export const runsOn: readonly RegExp[] = [
  /^(?:[Uu]pdated|[Pp]ublished|[Pp]osted):? (?:at )?\d{1,2}[:.]\d{2} ?[ap]\.?m\.?(?=\s+["“]?\p{Lu})/u,
  /^(?:Share this (?:story|article):? )?(?:Facebook|Twitter|WhatsApp|LinkedIn|Email|Print)(?: (?:Facebook|Twitter|WhatsApp|LinkedIn|Email|Print|Telegram)){1,6}(?=\s+["“]?\p{Lu})/u,
]

/** Furniture that tells something, as the story does: tried before all that asks whether a sentence does. */
export const telling: readonly RegExp[] = [
  /^(?:the|all the|our) (?:day|week)['’]s (?:top|biggest|best|main) .{0,60}\b(?:delivered|sent) (?:every|each)\b/i,
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3} is an? [^.]{0,60}\b(?:Press|News|Times|Post|Journal|Reuters|AP|AFP) (?:[a-z]+ ){0,2}(?:writer|reporter|correspondent|columnist|journalist)\.?$/u,
]

/** No headlines, though they stand where one would: form fields, sections with their time, photo credits, links, standfirsts. */
export const notHeadlines: readonly RegExp[] = [
  /^(?:enter|type|search|select|choose)\b.{0,30}\b(?:zip|city|postcode|post code|location|keywords?|e-?mail|password|address)\b/i,
  /(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\b(?:19|20)\d\d),? (?:at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?$/i,
  /\b(?:published|posted|updated):? .{0,30}\d{1,2}[:.]\d{2}/i,
  /^[([][^()[\]]{1,100}[)\]]$/,
  /^(?:guest (?:commentary|column|post|opinion)|letters?|related|watch|read more|more|photos?|gallery) ?[:|]/i,
  /[:：]$/,
]

/** Photo captions and credits: the whole line or sentence. */
export const captions: readonly RegExp[] = [
  /^(?:file(?: photo| image| picture| pic)?|archive photo|handout)(?: ?[-–—:]|: | \()/i,
  /^FILE PHOTO\b/,
  // Of galleries, which show a caption shortened and whole.
  /^[^\n]{30,600}(?:[.!?”"]|\)) less$|^[^\n]{30,600}(?:\.\.\.|…) more$/,
  // Who took it, alone.
  /^[-–—|] ?(?:AP|AFP|Reuters|REUTERS|EPA|PTI|Bernama|Xinhua|Kyodo) (?:file )?(?:photo|picture|pic)s?$/i,
  /^\(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3} ?\/ ?[^()]{2,60}\)\.?$/u,
  /^(?:Credit|CREDIT) ?: ?\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]+(?: ?\/ ?.{1,40})?$/u,
  /\b(?:is|are|was|were) (?:seen|pictured|shown|displayed) in this (?:undated |handout |combination |file |video |screen )*(?:illustration|photo|image|picture|frame|grab|still|screenshot)/i,
  /\bin this (?:undated |handout |combination |file |video |screen ?)*(?:illustration|photo|photograph|image|picture|frame grab|still image|screen ?grab|screenshot) (?:taken|provided|released|made|from|by|dated|on)\b/i,
  /^(?:in this|this) (?:\w+\.? \d{1,2}, \d{4},? )?(?:undated |handout |combination |file |video |satellite )*(?:photo|image|picture|photograph|combination|frame grab)\b.{0,80}\b(?:shows?|taken|provided|released|made|by|of)\b/i,
  /\b(?:REUTERS|Reuters|Antara|AFP|AP|EPA|EPA-EFE|XINHUA|Xinhua|Sputnik|BERNAMA|KYODO|Kyodo|dpa|ANSA|TASS|ANTARA(?: FOTO)?|PTI) ?\/ ?\p{Lu}[\p{L}.'’ -]{1,40}(?:\/|$|\.$|\)|\(| \d)/u,
  /\bREUTERS\/\p{Lu}/u,
  /\b(?:AP|PTI|Bernama|BERNAMA|Xinhua|Kyodo) Photo\b|\b(?:Pool|File|Handout) Photo\b(?: via|\)|$)|\bvia (?:AP|REUTERS|Reuters|AFP|Getty)\b[^.]{0,30}$/,
  /(?:[/|(,–—-] ?|\bvia |\bby |^)(?:Getty Images|Shutterstock|iStock|Alamy|NurPhoto|Lehtikuva|Bloomberg via Getty|AFP\/Getty|EPA-EFE)\b[^.!?]{0,40}\.?$/,
  /^(?:image|photo|picture|photograph|foto|fotos|bild|crédit|crédits|créditos|photo credit|image credit|credit photo|archivfoto|symbolbild|ilustrasi|arsip)s? ?(?:(?:by|copyright|caption|courtesy|credit|source|par|von|oleh|d['’]archives?|d['’]illustration)\b|[:©/])/i,
  /^image (?:copyright|caption|source)\b/i,
  /^(?:foto|ilustrasi|arsip foto|gambar)\b ?[:\-–—]/i,
  /\((?:photo|foto|picture|image|fotos?|bild|file)\b[^()]{0,80}\)\.?$/i,
  /\([^()]{0,60}(?:\/|\bvia |, ?)(?:AP|AFP|Reuters|REUTERS|EPA|Getty Images|dpa|File|Pool)[^()]{0,30}\)\.?$/,
  /^\p{Lu}[\p{L}.'’ -]{2,50} ?[|/] ?(?:AP|AFP|Reuters|REUTERS|EPA|Getty|Associated Press|The Associated Press|Bloomberg|Pool|CNN|dpa|Kyodo|Bernama)\b.{0,40}$/u,
  /^(?:[Pp]ictured|[Aa]bove|[Ll]eft|[Rr]ight|[Ff]rom left|[Cc]lockwise)[,:] \p{Lu}/u,
  /^(?:фото|на фото|архивное фото|иллюстрация|снимок)(?!\p{L}) ?[:.\-–—/]|^(?:Фото|На фото|Архивное фото)(?!\p{L})/iu,
  /^[（(【［[]?(?:صورة|الصورة|صور|أرشيف)(?: |:|\))/,
  /^[（(【［[▲△]?(?:图片说明|图为|图：|资料图|图片来源|摄影|写真|写真は|写真：|写真説明|資料写真|提供写真|這是|这是.{0,20}拍摄|ภาพ(?::| |ประกอบ|จาก|ถ่าย|แฟ้ม)|แฟ้มภาพ|사진)/,
  /(?:摄|摄影|撮影|供图|ภาพ|写真提供)[)）】]?[。.]?$/,
]

/** Bylines: the whole line. Names of agencies in the head of a page are found apart from these. */
export const bylines: readonly RegExp[] = [
  /^by:? (?:the )?[\p{Lu}@][\p{L}.'’@ ,&|–—-]{1,100}$/iu,
  /^from (?:CNN|NBC|ABC|CBS)['’]s /,
  /^(?:written|reported|posted|published|story|words|report|text) by\b.{1,80}$/i,
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3},? (?:staff|opinion|columnist|contributor|correspondent|political|senior|deputy|white house|washington|contributing)\b.{0,60}$/iu,
  /^(?:[Pp]ar|[Pp]or|[Oo]leh|[Vv]on|[Dd]a|[Аа]втор|[Тт]екст) ?:? \p{Lu}[\p{L}.'’ ,&-]{1,60}$/u,
  /^(?:[记記]者|文\/|作者)[:：]?.{1,30}$/u,
]

/** Credits that name who made the copy: the whole line or sentence, wherever it stands. */
export const credits: readonly RegExp[] = [
  /^[([]?(?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Rr]eported|[Ww]ritten|[Tt]ranslated|[Gg]raphics?|[Rr]esearch)(?: and (?:[Ww]riting|[Ee]diting|[Rr]eporting))? (?:by|in) \p{Lu}.{1,500}$/u,
  /^[([*]?\p{Lu}[^.!?]{0,200}\bcontributed (?:(?:reporting )?(?:to|from) (?:this|the) (?:report|story|article|dispatch|briefing|column|coverage|analysis|piece|package)|reporting)\b.{0,80}$/u,
  /^(?:contributing ?:|contributors? ?:|with files from\b|with (?:agency )?inputs? from\b|with reporting (?:by|from)\b|with contributions? from\b|reporting from\b).{1,120}$/i,
  /^(?:\p{Lu}[\p{L}.'’-]*,? (?:and )?){1,8}reported from \p{Lu}[^.]{1,80}\.?$/u,
  /^[([]?(?:sources?|source text|via|origin|quelle|fuente|fonte|sumber|bron|источник|المصدر|来源|來源|出典|ที่มา) ?[:：/] ?[^.。!?]{1,60}[.。]?[)\]]?$/i,
  /^(?:pewarta|editor|redaktur|penulis|reporter|uploader|penerjemah)\b ?:.{1,120}$/i,
  /^[(（【[]?(?:责任编辑|责编|编辑|编审|审校|校对|编译|完|終わり|了|ผู้สื่อข่าว|เรียบเรียง)[:：）)】\] ]?.{0,40}$/u,
  /^(?:end ?item|ends?\.?|-{1,3} ?30 ?-{1,3}|#{3}|_{2,}|—{2,}|-{3,}|\*{3,})$/i,
  /^(?:© ?)?(?:copyright )?(?:\(c\) ?)?(?:20\d\d )?dpa-(?:infocom|afx)/i,
  /^[([]?(?:avec|mit|con|com|con información de|mit material (?:von|der)|dengan|с) (?:AFP|dpa|EFE|Reuters|AP|l['’]AFP|agencias?|agences?|Agenturen)\b.{0,40}$/i,
  /^[([]?©? ?(?:\d{4} )?(?:AFP|EFE|Reuters|dpa|ANSA|Belga|ATS)(?: ?[/|,-] ?.{0,30})?[)\]]?$/,
]
