<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Trygg</name>
    <message>
        <source> – it has certainly become less</source>
        <translation> – det har säkert blivit färre</translation>
    </message>
    <message>
        <source> – it has certainly become more</source>
        <translation> – det har säkert blivit fler</translation>
    </message>
    <message>
        <source> – the difference can be chance</source>
        <translation> – skillnaden kan vara slump</translation>
    </message>
    <message>
        <source>&amp;Areas (polygon layer, optional)</source>
        <translation>&amp;Områden (polygonlager, frivilligt)</translation>
    </message>
    <message>
        <source>&amp;Arrive as</source>
        <translation>Ko&amp;mmer in som</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Kolumner</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>&amp;Kopiera texten</translation>
    </message>
    <message>
        <source>&amp;Dates that begin with</source>
        <translation>&amp;Datum skrivs med</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>&amp;Dokument</translation>
    </message>
    <message>
        <source>&amp;E-mail…</source>
        <translation>&amp;E-posta…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Mapp</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importera</translation>
    </message>
    <message>
        <source>&amp;Keep it as an adopted edition that never changes</source>
        <translation>&amp;Spara som fastställd utgåva som aldrig ändras</translation>
    </message>
    <message>
        <source>&amp;Keep records</source>
        <translation>&amp;Uppgifterna sparas</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Språk</translation>
    </message>
    <message>
        <source>&amp;Language of layers and forms</source>
        <translation>&amp;Språk i lager och formulär</translation>
    </message>
    <message>
        <source>&amp;Load profile…</source>
        <translation>Läs in &amp;profil…</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Inloggning</translation>
    </message>
    <message>
        <source>&amp;Mine everywhere</source>
        <translation>&amp;Mina överallt</translation>
    </message>
    <message>
        <source>&amp;Municipality</source>
        <translation>&amp;Kommun</translation>
    </message>
    <message>
        <source>&amp;Name of the municipality</source>
        <translation>Kommunens &amp;namn</translation>
    </message>
    <message>
        <source>&amp;Name on maps and reports</source>
        <translation>&amp;Namn på kartor och i rapporter</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>&amp;PDF</source>
        <translation type="vanished">&amp;PDF</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Period</translation>
    </message>
    <message>
        <source>&amp;Period of reports</source>
        <translation>Rapport&amp;period</translation>
    </message>
    <message>
        <source>&amp;Reason (kept in history):</source>
        <translation>&amp;Skäl (sparas i historiken):</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Roll</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>Kä&amp;lla</translation>
    </message>
    <message>
        <source>&amp;Tells of</source>
        <translation>&amp;Handlar om</translation>
    </message>
    <message>
        <source>&amp;Theirs everywhere</source>
        <translation>&amp;Deras överallt</translation>
    </message>
    <message>
        <source>&amp;Times with an offset</source>
        <translation>&amp;Tider med tidsförskjutning</translation>
    </message>
    <message>
        <source>&amp;Warn before the two years are over</source>
        <translation>&amp;Varna innan två år har gått</translation>
    </message>
    <message>
        <source>&amp;Web</source>
        <translation type="vanished">W&amp;ebb</translation>
    </message>
    <message>
        <source>&amp;What the reporter is told (can be edited):</source>
        <translation>&amp;Besked till rapportören (kan ändras):</translation>
    </message>
    <message>
        <source>&amp;Word</source>
        <translation type="vanished">&amp;Word</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Ord</translation>
    </message>
    <message>
        <source>(Paste the copied text here.)</source>
        <translation>(Klistra in den kopierade texten här.)</translation>
    </message>
    <message>
        <source>(all other words)</source>
        <translation>(alla andra ord)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tomt)</translation>
    </message>
    <message>
        <source>(left empty)</source>
        <translation>(lämnas tomt)</translation>
    </message>
    <message>
        <source>(none chosen)</source>
        <translation>(ingen vald)</translation>
    </message>
    <message>
        <source>(none of these)</source>
        <translation>(ingen av dessa)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ingen)</translation>
    </message>
    <message>
        <source>(not given)</source>
        <translation>(inte angivet)</translation>
    </message>
    <message>
        <source>(not imported)</source>
        <translation>(importeras inte)</translation>
    </message>
    <message>
        <source>(the row is rejected)</source>
        <translation>(raden avvisas)</translation>
    </message>
    <message>
        <source>(up to {day})</source>
        <translation>(till och med {day})</translation>
    </message>
    <message>
        <source>({count} late)</source>
        <translation>({count} sena)</translation>
    </message>
    <message>
        <source>1 incident</source>
        <translation>1 händelse</translation>
    </message>
    <message>
        <source>1 possible duplicate</source>
        <translation>1 möjlig dubblett</translation>
    </message>
    <message>
        <source>2026-05-01, 1/5 or +14</source>
        <translation>2026-05-01, 1/5 eller +14</translation>
    </message>
    <message>
        <source>A GeoPackage has no logins: who may do what is only kept by a workspace in PostgreSQL.</source>
        <translation>En GeoPackage har inga inloggningar: vem som får göra vad bevakas bara i en arbetsyta i PostgreSQL.</translation>
    </message>
    <message>
        <source>A backup holds the values, too: {path}</source>
        <translation>En säkerhetskopia innehåller också värdena: {path}</translation>
    </message>
    <message>
        <source>A backup of the schema in PostgreSQL is made</source>
        <translation>En säkerhetskopia av schemat i PostgreSQL är gjord</translation>
    </message>
    <message>
        <source>A backup was made: {path}</source>
        <translation>En säkerhetskopia gjordes: {path}</translation>
    </message>
    <message>
        <source>A bandwidth can be suggested from 2 events or more, but there are {n}; give a bandwidth yourself.</source>
        <translation>En bandbredd kan föreslås från 2 händelser och uppåt, men det finns {n}; ange bandbredden själv.</translation>
    </message>
    <message>
        <source>A cause can only lie behind another cause of the same problem.</source>
        <translation>En orsak kan bara ligga bakom en annan orsak till samma problem.</translation>
    </message>
    <message>
        <source>A cause cannot lie behind itself, not even by way of others.</source>
        <translation>En orsak kan inte ligga bakom sig själv, inte heller genom andra orsaker.</translation>
    </message>
    <message>
        <source>A cluster needs at least 2 cases; one case alone is no cluster.</source>
        <translation>Ett kluster behöver minst 2 fall; ett ensamt fall är inget kluster.</translation>
    </message>
    <message>
        <source>A code of {list} needs a parent from {parent_list}.</source>
        <translation>En kod i {list} behöver en förälder från {parent_list}.</translation>
    </message>
    <message>
        <source>A coordinating function</source>
        <translation>En samordningsfunktion</translation>
    </message>
    <message>
        <source>A council for strategic questions</source>
        <translation>Ett råd för strategiska frågor</translation>
    </message>
    <message>
        <source>A count is missing or below 0.</source>
        <translation>Ett antal saknas eller är mindre än 0.</translation>
    </message>
    <message>
        <source>A date is missing; leave events without a date out.</source>
        <translation>Ett datum saknas; utelämna händelser utan datum.</translation>
    </message>
    <message>
        <source>A date, a day and a month, or a number of days or weeks from now (+14, +2v).</source>
        <translation>Ett datum, en dag och månad, eller ett antal dagar eller veckor från i dag (+14, +2v).</translation>
    </message>
    <message>
        <source>A denominator is infinite or below 0.</source>
        <translation>En nämnare är oändlig eller mindre än 0.</translation>
    </message>
    <message>
        <source>A dense place is not necessarily a place that stands out, nor one with a high risk: many people give many incidents.</source>
        <translation>En tät plats är inte nödvändigtvis en plats som avviker, och inte heller en med hög risk: många människor ger många händelser.</translation>
    </message>
    <message>
        <source>A distance band needs at least two areas, all with a place.</source>
        <translation>Ett avståndsband behöver minst två områden, alla med plats.</translation>
    </message>
    <message>
        <source>A fortnight &amp;began</source>
        <translation>En tvåveckorsperiod &amp;började</translation>
    </message>
    <message>
        <source>A grid cell must be larger than 0 metres, not {size}.</source>
        <translation>En ruta måste vara större än 0 meter, inte {size}.</translation>
    </message>
    <message>
        <source>A harm weight is below 0.</source>
        <translation>En skadevikt är mindre än 0.</translation>
    </message>
    <message>
        <source>A harm weight table needs a category field, so that each incident finds its weight.</source>
        <translation>En skadeviktstabell behöver ett kategorifält, så att varje händelse hittar sin vikt.</translation>
    </message>
    <message>
        <source>A line</source>
        <translation>En linje</translation>
    </message>
    <message>
        <source>A line stands before the first [section].</source>
        <translation>En rad står före den första [sektionen].</translation>
    </message>
    <message>
        <source>A location has a missing coordinate or population; leave it out.</source>
        <translation>En plats saknar koordinat eller befolkning; utelämna den.</translation>
    </message>
    <message>
        <source>A login needs a name.</source>
        <translation>En inloggning behöver ett namn.</translation>
    </message>
    <message>
        <source>A login of the server gets one role in this workspace and belongs to an organisation. Choose one to change it, or write the name of another.</source>
        <translation>En inloggning på servern får en roll i arbetsytan och hör till en organisation. Välj en för att ändra den, eller skriv namnet på en annan.</translation>
    </message>
    <message>
        <source>A measure belongs to a problem: that is the knowledge it rests on.</source>
        <translation>En åtgärd hör till ett problem: det är den kunskap den vilar på.</translation>
    </message>
    <message>
        <source>A measure is made of this, with the one responsible and the deadline.</source>
        <translation>Beslutet blir en åtgärd med ansvarig och slutdatum.</translation>
    </message>
    <message>
        <source>A moving average needs a width of at least 1, but it is {width}.</source>
        <translation>Ett glidande medelvärde behöver en bredd på minst 1, men den är {width}.</translation>
    </message>
    <message>
        <source>A name in the standard is longer than {limit} characters.</source>
        <translation>Ett namn i standarden är längre än {limit} tecken.</translation>
    </message>
    <message>
        <source>A neighbour pair names an area outside 0 to {last}.</source>
        <translation>Ett grannpar anger ett område utanför 0 till {last}.</translation>
    </message>
    <message>
        <source>A new login needs a password. Store it in QGIS's authentication manager and choose that configuration.</source>
        <translation>En ny inloggning behöver ett lösenord. Spara det i QGIS autentiseringshanterare och välj den konfigurationen.</translation>
    </message>
    <message>
        <source>A p-value lies outside 0 to 1.</source>
        <translation>Ett p-värde ligger utanför 0 till 1.</translation>
    </message>
    <message>
        <source>A password needs at least {count} characters.</source>
        <translation>Ett lösenord behöver minst {count} tecken.</translation>
    </message>
    <message>
        <source>A period is adopted together with its snapshot.</source>
        <translation>En period fastställs tillsammans med sin ögonblicksbild.</translation>
    </message>
    <message>
        <source>A period to compare has no length.</source>
        <translation>En period att jämföra har ingen längd.</translation>
    </message>
    <message>
        <source>A picture of the document cannot be drawn.</source>
        <translation>En bild i dokumentet kan inte ritas.</translation>
    </message>
    <message>
        <source>A place asked for lies on no street.</source>
        <translation>En efterfrågad plats ligger inte på någon gata.</translation>
    </message>
    <message>
        <source>A place could not be read: its binary form is damaged.</source>
        <translation>En plats kunde inte läsas: dess binära form är skadad.</translation>
    </message>
    <message>
        <source>A place lies beyond the end of its street.</source>
        <translation>En plats ligger bortom slutet på sin gata.</translation>
    </message>
    <message>
        <source>A place lies on an edge that the network does not have.</source>
        <translation>En plats ligger på en länk som inte finns i gatunätet.</translation>
    </message>
    <message>
        <source>A place needs both coordinates; choose the column of the other one.</source>
        <translation>En plats behöver båda koordinaterna; välj kolumn för den andra.</translation>
    </message>
    <message>
        <source>A place needs two counts, before and after, but it has {n}.</source>
        <translation>En plats behöver två antal, före och efter, men har {n}.</translation>
    </message>
    <message>
        <source>A place of the calculation has no extent. Choose the places again.</source>
        <translation>En plats i beräkningen har ingen utbredning. Välj platserna igen.</translation>
    </message>
    <message>
        <source>A place without coordinates has no grid cell.</source>
        <translation>En plats utan koordinater hör inte till någon ruta.</translation>
    </message>
    <message>
        <source>A point</source>
        <translation>En punkt</translation>
    </message>
    <message>
        <source>A problem without incidents needs other evidence: write in the description what it rests on.</source>
        <translation>Ett problem utan händelser behöver annat underlag: skriv i beskrivningen vad det vilar på.</translation>
    </message>
    <message>
        <source>A public edition is made with “Publish” in the menu Trygg or in the toolbox.</source>
        <translation>En publik utgåva görs med ”Publicera” i menyn Trygg eller i verktygslådan.</translation>
    </message>
    <message>
        <source>A public edition is made with “Publish”, which suppresses small counts.</source>
        <translation>En publik utgåva görs med ”Publicera”, som döljer små antal.</translation>
    </message>
    <message>
        <source>A public edition of a document, without small counts</source>
        <translation>En publik utgåva av ett dokument, utan små antal</translation>
    </message>
    <message>
        <source>A public edition was last adopted on {date}.</source>
        <translation>En publik utgåva fastställdes senast {date}.</translation>
    </message>
    <message>
        <source>A record in state {from_state} cannot go to {to_state}; it can go to {following}.</source>
        <translation>En post med status {from_state} kan inte få status {to_state}; den kan få {following}.</translation>
    </message>
    <message>
        <source>A record in state {from_state} cannot go to {to_state}; no state follows it.</source>
        <translation>En post med status {from_state} kan inte få status {to_state}; ingen status följer på den.</translation>
    </message>
    <message>
        <source>A ring of the area has a vertex without finite coordinates.</source>
        <translation>En ring i området har en brytpunkt utan ändliga koordinater.</translation>
    </message>
    <message>
        <source>A ring of the area must be a list of (x, y) pairs.</source>
        <translation>En ring i området måste vara en lista av par (x, y).</translation>
    </message>
    <message>
        <source>A ring of the window has fewer than three points or lacks coordinates.</source>
        <translation>En ring i området har färre än tre punkter eller saknar koordinater.</translation>
    </message>
    <message>
        <source>A risk surface needs {least} events or more in the area, but there are {events}.</source>
        <translation>En riskyta behöver minst {least} händelser i området, men det finns {events}.</translation>
    </message>
    <message>
        <source>A rule of kind {kind} takes {expected} field(s), not {found}.</source>
        <translation>En regel av typen {kind} tar {expected} fält, inte {found}.</translation>
    </message>
    <message>
        <source>A scan needs at least 2 events at a location with population, but there are {n}.</source>
        <translation>En sökning behöver minst 2 händelser på en plats med befolkning, men det finns {n}.</translation>
    </message>
    <message>
        <source>A scan needs at least 2 events with a place and a date inside the study period, but there are {n}.</source>
        <translation>En sökning behöver minst 2 händelser med plats och datum inom undersökningsperioden, men det finns {n}.</translation>
    </message>
    <message>
        <source>A section [{kind}] is not known here; known are {kinds}.</source>
        <translation>En sektion [{kind}] är inte känd här; kända är {kinds}.</translation>
    </message>
    <message>
        <source>A share of events must lie above 0 and at most at 1.</source>
        <translation>En andel av händelserna måste vara större än 0 och högst 1.</translation>
    </message>
    <message>
        <source>A similar place without the measure, not too near.</source>
        <translation>En liknande plats utan åtgärden, inte för nära.</translation>
    </message>
    <message>
        <source>A situation picture: mapping, other information, analysis</source>
        <translation>En lägesbild: kartläggning, annan information, analys</translation>
    </message>
    <message>
        <source>A table for suppression needs at least one row and one column beside its totals, and rows of equal length.</source>
        <translation type="vanished">En tabell som ska skyddas behöver minst en rad och en kolumn utöver summorna, och lika långa rader.</translation>
    </message>
    <message>
        <source>A table with a weight for each category, instead of a field.</source>
        <translation>En tabell med en vikt för varje kategori, i stället för ett fält.</translation>
    </message>
    <message>
        <source>A time step is a day, a week or a month, not {unit}.</source>
        <translation>Ett tidssteg är en dag, en vecka eller en månad, inte {unit}.</translation>
    </message>
    <message>
        <source>A tolerance of {metres} m is too fine for borders this long; choose a larger one.</source>
        <translation>En tolerans på {metres} m är för fin för så långa gränser; välj en större.</translation>
    </message>
    <message>
        <source>A trend needs at least 3 time steps, but there are {count}.</source>
        <translation>En trend behöver minst 3 tidssteg, men det finns {count}.</translation>
    </message>
    <message>
        <source>A weight between neighbours is not a number above zero.</source>
        <translation>En vikt mellan grannar är inte ett tal större än noll.</translation>
    </message>
    <message>
        <source>A workspace in PostgreSQL needs the Python package psycopg2. Install it with the OSGeo4W installer, or on Linux as the package python3-psycopg2, and restart QGIS.</source>
        <translation>En arbetsyta i PostgreSQL behöver Pythonpaketet psycopg2. Installera det med OSGeo4W, eller i Linux som paketet python3-psycopg2, och starta om QGIS.</translation>
    </message>
    <message>
        <source>A workspace is one file with all records and a QGIS project beside it, or a schema in PostgreSQL. Without areas of your own, the municipality’s border becomes the first area.</source>
        <translation>En arbetsyta är en fil med alla uppgifter och ett QGIS-projekt bredvid, eller ett schema i PostgreSQL. Utan egna områden blir kommunens gräns det första området.</translation>
    </message>
    <message>
        <source>A workspace is one file with all records and a QGIS project beside it. Without areas of your own, the municipality’s border becomes the first area.</source>
        <translation type="vanished">En arbetsyta är en fil med alla poster och ett QGIS-projekt bredvid. Utan egna områden blir kommunens gräns det första området.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Gäller</translation>
    </message>
    <message>
        <source>Above the band</source>
        <translation>Över bandet</translation>
    </message>
    <message>
        <source>Accepted: has the one who shall do it said yes?</source>
        <translation>Accepterat: har den som ska göra det sagt ja?</translation>
    </message>
    <message>
        <source>Accuracy of a hot spot map (PAI, PEI)</source>
        <translation>Träffsäkerhet för en karta över heta platser (PAI, PEI)</translation>
    </message>
    <message>
        <source>Act on municipalities' responsibility for crime prevention (2023:196).</source>
        <translation>Lagen om kommuners ansvar för brottsförebyggande arbete (2023:196).</translation>
    </message>
    <message>
        <source>Action plan</source>
        <translation>Åtgärdsplan</translation>
    </message>
    <message>
        <source>Adaptive density</source>
        <translation>Anpassad täthet</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Add a point on the map</source>
        <translation>Lägg till en punkt på kartan</translation>
    </message>
    <message>
        <source>Add cause</source>
        <translation>Lägg till orsak</translation>
    </message>
    <message>
        <source>Add participants</source>
        <translation>Lägg till deltagare</translation>
    </message>
    <message>
        <source>Address points with inhabitants, or other incidents.</source>
        <translation>Adresspunkter med invånare, eller andra händelser.</translation>
    </message>
    <message>
        <source>Adds incidents and sees those of the own organisation.</source>
        <translation>Lägger till händelser och ser den egna organisationens.</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administratör</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>Fastställ</translation>
    </message>
    <message>
        <source>Adopt {title}</source>
        <translation>Fastställ {title}</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Fastställda</translation>
    </message>
    <message>
        <source>Adopted at meeting</source>
        <translation>Fastställd vid möte</translation>
    </message>
    <message>
        <source>Adopted by {who}. {said} SHA-256: {sum}…</source>
        <translation>Fastställd av {who}. {said} SHA-256: {sum}…</translation>
    </message>
    <message>
        <source>Adopted edition</source>
        <translation>Fastställd utgåva</translation>
    </message>
    <message>
        <source>Adopted editions</source>
        <translation>Fastställda utgåvor</translation>
    </message>
    <message>
        <source>Adopt…</source>
        <translation>Fastställ…</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <source>After an incident there are {ratio} times as many others within {metres} m and {days} days as chance gives (p {p}): be there soon after.</source>
        <translation>Efter en händelse sker {ratio} gånger så många andra inom {metres} m och {days} dagar som slumpen ger (p {p}): var där snart efteråt.</translation>
    </message>
    <message>
        <source>After the measure there were {n} events; from level, trend and season before it and what happened in the comparison area, {expected} were to be expected.</source>
        <translation>Efter åtgärden inträffade {n} händelser; av nivå, trend och säsong dessförinnan och av vad som hände i jämförelseområdet var {expected} att vänta.</translation>
    </message>
    <message>
        <source>After the measure there were {n} events; from level, trend and season before it, {expected} were to be expected.</source>
        <translation>Efter åtgärden inträffade {n} händelser; av nivå, trend och säsong dessförinnan var {expected} att vänta.</translation>
    </message>
    <message>
        <source>Against the comparison the events fell by {share}% (relative effect size {res}, {level}% interval {low} to {high}; above 1 is better).</source>
        <translation>Mot jämförelsen minskade händelserna med {share} % (relativ effektstorlek {res}, {level} %-intervall {low} till {high}; över 1 är bättre).</translation>
    </message>
    <message>
        <source>Against the comparison the events rose by {share}% (relative effect size {res}, {level}% interval {low} to {high}; above 1 is better).</source>
        <translation>Mot jämförelsen ökade händelserna med {share} % (relativ effektstorlek {res}, {level} %-intervall {low} till {high}; över 1 är bättre).</translation>
    </message>
    <message>
        <source>Against what was to be expected that is {n} fewer events ({level}% interval: {low} to {high} fewer; a negative number means more).</source>
        <translation>Mot vad som var att vänta är det {n} färre händelser ({level} %-intervall: {low} till {high} färre; ett negativt tal betyder fler).</translation>
    </message>
    <message>
        <source>Against what was to be expected that is {n} more events ({level}% interval: {low} to {high} more; a negative number means fewer).</source>
        <translation>Mot vad som var att vänta är det {n} fler händelser ({level} %-intervall: {low} till {high} fler; ett negativt tal betyder färre).</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Dagordning</translation>
    </message>
    <message>
        <source>Agendas of meetings</source>
        <translation>Mötenas dagordningar</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Överenskommelser</translation>
    </message>
    <message>
        <source>Agreements in force: {count}.</source>
        <translation>Gällande överenskommelser: {count}.</translation>
    </message>
    <message>
        <source>Agreements in force: {count}; their review is overdue for {late}.</source>
        <translation>Gällande överenskommelser: {count}; översynen är försenad för {late}.</translation>
    </message>
    <message>
        <source>Agreements on cooperation</source>
        <translation type="vanished">Överenskommelser om samverkan</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Larm</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>Alla områden</translation>
    </message>
    <message>
        <source>All areas have the same centre, so no distance band can be derived.</source>
        <translation>Alla områden har samma mittpunkt, så inget avståndsband kan härledas.</translation>
    </message>
    <message>
        <source>All areas to compare, with and without the measure</source>
        <translation>Alla områden att jämföra, med och utan åtgärden</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alla kategorier</translation>
    </message>
    <message>
        <source>All events lie at one place: cells of 100 m.</source>
        <translation>Alla händelser ligger på en plats: rutor på 100 m.</translation>
    </message>
    <message>
        <source>All events lie on one line, so Diggle's rule has no area to work on.</source>
        <translation>Alla händelser ligger på en linje, så Diggles regel har ingen yta att räkna på.</translation>
    </message>
    <message>
        <source>All fields…</source>
        <translation>Alla fält …</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alla filer</translation>
    </message>
    <message>
        <source>All incidents (picture)</source>
        <translation>Alla händelser (bild)</translation>
    </message>
    <message>
        <source>All methods agree.</source>
        <translation>Alla metoder är ense.</translation>
    </message>
    <message>
        <source>All methods assume that the comparison place shows what would have happened without the measure, and know only what was reported. A place chosen in its worst time tends to get better by itself.</source>
        <translation>Alla metoder förutsätter att jämförelseplatsen visar vad som hade hänt utan åtgärden, och känner bara till det som rapporterats. En plats som valts när det var som värst tenderar att bli bättre av sig själv.</translation>
    </message>
    <message>
        <source>All organisations</source>
        <translation>Alla organisationer</translation>
    </message>
    <message>
        <source>All organisations ({count})</source>
        <translation>Alla organisationer ({count})</translation>
    </message>
    <message>
        <source>All places at all times</source>
        <translation>Alla platser vid alla tider</translation>
    </message>
    <message>
        <source>All places at the same time</source>
        <translation>Alla platser vid samma tid</translation>
    </message>
    <message>
        <source>All that are not solved</source>
        <translation>Alla som inte är lösta</translation>
    </message>
    <message>
        <source>All that will fall due</source>
        <translation>Alla som ska följas upp</translation>
    </message>
    <message>
        <source>All this assumes that the comparison shows what would have happened anyway, and that events come independently of each other (Poisson counts).</source>
        <translation>Allt detta förutsätter att jämförelsen visar vad som ändå hade hänt och att händelserna sker oberoende av varandra (Poissonfördelade antal).</translation>
    </message>
    <message>
        <source>All {count} cells have the same value ({value:g}), so no place stands out.</source>
        <translation>Alla {count} rutor har samma värde ({value:g}), så ingen plats sticker ut.</translation>
    </message>
    <message>
        <source>All {count} demands are met.</source>
        <translation>Alla {count} krav är uppfyllda.</translation>
    </message>
    <message>
        <source>All {n} events lie in one place, so no bandwidth can be suggested; give a bandwidth yourself.</source>
        <translation>Alla {n} händelser ligger på en plats, så ingen bandbredd kan föreslås; ange bandbredden själv.</translation>
    </message>
    <message>
        <source>An action plan that rests on the situation picture</source>
        <translation>En åtgärdsplan som vilar på lägesbilden</translation>
    </message>
    <message>
        <source>An adaptive density knows the edge corrections none and diggle, not {edge}.</source>
        <translation>En anpassad täthet kan kantkorrigeras med none eller diggle, inte {edge}.</translation>
    </message>
    <message>
        <source>An agenda needs at least one point.</source>
        <translation>En dagordning behöver minst en punkt.</translation>
    </message>
    <message>
        <source>An area</source>
        <translation>En yta</translation>
    </message>
    <message>
        <source>An area is a {kind} and no polygon. Choose another layer.</source>
        <translation>Ett område är en {kind} och ingen polygon. Välj ett annat lager.</translation>
    </message>
    <message>
        <source>An error in Trygg stopped the work: {error}. Please report it together with the text above.</source>
        <translation>Ett fel i Trygg stoppade arbetet: {error}. Rapportera det gärna tillsammans med texten ovan.</translation>
    </message>
    <message>
        <source>An event lies in cell {cell}, but there are {cells} cells.</source>
        <translation>En händelse ligger i ruta {cell}, men det finns {cells} rutor.</translation>
    </message>
    <message>
        <source>An expected band needs whole numbers of events; use counts without weights.</source>
        <translation>Ett förväntat band kräver hela antal händelser; använd antal utan vikter.</translation>
    </message>
    <message>
        <source>An incident has no field “{field}”.</source>
        <translation>En händelse har inget fält ”{field}”.</translation>
    </message>
    <message>
        <source>An invented municipality to try everything on</source>
        <translation>En påhittad kommun att prova allt på</translation>
    </message>
    <message>
        <source>An organisation, an area or both; never a person.</source>
        <translation>En organisation, ett område eller båda; aldrig en person.</translation>
    </message>
    <message>
        <source>And the measure?</source>
        <translation>Och åtgärden?</translation>
    </message>
    <message>
        <source>Another program has the GeoPackage open, so that what was removed can still be found in its file. Close the other program and run this again.</source>
        <translation>Ett annat program har GeoPackage-filen öppen, så det som togs bort kan fortfarande hittas i filen. Stäng det andra programmet och kör verktyget igen.</translation>
    </message>
    <message>
        <source>Another program holds the workspace. Nothing was saved; try again in a moment.</source>
        <translation>Ett annat program håller arbetsytan låst. Inget sparades; försök igen om en stund.</translation>
    </message>
    <message>
        <source>Another program on this computer has the workspace open. Saving may have to wait for it.</source>
        <translation>Ett annat program på den här datorn har arbetsytan öppen. Att spara kan behöva vänta på det.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Svar senast</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="vanished">Svar</translation>
    </message>
    <message>
        <source>Answers: {answered} of {owned}</source>
        <translation>Svar: {answered} av {owned}</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Svara…</translation>
    </message>
    <message>
        <source>Any Monday on which a fortnight began</source>
        <translation>En måndag då en tvåveckorsperiod började</translation>
    </message>
    <message>
        <source>Any point layer. Only selected features are used when so chosen.</source>
        <translation>Valfritt punktlager. Bara markerade objekt används om det är valt.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkänn</translation>
    </message>
    <message>
        <source>Approve the minutes</source>
        <translation>Justera protokollet</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkänd</translation>
    </message>
    <message>
        <source>Approved: I vouch for the source</source>
        <translation>Godkända: jag går i god för källan</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Area (ha)</source>
        <translation>Yta (ha)</translation>
    </message>
    <message>
        <source>Area number {number} has a vertex without coordinates.</source>
        <translation>Område nummer {number} har en brytpunkt utan koordinater.</translation>
    </message>
    <message>
        <source>Area with shown decrease (km²)</source>
        <translation>Yta med visad minskning (km²)</translation>
    </message>
    <message>
        <source>Area with shown increase (km²)</source>
        <translation>Yta med visad ökning (km²)</translation>
    </message>
    <message>
        <source>Area {number}</source>
        <translation>Område {number}</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Områden</translation>
    </message>
    <message>
        <source>Areas (polygons)</source>
        <translation>Områden (polygoner)</translation>
    </message>
    <message>
        <source>Areas before and after</source>
        <translation>Områden före och efter</translation>
    </message>
    <message>
        <source>Areas of a layer</source>
        <translation>Områden i ett lager</translation>
    </message>
    <message>
        <source>Areas of “{layer}” overlap each other and are taken as one: an incident in several of them counts once.</source>
        <translation>Områden i ”{layer}” överlappar varandra och räknas som ett: en händelse i flera av dem räknas en gång.</translation>
    </message>
    <message>
        <source>Areas of “{layer}” overlap: {count} incidents lie in several of them and count in each.</source>
        <translation>Områden i ”{layer}” överlappar: {count} händelser ligger i flera av dem och räknas i vart och ett.</translation>
    </message>
    <message>
        <source>Areas outside the funnel (99.8 %)</source>
        <translation>Områden utanför tratten (99,8 %)</translation>
    </message>
    <message>
        <source>Areas that name the places</source>
        <translation>Områden som namnger platserna</translation>
    </message>
    <message>
        <source>Areas that share a border</source>
        <translation>Områden som gränsar till varandra</translation>
    </message>
    <message>
        <source>Areas to compare, which also name the places</source>
        <translation>Områden att jämföra, som även namnger platserna</translation>
    </message>
    <message>
        <source>Areas with and without the measure (difference in differences)</source>
        <translation>Områden med och utan åtgärden (skillnad i skillnader)</translation>
    </message>
    <message>
        <source>Areas with counts and rates</source>
        <translation>Områden med antal och tal per invånare</translation>
    </message>
    <message>
        <source>Areas with their change</source>
        <translation>Områden med sin förändring</translation>
    </message>
    <message>
        <source>Areas without a traffic light: {count}.</source>
        <translation>Områden utan trafikljus: {count}.</translation>
    </message>
    <message>
        <source>Areas: {text}</source>
        <translation>Områden: {text}</translation>
    </message>
    <message>
        <source>Around the incidents</source>
        <translation>Runt händelserna</translation>
    </message>
    <message>
        <source>Around the place nothing changed beyond the comparison.</source>
        <translation type="vanished">Omkring platsen förändrades inget utöver jämförelsen.</translation>
    </message>
    <message>
        <source>Around the place the events went from {d0} to {d1}, around the comparison area from {k0} to {k1}.</source>
        <translation>Runt platsen var antalet händelser {d0} före och {d1} efter, runt jämförelseområdet {k0} före och {k1} efter.</translation>
    </message>
    <message>
        <source>Around the place there were {n} more events than expected: some may have moved there.</source>
        <translation type="vanished">Omkring platsen inträffade {n} fler händelser än väntat: en del kan ha flyttat dit.</translation>
    </message>
    <message>
        <source>Arrive as</source>
        <translation>Kommer in som</translation>
    </message>
    <message>
        <source>Arrived after the period was closed: {count}.</source>
        <translation>Inkommet efter att perioden stängdes: {count}.</translation>
    </message>
    <message>
        <source>Arrow keys move the cross (Shift: far, Ctrl: one pixel), Enter adds a corner, Enter there again or Ctrl+Enter ends, Backspace takes the last one back, + and − zoom, Esc cancels.</source>
        <translation>Piltangenterna flyttar krysset (Skift: långt, Ctrl: en bildpunkt), Enter lägger till ett hörn, Enter där en gång till eller Ctrl+Enter avslutar, Backsteg tar bort det senaste, + och − zoomar, Esc avbryter.</translation>
    </message>
    <message>
        <source>Arrow keys move the cross (Shift: far, Ctrl: one pixel), Enter chooses its place, + and − zoom, Esc cancels.</source>
        <translation>Piltangenterna flyttar krysset (Skift: långt, Ctrl: en bildpunkt), Enter väljer platsen, + och − zoomar, Esc avbryter.</translation>
    </message>
    <message>
        <source>As QGIS</source>
        <translation>Som QGIS</translation>
    </message>
    <message>
        <source>As many days of the previous period: {count}{verdict}</source>
        <translation>Lika många dagar av föregående period: {count}{verdict}</translation>
    </message>
    <message>
        <source>As many days right before</source>
        <translation>Lika många dagar direkt före</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Som de står</translation>
    </message>
    <message>
        <source>Ask for completion</source>
        <translation>Begär komplettering</translation>
    </message>
    <message>
        <source>Ask the responsible organisation.</source>
        <translation>Fråga den ansvariga organisationen.</translation>
    </message>
    <message>
        <source>At crossings</source>
        <translation>I korsningar</translation>
    </message>
    <message>
        <source>At least 19 repetitions are needed, not {n}.</source>
        <translation>Minst 19 upprepningar behövs, inte {n}.</translation>
    </message>
    <message>
        <source>At least one permutation is needed, not {count}.</source>
        <translation>Minst en permutation behövs, inte {count}.</translation>
    </message>
    <message>
        <source>At most this &amp;far apart</source>
        <translation>Högst så här &amp;långt ifrån varandra</translation>
    </message>
    <message>
        <source>At most this &amp;long apart</source>
        <translation>Högst så här lång &amp;tid emellan</translation>
    </message>
    <message>
        <source>At the place and around it together there were as many events as were to be expected ({level}% interval: {low} to {high} fewer; a negative number means more).</source>
        <translation>På platsen och runt den sammantaget var händelserna så många som var att vänta ({level} %-intervall: {low} till {high} färre; ett negativt tal betyder fler).</translation>
    </message>
    <message>
        <source>At the place and around it together there were {n} fewer events than was to be expected ({level}% interval: {low} to {high} fewer; a negative number means more).</source>
        <translation>På platsen och runt den sammantaget var det {n} färre händelser än vad som var att vänta ({level} %-intervall: {low} till {high} färre; ett negativt tal betyder fler).</translation>
    </message>
    <message>
        <source>At the place and around it together there were {n} more events than was to be expected ({level}% interval: {low} to {high} more; a negative number means fewer).</source>
        <translation>På platsen och runt den sammantaget var det {n} fler händelser än vad som var att vänta ({level} %-intervall: {low} till {high} fler; ett negativt tal betyder färre).</translation>
    </message>
    <message>
        <source>At the place of the measure the events went from {t0} to {t1}, in the comparison area from {c0} to {c1}.</source>
        <translation>På åtgärdens plats var antalet händelser {t0} före och {t1} efter, i jämförelseområdet {c0} före och {c1} efter.</translation>
    </message>
    <message>
        <source>At {band:.0f} m every area has at least one neighbour ({mean:.1f} on average).</source>
        <translation>Vid {band:.0f} m har varje område minst en granne ({mean:.1f} i genomsnitt).</translation>
    </message>
    <message>
        <source>Atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>Authentication configuration with the new login's password</source>
        <translation>Autentiseringskonfiguration med den nya inloggningens lösenord</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Tillbaka (Esc)</translation>
    </message>
    <message>
        <source>Back to the incident</source>
        <translation>Tillbaka till händelsen</translation>
    </message>
    <message>
        <source>Background map layers</source>
        <translation>Bakgrundskartans lager</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Säkerhetskopia</translation>
    </message>
    <message>
        <source>Backups removed: {count}</source>
        <translation>Borttagna säkerhetskopior: {count}</translation>
    </message>
    <message>
        <source>Backups still hold what was removed. Let them go by the same rules.</source>
        <translation>Säkerhetskopior innehåller fortfarande det som togs bort. Gallra dem efter samma regler.</translation>
    </message>
    <message>
        <source>Bands need a width above 0 and a number of at least 1.</source>
        <translation>Banden måste ha en bredd större än 0 och vara minst 1 till antalet.</translation>
    </message>
    <message>
        <source>Bands with a pattern</source>
        <translation>Band med ett mönster</translation>
    </message>
    <message>
        <source>Bandwidth (m)</source>
        <translation>Bandbredd (m)</translation>
    </message>
    <message>
        <source>Bandwidth along streets (m)</source>
        <translation>Bandbredd längs gatorna (m)</translation>
    </message>
    <message>
        <source>Bandwidth used (m)</source>
        <translation>Använd bandbredd (m)</translation>
    </message>
    <message>
        <source>Bandwidths are trimmed at a multiple of their median of 1 or more, not at {trim}.</source>
        <translation>Bandbredder kapas vid en multipel av sin median som är 1 eller mer, inte vid {trim}.</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Blir</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <source>Before and after (picture)</source>
        <translation>Före och efter (bild)</translation>
    </message>
    <message>
        <source>Before: {a} to {b}; after: {c} to {d} (first and last days).</source>
        <translation>Före: {a} till {b}; efter: {c} till {d} (första och sista dag).</translation>
    </message>
    <message>
        <source>Begin a report to the municipal council</source>
        <translation>Börja på en rapport till kommunfullmäktige</translation>
    </message>
    <message>
        <source>Begin a situation picture</source>
        <translation>Börja på en lägesbild</translation>
    </message>
    <message>
        <source>Begin an action plan</source>
        <translation>Börja på en åtgärdsplan</translation>
    </message>
    <message>
        <source>Begin the draft</source>
        <translation>Börja på utkastet</translation>
    </message>
    <message>
        <source>Begin the meeting</source>
        <translation>Börja mötet</translation>
    </message>
    <message>
        <source>Below the band</source>
        <translation>Under bandet</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tavla</translation>
    </message>
    <message>
        <source>Both sets must be counted in the same areas; there are {a} and {b}.</source>
        <translation>Båda mängderna måste räknas i samma områden; nu är de {a} och {b}.</translation>
    </message>
    <message>
        <source>Both treated and untreated areas with events are needed for a comparison.</source>
        <translation>För en jämförelse behövs områden med händelser både med och utan åtgärd.</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Gräns</translation>
    </message>
    <message>
        <source>Boundary of the grid</source>
        <translation>Rutnätets gräns</translation>
    </message>
    <message>
        <source>Busiest hour</source>
        <translation>Timme med flest händelser</translation>
    </message>
    <message>
        <source>Busiest weekday (1 is Monday)</source>
        <translation>Veckodag med flest händelser (1 är måndag)</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Av</translation>
    </message>
    <message>
        <source>By deadline</source>
        <translation>Efter slutdatum</translation>
    </message>
    <message>
        <source>By incident, keeping the total (Diggle)</source>
        <translation>Per händelse, med bevarad summa (Diggle)</translation>
    </message>
    <message>
        <source>By organisation and role, never by name.</source>
        <translation>Med organisation och roll, aldrig med namn.</translation>
    </message>
    <message>
        <source>By the share of the kernel inside (uniform)</source>
        <translation>Efter kärnans andel innanför (likformig)</translation>
    </message>
    <message>
        <source>By {day}</source>
        <translation>Senast {day}</translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation>A&amp;nslutning</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Kalender (*.ics)</translation>
    </message>
    <message>
        <source>Calendar file of deadlines</source>
        <translation>Kalenderfil med slutdatum</translation>
    </message>
    <message>
        <source>Calendar of the days (picture)</source>
        <translation>Kalender över dagarna (bild)</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Ställ in</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Avbryt importen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Avbrutet. Inget skrevs.</translation>
    </message>
    <message>
        <source>Candidate {number} of {count}: {percent} % alike – {reasons}.</source>
        <translation>Kandidat {number} av {count}: {percent} % lika – {reasons}.</translation>
    </message>
    <message>
        <source>Carried out during the last year</source>
        <translation>Verkställda det senaste året</translation>
    </message>
    <message>
        <source>Carried out on</source>
        <translation>Verkställt den</translation>
    </message>
    <message>
        <source>Carried out {day}. {outcome}</source>
        <translation>Verkställt {day}. {outcome}</translation>
    </message>
    <message>
        <source>Case officer</source>
        <translation>Handläggare</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorier</translation>
    </message>
    <message>
        <source>Categories are named, but no category field is chosen.</source>
        <translation>Kategorier är angivna, men inget kategorifält är valt.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Category field</source>
        <translation>Kategorifält</translation>
    </message>
    <message>
        <source>Category in the weight table</source>
        <translation>Kategori i vikttabellen</translation>
    </message>
    <message>
        <source>Cause {number}</source>
        <translation>Orsak {number}</translation>
    </message>
    <message>
        <source>Cause {number} was removed.</source>
        <translation>Orsak {number} togs bort.</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Orsaker</translation>
    </message>
    <message>
        <source>Causes it acts on</source>
        <translation>Orsaker som den verkar på</translation>
    </message>
    <message>
        <source>Caution: high and low periods follow each other in ways the model does not explain, so that the interval is too narrow.</source>
        <translation>Varning: höga och låga perioder följer på varandra på ett sätt som modellen inte förklarar, så intervallet är för smalt.</translation>
    </message>
    <message>
        <source>Caution: the areas already developed differently before the measure, so that the comparison is doubtful.</source>
        <translation>Varning: områdena utvecklades olika redan före åtgärden, så jämförelsen är osäker.</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Cell size (m)</source>
        <translation>Rutstorlek (m)</translation>
    </message>
    <message>
        <source>Cell size of the elevated-risk map (m)</source>
        <translation>Rutstorlek för kartan över förhöjd risk (m)</translation>
    </message>
    <message>
        <source>Cell size of the hexagons (m)</source>
        <translation type="vanished">Sexhörningarnas storlek (m)</translation>
    </message>
    <message>
        <source>Cell size of the maps (m)</source>
        <translation>Kartornas rutstorlek (m)</translation>
    </message>
    <message>
        <source>Cell size used (m)</source>
        <translation>Använd rutstorlek (m)</translation>
    </message>
    <message>
        <source>Cells of {metres} m would be about {needed:.0f} cells over this extent; at most {most} are possible. Choose larger cells or a smaller extent.</source>
        <translation>Rutor på {metres} m skulle bli ungefär {needed:.0f} rutor över den här utsträckningen; högst {most} är möjliga. Välj större rutor eller en mindre utsträckning.</translation>
    </message>
    <message>
        <source>Cells of {size:g} m give {cells:.0f} cells, and more than {most} take too long. Choose larger cells or a smaller boundary.</source>
        <translation>Rutor på {size:g} m ger {cells:.0f} rutor, och fler än {most} tar för lång tid. Välj större rutor eller en mindre gräns.</translation>
    </message>
    <message>
        <source>Cells or areas whose centres are at most this far away are neighbours. Empty: where clustering is strongest.</source>
        <translation>Rutor eller områden vars mittpunkter ligger högst så långt ifrån varandra är grannar. Tomt: där klustringen är starkast.</translation>
    </message>
    <message>
        <source>Chain (-1: none)</source>
        <translation>Kedja (−1: ingen)</translation>
    </message>
    <message>
        <source>Chains need a distance and a time above 0, but they are {distance} m and {days} days.</source>
        <translation>Kedjor behöver ett avstånd och en tid större än 0, men de är {distance} m och {days} dagar.</translation>
    </message>
    <message>
        <source>Chance alone may explain the difference: the figures neither show an effect nor rule one out.</source>
        <translation>Slumpen ensam kan förklara skillnaden: siffrorna varken visar eller utesluter en effekt.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Förändring</translation>
    </message>
    <message>
        <source>Change (-1, 0, 1)</source>
        <translation>Förändring (−1, 0, 1)</translation>
    </message>
    <message>
        <source>Change (Enter)</source>
        <translation>Ändra (Enter)</translation>
    </message>
    <message>
        <source>Change a login's rights</source>
        <translation>Ändra en inloggnings behörighet</translation>
    </message>
    <message>
        <source>Change against the period before</source>
        <translation>Förändring mot perioden före</translation>
    </message>
    <message>
        <source>Change against the {which} is not told: it would begin on {day}, and the data begin on {first}.</source>
        <translation>Förändringen mot {which} redovisas inte: den skulle börja {day}, men uppgifterna börjar {first}.</translation>
    </message>
    <message>
        <source>Change between two periods (surface)</source>
        <translation>Förändring mellan två perioder (yta)</translation>
    </message>
    <message>
        <source>Change in %</source>
        <translation>Förändring i %</translation>
    </message>
    <message>
        <source>Change in %, {which}</source>
        <translation>Förändring i %, {which}</translation>
    </message>
    <message>
        <source>Change is tested on whole counts; one is missing, below 0 or broken.</source>
        <translation>Förändring prövas på hela antal; ett saknas, är mindre än 0 eller har decimaler.</translation>
    </message>
    <message>
        <source>Change of shares</source>
        <translation>Förändring av andelar</translation>
    </message>
    <message>
        <source>Change problem</source>
        <translation>Ändra problem</translation>
    </message>
    <message>
        <source>Change state</source>
        <translation>Ändra status</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>Ändra planen</translation>
    </message>
    <message>
        <source>Change the plan…</source>
        <translation>Ändra planen…</translation>
    </message>
    <message>
        <source>Checksum (SHA-256): {sum}</source>
        <translation>Kontrollsumma (SHA-256): {sum}</translation>
    </message>
    <message>
        <source>Choose a connection to PostgreSQL. You create one in the browser or the data source manager.</source>
        <translation>Välj en anslutning till PostgreSQL. Du skapar en i bläddraren eller i datakällshanteraren.</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Välj först en fil.</translation>
    </message>
    <message>
        <source>Choose a file: CSV, Excel, ODS or any layer.</source>
        <translation>Välj en fil: CSV, Excel, ODS eller valfritt lager.</translation>
    </message>
    <message>
        <source>Choose a login in the table.</source>
        <translation>Välj en inloggning i tabellen.</translation>
    </message>
    <message>
        <source>Choose a municipality, or write a name.</source>
        <translation>Välj en kommun eller skriv ett namn.</translation>
    </message>
    <message>
        <source>Choose a problem and who is responsible to make a measure of it.</source>
        <translation>Välj problem och ansvarig så blir beslutet en åtgärd.</translation>
    </message>
    <message>
        <source>Choose an area of any polygon layer first, such as a hot spot.</source>
        <translation>Välj först en yta i något polygonlager, till exempel en het punkt.</translation>
    </message>
    <message>
        <source>Choose an incident first.</source>
        <translation>Välj en händelse först.</translation>
    </message>
    <message>
        <source>Choose an incident in the list or on the map.</source>
        <translation>Välj en händelse i listan eller på kartan.</translation>
    </message>
    <message>
        <source>Choose an indicator, such as incidents per month at the place.</source>
        <translation>Välj en indikator, till exempel händelser per månad på platsen.</translation>
    </message>
    <message>
        <source>Choose an organisation.</source>
        <translation>Välj en organisation.</translation>
    </message>
    <message>
        <source>Choose at least one comparison area, without the measure.</source>
        <translation>Välj minst ett jämförelseområde, utan åtgärden.</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Välj minst ett format.</translation>
    </message>
    <message>
        <source>Choose at least one layer with a risk factor.</source>
        <translation>Välj minst ett lager med en riskfaktor.</translation>
    </message>
    <message>
        <source>Choose at least one other report: an incident is no duplicate of itself.</source>
        <translation>Välj minst en annan rapport: en händelse är inte dubblett av sig själv.</translation>
    </message>
    <message>
        <source>Choose at least one result of the analysis.</source>
        <translation type="vanished">Välj minst ett resultat av analysen.</translation>
    </message>
    <message>
        <source>Choose either the fields with the logarithm of the effect and its variance, or the four fields with counts.</source>
        <translation>Välj antingen fälten med effektens logaritm och dess varians, eller de fyra fälten med antal.</translation>
    </message>
    <message>
        <source>Choose green, yellow or red.</source>
        <translation>Välj grön, gul eller röd.</translation>
    </message>
    <message>
        <source>Choose incidents on the map first</source>
        <translation>Välj händelser på kartan först</translation>
    </message>
    <message>
        <source>Choose one incident only.</source>
        <translation>Välj bara en händelse.</translation>
    </message>
    <message>
        <source>Choose one incident to look for its duplicates.</source>
        <translation>Välj en händelse för att söka dess dubbletter.</translation>
    </message>
    <message>
        <source>Choose several; the acts are done for all of them</source>
        <translation>Välj flera; åtgärden görs för alla</translation>
    </message>
    <message>
        <source>Choose something on the map in the active layer first.</source>
        <translation>Välj först något på kartan i det aktiva lagret.</translation>
    </message>
    <message>
        <source>Choose the category field and the weight field of the weight table.</source>
        <translation>Välj kategorifältet och viktfältet i vikttabellen.</translation>
    </message>
    <message>
        <source>Choose the column that says when the incident happened.</source>
        <translation>Välj den kolumn som anger när händelsen inträffade.</translation>
    </message>
    <message>
        <source>Choose the field that names the reporter (an organisation).</source>
        <translation>Välj det fält som anger rapportören (en organisation).</translation>
    </message>
    <message>
        <source>Choose the field with the population of each area.</source>
        <translation>Välj fältet med varje områdes befolkning.</translation>
    </message>
    <message>
        <source>Choose the file in which the workspace is to be kept.</source>
        <translation>Välj den fil som arbetsytan ska ligga i.</translation>
    </message>
    <message>
        <source>Choose the file of the QGIS project.</source>
        <translation>Välj QGIS-projektets fil.</translation>
    </message>
    <message>
        <source>Choose the incidents on the map or in a list first, then create the problem.</source>
        <translation>Välj först händelserna på kartan eller i en lista och skapa sedan problemet.</translation>
    </message>
    <message>
        <source>Choose the layer of the areas, or count by hexagons or squares.</source>
        <translation>Välj områdenas lager, eller räkna efter sexhörningar eller kvadrater.</translation>
    </message>
    <message>
        <source>Choose the organisation that the login works for.</source>
        <translation>Välj den organisation som inloggningen arbetar för.</translation>
    </message>
    <message>
        <source>Choose the problem first.</source>
        <translation>Välj problemet först.</translation>
    </message>
    <message>
        <source>Choose two editions to compare them.</source>
        <translation>Välj två utgåvor för att jämföra dem.</translation>
    </message>
    <message>
        <source>Choose where to move: a connection to PostgreSQL, or a GeoPackage.</source>
        <translation>Välj vart den ska flytta: en anslutning till PostgreSQL eller en GeoPackage.</translation>
    </message>
    <message>
        <source>Choose which record the document tells of ({record}).</source>
        <translation>Välj vilken post dokumentet handlar om ({record}).</translation>
    </message>
    <message>
        <source>Choose who is responsible to make a measure of it.</source>
        <translation>Välj ansvarig så blir beslutet en åtgärd.</translation>
    </message>
    <message>
        <source>Choose who is responsible.</source>
        <translation>Välj vem som är ansvarig.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Välj…</translation>
    </message>
    <message>
        <source>Chosen on the map ({count})</source>
        <translation>Valda i kartan ({count})</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klass</translation>
    </message>
    <message>
        <source>Class (-3 cold to 3 hot)</source>
        <translation>Klass (−3 kall till 3 het)</translation>
    </message>
    <message>
        <source>Click along the line; the right button ends it.</source>
        <translation>Klicka längs linjen; höger knapp avslutar.</translation>
    </message>
    <message>
        <source>Click along the route; the right button ends it.</source>
        <translation>Klicka längs vägen; höger knapp avslutar.</translation>
    </message>
    <message>
        <source>Click along the route; the right button or Enter ends it, Esc gives up.</source>
        <translation type="vanished">Klicka längs vägen; högerknappen eller Retur avslutar, Esc avbryter.</translation>
    </message>
    <message>
        <source>Click around the area; the right button ends it.</source>
        <translation>Klicka runt ytan; höger knapp avslutar.</translation>
    </message>
    <message>
        <source>Click on the map where it happened.</source>
        <translation>Klicka på kartan där det hände.</translation>
    </message>
    <message>
        <source>Click on the map where it happened. Esc cancels.</source>
        <translation type="vanished">Klicka i kartan där det hände. Esc avbryter.</translation>
    </message>
    <message>
        <source>Click on the map where it happened. Esc leaves the place as it is.</source>
        <translation type="vanished">Klicka i kartan där det hände. Esc lämnar platsen som den är.</translation>
    </message>
    <message>
        <source>Click on the map where the place is.</source>
        <translation>Klicka på kartan där platsen är.</translation>
    </message>
    <message>
        <source>Click on the map where the point lies.</source>
        <translation>Klicka på kartan där punkten ligger.</translation>
    </message>
    <message>
        <source>Click on the map where the point lies. Esc cancels.</source>
        <translation type="vanished">Klicka på kartan där punkten ligger. Esc avbryter.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Close the period</source>
        <translation>Stäng perioden</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Kluster</translation>
    </message>
    <message>
        <source>Cluster or outlier</source>
        <translation>Kluster eller avvikare</translation>
    </message>
    <message>
        <source>Clustered errors need at least two areas.</source>
        <translation>Klustrade medelfel kräver minst två områden.</translation>
    </message>
    <message>
        <source>Clustering is strongest at {band:g} m (first peak of Moran's z, {score:.1f}).</source>
        <translation>Klustringen är starkast vid {band:g} m (första toppen för Morans z, {score:.1f}).</translation>
    </message>
    <message>
        <source>Clustering shows no peak up to {far:g} m, so the adjoining cells count ({band:g} m).</source>
        <translation>Klustringen visar ingen topp upp till {far:g} m, så de angränsande rutorna räknas ({band:g} m).</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Kluster</translation>
    </message>
    <message>
        <source>Clusters and outliers</source>
        <translation>Kluster och avvikare</translation>
    </message>
    <message>
        <source>Clusters and outliers (local Moran's I)</source>
        <translation>Kluster och avvikare (lokalt Morans I)</translation>
    </message>
    <message>
        <source>Clusters in space and time</source>
        <translation>Kluster i rum och tid</translation>
    </message>
    <message>
        <source>Co&amp;lour of documents</source>
        <translation>Dokumentens &amp;färg</translation>
    </message>
    <message>
        <source>Cold spot, 90 % confidence</source>
        <translation>Kall plats, 90 %</translation>
    </message>
    <message>
        <source>Cold spot, 95 % confidence</source>
        <translation>Kall plats, 95 %</translation>
    </message>
    <message>
        <source>Cold spot, 99 % confidence</source>
        <translation>Kall plats, 99 %</translation>
    </message>
    <message>
        <source>Cold steps</source>
        <translation>Kalla steg</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Färg</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Kolumn i filen</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Kolumner i filen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Jämför</translation>
    </message>
    <message>
        <source>Compare and decide…</source>
        <translation>Jämför och välj…</translation>
    </message>
    <message>
        <source>Compare the two chosen</source>
        <translation>Jämför de två valda</translation>
    </message>
    <message>
        <source>Compare with these points</source>
        <translation>Jämför med dessa punkter</translation>
    </message>
    <message>
        <source>Compare with what similar measures have reached.</source>
        <translation>Jämför med vad liknande åtgärder har uppnått.</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Jämförs med</translation>
    </message>
    <message>
        <source>Compared: {a} to {b} with {c} to {d} (first and last days).</source>
        <translation>Jämfört: {a} till {b} med {c} till {d} (första och sista dag).</translation>
    </message>
    <message>
        <source>Comparison areas</source>
        <translation>Jämförelseområden</translation>
    </message>
    <message>
        <source>Comparison of the places around</source>
        <translation>Jämförelse för platserna runt omkring</translation>
    </message>
    <message>
        <source>Comparison place</source>
        <translation>Jämförelseplats</translation>
    </message>
    <message>
        <source>Comparison place of the places around</source>
        <translation>Jämförelseplats för platserna runt omkring</translation>
    </message>
    <message>
        <source>Comparison place, after</source>
        <translation>Jämförelseplatsen, efter</translation>
    </message>
    <message>
        <source>Comparison place, before</source>
        <translation>Jämförelseplatsen, före</translation>
    </message>
    <message>
        <source>Complete the document</source>
        <translation>Komplettera dokumentet</translation>
    </message>
    <message>
        <source>Completion…</source>
        <translation>Komplettera…</translation>
    </message>
    <message>
        <source>Composed jobs</source>
        <translation>Sammansatta analyser</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Räkna fram</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>Koncentration</translation>
    </message>
    <message>
        <source>Concentration (Lorenz, Gini, repeat places)</source>
        <translation>Koncentration (Lorenz, Gini, upprepade platser)</translation>
    </message>
    <message>
        <source>Concentration and stability</source>
        <translation>Koncentration och stabilitet</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Slutsats</translation>
    </message>
    <message>
        <source>Conditional permutation</source>
        <translation>Betingad permutation</translation>
    </message>
    <message>
        <source>Conflicting edits – {layer}</source>
        <translation>Ändringar som krockar – {layer}</translation>
    </message>
    <message>
        <source>Conflicting records and their fields</source>
        <translation>Poster som krockar och deras fält</translation>
    </message>
    <message>
        <source>Connection to PostgreSQL</source>
        <translation>Anslutning till PostgreSQL</translation>
    </message>
    <message>
        <source>Consecutive cold spot</source>
        <translation>Sammanhängande kall plats</translation>
    </message>
    <message>
        <source>Consecutive hot spot</source>
        <translation>Sammanhängande het plats</translation>
    </message>
    <message>
        <source>Content of the point</source>
        <translation>Punktens innehåll</translation>
    </message>
    <message>
        <source>Continuous (equal split)</source>
        <translation>Kontinuerlig (lika delning)</translation>
    </message>
    <message>
        <source>Continuous reports to the municipal council</source>
        <translation>Löpande rapportering till kommunfullmäktige</translation>
    </message>
    <message>
        <source>Coordinate</source>
        <translation>Koordinat</translation>
    </message>
    <message>
        <source>Coordinate &amp;reference system</source>
        <translation>Koordina&amp;tsystem</translation>
    </message>
    <message>
        <source>Coordinate &amp;system</source>
        <translation>Koordi&amp;natsystem</translation>
    </message>
    <message>
        <source>Coordinate reference system</source>
        <translation>Koordinatsystem</translation>
    </message>
    <message>
        <source>Coordinate system to work in</source>
        <translation>Koordinatsystem att arbeta i</translation>
    </message>
    <message>
        <source>Coordinate: east or longitude</source>
        <translation>Koordinat: öst eller longitud</translation>
    </message>
    <message>
        <source>Coordinate: north or latitude</source>
        <translation>Koordinat: nord eller latitud</translation>
    </message>
    <message>
        <source>Coordinating function</source>
        <translation>Samordningsfunktion</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Samordnare</translation>
    </message>
    <message>
        <source>Core of its group</source>
        <translation>Kärna i sin grupp</translation>
    </message>
    <message>
        <source>Correct for many tests (FDR)</source>
        <translation>Korrigera för många test (FDR)</translation>
    </message>
    <message>
        <source>Council atlas…</source>
        <translation>Kartatlas för rådet…</translation>
    </message>
    <message>
        <source>Council map atlas</source>
        <translation>Kartatlas för rådet</translation>
    </message>
    <message>
        <source>Count by</source>
        <translation>Räkna efter</translation>
    </message>
    <message>
        <source>Count incidents per month at the place since the start</source>
        <translation>Räkna händelser per månad på platsen sedan starten</translation>
    </message>
    <message>
        <source>Count per</source>
        <translation>Räkna per</translation>
    </message>
    <message>
        <source>Count the curve per</source>
        <translation>Räkna kurvan per</translation>
    </message>
    <message>
        <source>Counted as hot</source>
        <translation>Räknas som het</translation>
    </message>
    <message>
        <source>Counted by week, since there are not {before} whole months before and {after} after.</source>
        <translation>Räknat per vecka, eftersom det inte finns {before} hela månader före och {after} efter.</translation>
    </message>
    <message>
        <source>Counting a problem’s incidents</source>
        <translation>Räknar ett problems händelser</translation>
    </message>
    <message>
        <source>Counting incidents</source>
        <translation>Räknar händelser</translation>
    </message>
    <message>
        <source>Counting the indicator of a measure</source>
        <translation>Räknar en åtgärds indikator</translation>
    </message>
    <message>
        <source>Counting the period</source>
        <translation>Räknar perioden</translation>
    </message>
    <message>
        <source>Counting the queue</source>
        <translation>Räknar kön</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Räknar …</translation>
    </message>
    <message>
        <source>Counts and exposures must be numbers of 0 or more.</source>
        <translation>Antal och exponeringar måste vara tal som är 0 eller större.</translation>
    </message>
    <message>
        <source>Counts before and after</source>
        <translation>Antal före och efter</translation>
    </message>
    <message>
        <source>Counts of events cannot be below 0.</source>
        <translation>Antal händelser kan inte vara mindre än 0.</translation>
    </message>
    <message>
        <source>Counts over time</source>
        <translation>Antal över tid</translation>
    </message>
    <message>
        <source>Counts per kind of day</source>
        <translation>Antal per slags dag</translation>
    </message>
    <message>
        <source>Counts per period must be numbers of 0 or more, without gaps; fill gaps with 0.</source>
        <translation>Antal per period måste vara tal som är 0 eller större, utan luckor; fyll luckor med 0.</translation>
    </message>
    <message>
        <source>Counts per street segment</source>
        <translation>Antal per gatusegment</translation>
    </message>
    <message>
        <source>Counts to publish cannot be negative.</source>
        <translation>Antal som ska publiceras kan inte vara negativa.</translation>
    </message>
    <message>
        <source>Counts, rates and change per area</source>
        <translation>Antal, tal per invånare och förändring per område</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Skapa</translation>
    </message>
    <message>
        <source>Create a problem from the selected incidents</source>
        <translation>Skapa ett problem av de valda händelserna</translation>
    </message>
    <message>
        <source>Create a problem from the {count} selected incidents</source>
        <translation>Skapa ett problem av de {count} valda händelserna</translation>
    </message>
    <message>
        <source>Create demo workspace</source>
        <translation>Skapa demoarbetsyta</translation>
    </message>
    <message>
        <source>Create problem</source>
        <translation>Skapa problem</translation>
    </message>
    <message>
        <source>Create the login and give it this role</source>
        <translation>Skapa inloggningen och ge den rollen</translation>
    </message>
    <message>
        <source>Create workspace</source>
        <translation>Skapa arbetsyta</translation>
    </message>
    <message>
        <source>Create workspace…</source>
        <translation>Skapa arbetsyta…</translation>
    </message>
    <message>
        <source>Cross-validation needs 2 folds or more, and a cell for each, but has {folds} folds for {n} cells.</source>
        <translation>Korsvalidering behöver minst 2 delar och en ruta för varje del, men har {folds} delar för {n} rutor.</translation>
    </message>
    <message>
        <source>Curve (picture)</source>
        <translation>Kurva (bild)</translation>
    </message>
    <message>
        <source>Data source of the incidents</source>
        <translation>Händelsernas datakälla</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date field</source>
        <translation>Datumfält</translation>
    </message>
    <message>
        <source>Date field: “{field}” (the layer's only one).</source>
        <translation>Datumfält: ”{field}” (lagrets enda).</translation>
    </message>
    <message>
        <source>Date field: “{field}”, chosen by its name among {fields}.</source>
        <translation>Datumfält: ”{field}”, valt efter sitt namn bland {fields}.</translation>
    </message>
    <message>
        <source>Date, or date and time</source>
        <translation>Datum, eller datum med klockslag</translation>
    </message>
    <message>
        <source>Dates that begin with</source>
        <translation>Datum skrivs med</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Day first (31/12/2024)</source>
        <translation>Dag först (31/12/2024)</translation>
    </message>
    <message>
        <source>Day of the elevated-risk map</source>
        <translation>Dag för kartan över förhöjd risk</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagar</translation>
    </message>
    <message>
        <source>Days (empty: place only)</source>
        <translation>Dagar (tomt: bara plats)</translation>
    </message>
    <message>
        <source>Days after</source>
        <translation>Dagar efter</translation>
    </message>
    <message>
        <source>Days before</source>
        <translation>Dagar före</translation>
    </message>
    <message>
        <source>Days from first to last</source>
        <translation>Dagar från första till sista</translation>
    </message>
    <message>
        <source>Days observed</source>
        <translation>Observerade dagar</translation>
    </message>
    <message>
        <source>Days since the incident was reported</source>
        <translation>Dagar sedan händelsen rapporterades</translation>
    </message>
    <message>
        <source>Days since the previous one</source>
        <translation>Dagar sedan föregående</translation>
    </message>
    <message>
        <source>Days to compare</source>
        <translation>Dagar att jämföra</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Klart senast</translation>
    </message>
    <message>
        <source>Decide conflicting edits</source>
        <translation>Välj mellan ändringar</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Välj senare</translation>
    </message>
    <message>
        <source>Decided on {date} by {body}, {number}.</source>
        <translation>Beslutad {date} av {body}, {number}.</translation>
    </message>
    <message>
        <source>Decided order</source>
        <translation>Beslutad ordning</translation>
    </message>
    <message>
        <source>Decides, adopts and shares; keeps code lists and the log of disclosures.</source>
        <translation>Beslutar, fastställer och delar; sköter kodlistor och loggen över utlämnanden.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <source>Decision {number} is carried out.</source>
        <translation>Beslut {number} är verkställt.</translation>
    </message>
    <message>
        <source>Decision {number} is open again.</source>
        <translation>Beslut {number} är öppet igen.</translation>
    </message>
    <message>
        <source>Decision {number} of {day}</source>
        <translation>Beslut {number} från {day}</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <source>Decisions are recorded while the meeting goes on. Begin it, or take it up again.</source>
        <translation>Beslut förs in medan mötet pågår. Börja mötet, eller ta upp det igen.</translation>
    </message>
    <message>
        <source>Decisions of meetings</source>
        <translation>Mötenas beslut</translation>
    </message>
    <message>
        <source>Decisions rest on knowledge</source>
        <translation>Beslut vilar på kunskap</translation>
    </message>
    <message>
        <source>Decisions: {count}.</source>
        <translation>Beslut: {count}.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Ta bort den</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Borttagna</translation>
    </message>
    <message>
        <source>Deleted records</source>
        <translation>Borttagna poster</translation>
    </message>
    <message>
        <source>Densest share of the cells (%)</source>
        <translation>Tätaste andelen av rutorna (%)</translation>
    </message>
    <message>
        <source>Densities per year need a date field or a period.</source>
        <translation>Tätheter per år kräver ett datumfält eller en period.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Täthet</translation>
    </message>
    <message>
        <source>Density along streets</source>
        <translation>Täthet längs gator</translation>
    </message>
    <message>
        <source>Density map…</source>
        <translation>Täthetskarta…</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Utveckling</translation>
    </message>
    <message>
        <source>Difference (incidents)</source>
        <translation>Skillnad (händelser)</translation>
    </message>
    <message>
        <source>Difference in differences (ratio)</source>
        <translation>Skillnad i skillnader (kvot)</translation>
    </message>
    <message>
        <source>Difference in differences over areas</source>
        <translation>Skillnad i skillnader mellan områden</translation>
    </message>
    <message>
        <source>Difference of proportions (Wheeler, Steenbeek &amp; Andresen)</source>
        <translation>Skillnad mellan andelar (Wheeler, Steenbeek &amp; Andresen)</translation>
    </message>
    <message>
        <source>Difference per km² and year</source>
        <translation>Skillnad per km² och år</translation>
    </message>
    <message>
        <source>Differences (linear)</source>
        <translation>Skillnader (linjär)</translation>
    </message>
    <message>
        <source>Diggle's mean square error</source>
        <translation>Diggles medelkvadratfel</translation>
    </message>
    <message>
        <source>Diggle's rule finds no two events within {distance:.0f} m of each other; there are too few events for it.</source>
        <translation>Diggles regel hittar inga två händelser inom {distance:.0f} m från varandra; händelserna är för få för den.</translation>
    </message>
    <message>
        <source>Diggle's rule: least mean square error if the {n} events form clusters.</source>
        <translation>Diggles regel: minsta medelkvadratfel om de {n} händelserna bildar kluster.</translation>
    </message>
    <message>
        <source>Diminishing cold spot</source>
        <translation>Avtagande kall plats</translation>
    </message>
    <message>
        <source>Diminishing hot spot</source>
        <translation>Avtagande het plats</translation>
    </message>
    <message>
        <source>Discontinuous (equal split)</source>
        <translation>Diskontinuerlig (lika delning)</translation>
    </message>
    <message>
        <source>Dispose of what is old</source>
        <translation>Gallra det som är gammalt</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Avstånd</translation>
    </message>
    <message>
        <source>Distance (m)</source>
        <translation>Avstånd (m)</translation>
    </message>
    <message>
        <source>Distance band (m)</source>
        <translation>Avståndsband (m)</translation>
    </message>
    <message>
        <source>Distance band used (m)</source>
        <translation>Använt avståndsband (m)</translation>
    </message>
    <message>
        <source>Distance or density, whichever fits</source>
        <translation>Avstånd eller täthet, det som passar bäst</translation>
    </message>
    <message>
        <source>Distance to the previous one (m)</source>
        <translation>Avstånd till föregående (m)</translation>
    </message>
    <message>
        <source>Distances cannot be measured in {crs}. Choose a projected coordinate system in metres, for example EPSG:3006 (SWEREF 99 TM).</source>
        <translation>Avstånd kan inte mätas i {crs}. Välj ett projicerat koordinatsystem i meter, till exempel EPSG:3006 (SWEREF 99 TM).</translation>
    </message>
    <message>
        <source>Distances of influence (m, separated by semicolons)</source>
        <translation>Påverkansavstånd (m, åtskilda av semikolon)</translation>
    </message>
    <message>
        <source>Distribute the points</source>
        <translation>Fördela punkterna</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Documents…</source>
        <translation>Dokument…</translation>
    </message>
    <message>
        <source>Don't show again for this workspace</source>
        <translation>Visa inte igen för den här arbetsytan</translation>
    </message>
    <message>
        <source>Done as planned?</source>
        <translation>Gjordes den som planerat?</translation>
    </message>
    <message>
        <source>Done or cancelled</source>
        <translation>Genomförda eller inställda</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ned</translation>
    </message>
    <message>
        <source>Draw on the map: left button adds a corner, right button or Enter ends, Esc gives up.</source>
        <translation type="vanished">Rita på kartan: vänster knapp lägger till ett hörn, höger knapp eller Enter avslutar, Esc avbryter.</translation>
    </message>
    <message>
        <source>Draw the place on the map</source>
        <translation>Rita platsen på kartan</translation>
    </message>
    <message>
        <source>Draw the place on the map, or choose the area.</source>
        <translation>Rita platsen på kartan eller välj område.</translation>
    </message>
    <message>
        <source>Draw the route</source>
        <translation>Rita vägen</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Dags nu</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Snart dags</translation>
    </message>
    <message>
        <source>Due within 30 days</source>
        <translation>Inom 30 dagar</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Dubbletter</translation>
    </message>
    <message>
        <source>EARS C1 (the periods just before)</source>
        <translation>EARS C1 (perioderna strax före)</translation>
    </message>
    <message>
        <source>EARS C2 (two periods between)</source>
        <translation>EARS C2 (två perioder emellan)</translation>
    </message>
    <message>
        <source>EARS C3 (also the two before)</source>
        <translation>EARS C3 (även de två föregående)</translation>
    </message>
    <message>
        <source>EARS knows C1, C2 and C3, not {method}.</source>
        <translation>EARS finns som C1, C2 och C3, inte {method}.</translation>
    </message>
    <message>
        <source>Each count needs an exposure above 0, such as its days.</source>
        <translation>Varje antal behöver en exponering större än 0, till exempel antal dagar.</translation>
    </message>
    <message>
        <source>Each event needs a cell and a time; there are {cells} cells and {times} times.</source>
        <translation>Varje händelse behöver en ruta och en tid; det finns {cells} rutor och {times} tider.</translation>
    </message>
    <message>
        <source>Each event shares its place with at least {k} others; choose more neighbours.</source>
        <translation>Varje händelse delar plats med minst {k} andra; välj fler grannar.</translation>
    </message>
    <message>
        <source>Earlier follow-ups</source>
        <translation>Tidigare uppföljningar</translation>
    </message>
    <message>
        <source>Earlier months or weeks used</source>
        <translation>Tidigare månader eller veckor som används</translation>
    </message>
    <message>
        <source>Earlier years to compare with</source>
        <translation>Tidigare år att jämföra med</translation>
    </message>
    <message>
        <source>Edge correction</source>
        <translation>Kantkorrigering</translation>
    </message>
    <message>
        <source>Edit the plan…</source>
        <translation>Ändra planen…</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Utgåva</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Ändra…</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>Effect of measures</source>
        <translation>Åtgärders effekt</translation>
    </message>
    <message>
        <source>Effects and weights</source>
        <translation>Effekter och vikter</translation>
    </message>
    <message>
        <source>Elevated risk</source>
        <translation>Förhöjd risk</translation>
    </message>
    <message>
        <source>Elevated risk on {day}</source>
        <translation>Förhöjd risk {day}</translation>
    </message>
    <message>
        <source>Emerging hot spots</source>
        <translation>Framväxande heta platser</translation>
    </message>
    <message>
        <source>Emerging hot spots need at least 3 time steps (10 or more are better), but there are {count}. Choose shorter steps or a longer period.</source>
        <translation>Framväxande heta platser behöver minst 3 tidssteg (gärna 10 eller fler), men det finns {count}. Välj kortare steg eller en längre period.</translation>
    </message>
    <message>
        <source>Empty: 1, 2, 3 and 4 cells.</source>
        <translation>Tomt: 1, 2, 3 och 4 rutor.</translation>
    </message>
    <message>
        <source>Empty: 30 days, and at most half of the period.</source>
        <translation>Tomt: 30 dagar, och högst halva perioden.</translation>
    </message>
    <message>
        <source>Empty: as many days before as after, as far as the data reach; the curve uses all.</source>
        <translation>Tomt: lika många dagar före som efter, så långt uppgifterna räcker; kurvan använder alla.</translation>
    </message>
    <message>
        <source>Empty: half of the period.</source>
        <translation type="vanished">Tomt: halva perioden.</translation>
    </message>
    <message>
        <source>Empty: kind and day</source>
        <translation>Tomt: typ och dag</translation>
    </message>
    <message>
        <source>Empty: no change is tested.</source>
        <translation>Tomt: ingen förändring prövas.</translation>
    </message>
    <message>
        <source>Empty: the day after the last incident.</source>
        <translation>Tomt: dagen efter den sista händelsen.</translation>
    </message>
    <message>
        <source>Empty: the last 91 days. Earlier incidents are compared with.</source>
        <translation>Tomt: de senaste 91 dagarna. Tidigare händelser används att jämföra med.</translation>
    </message>
    <message>
        <source>Empty: the last quarter of the period is forecast.</source>
        <translation>Tomt: periodens sista fjärdedel förutses.</translation>
    </message>
    <message>
        <source>Empty: the middle of the period.</source>
        <translation>Tomt: mitt i perioden.</translation>
    </message>
    <message>
        <source>End date field</source>
        <translation>Fält för slutdatum</translation>
    </message>
    <message>
        <source>End date field: “{field}”, chosen by its name.</source>
        <translation>Fält för slutdatum: ”{field}”, valt efter sitt namn.</translation>
    </message>
    <message>
        <source>End the meeting</source>
        <translation>Avsluta mötet</translation>
    </message>
    <message>
        <source>End the meeting and make its minutes? It can be taken up again from the list.</source>
        <translation>Avsluta mötet och göra protokollet? Mötet kan tas upp igen från listan.</translation>
    </message>
    <message>
        <source>Epanechnikov</source>
        <translation>Epanechnikov</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Skattning</translation>
    </message>
    <message>
        <source>Evaluate a measure</source>
        <translation>Utvärdera en åtgärd</translation>
    </message>
    <message>
        <source>Evaluation of a measure as a document</source>
        <translation>Utvärdering av en åtgärd som dokument</translation>
    </message>
    <message>
        <source>Evaluation of the measure from {start} (made {made})</source>
        <translation>Utvärdering av åtgärden från {start} (gjord {made})</translation>
    </message>
    <message>
        <source>Eve of a holiday</source>
        <translation>Helgdagsafton</translation>
    </message>
    <message>
        <source>Every area needs to be treated or not, every period before or after.</source>
        <translation>Varje område måste ha fått åtgärden eller inte, varje period vara före eller efter.</translation>
    </message>
    <message>
        <source>Every decision has been carried out.</source>
        <translation>Alla beslut är verkställda.</translation>
    </message>
    <message>
        <source>Every kind of event needs one difference and one harm weight.</source>
        <translation>Varje slags händelse behöver en skillnad och en skadevikt.</translation>
    </message>
    <message>
        <source>Every location needs an x, a y and a population.</source>
        <translation>Varje plats behöver ett x, ett y och en befolkning.</translation>
    </message>
    <message>
        <source>Every measure rests on a problem with evidence.</source>
        <translation>Varje åtgärd vilar på ett problem med underlag.</translation>
    </message>
    <message>
        <source>Every measure rests on a problem, and there is none yet. Create the problem first.</source>
        <translation>Varje åtgärd vilar på ett problem, och det finns inget än. Skapa problemet först.</translation>
    </message>
    <message>
        <source>Every place needs an area above 0 km².</source>
        <translation>Varje plats behöver en yta större än 0 km².</translation>
    </message>
    <message>
        <source>Every place needs one effect and one variance.</source>
        <translation>Varje plats behöver en effekt och en varians.</translation>
    </message>
    <message>
        <source>Every word has its code.</source>
        <translation>Varje ord har sin kod.</translation>
    </message>
    <message>
        <source>Everyone may create functions in the schema {name}, where PostGIS lives: roles would keep nothing. Ask the database's administrator to run: {statement}</source>
        <translation>Alla får skapa funktioner i schemat {name}, där PostGIS ligger: då skyddar rollerna ingenting. Be databasens administratör köra: {statement}</translation>
    </message>
    <message>
        <source>Everything, and the rights of all logins.</source>
        <translation>Allt, och alla inloggningars behörighet.</translation>
    </message>
    <message>
        <source>Exact permutation where it can be computed</source>
        <translation>Exakt permutation där den kan beräknas</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Förväntat</translation>
    </message>
    <message>
        <source>Expected incidents</source>
        <translation>Förväntade händelser</translation>
    </message>
    <message>
        <source>Factors work by</source>
        <translation>Faktorerna verkar genom</translation>
    </message>
    <message>
        <source>Falling over the last {months} months.</source>
        <translation>Minskar under de senaste {months} månaderna.</translation>
    </message>
    <message>
        <source>Farrington flexible (earlier years)</source>
        <translation>Farrington flexible (tidigare år)</translation>
    </message>
    <message>
        <source>Farrington's method needs at least one earlier year and windows of 0 or more.</source>
        <translation>Farringtons metod behöver minst ett tidigare år och fönster som är 0 eller större.</translation>
    </message>
    <message>
        <source>Farrington's method needs more than a year before the period that is judged. Choose EARS, or a longer period.</source>
        <translation>Farringtons metod behöver mer än ett år före perioden som bedöms. Välj EARS eller en längre period.</translation>
    </message>
    <message>
        <source>Farthest from a street (m)</source>
        <translation>Största avstånd till en gata (m)</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Återkoppling</translation>
    </message>
    <message>
        <source>Fewer incidents than were to be expected, by more than chance explains.</source>
        <translation>Färre händelser än väntat, mer än slumpen förklarar.</translation>
    </message>
    <message>
        <source>Fewer or moved? (WDD, WDQ)</source>
        <translation>Färre eller flyttade? (WDD, WDQ)</translation>
    </message>
    <message>
        <source>Fewer than before, by more than chance explains.</source>
        <translation>Färre än tidigare, mer än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>Fewer than expected</source>
        <translation>Färre än väntat</translation>
    </message>
    <message>
        <source>Fewer than in the previous period ({before}), by more than chance explains.</source>
        <translation>Färre än föregående period ({before}), mer än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>Fewer than in the same period last year ({before}), by more than chance explains.</source>
        <translation>Färre än samma period i fjol ({before}), mer än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>Fewer than the comparison lets expect? (WDD)</source>
        <translation>Färre än jämförelsen låter vänta? (WDD)</translation>
    </message>
    <message>
        <source>Fewest incidents of a cluster</source>
        <translation>Minsta antal händelser i ett kluster</translation>
    </message>
    <message>
        <source>Fewest incidents of a group</source>
        <translation>Minsta antal händelser i en grupp</translation>
    </message>
    <message>
        <source>Fewest incidents of a place</source>
        <translation>Minsta antal händelser på en plats</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Field that names the reporter</source>
        <translation>Fält som anger rapportören</translation>
    </message>
    <message>
        <source>Field with the areas' names</source>
        <translation>Fält med områdenas namn</translation>
    </message>
    <message>
        <source>Field with the areas' population</source>
        <translation>Fält med områdenas befolkning</translation>
    </message>
    <message>
        <source>Field with the areas’ na&amp;mes</source>
        <translation>Fält med områdenas na&amp;mn</translation>
    </message>
    <message>
        <source>Field with the place's name</source>
        <translation>Fält med platsens namn</translation>
    </message>
    <message>
        <source>Field with their &amp;population</source>
        <translation>Fält med deras &amp;befolkning</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Siffror</translation>
    </message>
    <message>
        <source>Figures (GeoPackage)</source>
        <translation>Siffror (GeoPackage)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Fil att importera</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Fill in the deadline.</source>
        <translation>Fyll i när den ska vara klar.</translation>
    </message>
    <message>
        <source>Fill in where the indicator shall be (target).</source>
        <translation>Fyll i var indikatorn ska vara (målvärde).</translation>
    </message>
    <message>
        <source>Fill in where the indicator stands today (baseline).</source>
        <translation>Fyll i var indikatorn står i dag (utgångsvärde).</translation>
    </message>
    <message>
        <source>Filled in when you report; the last answer is remembered</source>
        <translation>Fylls i när du rapporterar; Trygg minns det senaste svaret</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Finish the walk</source>
        <translation>Avsluta vandringen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Första</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Första dag</translation>
    </message>
    <message>
        <source>First day (empty: the last whole four-month period)</source>
        <translation>Första dag (tomt: det senaste hela tertialet)</translation>
    </message>
    <message>
        <source>First day (empty: the record's, or the last whole period)</source>
        <translation>Första dag (tomt: postens, eller den senaste hela perioden)</translation>
    </message>
    <message>
        <source>First day of collected reports</source>
        <translation>Första dagen med insamlade rapporter</translation>
    </message>
    <message>
        <source>First day of the later period</source>
        <translation>Första dagen i den senare perioden</translation>
    </message>
    <message>
        <source>First day of the measure</source>
        <translation>Åtgärdens första dag</translation>
    </message>
    <message>
        <source>First day of the period of interest</source>
        <translation>Första dagen i perioden som analyseras</translation>
    </message>
    <message>
        <source>First day of the period to forecast</source>
        <translation>Första dagen i perioden att förutse</translation>
    </message>
    <message>
        <source>First day of the period whose change is tested</source>
        <translation>Första dagen i perioden vars förändring prövas</translation>
    </message>
    <message>
        <source>First day of the situation picture</source>
        <translation type="vanished">Lägesbildens första dag</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Första värdena</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mapp</translation>
    </message>
    <message>
        <source>Folder for all files</source>
        <translation>Mapp för alla filer</translation>
    </message>
    <message>
        <source>Folder in which the old project lies (for its photos)</source>
        <translation>Mappen där det gamla projektet ligger (för dess foton)</translation>
    </message>
    <message>
        <source>Folder in which the project lies (for its photos)</source>
        <translation>Mapp som projektet ligger i (för dess foton)</translation>
    </message>
    <message>
        <source>Folder with the municipality's own copy of the standard</source>
        <translation>Mapp med kommunens egen kopia av standarden</translation>
    </message>
    <message>
        <source>Folder with your own layout templates</source>
        <translation>Mapp med egna layoutmallar</translation>
    </message>
    <message>
        <source>Follow up the document</source>
        <translation>Följ upp dokumentet</translation>
    </message>
    <message>
        <source>Follow up the measures when the period after it has passed.</source>
        <translation>Följ upp åtgärderna när perioden efter har gått.</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Uppföljning</translation>
    </message>
    <message>
        <source>For difference in differences: comparable areas, some of them at the place of the measure.</source>
        <translation>För skillnad i skillnader: jämförbara områden, några av dem på åtgärdens plats.</translation>
    </message>
    <message>
        <source>For new workspaces and reports</source>
        <translation>För nya arbetsytor och rapporter</translation>
    </message>
    <message>
        <source>For the areas that nobody has judged yet</source>
        <translation>För de områden som ingen har bedömt än</translation>
    </message>
    <message>
        <source>Forecast, observed events, areas and scores must be equally many.</source>
        <translation>Prognoser, inträffade händelser, ytor och rangvärden måste vara lika många.</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Skicka vidare</translation>
    </message>
    <message>
        <source>Forward to an organisation</source>
        <translation>Skicka vidare till en organisation</translation>
    </message>
    <message>
        <source>Forwarded to {name}</source>
        <translation>Skickad vidare till {name}</translation>
    </message>
    <message>
        <source>Forwardings: question and answer: {count}</source>
        <translation>Vidareförmedlingar: fråga och svar: {count}</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Skicka vidare…</translation>
    </message>
    <message>
        <source>Free text and photos are kept for {text} months, contacts for {contact}.</source>
        <translation>Gallringsfrist i månader: {text} för fritext och foton, {contact} för återkopplingsadresser.</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Fredag</translation>
    </message>
    <message>
        <source>From (days)</source>
        <translation>Från (dagar)</translation>
    </message>
    <message>
        <source>From (m)</source>
        <translation>Från (m)</translation>
    </message>
    <message>
        <source>From a GeoPackage to PostgreSQL for several actors, or back</source>
        <translation>Från en GeoPackage till PostgreSQL för flera aktörer, eller tillbaka</translation>
    </message>
    <message>
        <source>From here on they are counted per equal length of time and size of area.</source>
        <translation>Härifrån räknas de per lika lång tid och lika stort område.</translation>
    </message>
    <message>
        <source>From the selected areas of any layer</source>
        <translation>Av de valda ytorna i valfritt lager</translation>
    </message>
    <message>
        <source>From the selected incidents</source>
        <translation>Av de valda händelserna</translation>
    </message>
    <message>
        <source>From the selection</source>
        <translation>Från urvalet</translation>
    </message>
    <message>
        <source>From {places}.</source>
        <translation>Från {places}.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Helskärm</translation>
    </message>
    <message>
        <source>Funnel of rates (picture)</source>
        <translation>Trattdiagram över tal per invånare (bild)</translation>
    </message>
    <message>
        <source>Funnel, lower limit (99.8 %)</source>
        <translation>Tratten, undre gräns (99,8 %)</translation>
    </message>
    <message>
        <source>Funnel, upper limit (99.8 %)</source>
        <translation>Tratten, övre gräns (99,8 %)</translation>
    </message>
    <message>
        <source>Further formats beside it (such as docx, html)</source>
        <translation>Fler format bredvid (till exempel docx, html)</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Normal (Gauss)</translation>
    </message>
    <message>
        <source>Generalised Gini coefficient</source>
        <translation>Generaliserad Gini-koefficient</translation>
    </message>
    <message>
        <source>GeoPackage files</source>
        <translation>GeoPackage-filer</translation>
    </message>
    <message>
        <source>Getis-Ord Gi* of the incidents before</source>
        <translation>Getis-Ord Gi* för händelserna före</translation>
    </message>
    <message>
        <source>Gi* (z)</source>
        <translation>Gi* (z)</translation>
    </message>
    <message>
        <source>Gi* in the last step</source>
        <translation>Gi* i det sista steget</translation>
    </message>
    <message>
        <source>Gini coefficient</source>
        <translation>Gini-koefficient</translation>
    </message>
    <message>
        <source>Gini {gini:.3f} ({low:.3f} to {high:.3f}), generalised {general:.3f}; by chance {chance:.3f} (p {p:.3g}).</source>
        <translation>Gini {gini:.3f} ({low:.3f} till {high:.3f}), generaliserad {general:.3f}; av en slump {chance:.3f} (p {p:.3g}).</translation>
    </message>
    <message>
        <source>Give both days of the period whose change is tested, or none.</source>
        <translation>Ange båda dagarna för perioden vars förändring prövas, eller ingen.</translation>
    </message>
    <message>
        <source>Give the date of the feedback meeting first.</source>
        <translation>Ange först när återkopplingsmötet hålls.</translation>
    </message>
    <message>
        <source>Give the date of the pre-meeting first.</source>
        <translation>Ange först när förmötet hålls.</translation>
    </message>
    <message>
        <source>Give the date of the walk first.</source>
        <translation>Ange först när vandringen görs.</translation>
    </message>
    <message>
        <source>Give the login this role</source>
        <translation>Ge inloggningen rollen</translation>
    </message>
    <message>
        <source>Give the selected incident its place on the map</source>
        <translation>Ge den valda händelsen dess plats i kartan</translation>
    </message>
    <message>
        <source>Give the workspace its rights anew</source>
        <translation>Ge arbetsytan dess behörigheter på nytt</translation>
    </message>
    <message>
        <source>Give to an owner</source>
        <translation>Fördela till ansvarig</translation>
    </message>
    <message>
        <source>Global Moran's I</source>
        <translation>Globalt Morans I</translation>
    </message>
    <message>
        <source>Global Moran's I is not defined here for places and time steps.</source>
        <translation>Morans globala I är inte definierat här för platser och tidssteg.</translation>
    </message>
    <message>
        <source>Global Moran's I is {value:.3f} (expected {expected:.3f}, p {p:.3g}).</source>
        <translation>Globalt Morans I är {value:.3f} (förväntat {expected:.3f}, p {p:.3g}).</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>Go on with the draft</source>
        <translation>Fortsätt på utkastet</translation>
    </message>
    <message>
        <source>Go on with the meeting</source>
        <translation>Fortsätt mötet</translation>
    </message>
    <message>
        <source>Goal: {goal}</source>
        <translation>Mål: {goal}</translation>
    </message>
    <message>
        <source>Grant appendix</source>
        <translation>Bilaga till bidragsansökan</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Group (-1: none)</source>
        <translation>Grupp (−1: ingen)</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Groups of incidents (DBSCAN, ST-DBSCAN)</source>
        <translation>Grupper av händelser (DBSCAN, ST-DBSCAN)</translation>
    </message>
    <message>
        <source>HTML files</source>
        <translation>HTML-filer</translation>
    </message>
    <message>
        <source>Half a block is usual. Empty: derived from the data.</source>
        <translation>Ett halvt kvarter är vanligt. Tomt: härleds ur uppgifterna.</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbok</translation>
    </message>
    <message>
        <source>Harm</source>
        <translation>Skada</translation>
    </message>
    <message>
        <source>Harm weight field</source>
        <translation>Skadeviktsfält</translation>
    </message>
    <message>
        <source>Harm weight table</source>
        <translation>Skadeviktstabell</translation>
    </message>
    <message>
        <source>Harm weights must be numbers of 0 or more.</source>
        <translation>Skadevikter måste vara tal som är 0 eller större.</translation>
    </message>
    <message>
        <source>Harm {unit}</source>
        <translation>Skada {unit}</translation>
    </message>
    <message>
        <source>Has a photo</source>
        <translation>Har foto</translation>
    </message>
    <message>
        <source>Have the places moved? (spatial point pattern test)</source>
        <translation>Har platserna flyttat? (rumsligt punktmönstertest)</translation>
    </message>
    <message>
        <source>Help on this panel</source>
        <translation>Hjälp om den här panelen</translation>
    </message>
    <message>
        <source>Here chance alone may explain the difference.</source>
        <translation>Här kan slumpen ensam förklara skillnaden.</translation>
    </message>
    <message>
        <source>Here chance alone may explain the difference: the figures neither show that events moved here nor rule it out.</source>
        <translation>Här kan slumpen ensam förklara skillnaden: siffrorna varken visar eller utesluter att händelser flyttat hit.</translation>
    </message>
    <message>
        <source>Here the difference is larger than chance explains, but since none is shown at the place itself, the figures do not show that events moved here.</source>
        <translation>Här är skillnaden större än slumpen förklarar, men eftersom ingen är visad på själva platsen visar siffrorna inte att händelser flyttat hit.</translation>
    </message>
    <message>
        <source>Here the difference is larger than chance explains, but since none is shown at the place itself, the figures do not tie it to the measure.</source>
        <translation>Här är skillnaden större än slumpen förklarar, men eftersom ingen är visad på själva platsen kan siffrorna inte knyta den till åtgärden.</translation>
    </message>
    <message>
        <source>Here, too, chance alone may explain the difference.</source>
        <translation>Även här kan slumpen ensam förklara skillnaden.</translation>
    </message>
    <message>
        <source>Here, too, the difference is larger than chance explains, in the other direction: the figures do not tell whether events moved from here to the place.</source>
        <translation>Även här är skillnaden större än slumpen förklarar, men åt andra hållet: siffrorna säger inte om händelser flyttat härifrån till platsen.</translation>
    </message>
    <message>
        <source>Here, too, the difference is larger than chance explains: nothing suggests that the events moved here.</source>
        <translation>Även här är skillnaden större än slumpen förklarar: inget tyder på att händelserna flyttat hit.</translation>
    </message>
    <message>
        <source>Here, too, the difference is larger than chance explains: some of the events may have moved here.</source>
        <translation>Även här är skillnaden större än slumpen förklarar: en del av händelserna kan ha flyttat hit.</translation>
    </message>
    <message>
        <source>Here, too, the difference is larger than chance explains: the increase against the comparison is not at the place only.</source>
        <translation>Även här är skillnaden större än slumpen förklarar: ökningen mot jämförelsen finns inte bara på platsen.</translation>
    </message>
    <message>
        <source>Hexagons</source>
        <translation>Sexhörningar</translation>
    </message>
    <message>
        <source>High among high</source>
        <translation>Hög bland höga</translation>
    </message>
    <message>
        <source>High among low</source>
        <translation>Hög bland låga</translation>
    </message>
    <message>
        <source>Highest density</source>
        <translation>Högsta täthet</translation>
    </message>
    <message>
        <source>Highest density (per km of street)</source>
        <translation>Högsta täthet (per km gata)</translation>
    </message>
    <message>
        <source>Highest p of a cluster</source>
        <translation>Högsta p för ett kluster</translation>
    </message>
    <message>
        <source>Highest ratio</source>
        <translation>Högsta kvot</translation>
    </message>
    <message>
        <source>Highest risk score</source>
        <translation>Högsta riskpoäng</translation>
    </message>
    <message>
        <source>Historical cold spot</source>
        <translation>Historisk kall plats</translation>
    </message>
    <message>
        <source>Historical hot spot</source>
        <translation>Historisk het plats</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>History is too short for this method, so nothing is judged. EARS needs only the periods just before.</source>
        <translation>Historiken är för kort för metoden, så inget bedöms. EARS behöver bara perioderna strax före.</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>Träffandel</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Het</translation>
    </message>
    <message>
        <source>Hot and cold spots</source>
        <translation>Heta och kalla platser</translation>
    </message>
    <message>
        <source>Hot and cold spots (Getis-Ord Gi*)</source>
        <translation>Heta och kalla platser (Getis-Ord Gi*)</translation>
    </message>
    <message>
        <source>Hot area (km²)</source>
        <translation>Het yta (km²)</translation>
    </message>
    <message>
        <source>Hot at 95 % after correction for many tests (FDR): more than the map's own variation explains (Gi*) and more than incidents falling evenly explain (exact). Cells of {size} m, neighbours within {band} m: keep both when you compare periods.</source>
        <translation>Het på 95 % efter korrigering för många test (FDR): mer än kartans egen variation förklarar (Gi*) och mer än en jämn spridning av händelserna förklarar (exakt). Rutor på {size} m, grannar inom {band} m: behåll båda när du jämför perioder.</translation>
    </message>
    <message>
        <source>Hot spot, 90 % confidence</source>
        <translation>Het plats, 90 %</translation>
    </message>
    <message>
        <source>Hot spot, 95 % confidence</source>
        <translation>Het plats, 95 %</translation>
    </message>
    <message>
        <source>Hot spot, 99 % confidence</source>
        <translation>Het plats, 99 %</translation>
    </message>
    <message>
        <source>Hot spots (Gi*, 95 %)</source>
        <translation>Heta platser (Gi*, 95 %)</translation>
    </message>
    <message>
        <source>Hot spots are judged by permutation or by an even spread, not both.</source>
        <translation>Heta platser bedöms med permutation eller mot en jämn spridning, inte med båda.</translation>
    </message>
    <message>
        <source>Hot spots need at least 3 cells to compare, but there are {count}. Choose smaller cells.</source>
        <translation>Heta platser behöver minst 3 rutor att jämföra, men det finns {count}. Välj mindre rutor.</translation>
    </message>
    <message>
        <source>Hot spots…</source>
        <translation>Heta platser…</translation>
    </message>
    <message>
        <source>Hot steps</source>
        <translation>Heta steg</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Timme</translation>
    </message>
    <message>
        <source>How an empty bandwidth is derived</source>
        <translation>Hur en tom bandbredd härleds</translation>
    </message>
    <message>
        <source>How many of the latest periods are judged</source>
        <translation>Antal av de senaste perioderna som bedöms</translation>
    </message>
    <message>
        <source>I have read the texts</source>
        <translation>Jag har läst texterna</translation>
    </message>
    <message>
        <source>If incidents were collected from an earlier day on, give it as “First day”.</source>
        <translation>Om händelser samlades in redan från en tidigare dag, ange den som ”Första dag”.</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Import och export</translation>
    </message>
    <message>
        <source>Import incidents</source>
        <translation>Importera händelser</translation>
    </message>
    <message>
        <source>Import incidents from CSV, Excel, ODS or any layer</source>
        <translation>Importera händelser från CSV, Excel, ODS eller valfritt lager</translation>
    </message>
    <message>
        <source>Import incidents…</source>
        <translation>Importera händelser…</translation>
    </message>
    <message>
        <source>Import profile</source>
        <translation>Importprofil</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>Importprofiler</translation>
    </message>
    <message>
        <source>Importing… Cancelling leaves nothing behind.</source>
        <translation>Importerar… Om du avbryter lämnas inget efter.</translation>
    </message>
    <message>
        <source>In PostgreSQL: several organisations work at once</source>
        <translation type="vanished">I PostgreSQL: flera organisationer arbetar samtidigt</translation>
    </message>
    <message>
        <source>In a file (GeoPackage): one person at a time edits</source>
        <translation type="vanished">I en fil (GeoPackage): en person i taget redigerar</translation>
    </message>
    <message>
        <source>In a file beside the workspace</source>
        <translation>I en fil bredvid arbetsytan</translation>
    </message>
    <message>
        <source>In harm the difference is {estimate} ({low} to {high}, 95 %). A few grave incidents may decide it.</source>
        <translation>I skada är skillnaden {estimate} ({low} till {high}, 95 %). Några få grova händelser kan avgöra den.</translation>
    </message>
    <message>
        <source>In own words…</source>
        <translation>Med egna ord…</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>I filen</translation>
    </message>
    <message>
        <source>In the last step</source>
        <translation>I det sista steget</translation>
    </message>
    <message>
        <source>In the map's view</source>
        <translation>I kartans vy</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>I ord</translation>
    </message>
    <message>
        <source>In {days} days ({day})</source>
        <translation>Om {days} dagar ({day})</translation>
    </message>
    <message>
        <source>Inc.</source>
        <translation>Händ.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Händelse</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>Incidents after</source>
        <translation>Händelser efter</translation>
    </message>
    <message>
        <source>Incidents at the place (last row: or more)</source>
        <translation>Händelser på platsen (sista raden: eller fler)</translation>
    </message>
    <message>
        <source>Incidents before</source>
        <translation>Händelser före</translation>
    </message>
    <message>
        <source>Incidents fewer than expected</source>
        <translation>Färre händelser än väntat</translation>
    </message>
    <message>
        <source>Incidents in clusters</source>
        <translation>Händelser i kluster</translation>
    </message>
    <message>
        <source>Incidents in groups</source>
        <translation>Händelser i grupper</translation>
    </message>
    <message>
        <source>Incidents in the areas</source>
        <translation>Händelser i områdena</translation>
    </message>
    <message>
        <source>Incidents in the period</source>
        <translation>Händelser i perioden</translation>
    </message>
    <message>
        <source>Incidents in the period: {count}, in the one compared with: {earlier}.</source>
        <translation>Händelser i perioden: {count}, i den som jämförelsen gäller: {earlier}.</translation>
    </message>
    <message>
        <source>Incidents in the period: {count}. Other problems with fewer: {fewer} of {others}.</source>
        <translation>Händelser i perioden: {count}. Andra problem med färre: {fewer} av {others}.</translation>
    </message>
    <message>
        <source>Incidents in the period{until}: {count}, {linked} in all.</source>
        <translation type="vanished">Händelser i perioden{until}: {count}, totalt {linked}.</translation>
    </message>
    <message>
        <source>Incidents in the period{until}: {count}. Linked to the problem in all: {linked}.</source>
        <translation>Händelser i perioden{until}: {count}. Kopplade till problemet totalt: {linked}.</translation>
    </message>
    <message>
        <source>Incidents in the previous period</source>
        <translation>Händelser i föregående period</translation>
    </message>
    <message>
        <source>Incidents in the same period last year</source>
        <translation>Händelser i samma period i fjol</translation>
    </message>
    <message>
        <source>Incidents known only as an interval are spread evenly over it: fair on the whole, not for a single incident.</source>
        <translation>Händelser som bara är kända som ett intervall sprids jämnt över det: rättvist i helheten, inte för en enskild händelse.</translation>
    </message>
    <message>
        <source>Incidents of several municipalities</source>
        <translation>Händelser i flera kommuner</translation>
    </message>
    <message>
        <source>Incidents of “{layer}”, {first} to {last}</source>
        <translation>Händelser i ”{layer}”, {first} till {last}</translation>
    </message>
    <message>
        <source>Incidents of “{layer}”; before: {before}; after: {after}</source>
        <translation>Händelser i ”{layer}”; före: {before}; efter: {after}</translation>
    </message>
    <message>
        <source>Incidents on streets</source>
        <translation>Händelser på gator</translation>
    </message>
    <message>
        <source>Incidents per 1,000</source>
        <translation>Händelser per 1 000</translation>
    </message>
    <message>
        <source>Incidents per day</source>
        <translation>Händelser per dag</translation>
    </message>
    <message>
        <source>Incidents per km</source>
        <translation>Händelser per km</translation>
    </message>
    <message>
        <source>Incidents per km²</source>
        <translation>Händelser per km²</translation>
    </message>
    <message>
        <source>Incidents per month at the place over the last year</source>
        <translation>Händelser per månad på platsen under det senaste året</translation>
    </message>
    <message>
        <source>Incidents per point or inhabitant</source>
        <translation>Händelser per punkt eller invånare</translation>
    </message>
    <message>
        <source>Incidents that wait for review</source>
        <translation>Händelser som väntar på granskning</translation>
    </message>
    <message>
        <source>Incidents that will be linked: {count} ({kinds}).</source>
        <translation>Händelser som kopplas: {count} ({kinds}).</translation>
    </message>
    <message>
        <source>Incidents to give feedback on</source>
        <translation>Händelser att återkoppla</translation>
    </message>
    <message>
        <source>Incidents with their group</source>
        <translation>Händelser med sin grupp</translation>
    </message>
    <message>
        <source>Incidents with their role and chain</source>
        <translation>Händelser med roll och kedja</translation>
    </message>
    <message>
        <source>Incidents without a place</source>
        <translation>Händelser utan plats</translation>
    </message>
    <message>
        <source>Incidents {unit}</source>
        <translation>Händelser {unit}</translation>
    </message>
    <message>
        <source>Incidents, lower limit (95 %)</source>
        <translation>Händelser, undre gräns (95 %)</translation>
    </message>
    <message>
        <source>Incidents, upper limit (95 %)</source>
        <translation>Händelser, övre gräns (95 %)</translation>
    </message>
    <message>
        <source>Incidents, {which}</source>
        <translation>Händelser, {which}</translation>
    </message>
    <message>
        <source>Incidents: free text, photo, pseudonym and exact place: {count}</source>
        <translation>Händelser: fritext, foto, pseudonym och exakt plats: {count}</translation>
    </message>
    <message>
        <source>Incidents: {count}, in the previous period: {previous}. Fewer than chance explains.</source>
        <translation>Händelser: {count}, föregående period: {previous}. Färre än slumpen förklarar.</translation>
    </message>
    <message>
        <source>Incidents: {count}, in the previous period: {previous}. More than chance explains.</source>
        <translation>Händelser: {count}, föregående period: {previous}. Fler än slumpen förklarar.</translation>
    </message>
    <message>
        <source>Incidents: {count}, in the previous period: {previous}. The difference can be chance.</source>
        <translation>Händelser: {count}, föregående period: {previous}. Skillnaden kan vara slump.</translation>
    </message>
    <message>
        <source>Incidents: {count}, in the same period last year: {last_year}. Fewer than chance explains.</source>
        <translation>Händelser: {count}, samma period i fjol: {last_year}. Färre än slumpen förklarar.</translation>
    </message>
    <message>
        <source>Incidents: {count}, in the same period last year: {last_year}. More than chance explains.</source>
        <translation>Händelser: {count}, samma period i fjol: {last_year}. Fler än slumpen förklarar.</translation>
    </message>
    <message>
        <source>Incidents: {count}, in the same period last year: {last_year}. The difference can be chance.</source>
        <translation>Händelser: {count}, samma period i fjol: {last_year}. Skillnaden kan vara slump.</translation>
    </message>
    <message>
        <source>Incidents: {count}. The comparisons with the previous period ({previous}) and with last year ({last_year}) point in different directions.</source>
        <translation>Händelser: {count}. Jämförelserna med föregående period ({previous}) och med i fjol ({last_year}) pekar åt olika håll.</translation>
    </message>
    <message>
        <source>Incidents: {count}. There is no earlier period to compare with.</source>
        <translation>Händelser: {count}. Det finns ingen tidigare period att jämföra med.</translation>
    </message>
    <message>
        <source>Incidents: {count}; days since the oldest was reported: {days}.</source>
        <translation>Händelser: {count}; dagar sedan den äldsta rapporterades: {days}.</translation>
    </message>
    <message>
        <source>Incoming incidents</source>
        <translation>Inkommande händelser</translation>
    </message>
    <message>
        <source>Indicator, baseline and target are there.</source>
        <translation>Indikator, utgångsvärde och målvärde finns.</translation>
    </message>
    <message>
        <source>Inside the workspace</source>
        <translation>Inne i arbetsytan</translation>
    </message>
    <message>
        <source>Instead of a file: connection to PostgreSQL</source>
        <translation>I stället för en fil: anslutning till PostgreSQL</translation>
    </message>
    <message>
        <source>Intensifying cold spot</source>
        <translation>Tilltagande kall plats</translation>
    </message>
    <message>
        <source>Intensifying hot spot</source>
        <translation>Tilltagande het plats</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation type="vanished">Intern</translation>
    </message>
    <message>
        <source>Interrupted time series</source>
        <translation>Avbruten tidsserie</translation>
    </message>
    <message>
        <source>Interrupted time series (fewer)</source>
        <translation>Avbruten tidsserie (färre)</translation>
    </message>
    <message>
        <source>Is a measure</source>
        <translation>Är en åtgärd</translation>
    </message>
    <message>
        <source>Is the goal SMART?</source>
        <translation>Är målet SMART?</translation>
    </message>
    <message>
        <source>Is the same everywhere (fixed)</source>
        <translation>Är densamma överallt (fast)</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Enstaka</translation>
    </message>
    <message>
        <source>It could not be decided which counts are safe to publish: {reason}</source>
        <translation>Det gick inte att avgöra vilka antal som kan publiceras: {reason}</translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation>Den pågår</translation>
    </message>
    <message>
        <source>It has been going on for {months} months.</source>
        <translation type="vanished">Det har pågått i {months} månader.</translation>
    </message>
    <message>
        <source>It has not been reviewed and approved.</source>
        <translation>Den är inte granskad och godkänd.</translation>
    </message>
    <message>
        <source>It is called off</source>
        <translation>Den ställs in</translation>
    </message>
    <message>
        <source>It is carried out</source>
        <translation>Den är genomförd</translation>
    </message>
    <message>
        <source>It is not marked as publishable.</source>
        <translation>Den är inte markerad som publicerbar.</translation>
    </message>
    <message>
        <source>It is removed, from history too. The record of it has the number {run}.</source>
        <translation>Det är borttaget, även ur historiken. Gallringen har nummer {run} i förteckningen.</translation>
    </message>
    <message>
        <source>It says now: “{text}”. Take over what shall stay.</source>
        <translation>Nu står det: ”{text}”. För över det som ska vara kvar.</translation>
    </message>
    <message>
        <source>It was added to your open edits of “{layer}”; save them to store it.</source>
        <translation>Den lades till bland dina osparade ändringar i ”{layer}”; spara dem för att lagra den.</translation>
    </message>
    <message>
        <source>It was decided at a meeting.</source>
        <translation>Det är beslutat vid ett möte.</translation>
    </message>
    <message>
        <source>Its category is never published.</source>
        <translation>Kategorin publiceras aldrig.</translation>
    </message>
    <message>
        <source>Its schema</source>
        <translation>Dess schema</translation>
    </message>
    <message>
        <source>Its secrecy has to be assessed first.</source>
        <translation>Sekretessen måste prövas först.</translation>
    </message>
    <message>
        <source>Its share</source>
        <translation>Dess andel</translation>
    </message>
    <message>
        <source>Join lines that cross without a shared vertex</source>
        <translation>Foga samman linjer som korsas utan gemensam brytpunkt</translation>
    </message>
    <message>
        <source>Joint relative effect size (above 1 is good)</source>
        <translation>Sammanvägd relativ effektstorlek (över 1 är bra)</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Bedömt</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behåll</translation>
    </message>
    <message>
        <source>Keep it as an adopted edition that never changes</source>
        <translation>Spara som fastställd utgåva som aldrig ändras</translation>
    </message>
    <message>
        <source>Keep the other (X)</source>
        <translation type="vanished">Behåll den andra (X)</translation>
    </message>
    <message>
        <source>Keep the other report (X)</source>
        <translation>Behåll den andra rapporten (X)</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Behåll deras</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kärna</translation>
    </message>
    <message>
        <source>Kernel density (hot spot surface)</source>
        <translation>Kärntäthet (yta med heta platser)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tangenter</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Kind of day</source>
        <translation>Slags dag</translation>
    </message>
    <message>
        <source>Kind of meeting</source>
        <translation>Typ av möte</translation>
    </message>
    <message>
        <source>Knox ratio</source>
        <translation>Knoxkvot</translation>
    </message>
    <message>
        <source>Knox table</source>
        <translation>Knoxtabell</translation>
    </message>
    <message>
        <source>Knox table (picture)</source>
        <translation>Knoxtabell (bild)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Language of layers, forms and documents</source>
        <translation>Språk i lager, formulär och dokument</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>Dokumentets språk</translation>
    </message>
    <message>
        <source>Large groups of cells can only be split by scores.</source>
        <translation>Stora grupper av rutor kan delas upp bara med hjälp av rangvärden.</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Större text</translation>
    </message>
    <message>
        <source>Larger share</source>
        <translation>Större andel</translation>
    </message>
    <message>
        <source>Largest radius (m)</source>
        <translation>Största radie (m)</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Sista</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sista dag</translation>
    </message>
    <message>
        <source>Last day of the demo (empty: today)</source>
        <translation>Demoarbetsytans sista dag (tomt: i dag)</translation>
    </message>
    <message>
        <source>Last day of the period of interest</source>
        <translation>Sista dagen i perioden som analyseras</translation>
    </message>
    <message>
        <source>Last day of the period whose change is tested</source>
        <translation>Sista dagen i perioden vars förändring prövas</translation>
    </message>
    <message>
        <source>Last day of the situation picture</source>
        <translation type="vanished">Lägesbildens sista dag</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>I fjol</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senare</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Senast</translation>
    </message>
    <message>
        <source>Latest period with a report</source>
        <translation>Senaste period med en rapport</translation>
    </message>
    <message>
        <source>Latest report in the step of time that ended on {date}; steps without a report since: {count}.</source>
        <translation>Senaste rapporten kom i den tid som slutade {date}; steg utan rapport sedan dess: {count}.</translation>
    </message>
    <message>
        <source>Latitude and longitude, such as 59.3293, 18.0686, or metres of {crs}, such as 6580822, 674032. Enter brings the cross there.</source>
        <translation>Latitud och longitud, till exempel 59.3293, 18.0686, eller meter i {crs}, till exempel 6580822, 674032. Enter för krysset dit.</translation>
    </message>
    <message>
        <source>Layers (GeoPackage), rasters, charts (SVG), the summary (HTML) and the settings are written here, so that the run can be handed on and repeated.</source>
        <translation>Lager (GeoPackage), raster, diagram (SVG), sammanfattningen (HTML) och inställningarna skrivs hit, så att körningen kan lämnas vidare och upprepas.</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Lämna helskärm</translation>
    </message>
    <message>
        <source>Leave it deleted</source>
        <translation>Låt den vara borttagen</translation>
    </message>
    <message>
        <source>Leave out places with fewer of them within reach</source>
        <translation>Utelämna platser med färre av dem inom räckhåll</translation>
    </message>
    <message>
        <source>Leaves out drafts, submitted and rejected reports of a Trygg workspace. Other layers have no review and are taken whole.</source>
        <translation>Utelämnar utkast, inskickade och avvisade rapporter i en Trygg-arbetsyta. Andra lager har ingen granskning och tas med i sin helhet.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Längd</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>Längd (m)</translation>
    </message>
    <message>
        <source>Length of a piece (m)</source>
        <translation>En gatudels längd (m)</translation>
    </message>
    <message>
        <source>Let the trend change too</source>
        <translation>Låt även trenden ändras</translation>
    </message>
    <message>
        <source>Level change (ratio)</source>
        <translation>Nivåändring (kvot)</translation>
    </message>
    <message>
        <source>Light:</source>
        <translation type="vanished">Trafikljus:</translation>
    </message>
    <message>
        <source>Lights</source>
        <translation>Trafikljus</translation>
    </message>
    <message>
        <source>Likelihood cross-validation</source>
        <translation>Korsvalidering av likelihood</translation>
    </message>
    <message>
        <source>Likelihood cross-validation: {n} events, each predicted best by the others.</source>
        <translation>Korsvalidering av likelihood: {n} händelser, där var och en förutses bäst av de andra.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Gräns</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linje</translation>
    </message>
    <message>
        <source>Link evidence to the problem</source>
        <translation>Koppla underlag till problemet</translation>
    </message>
    <message>
        <source>Link new at the place ({count})</source>
        <translation>Koppla nya på platsen ({count})</translation>
    </message>
    <message>
        <source>Link only incidents of these phenomena</source>
        <translation>Koppla bara händelser av dessa fenomen</translation>
    </message>
    <message>
        <source>Link the selected ({count})</source>
        <translation>Koppla de valda ({count})</translation>
    </message>
    <message>
        <source>Link to problem…</source>
        <translation>Koppla till problem…</translation>
    </message>
    <message>
        <source>Linked incidents</source>
        <translation>Kopplade händelser</translation>
    </message>
    <message>
        <source>Linked to {problem}</source>
        <translation>Kopplad till {problem}</translation>
    </message>
    <message>
        <source>List logins and rights</source>
        <translation>Lista inloggningar och behörighet</translation>
    </message>
    <message>
        <source>Listing what waits for feedback</source>
        <translation>Listar det som väntar på återkoppling</translation>
    </message>
    <message>
        <source>Lo&amp;go</source>
        <translation>&amp;Logotyp</translation>
    </message>
    <message>
        <source>Load profile</source>
        <translation>Läs in profil</translation>
    </message>
    <message>
        <source>Local Moran's I</source>
        <translation>Lokalt Morans I</translation>
    </message>
    <message>
        <source>Locate incident</source>
        <translation>Ange plats för händelse</translation>
    </message>
    <message>
        <source>Location quotient (1: as the whole)</source>
        <translation>Lokaliseringskvot (1: som helheten)</translation>
    </message>
    <message>
        <source>Log-likelihood ratio</source>
        <translation>Log-likelihood-kvot</translation>
    </message>
    <message>
        <source>Logarithm of the effect size</source>
        <translation>Effektstorlekens logaritm</translation>
    </message>
    <message>
        <source>Logarithm of the relative risk</source>
        <translation>Den relativa riskens logaritm</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Inloggning</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Inloggningar</translation>
    </message>
    <message>
        <source>Logins and rights</source>
        <translation>Inloggningar och behörighet</translation>
    </message>
    <message>
        <source>Logins and rights…</source>
        <translation>Inloggningar och behörighet…</translation>
    </message>
    <message>
        <source>Logins of the analysts, separated by commas</source>
        <translation>Analytikernas inloggningar, med kommatecken emellan</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotyp</translation>
    </message>
    <message>
        <source>Logo (SVG or picture)</source>
        <translation>Logotyp (SVG eller bild)</translation>
    </message>
    <message>
        <source>Longest duration (days)</source>
        <translation>Längsta varaktighet (dagar)</translation>
    </message>
    <message>
        <source>Longest earlier gap</source>
        <translation>Längsta tidigare uppehåll</translation>
    </message>
    <message>
        <source>Look at the photo and confirm that no faces or number plates are visible.</source>
        <translation>Titta på fotot och bekräfta att inga ansikten eller registreringsskyltar syns.</translation>
    </message>
    <message>
        <source>Look for displacement within</source>
        <translation>Sök omfördelning inom</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>Söker dubbletter</translation>
    </message>
    <message>
        <source>Looking for personal data</source>
        <translation>Söker personuppgifter</translation>
    </message>
    <message>
        <source>Looking through the texts…</source>
        <translation>Går igenom texterna…</translation>
    </message>
    <message>
        <source>Lorenz curve (picture)</source>
        <translation>Lorenzkurva (bild)</translation>
    </message>
    <message>
        <source>Low among high</source>
        <translation>Låg bland höga</translation>
    </message>
    <message>
        <source>Low among low</source>
        <translation>Låg bland låga</translation>
    </message>
    <message>
        <source>Lower limit (95 %)</source>
        <translation>Undre gräns (95 %)</translation>
    </message>
    <message>
        <source>Lower limit in harm (95 %)</source>
        <translation>Undre gräns i skada (95 %)</translation>
    </message>
    <message>
        <source>Lowest p</source>
        <translation>Lägsta p</translation>
    </message>
    <message>
        <source>Made by {title} ({algorithm}) at {made}. Parameters: {given}.</source>
        <translation>Skapad av {title} ({algorithm}) {made}. Parametrar: {given}.</translation>
    </message>
    <message>
        <source>Make a backup of {place} first, and say that it is made. This command makes one: {command}</source>
        <translation>Gör först en säkerhetskopia av {place} och ange att den är gjord. Det här kommandot gör en: {command}</translation>
    </message>
    <message>
        <source>Make a measure</source>
        <translation>Gör en åtgärd</translation>
    </message>
    <message>
        <source>Make a measure…</source>
        <translation>Gör en åtgärd…</translation>
    </message>
    <message>
        <source>Make a public edition</source>
        <translation>Gör en publik utgåva</translation>
    </message>
    <message>
        <source>Make it &amp;anew: what you have tried in it is lost</source>
        <translation>Skapa den på &amp;nytt: det du har provat i den går förlorat</translation>
    </message>
    <message>
        <source>Make the document…</source>
        <translation>Gör dokumentet…</translation>
    </message>
    <message>
        <source>Make the protocol…</source>
        <translation>Gör protokollet…</translation>
    </message>
    <message>
        <source>Making the snapshot…</source>
        <translation>Gör ögonblicksbilden…</translation>
    </message>
    <message>
        <source>Manhattan distance (along a street grid)</source>
        <translation>Manhattanavstånd (längs ett rutmönster av gator)</translation>
    </message>
    <message>
        <source>Map of the period: {places} ranked places (outlined, numbered), hot and cold cells (coloured) and the incidents (dots).</source>
        <translation>Periodens karta: {places} rangordnade platser (konturer, numrerade), heta och kalla rutor (färgade) och händelserna (prickar).</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Kartor</translation>
    </message>
    <message>
        <source>Mark as &amp;fed back</source>
        <translation>Markera som åter&amp;kopplad</translation>
    </message>
    <message>
        <source>Mark as &amp;read</source>
        <translation>Markera som &amp;läst</translation>
    </message>
    <message>
        <source>Mark as carried out</source>
        <translation>Markera som verkställt</translation>
    </message>
    <message>
        <source>Mark as followed up</source>
        <translation>Markera som uppföljd</translation>
    </message>
    <message>
        <source>Mark as shared</source>
        <translation>Markera som delad</translation>
    </message>
    <message>
        <source>May be published</source>
        <translation>Får publiceras</translation>
    </message>
    <message>
        <source>May differ between places (random, DerSimonian-Laird)</source>
        <translation>Får skilja sig mellan platser (slumpmässig, DerSimonian-Laird)</translation>
    </message>
    <message>
        <source>May not be published</source>
        <translation>Får inte publiceras</translation>
    </message>
    <message>
        <source>Mean distance from an event to its neighbour number {k}.</source>
        <translation>Medelavstånd från en händelse till dess granne nummer {k}.</translation>
    </message>
    <message>
        <source>Mean distance to the 15th nearest incident</source>
        <translation>Medelavstånd till den 15:e närmaste händelsen</translation>
    </message>
    <message>
        <source>Mean of the simulations</source>
        <translation>Simuleringarnas medelvärde</translation>
    </message>
    <message>
        <source>Mean severity {severity:.1f} of 4.</source>
        <translation>Allvar i genomsnitt {severity:.1f} av 4.</translation>
    </message>
    <message>
        <source>Measurable: how will you see that it has been reached?</source>
        <translation>Mätbart: hur ser ni att det är uppnått?</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Åtgärd</translation>
    </message>
    <message>
        <source>Measure (empty: the latest one)</source>
        <translation>Åtgärd (tomt: den senaste)</translation>
    </message>
    <message>
        <source>Measure: {title}</source>
        <translation>Åtgärd: {title}</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Åtgärder</translation>
    </message>
    <message>
        <source>Measures by deadline</source>
        <translation>Åtgärder efter slutdatum</translation>
    </message>
    <message>
        <source>Measures by state</source>
        <translation>Åtgärder efter status</translation>
    </message>
    <message>
        <source>Measures past their deadline and not yet done: {count}.</source>
        <translation>Åtgärder som har passerat sin tidsfrist och inte är klara: {count}.</translation>
    </message>
    <message>
        <source>Measures to follow up</source>
        <translation>Åtgärder att följa upp</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Möte</translation>
    </message>
    <message>
        <source>Meeting (empty: the latest one)</source>
        <translation>Möte (tomt: det senaste)</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Möten</translation>
    </message>
    <message>
        <source>Meetings of the council</source>
        <translation>Rådets möten</translation>
    </message>
    <message>
        <source>Merge (Enter)</source>
        <translation>Slå samman (Enter)</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Sammanslagen</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Uppfyllt</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metod</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mina</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Minutes of a meeting</source>
        <translation>Protokoll från möte</translation>
    </message>
    <message>
        <source>Minutes…</source>
        <translation>Protokoll…</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Saknas</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Monday to Thursday</source>
        <translation>Måndag till torsdag</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Månad</translation>
    </message>
    <message>
        <source>Month first (12/31/2024)</source>
        <translation>Månad först (12/31/2024)</translation>
    </message>
    <message>
        <source>Month, or week where months are few</source>
        <translation>Månad, eller vecka när månaderna är få</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Månader</translation>
    </message>
    <message>
        <source>Months or weeks above the band</source>
        <translation>Månader eller veckor över bandet</translation>
    </message>
    <message>
        <source>Months or weeks below the band</source>
        <translation>Månader eller veckor under bandet</translation>
    </message>
    <message>
        <source>Months since the first incident: {months}.</source>
        <translation>Månader sedan den första händelsen: {months}.</translation>
    </message>
    <message>
        <source>Months that contacts are kept (empty: as set before)</source>
        <translation>Antal månader som återkopplingsadresser bevaras (tomt: som tidigare)</translation>
    </message>
    <message>
        <source>Months that free text and photos are kept (empty: as set before)</source>
        <translation>Antal månader som fritext och foton bevaras (tomt: som tidigare)</translation>
    </message>
    <message>
        <source>Months, weeks and kinds of day</source>
        <translation>Månader, veckor och slags dagar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>Fler åtgärder</translation>
    </message>
    <message>
        <source>More incidents than in the previous period are shown on {more} km², fewer on {fewer} km².</source>
        <translation>Fler händelser än i föregående period är visade på {more} km², färre på {fewer} km².</translation>
    </message>
    <message>
        <source>More incidents than were to be expected, by more than chance explains.</source>
        <translation>Fler händelser än väntat, mer än slumpen förklarar.</translation>
    </message>
    <message>
        <source>More is shown on {more:.2f} km², fewer on {fewer:.2f} km².</source>
        <translation>Fler visas på {more:.2f} km², färre på {fewer:.2f} km².</translation>
    </message>
    <message>
        <source>More than about {most} make talking difficult: walk in two groups.</source>
        <translation>Fler än omkring {most} gör det svårt att samtala: gå i två grupper.</translation>
    </message>
    <message>
        <source>More than chance explains against one of the earlier periods, fewer against the other.</source>
        <translation>Fler än slumpen brukar ge mot den ena tidigare perioden, färre mot den andra.</translation>
    </message>
    <message>
        <source>More than expected</source>
        <translation>Fler än väntat</translation>
    </message>
    <message>
        <source>More than in the previous period ({before}), by more than chance explains.</source>
        <translation>Fler än föregående period ({before}), mer än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>More than in the previous period and than last year, by more than chance explains.</source>
        <translation>Fler än föregående period och än i fjol, mer än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>More than in the previous period, by more than chance explains.</source>
        <translation>Fler än föregående period, mer än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>More than in the same period last year ({before}), by more than chance explains.</source>
        <translation>Fler än samma period i fjol ({before}), mer än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>More than in the same period last year, by more than chance explains.</source>
        <translation>Fler än samma period i fjol, mer än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>Most cells of a place</source>
        <translation>Högsta antal rutor i en plats</translation>
    </message>
    <message>
        <source>Most common category</source>
        <translation>Vanligaste kategori</translation>
    </message>
    <message>
        <source>Most places</source>
        <translation>Högsta antal platser</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Flytta ned (Alt+Nedpil)</translation>
    </message>
    <message>
        <source>Move on the map</source>
        <translation>Flytta på kartan</translation>
    </message>
    <message>
        <source>Move the workspace…</source>
        <translation>Flytta arbetsytan…</translation>
    </message>
    <message>
        <source>Move to PostgreSQL…</source>
        <translation>Flytta till PostgreSQL…</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Flytta upp (Alt+Uppil)</translation>
    </message>
    <message>
        <source>Move workspace</source>
        <translation>Flytta arbetsyta</translation>
    </message>
    <message>
        <source>Moved to the places around? (WDQ)</source>
        <translation>Flyttade till platserna runt omkring? (WDQ)</translation>
    </message>
    <message>
        <source>Moved to the places around? {answer}</source>
        <translation type="vanished">Flyttade till platserna runt om? {answer}</translation>
    </message>
    <message>
        <source>Moves there</source>
        <translation>Flyttar dit</translation>
    </message>
    <message>
        <source>Moves there and zooms in</source>
        <translation>Flyttar dit och zoomar in</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommun</translation>
    </message>
    <message>
        <source>Municipality on the pages (empty: the workspace's)</source>
        <translation>Kommun på sidorna (tomt: arbetsytans)</translation>
    </message>
    <message>
        <source>Must be in metres. Empty: the layer's own, or a suitable one when the layer is in degrees, feet or Web Mercator.</source>
        <translation>Måste vara i meter. Tomt: lagrets eget, eller ett lämpligt när lagret är i grader, fot eller Web Mercator.</translation>
    </message>
    <message>
        <source>Name (empty: that of the municipality)</source>
        <translation>Namn (tomt: kommunens)</translation>
    </message>
    <message>
        <source>Name of the area</source>
        <translation>Områdets namn</translation>
    </message>
    <message>
        <source>Name of the new &amp;schema</source>
        <translation>Det nya s&amp;chemats namn</translation>
    </message>
    <message>
        <source>Name of the new schema</source>
        <translation>Det nya schemats namn</translation>
    </message>
    <message>
        <source>Name of the place</source>
        <translation>Platsens namn</translation>
    </message>
    <message>
        <source>Name of the source (empty: the profile's or the file's)</source>
        <translation>Källans namn (tomt: profilens eller filens)</translation>
    </message>
    <message>
        <source>Name of the street</source>
        <translation>Gatans namn</translation>
    </message>
    <message>
        <source>Name the coordinating function</source>
        <translation>Ange samordningsfunktionen</translation>
    </message>
    <message>
        <source>Name the login.</source>
        <translation>Ange inloggningen.</translation>
    </message>
    <message>
        <source>Name the schema in which the workspace is to be kept.</source>
        <translation>Namnge schemat där arbetsytan ska finnas.</translation>
    </message>
    <message>
        <source>Name the schema of the database, too.</source>
        <translation>Namnge även schemat i databasen.</translation>
    </message>
    <message>
        <source>Name the schema of the union.</source>
        <translation>Ange den gemensamma vyns schema.</translation>
    </message>
    <message>
        <source>Name the schema that the workspace is to have.</source>
        <translation>Namnge schemat som arbetsytan ska få.</translation>
    </message>
    <message>
        <source>Name the source of the file; it tells its rows from others'.</source>
        <translation>Namnge filens källa; den skiljer dess rader från andras.</translation>
    </message>
    <message>
        <source>Name the workspaces that the union is to hold.</source>
        <translation>Ange de arbetsytor som den gemensamma vyn ska innehålla.</translation>
    </message>
    <message>
        <source>Near repeat</source>
        <translation>Närupprepning</translation>
    </message>
    <message>
        <source>Near repeats need at least 2 events with a place and a date, but there are {n}.</source>
        <translation>Närupprepning kräver minst 2 händelser med plats och datum, men det finns {n}.</translation>
    </message>
    <message>
        <source>Needs a boundary.</source>
        <translation>Kräver en gräns.</translation>
    </message>
    <message>
        <source>Neighbours of areas</source>
        <translation>Områdenas grannar</translation>
    </message>
    <message>
        <source>New QGIS project, with layers for what is new</source>
        <translation>Nytt QGIS-projekt, med lager för det som är nytt</translation>
    </message>
    <message>
        <source>New cause</source>
        <translation>Ny orsak</translation>
    </message>
    <message>
        <source>New cold spot</source>
        <translation>Ny kall plats</translation>
    </message>
    <message>
        <source>New from selection</source>
        <translation>Nytt av urvalet</translation>
    </message>
    <message>
        <source>New hot spot</source>
        <translation>Ny het plats</translation>
    </message>
    <message>
        <source>New measure</source>
        <translation>Ny åtgärd</translation>
    </message>
    <message>
        <source>New point</source>
        <translation>Ny punkt</translation>
    </message>
    <message>
        <source>New problem</source>
        <translation>Nytt problem</translation>
    </message>
    <message>
        <source>New problem…</source>
        <translation>Nytt problem…</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Nyast först</translation>
    </message>
    <message>
        <source>Newly silent reporters</source>
        <translation>Nyligen tystnade rapportörer</translation>
    </message>
    <message>
        <source>Next candidate (J)</source>
        <translation>Nästa kandidat (J)</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>Nästa uppföljning</translation>
    </message>
    <message>
        <source>Next incident</source>
        <translation>Nästa händelse</translation>
    </message>
    <message>
        <source>Next review {date}.</source>
        <translation>Nästa översyn {date}.</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nästa steg</translation>
    </message>
    <message>
        <source>No action plan has been decided.</source>
        <translation>Ingen åtgärdsplan är beslutad.</translation>
    </message>
    <message>
        <source>No address for feedback was given with the chosen incidents.</source>
        <translation>Ingen återkopplingsadress har lämnats med de valda händelserna.</translation>
    </message>
    <message>
        <source>No agreement on cooperation is in force.</source>
        <translation>Ingen överenskommelse om samverkan gäller.</translation>
    </message>
    <message>
        <source>No analysis has been written for the meeting.</source>
        <translation>Ingen analys är skriven inför mötet.</translation>
    </message>
    <message>
        <source>No analysis has been written.</source>
        <translation>Ingen analys är skriven.</translation>
    </message>
    <message>
        <source>No area has a population above 0. Choose another field.</source>
        <translation>Inget område har en befolkning större än 0. Välj ett annat fält.</translation>
    </message>
    <message>
        <source>No band stands out from chance, so the elevated-risk map is empty.</source>
        <translation>Inget band avviker från slumpen, så kartan över förhöjd risk är tom.</translation>
    </message>
    <message>
        <source>No cell of the grid lies in the window.</source>
        <translation>Ingen ruta i rutnätet ligger i området.</translation>
    </message>
    <message>
        <source>No cell of the raster has a value: no cell's middle lies in the boundary. Choose smaller cells.</source>
        <translation>Ingen cell i rastret har något värde: ingen cells mitt ligger innanför gränsen. Välj mindre rutor.</translation>
    </message>
    <message>
        <source>No certain trend over the last {months} months.</source>
        <translation>Ingen säker trend under de senaste {months} månaderna.</translation>
    </message>
    <message>
        <source>No change that is more than chance explains.</source>
        <translation>Ingen förändring utöver vad slumpen brukar ge.</translation>
    </message>
    <message>
        <source>No column becomes a code yet. Choose one under Columns.</source>
        <translation>Ingen kolumn blir en kod ännu. Välj en under Kolumner.</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Utan slutdatum</translation>
    </message>
    <message>
        <source>No decision was carried out during the last year.</source>
        <translation>Inget beslut har verkställts det senaste året.</translation>
    </message>
    <message>
        <source>No deleted records of this kind.</source>
        <translation>Inga borttagna poster av det slaget.</translation>
    </message>
    <message>
        <source>No difference shown</source>
        <translation>Ingen visad skillnad</translation>
    </message>
    <message>
        <source>No effect is shown: chance alone may explain the difference. That does not show that the measure has no effect.</source>
        <translation>Ingen effekt är visad: slumpen ensam kan förklara skillnaden. Det visar inte att åtgärden saknar effekt.</translation>
    </message>
    <message>
        <source>No feedback to the reporters has been written; it is what keeps reports coming.</source>
        <translation>Ingen återkoppling till rapportörerna är skriven; den är det som gör att de fortsätter rapportera.</translation>
    </message>
    <message>
        <source>No file to write was named.</source>
        <translation>Ingen fil att skriva angavs.</translation>
    </message>
    <message>
        <source>No incident has both a start and an end. Leave the end field empty to count each incident in the hour it began.</source>
        <translation>Ingen händelse har både början och slut. Lämna slutfältet tomt för att räkna varje händelse i den timme den började.</translation>
    </message>
    <message>
        <source>No incident has the category {unknown}.</source>
        <translation>Ingen händelse har kategorin {unknown}.</translation>
    </message>
    <message>
        <source>No incident in the places has a harm weight.</source>
        <translation>Ingen händelse på platserna har någon skadevikt.</translation>
    </message>
    <message>
        <source>No incident is left after the filters ({total} were read). Choose a longer period or more categories; the log says what was left out.</source>
        <translation>Ingen händelse återstår efter urvalet ({total} lästes). Välj en längre period eller fler kategorier; loggen anger vad som utelämnats.</translation>
    </message>
    <message>
        <source>No incident lies in the period of interest ({first} to {last}).</source>
        <translation>Ingen händelse ligger i perioden som analyseras ({first} till {last}).</translation>
    </message>
    <message>
        <source>No incident lies in the whole time steps. Choose shorter steps.</source>
        <translation>Ingen händelse ligger i de hela tidsstegen. Välj kortare steg.</translation>
    </message>
    <message>
        <source>No incident lies inside the areas. Are both layers about the same place, and are their coordinate systems right?</source>
        <translation>Ingen händelse ligger i områdena. Gäller båda lagren samma ort, och är deras koordinatsystem rätt?</translation>
    </message>
    <message>
        <source>No incident lies inside the boundary. Are both layers about the same place, and are their coordinate systems right?</source>
        <translation>Ingen händelse ligger innanför gränsen. Gäller båda lagren samma ort, och är deras koordinatsystem rätt?</translation>
    </message>
    <message>
        <source>No incident lies within {within} m of a street. Are both layers about the same place, and are their coordinate systems right?</source>
        <translation>Ingen händelse ligger inom {within} m från en gata. Gäller båda lagren samma ort, och är deras koordinatsystem rätt?</translation>
    </message>
    <message>
        <source>No incident names a reporter in the field “{field}”.</source>
        <translation>Ingen händelse anger någon rapportör i fältet ”{field}”.</translation>
    </message>
    <message>
        <source>No incident of the period lies inside the boundary.</source>
        <translation>Ingen av periodens händelser ligger innanför gränsen.</translation>
    </message>
    <message>
        <source>No incidents</source>
        <translation>Inga händelser</translation>
    </message>
    <message>
        <source>No incidents in the period, and none in the one compared with.</source>
        <translation>Inga händelser i perioden, och inga i den som jämförelsen gäller.</translation>
    </message>
    <message>
        <source>No layer of the project shows the problem: add it, or take away the filter.</source>
        <translation type="vanished">Inget lager i projektet visar problemet: lägg till det eller ta bort filtret.</translation>
    </message>
    <message>
        <source>No mail program could be started. Copy the text instead.</source>
        <translation>Inget e-postprogram kunde startas. Kopiera texten i stället.</translation>
    </message>
    <message>
        <source>No measure fits the search.</source>
        <translation>Ingen åtgärd stämmer med sökningen.</translation>
    </message>
    <message>
        <source>No measure is due. Choose “All that will fall due”, or choose a measure on the map.</source>
        <translation>Ingen åtgärd väntar på uppföljning. Välj ”Alla som ska följas upp”, eller välj en åtgärd på kartan.</translation>
    </message>
    <message>
        <source>No measures yet. Plan the first one for a problem: who does what by when.</source>
        <translation>Inga åtgärder än. Planera den första för ett problem: vem gör vad till när.</translation>
    </message>
    <message>
        <source>No meeting of the council is recorded.</source>
        <translation>Inget möte med rådet är registrerat.</translation>
    </message>
    <message>
        <source>No meetings yet. Plan the first one.</source>
        <translation>Inga möten än. Planera det första.</translation>
    </message>
    <message>
        <source>No minutes have been written.</source>
        <translation>Inget protokoll är skrivet.</translation>
    </message>
    <message>
        <source>No minutes have been written. Write a summary in the plan, or make the protocol and attach it.</source>
        <translation>Inget protokoll är skrivet. Skriv en sammanfattning i planen, eller gör protokollet och bifoga det.</translation>
    </message>
    <message>
        <source>No near repeat is shown: within {metres} m and {days} days of an incident there are not more others than chance gives (p {p}).</source>
        <translation>Ingen närupprepning är visad: inom {metres} m och {days} dagar från en händelse sker inte fler andra än slumpen ger (p {p}).</translation>
    </message>
    <message>
        <source>No one responsible</source>
        <translation>Ingen ansvarig</translation>
    </message>
    <message>
        <source>No organisation is named as the coordinating function.</source>
        <translation>Ingen organisation är utpekad som samordningsfunktion.</translation>
    </message>
    <message>
        <source>No organisation named</source>
        <translation>Ingen organisation angiven</translation>
    </message>
    <message>
        <source>No other report is alike in place, time and category.</source>
        <translation>Ingen annan rapport liknar den i plats, tid och kategori.</translation>
    </message>
    <message>
        <source>No participants are named by organisation and role.</source>
        <translation>Inga deltagare är angivna med organisation och roll.</translation>
    </message>
    <message>
        <source>No pattern</source>
        <translation>Inget mönster</translation>
    </message>
    <message>
        <source>No period has been adopted yet.</source>
        <translation>Ingen period är fastställd än.</translation>
    </message>
    <message>
        <source>No place has {fewest} incidents or more in the period.</source>
        <translation>Ingen plats har {fewest} händelser eller fler i perioden.</translation>
    </message>
    <message>
        <source>No place stands out from chance, so the densest {share:g} % of the cells are taken.</source>
        <translation>Ingen plats avviker från slumpen, så de tätaste {share:g} % av rutorna används.</translation>
    </message>
    <message>
        <source>No place stands out from chance: how the incidents are spread needs no other explanation.</source>
        <translation>Ingen plats avviker från slumpen: händelsernas spridning behöver ingen annan förklaring.</translation>
    </message>
    <message>
        <source>No points yet. Add each place that was noted, also what works well.</source>
        <translation>Inga punkter än. Lägg till varje plats som noterades, också det som fungerar bra.</translation>
    </message>
    <message>
        <source>No problems yet. Choose incidents on the map that belong together – the same phenomenon at the same place – and make them a problem.</source>
        <translation>Inga problem än. Välj händelser på kartan som hör ihop – samma fenomen på samma plats – och gör dem till ett problem.</translation>
    </message>
    <message>
        <source>No profile was given: columns were found by their names.</source>
        <translation>Ingen profil angavs: kolumnerna hittades på sina namn.</translation>
    </message>
    <message>
        <source>No public edition has been adopted.</source>
        <translation>Ingen publik utgåva är fastställd.</translation>
    </message>
    <message>
        <source>No record was named; the latest one is told of.</source>
        <translation>Ingen post angavs. Dokumentet handlar om den senaste.</translation>
    </message>
    <message>
        <source>No report in the time looked back on.</source>
        <translation>Ingen rapport under den tid som vi ser tillbaka på.</translation>
    </message>
    <message>
        <source>No report to the municipal council is recorded.</source>
        <translation>Ingen rapport till kommunfullmäktige är registrerad.</translation>
    </message>
    <message>
        <source>No reporter waits for feedback.</source>
        <translation>Ingen rapportör väntar på återkoppling.</translation>
    </message>
    <message>
        <source>No reviewed incidents lie inside the chosen areas.</source>
        <translation>Inga granskade händelser ligger inom de valda ytorna.</translation>
    </message>
    <message>
        <source>No risk factor tells cells apart: all cells are near one, or none is; change the distances or the cell size.</source>
        <translation>Ingen riskfaktor skiljer rutorna åt: alla rutor ligger nära någon, eller ingen gör det; ändra avstånden eller rutstorleken.</translation>
    </message>
    <message>
        <source>No route has been drawn.</source>
        <translation>Ingen väg är ritad.</translation>
    </message>
    <message>
        <source>No row of “{layer}” has the numbers that are needed.</source>
        <translation>Ingen rad i ”{layer}” har de tal som behövs.</translation>
    </message>
    <message>
        <source>No series can be judged: {reason}</source>
        <translation>Ingen serie kan bedömas: {reason}</translation>
    </message>
    <message>
        <source>No situation picture has been decided.</source>
        <translation>Ingen lägesbild är beslutad.</translation>
    </message>
    <message>
        <source>No step of the analysis has an answer: {reason}</source>
        <translation type="vanished">Inget steg i analysen har något svar: {reason}</translation>
    </message>
    <message>
        <source>No street has a length, so there is no network.</source>
        <translation>Ingen gata har någon längd, så det finns inget gatunät.</translation>
    </message>
    <message>
        <source>No walks yet. A safety walk has three meetings: one before, the walk itself, and one where the owners of the points answer.</source>
        <translation>Inga vandringar än. En trygghetsvandring har tre möten: ett före, själva vandringen, och ett där de ansvariga svarar på punkterna.</translation>
    </message>
    <message>
        <source>No workspace is open. Create one, look around in the demo, or open the project of a workspace that you have.</source>
        <translation>Ingen arbetsyta är öppen. Skapa en, se dig omkring i demoarbetsytan eller öppna projektet till en arbetsyta som du har.</translation>
    </message>
    <message>
        <source>No workspace is open. Open its project, create a workspace, or try the demo.</source>
        <translation>Ingen arbetsyta är öppen. Öppna dess projekt, skapa en arbetsyta eller prova demoarbetsytan.</translation>
    </message>
    <message>
        <source>No workspace was named and the open project has none. Choose the workspace's file.</source>
        <translation>Ingen arbetsyta angavs, och det öppna projektet har ingen. Välj arbetsytans fil.</translation>
    </message>
    <message>
        <source>Nobody has gone silent by more than chance explains.</source>
        <translation>Ingen har tystnat mer än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>None of the categories {wanted} stands in the field “{field}”. It holds: {known}.</source>
        <translation>Ingen av kategorierna {wanted} finns i fältet ”{field}”. Det innehåller: {known}.</translation>
    </message>
    <message>
        <source>None of the chosen incidents can be the evidence of a problem: they are drafts, rejected or deleted. Choose others.</source>
        <translation>Ingen av de valda händelserna kan vara underlag för ett problem: de är utkast, avvisade eller borttagna. Välj andra.</translation>
    </message>
    <message>
        <source>None of the {count} events has a category with a harm weight. Fill in the weights in the table first.</source>
        <translation>Ingen av de {count} händelserna har en kategori med skadevikt. Fyll först i vikterna i tabellen.</translation>
    </message>
    <message>
        <source>None of the {count} risk factors was shown to matter for the {events} incidents.</source>
        <translation>Ingen av de {count} riskfaktorerna visades ha betydelse för de {events} händelserna.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ingen än</translation>
    </message>
    <message>
        <source>None; drawn later</source>
        <translation>Ingen; ritas senare</translation>
    </message>
    <message>
        <source>Normal distribution (as most programs)</source>
        <translation type="vanished">Normalfördelning (som de flesta program)</translation>
    </message>
    <message>
        <source>Normal distribution alone (as most programs)</source>
        <translation>Enbart normalfördelning (som de flesta program)</translation>
    </message>
    <message>
        <source>Normal distribution and even spread, both (recommended)</source>
        <translation>Normalfördelning och jämn spridning, båda (rekommenderas)</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Inte alls</translation>
    </message>
    <message>
        <source>Not carried out yet</source>
        <translation>Ännu inte verkställda</translation>
    </message>
    <message>
        <source>Not every method can tell it from chance, but none contradicts it.</source>
        <translation>Alla metoder kan inte skilja det från slumpen, men ingen motsäger det.</translation>
    </message>
    <message>
        <source>Not in force.</source>
        <translation>Gäller inte nu.</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Inte bedömt</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Inte angiven</translation>
    </message>
    <message>
        <source>Not set:</source>
        <translation type="vanished">Inte satt:</translation>
    </message>
    <message>
        <source>Not shown to matter: {factors}.</source>
        <translation>Inte visade ha betydelse: {factors}.</translation>
    </message>
    <message>
        <source>Not significant</source>
        <translation>Inte signifikant</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Ej angiven</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Notes of this point</source>
        <translation>Punktens anteckningar</translation>
    </message>
    <message>
        <source>Notes of this point (Ctrl+N). No persons.</source>
        <translation>Anteckningar vid punkten (Ctrl+N). Inga personer.</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Ingenting ändras</translation>
    </message>
    <message>
        <source>Nothing has been decided, so nothing can be followed up.</source>
        <translation>Inget är beslutat, så inget kan följas upp.</translation>
    </message>
    <message>
        <source>Nothing in the queue fits the filter.</source>
        <translation>Inget i kön stämmer med filtret.</translation>
    </message>
    <message>
        <source>Nothing in the texts looks like personal data.</source>
        <translation>Inget i texterna liknar personuppgifter.</translation>
    </message>
    <message>
        <source>Nothing is judged yet.</source>
        <translation>Inget är bedömt än.</translation>
    </message>
    <message>
        <source>Nothing is left of the ring around the measure. Choose another width or comparison place.</source>
        <translation>Inget återstår av ringen kring åtgärden. Välj en annan bredd eller jämförelseplats.</translation>
    </message>
    <message>
        <source>Nothing that people fill in was changed.</source>
        <translation>Inget som fylls i av människor ändrades.</translation>
    </message>
    <message>
        <source>Nothing to show at this point.</source>
        <translation>Inget att visa vid den här punkten.</translation>
    </message>
    <message>
        <source>Nothing was removed. Tick “{box}” to remove it for good.</source>
        <translation>Inget togs bort. Kryssa i ”{box}” för att ta bort det för gott.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Nowhere are there enough points to compare with. Choose a larger bandwidth or a smaller least number.</source>
        <translation>Ingenstans finns tillräckligt många punkter att jämföra med. Välj en större bandbredd eller ett mindre minsta antal.</translation>
    </message>
    <message>
        <source>Nowhere is a change against the previous period larger than chance explains.</source>
        <translation>Ingenstans är en förändring mot föregående period större än slumpen förklarar.</translation>
    </message>
    <message>
        <source>Number down</source>
        <translation>Senare nummer</translation>
    </message>
    <message>
        <source>Number in the source layer</source>
        <translation>Nummer i källagret</translation>
    </message>
    <message>
        <source>Number of alerts</source>
        <translation>Antal larm</translation>
    </message>
    <message>
        <source>Number of clusters</source>
        <translation>Antal kluster</translation>
    </message>
    <message>
        <source>Number of cold spots (95 %)</source>
        <translation>Antal kalla platser (95 %)</translation>
    </message>
    <message>
        <source>Number of distance bands</source>
        <translation>Antal avståndsband</translation>
    </message>
    <message>
        <source>Number of events used</source>
        <translation>Antal använda händelser</translation>
    </message>
    <message>
        <source>Number of factors that matter</source>
        <translation>Antal faktorer som har betydelse</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>Antal grupper</translation>
    </message>
    <message>
        <source>Number of high-high places</source>
        <translation>Antal höga platser bland höga</translation>
    </message>
    <message>
        <source>Number of hot spots (95 %)</source>
        <translation>Antal heta platser (95 %)</translation>
    </message>
    <message>
        <source>Number of incidents</source>
        <translation>Antal händelser</translation>
    </message>
    <message>
        <source>Number of logins</source>
        <translation>Antal inloggningar</translation>
    </message>
    <message>
        <source>Number of new hot spots</source>
        <translation>Antal nya heta platser</translation>
    </message>
    <message>
        <source>Number of people</source>
        <translation>Antal personer</translation>
    </message>
    <message>
        <source>Number of places</source>
        <translation>Antal platser</translation>
    </message>
    <message>
        <source>Number of reporters</source>
        <translation>Antal rapportörer</translation>
    </message>
    <message>
        <source>Number of series</source>
        <translation>Antal serier</translation>
    </message>
    <message>
        <source>Number of silent reporters</source>
        <translation>Antal tysta rapportörer</translation>
    </message>
    <message>
        <source>Number of time bands</source>
        <translation>Antal tidsband</translation>
    </message>
    <message>
        <source>Number of time steps</source>
        <translation>Antal tidssteg</translation>
    </message>
    <message>
        <source>Number of workspaces</source>
        <translation>Antal arbetsytor</translation>
    </message>
    <message>
        <source>Number up</source>
        <translation>Tidigare nummer</translation>
    </message>
    <message>
        <source>OVERDUE</source>
        <translation>FÖRSENAT</translation>
    </message>
    <message>
        <source>OVERDUE by {days} days ({day})</source>
        <translation>FÖRSENAD {days} dagar ({day})</translation>
    </message>
    <message>
        <source>Observed over expected</source>
        <translation>Observerat genom förväntat</translation>
    </message>
    <message>
        <source>Of this, {n} fell away around the place: nothing suggests that the events only moved there.</source>
        <translation type="vanished">Av dem föll {n} bort omkring platsen: inget tyder på att händelserna bara flyttade dit.</translation>
    </message>
    <message>
        <source>Of titles and bands; dark enough for white letters</source>
        <translation>För titlar och band; så mörk att vit text syns</translation>
    </message>
    <message>
        <source>Of {all} numbers, {hidden} are left out.</source>
        <translation>Av {all} antal visas {hidden} inte.</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Äldst först</translation>
    </message>
    <message>
        <source>On maps and documents</source>
        <translation>På kartor och dokument</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>På servern</translation>
    </message>
    <message>
        <source>One layer for each kind of place, for example bars, bus stops, schools.</source>
        <translation>Ett lager för varje slags plats, till exempel krogar, hållplatser, skolor.</translation>
    </message>
    <message>
        <source>One of the editions holds no figures of a period and cannot be compared.</source>
        <translation>En av utgåvorna saknar siffror för en period och kan inte jämföras.</translation>
    </message>
    <message>
        <source>One of the four groups (treated or not, before or after) has no events, so that no ratio can be formed. Use longer periods or the weighted displacement difference.</source>
        <translation>En av de fyra grupperna (med eller utan åtgärd, före eller efter) saknar händelser, så ingen kvot kan bildas. Använd längre perioder eller den viktade omfördelningsskillnaden.</translation>
    </message>
    <message>
        <source>One of the periods before and from {day} has no incident in these places.</source>
        <translation>En av perioderna före och från {day} har ingen händelse på dessa platser.</translation>
    </message>
    <message>
        <source>One of the two coordinates is missing.</source>
        <translation>En av de två koordinaterna saknas.</translation>
    </message>
    <message>
        <source>One person at a time: a file</source>
        <translation>En person i taget: en fil</translation>
    </message>
    <message>
        <source>One place holds {share:.0f} % of the {events} incidents from {first} to {last}.</source>
        <translation>En plats rymmer {share:.0f} % av de {events} händelserna från {first} till {last}.</translation>
    </message>
    <message>
        <source>One-page statement…</source>
        <translation>Redovisning på en sida…</translation>
    </message>
    <message>
        <source>Only a coordinator or an administrator of the workspace may dispose.</source>
        <translation>Bara arbetsytans samordnare eller administratör får gallra.</translation>
    </message>
    <message>
        <source>Only an administrator of {place} may move it, since no one else sees all of it.</source>
        <translation>Bara administratören för {place} kan flytta den, eftersom ingen annan ser allt i den.</translation>
    </message>
    <message>
        <source>Only clusters that go on at the end (prospective)</source>
        <translation>Bara kluster som pågår vid slutet (framåtblickande)</translation>
    </message>
    <message>
        <source>Only factors that raise the risk</source>
        <translation>Bara faktorer som höjer risken</translation>
    </message>
    <message>
        <source>Only incidents that may be published, by area and whole months; numbers that would tell of fewer than five are left out, with regard to all earlier public editions. It is kept as an edition that never changes.</source>
        <translation>Bara händelser som får publiceras, per område och hela månader. Antal som skulle avslöja färre än fem utelämnas, med hänsyn till alla tidigare publika utgåvor. Den sparas som en utgåva som aldrig ändras.</translation>
    </message>
    <message>
        <source>Only reviewed incidents</source>
        <translation>Bara granskade händelser</translation>
    </message>
    <message>
        <source>Only text is checked for personal data; “{field}” is no text.</source>
        <translation>Bara text prövas mot personuppgifter; ”{field}” är ingen text.</translation>
    </message>
    <message>
        <source>Only the coordinator adopts a period.</source>
        <translation>Bara samordnaren fastställer en period.</translation>
    </message>
    <message>
        <source>Only the phenomena of the problem</source>
        <translation>Bara problemets fenomen</translation>
    </message>
    <message>
        <source>Only the workspace’s administrator changes the rights of logins.</source>
        <translation>Bara arbetsytans administratör ändrar inloggningars behörighet.</translation>
    </message>
    <message>
        <source>Only these categories (separated by semicolons)</source>
        <translation>Bara dessa kategorier (åtskilda av semikolon)</translation>
    </message>
    <message>
        <source>Only together is the difference larger than chance explains.</source>
        <translation>Först sammantaget är skillnaden större än slumpen förklarar.</translation>
    </message>
    <message>
        <source>Only when counting by areas of a layer.</source>
        <translation>Bara när händelser räknas efter områden i ett lager.</translation>
    </message>
    <message>
        <source>Only who owns the workspace {place} may upgrade it. Log in as a member of the role {owner}.</source>
        <translation>Bara den som äger arbetsytan {place} får uppgradera den. Logga in som medlem av rollen {owner}.</translation>
    </message>
    <message>
        <source>Only {count} incidents are left after the filters, and this method needs at least {needed}. Choose a longer period or more categories.</source>
        <translation>Bara {count} händelser återstår efter urvalet, och metoden behöver minst {needed}. Välj en längre period eller fler kategorier.</translation>
    </message>
    <message>
        <source>Only {count} incidents have a time: the hours tell little.</source>
        <translation>Bara {count} händelser har ett klockslag: timmarna säger lite.</translation>
    </message>
    <message>
        <source>Only {steps} time steps: the trend says little below {few}.</source>
        <translation>Bara {steps} tidssteg: trenden säger lite under {few}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Öppna (Enter)</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Öppna igen</translation>
    </message>
    <message>
        <source>Open form</source>
        <translation>Öppna formulär</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Öppna demoarbetsytan</translation>
    </message>
    <message>
        <source>Open the demo…</source>
        <translation>Öppna demoarbetsytan…</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Öppna filen</translation>
    </message>
    <message>
        <source>Open the file of “{title}”</source>
        <translation>Öppna filen till ”{title}”</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Öppna mappen</translation>
    </message>
    <message>
        <source>Open the panel of problems</source>
        <translation>Öppna panelen Problem</translation>
    </message>
    <message>
        <source>Open the period</source>
        <translation>Öppna perioden</translation>
    </message>
    <message>
        <source>Open the photo</source>
        <translation>Öppna fotot</translation>
    </message>
    <message>
        <source>Open the project again, so that its layers show what is new.</source>
        <translation>Öppna projektet på nytt, så att dess lager visar det som är nytt.</translation>
    </message>
    <message>
        <source>Open “{title}”</source>
        <translation>Öppna ”{title}”</translation>
    </message>
    <message>
        <source>Optional; kept in history, never personal data</source>
        <translation>Frivillig; sparas i historiken, aldrig personuppgifter</translation>
    </message>
    <message>
        <source>Or counts: place of the measure, before</source>
        <translation>Eller antal: åtgärdens plats, före</translation>
    </message>
    <message>
        <source>Or to a GeoPackage</source>
        <translation>Eller till en GeoPackage</translation>
    </message>
    <message>
        <source>Or: width of a ring around the measure (m)</source>
        <translation>Eller: bredden på en ring kring åtgärden (m)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordning</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Organisation (its name among the actors)</source>
        <translation>Organisation (dess namn bland aktörerna)</translation>
    </message>
    <message>
        <source>Organisation that reported</source>
        <translation>Organisation som rapporterade</translation>
    </message>
    <message>
        <source>Organisations can be chosen while a workspace is open.</source>
        <translation>Organisationer kan väljas när en arbetsyta är öppen.</translation>
    </message>
    <message>
        <source>Originator</source>
        <translation>Första händelse</translation>
    </message>
    <message>
        <source>Oscillating cold spot</source>
        <translation>Växlande kall plats</translation>
    </message>
    <message>
        <source>Oscillating hot spot</source>
        <translation>Växlande het plats</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Övriga</translation>
    </message>
    <message>
        <source>Others have saved changes of records that you were editing. Choose what is to stand. Until you save, your edits stay in the layer and nothing is written.</source>
        <translation>Andra har sparat ändringar av poster som du redigerade. Välj vad som ska gälla. Tills du sparar ligger dina ändringar kvar i lagret och inget skrivs.</translation>
    </message>
    <message>
        <source>Otherwise all days count together.</source>
        <translation>Annars räknas alla dagar tillsammans.</translation>
    </message>
    <message>
        <source>Outside all areas: {count}.</source>
        <translation>Utanför alla områden: {count}.</translation>
    </message>
    <message>
        <source>Over-dispersion</source>
        <translation>Överspridning</translation>
    </message>
    <message>
        <source>Over-dispersion needs at least two months with events in one of the periods.</source>
        <translation>Överspridning kräver minst två månader i en period med händelser.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Försenade</translation>
    </message>
    <message>
        <source>Overdue measures: {count}</source>
        <translation>Försenade åtgärder: {count}</translation>
    </message>
    <message>
        <source>Overlap must be 'space' or 'space_time'.</source>
        <translation>Överlappning måste vara ”space” eller ”space_time”.</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>Egna dagar</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>PDF-filer</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sidor</translation>
    </message>
    <message>
        <source>Pairs expected</source>
        <translation>Förväntade par</translation>
    </message>
    <message>
        <source>Pairs observed</source>
        <translation>Observerade par</translation>
    </message>
    <message>
        <source>Pairs of incidents by distance and time, as a ratio to what chance gives; shaded where p is at most 0.05. Of {count} such combinations about {chance} get shaded by chance.</source>
        <translation>Par av händelser efter avstånd och tid, som kvot mot vad slumpen ger; skuggade där p är högst 0,05. Av {count} sådana kombinationer blir omkring {chance} skuggade av en slump.</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneler</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Deltagare</translation>
    </message>
    <message>
        <source>Participants (organisation and role, never names)</source>
        <translation>Deltagare (organisation och roll, aldrig namn)</translation>
    </message>
    <message>
        <source>Participants: tick who is here</source>
        <translation>Deltagare: bocka för dem som är här</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Samverkanspart</translation>
    </message>
    <message>
        <source>Parts with an answer</source>
        <translation>Delar med svar</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Lösenord</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Mönster</translation>
    </message>
    <message>
        <source>Per 1,000</source>
        <translation>Per 1 000</translation>
    </message>
    <message>
        <source>Per 1,000, lower limit (95 %)</source>
        <translation>Per 1 000, undre gräns (95 %)</translation>
    </message>
    <message>
        <source>Per 1,000, smoothed</source>
        <translation>Per 1 000, utjämnat</translation>
    </message>
    <message>
        <source>Per 1,000, smoothed to its neighbours</source>
        <translation>Per 1 000, utjämnat mot grannarna</translation>
    </message>
    <message>
        <source>Per 1,000, upper limit (95 %)</source>
        <translation>Per 1 000, övre gräns (95 %)</translation>
    </message>
    <message>
        <source>Per year (divides by the length of the period)</source>
        <translation>Per år (delar med periodens längd)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Period (empty: the latest one)</source>
        <translation>Period (tomt: den senaste)</translation>
    </message>
    <message>
        <source>Period dealt with</source>
        <translation>Period som behandlas</translation>
    </message>
    <message>
        <source>Period of reports</source>
        <translation>Rapportperiod</translation>
    </message>
    <message>
        <source>Period picture</source>
        <translation>Periodens lägesbild</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Perioder</translation>
    </message>
    <message>
        <source>Periods both before and after the measure are needed.</source>
        <translation>Perioder både före och efter åtgärden behövs.</translation>
    </message>
    <message>
        <source>Periods silent</source>
        <translation>Tysta perioder</translation>
    </message>
    <message>
        <source>Permutation is only possible where places are compared within the whole cube.</source>
        <translation>Permutation är möjlig bara när platser jämförs inom hela kuben.</translation>
    </message>
    <message>
        <source>Permutation, exact where it can be computed</source>
        <translation type="vanished">Permutation, exakt där den kan beräknas</translation>
    </message>
    <message>
        <source>Permutation, simulated</source>
        <translation type="vanished">Permutation, simulerad</translation>
    </message>
    <message>
        <source>Permutations</source>
        <translation>Permutationer</translation>
    </message>
    <message>
        <source>Permutations, where simulated</source>
        <translation>Permutationer, när de simuleras</translation>
    </message>
    <message>
        <source>Persistent cold spot</source>
        <translation>Ihållande kall plats</translation>
    </message>
    <message>
        <source>Persistent hot spot</source>
        <translation>Ihållande het plats</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo of an incident</source>
        <translation>Foto till en händelse</translation>
    </message>
    <message>
        <source>Photos copied</source>
        <translation>Kopierade foton</translation>
    </message>
    <message>
        <source>Photos removed</source>
        <translation>Borttagna foton</translation>
    </message>
    <message>
        <source>Photos removed: {count}</source>
        <translation>Borttagna foton: {count}</translation>
    </message>
    <message>
        <source>Photos that no other record names: {count}</source>
        <translation>Foton som ingen annan post använder: {count}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Place corrected</source>
        <translation>Platsen rättad</translation>
    </message>
    <message>
        <source>Place in the funnel (-2 below to 2 above)</source>
        <translation>Läge i tratten (−2 under till 2 över)</translation>
    </message>
    <message>
        <source>Place of the measure</source>
        <translation>Åtgärdens plats</translation>
    </message>
    <message>
        <source>Place of the measure, after</source>
        <translation>Åtgärdens plats, efter</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Plats på kartan</translation>
    </message>
    <message>
        <source>Place {rank}</source>
        <translation>Plats {rank}</translation>
    </message>
    <message>
        <source>Place, time and camera are taken out of the file.</source>
        <translation>Plats, tid och kamera tas bort ur filen.</translation>
    </message>
    <message>
        <source>Place: {what}</source>
        <translation>Plats: {what}</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <source>Places are</source>
        <translation>Platserna är</translation>
    </message>
    <message>
        <source>Places are compared within the cube or the step, not the {given}.</source>
        <translation>Platser jämförs inom kuben (cube) eller steget (step), inte {given}.</translation>
    </message>
    <message>
        <source>Places around</source>
        <translation>Platser runt omkring</translation>
    </message>
    <message>
        <source>Places around the measure are not given: choose them, or the width of a ring.</source>
        <translation>Platser kring åtgärden är inte angivna: välj dem, eller en rings bredd.</translation>
    </message>
    <message>
        <source>Places around, where incidents may move to</source>
        <translation>Platser runt omkring, dit händelser kan flytta</translation>
    </message>
    <message>
        <source>Places by chance</source>
        <translation>Platser av en slump</translation>
    </message>
    <message>
        <source>Places that stand out from chance (Getis-Ord Gi*)</source>
        <translation>Platser som avviker från slumpen (Getis-Ord Gi*)</translation>
    </message>
    <message>
        <source>Places with counts before and after</source>
        <translation>Platser med antal före och efter</translation>
    </message>
    <message>
        <source>Places with rank and hits</source>
        <translation>Platser med rang och träffar</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan a meeting</source>
        <translation>Planera ett möte</translation>
    </message>
    <message>
        <source>Plan a meeting…</source>
        <translation>Planera ett möte…</translation>
    </message>
    <message>
        <source>Plan a safety walk…</source>
        <translation>Planera en trygghetsvandring…</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Point {number}</source>
        <translation>Punkt {number}</translation>
    </message>
    <message>
        <source>Point {number} has no photo.</source>
        <translation>Punkt {number} har inget foto.</translation>
    </message>
    <message>
        <source>Point {number} is a measure already.</source>
        <translation>Punkt {number} är redan en åtgärd.</translation>
    </message>
    <message>
        <source>Point {number} is removed.</source>
        <translation>Punkt {number} är borttagen.</translation>
    </message>
    <message>
        <source>Point {number} of the agenda has no title.</source>
        <translation>Punkt {number} på dagordningen saknar rubrik.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkter</translation>
    </message>
    <message>
        <source>Points of the agenda</source>
        <translation>Dagordningens punkter</translation>
    </message>
    <message>
        <source>Points of the walk</source>
        <translation>Vandringens punkter</translation>
    </message>
    <message>
        <source>Points of walks: photos: {count}</source>
        <translation>Vandringspunkter: foton: {count}</translation>
    </message>
    <message>
        <source>Points that their owners have not answered: {numbers}.</source>
        <translation>Punkter som den ansvariga inte har svarat på: {numbers}.</translation>
    </message>
    <message>
        <source>Points to give to an owner: {count}. The owner answers at the feedback meeting.</source>
        <translation>Punkter att fördela till en ansvarig: {count}. Den ansvariga svarar på återkopplingsmötet.</translation>
    </message>
    <message>
        <source>Points without a day to answer by: {numbers}.</source>
        <translation>Punkter utan sista dag för svar: {numbers}.</translation>
    </message>
    <message>
        <source>Points without a responsible organisation: {numbers}. Give each an owner, or say that it works well.</source>
        <translation>Punkter utan ansvarig organisation: {numbers}. Ange en ansvarig för var och en, eller att den fungerar bra.</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Befolkning</translation>
    </message>
    <message>
        <source>Population of the area</source>
        <translation>Områdets befolkning</translation>
    </message>
    <message>
        <source>Population of the area (for per 1,000)</source>
        <translation>Områdets befolkning (för per 1 000)</translation>
    </message>
    <message>
        <source>Population of the area (for rates)</source>
        <translation>Områdets befolkning (för tal per invånare)</translation>
    </message>
    <message>
        <source>Possible personal data</source>
        <translation>Möjliga personuppgifter</translation>
    </message>
    <message>
        <source>Possible personal data removed</source>
        <translation>Möjliga personuppgifter borttagna</translation>
    </message>
    <message>
        <source>PostGIS does not know the coordinate reference system {crs}.</source>
        <translation>PostGIS känner inte till koordinatsystemet {crs}.</translation>
    </message>
    <message>
        <source>PostgreSQL keeps the name {name} for itself. Choose another.</source>
        <translation>PostgreSQL använder själv namnet {name}. Välj ett annat.</translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="vanished">Närvarande</translation>
    </message>
    <message>
        <source>Present: {count} of {all}</source>
        <translation>Närvarande: {count} av {all}</translation>
    </message>
    <message>
        <source>Previous candidate</source>
        <translation>Föregående kandidat</translation>
    </message>
    <message>
        <source>Previous or next incident</source>
        <translation>Föregående eller nästa händelse</translation>
    </message>
    <message>
        <source>Previous period</source>
        <translation>Föregående period</translation>
    </message>
    <message>
        <source>Print this adopted edition again (its uuid)</source>
        <translation>Skriv ut denna fastställda utgåva igen (dess uuid)</translation>
    </message>
    <message>
        <source>Prio</source>
        <translation type="vanished">Prio</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Priority places</source>
        <translation>Prioriterade platser</translation>
    </message>
    <message>
        <source>Probability by chance (one tail)</source>
        <translation>Sannolikhet av en slump (ensidig)</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Problem (empty: all that are not solved)</source>
        <translation>Problem (tomt: alla som inte är lösta)</translation>
    </message>
    <message>
        <source>Problem: {title}</source>
        <translation>Problem: {title}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Problems shown</source>
        <translation>Problem som visas</translation>
    </message>
    <message>
        <source>Problems that have measures but no incidents and no other evidence: {count}.</source>
        <translation>Problem som har åtgärder men varken händelser eller annat underlag: {count}.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Förlopp</translation>
    </message>
    <message>
        <source>Pu&amp;blish: a public edition without small counts</source>
        <translation>Pu&amp;blicera: en publik utgåva utan små antal</translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="vanished">Publik</translation>
    </message>
    <message>
        <source>Public editions cover whole months, so that the difference of two periods never tells a few days. Choose the first day of a month and the last day of one.</source>
        <translation>Publika utgåvor omfattar hela månader, så att skillnaden mellan två perioder aldrig avslöjar enstaka dagar. Välj den första dagen i en månad och den sista dagen i en månad.</translation>
    </message>
    <message>
        <source>Publish: a public edition without small counts</source>
        <translation>Publicera: en publik utgåva utan små antal</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Publicera…</translation>
    </message>
    <message>
        <source>Purposes: {text}</source>
        <translation>Syften: {text}</translation>
    </message>
    <message>
        <source>QGIS could not change “{layer}”.</source>
        <translation>QGIS kunde inte ändra ”{layer}”.</translation>
    </message>
    <message>
        <source>QGIS could not put the edits of {layer} in order.</source>
        <translation>QGIS kunde inte ordna ändringarna i {layer}.</translation>
    </message>
    <message>
        <source>QGIS knows no PostgreSQL connection {connection}. Create it in the data source manager.</source>
        <translation>QGIS har ingen PostgreSQL-anslutning {connection}. Skapa den i datakällshanteraren.</translation>
    </message>
    <message>
        <source>QGIS project</source>
        <translation>QGIS-projekt</translation>
    </message>
    <message>
        <source>QGIS project of a workspace in PostgreSQL</source>
        <translation>QGIS-projekt för en arbetsyta i PostgreSQL</translation>
    </message>
    <message>
        <source>QGIS project with the layouts</source>
        <translation>QGIS-projekt med layouterna</translation>
    </message>
    <message>
        <source>QGIS projects</source>
        <translation>QGIS-projekt</translation>
    </message>
    <message>
        <source>Quartic</source>
        <translation>Kvartisk</translation>
    </message>
    <message>
        <source>Radius (m)</source>
        <translation>Radie (m)</translation>
    </message>
    <message>
        <source>Radius within which incidents count. Empty: derived from the data, with the reason in the log.</source>
        <translation>Radie inom vilken händelser räknas. Tomt: härleds ur uppgifterna, med skälet i loggen.</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rank places by</source>
        <translation>Rangordna platser efter</translation>
    </message>
    <message>
        <source>Ranked place</source>
        <translation>Rangordnad plats</translation>
    </message>
    <message>
        <source>Rate of all areas together</source>
        <translation>Tal för alla områden tillsammans</translation>
    </message>
    <message>
        <source>Ratio (below 1: fewer)</source>
        <translation>Kvot (under 1: färre)</translation>
    </message>
    <message>
        <source>Ratio of the first near and soon band</source>
        <translation>Kvot för det första bandet av nära och snart</translation>
    </message>
    <message>
        <source>Ratios (Poisson)</source>
        <translation>Kvoter (Poisson)</translation>
    </message>
    <message>
        <source>Reaches</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>Reading decisions and measures</source>
        <translation>Läser beslut och åtgärder</translation>
    </message>
    <message>
        <source>Reading the figures…</source>
        <translation>Läser siffrorna…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Läser filen…</translation>
    </message>
    <message>
        <source>Reading the meeting's figures</source>
        <translation>Läser mötets siffror</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Läser {file}</translation>
    </message>
    <message>
        <source>Reads the shared picture and reports progress on the own measures.</source>
        <translation>Läser den delade bilden och rapporterar om de egna åtgärderna.</translation>
    </message>
    <message>
        <source>Realistic: can it be reached with these means in this time?</source>
        <translation>Realistiskt: går det att nå med dessa medel på denna tid?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Skäl</translation>
    </message>
    <message>
        <source>Reason: {note}</source>
        <translation>Skäl: {note}</translation>
    </message>
    <message>
        <source>Reasons for the judgement</source>
        <translation>Skäl för bedömningen</translation>
    </message>
    <message>
        <source>Reckon</source>
        <translation>Räkna</translation>
    </message>
    <message>
        <source>Reckon the effect</source>
        <translation>Räkna ut effekten</translation>
    </message>
    <message>
        <source>Reckoning the effect of a measure</source>
        <translation>Räknar ut en åtgärds effekt</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>För in (Enter)</translation>
    </message>
    <message>
        <source>Record a meeting of the council</source>
        <translation>Registrera ett möte med rådet</translation>
    </message>
    <message>
        <source>Record an agreement</source>
        <translation>Registrera en överenskommelse</translation>
    </message>
    <message>
        <source>Record type</source>
        <translation>Typ av post</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Records of {table} have no place.</source>
        <translation>Poster i {table} har ingen plats.</translation>
    </message>
    <message>
        <source>Records of {table} have no state.</source>
        <translation>Poster i {table} har ingen status.</translation>
    </message>
    <message>
        <source>Reject rows without a place</source>
        <translation>Avvisa rader utan plats</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Avvisade rader</translation>
    </message>
    <message>
        <source>Rejected rows of {file}</source>
        <translation>Avvisade rader i {file}</translation>
    </message>
    <message>
        <source>Rejected: {reason}</source>
        <translation>Avvisad: {reason}</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Avvisa…</translation>
    </message>
    <message>
        <source>Relative effect size</source>
        <translation>Relativ effektstorlek</translation>
    </message>
    <message>
        <source>Relative effect size (RES)</source>
        <translation>Relativ effektstorlek (RES)</translation>
    </message>
    <message>
        <source>Relative effect size (above 1 is good)</source>
        <translation>Relativ effektstorlek (över 1 är bra)</translation>
    </message>
    <message>
        <source>Relative risk</source>
        <translation>Relativ risk</translation>
    </message>
    <message>
        <source>Relative risk (dual density)</source>
        <translation>Relativ risk (kvot av två tätheter)</translation>
    </message>
    <message>
        <source>Relative risk score</source>
        <translation>Relativ riskpoäng</translation>
    </message>
    <message>
        <source>Relative risk value</source>
        <translation>Relativt riskvärde</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Ta bort (Delete)</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Ta bort alla</translation>
    </message>
    <message>
        <source>Remove it now (otherwise only show what is due)</source>
        <translation>Ta bort nu (annars visas bara vad som ska gallras)</translation>
    </message>
    <message>
        <source>Remove possible personal data</source>
        <translation>Ta bort möjliga personuppgifter</translation>
    </message>
    <message>
        <source>Remove the backups beside the GeoPackage, too</source>
        <translation>Ta också bort säkerhetskopiorna bredvid GeoPackage-filen</translation>
    </message>
    <message>
        <source>Remove the participants</source>
        <translation>Ta bort deltagarna</translation>
    </message>
    <message>
        <source>Repeat (same place)</source>
        <translation>Upprepning (samma plats)</translation>
    </message>
    <message>
        <source>Repeat and near repeat</source>
        <translation>Upprepning och närupprepning</translation>
    </message>
    <message>
        <source>Repeat and near repeat (Knox)</source>
        <translation>Upprepning och närupprepning (Knox)</translation>
    </message>
    <message>
        <source>Repeat places</source>
        <translation>Upprepade platser</translation>
    </message>
    <message>
        <source>Repeat what is stored</source>
        <translation>Gör om det sparade</translation>
    </message>
    <message>
        <source>Repeated with the stored places and days: other figures than then. Incidents have been added or changed since.</source>
        <translation>Gjort om med de sparade platserna och dagarna: andra siffror än då. Händelser har lagts till eller ändrats sedan dess.</translation>
    </message>
    <message>
        <source>Repeated with the stored places and days: the figures are the same.</source>
        <translation>Gjort om med de sparade platserna och dagarna: siffrorna är desamma.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapportera</translation>
    </message>
    <message>
        <source>Report incident</source>
        <translation>Rapportera händelse</translation>
    </message>
    <message>
        <source>Report incident without a place</source>
        <translation>Rapportera händelse utan plats</translation>
    </message>
    <message>
        <source>Report incident: click where it happened</source>
        <translation>Rapportera händelse: klicka där det hände</translation>
    </message>
    <message>
        <source>Report to the municipal council</source>
        <translation>Rapport till kommunfullmäktige</translation>
    </message>
    <message>
        <source>Report, review and analyse incidents with the EST method, on data that your municipality owns.</source>
        <translation>Rapportera, granska och analysera händelser enligt EST-metoden, med uppgifter som kommunen själv äger.</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Rapporterad</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Rapportör</translation>
    </message>
    <message>
        <source>Reporter: field “{field}”, chosen by its name.</source>
        <translation>Rapportör: fältet ”{field}”, valt efter sitt namn.</translation>
    </message>
    <message>
        <source>Reporters</source>
        <translation>Rapportörer</translation>
    </message>
    <message>
        <source>Reporters have gone silent here: silence is not calm.</source>
        <translation>Rapportörer har tystnat här: tystnad är inte lugn.</translation>
    </message>
    <message>
        <source>Reporters' contacts, as a whole: {count}</source>
        <translation>Rapportörers återkopplingsadresser, helt: {count}</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapporter</translation>
    </message>
    <message>
        <source>Reports in Trygg</source>
        <translation type="vanished">Rapporter i Trygg</translation>
    </message>
    <message>
        <source>Reports merged into this one: {count}</source>
        <translation>Rapporter som slagits samman med denna: {count}</translation>
    </message>
    <message>
        <source>Reports of the period are coming in.</source>
        <translation>Rapporter från perioden kommer in.</translation>
    </message>
    <message>
        <source>Reports of the period that wait for review and are not counted yet: {count}.</source>
        <translation>Rapporter från perioden som väntar på granskning och ännu inte räknas: {count}.</translation>
    </message>
    <message>
        <source>Reports per organisation (picture)</source>
        <translation>Rapporter per organisation (bild)</translation>
    </message>
    <message>
        <source>Reports per period while reporting</source>
        <translation>Rapporter per period medan den rapporterade</translation>
    </message>
    <message>
        <source>Reports that may be duplicates</source>
        <translation>Rapporter som kan vara dubbletter</translation>
    </message>
    <message>
        <source>Resamples for the limits (0: none)</source>
        <translation>Omdragningar för gränserna (0: inga)</translation>
    </message>
    <message>
        <source>Resampling (Andresen)</source>
        <translation>Omdragning (Andresen)</translation>
    </message>
    <message>
        <source>Residents and visitors</source>
        <translation>Boende och besökare</translation>
    </message>
    <message>
        <source>Residents are informed</source>
        <translation>Invånarna informeras</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ansvarig</translation>
    </message>
    <message>
        <source>Responsible organisation</source>
        <translation>Ansvarig organisation</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Återställ</translation>
    </message>
    <message>
        <source>Restore it with mine</source>
        <translation>Återställ med mina</translation>
    </message>
    <message>
        <source>Restore this version…</source>
        <translation>Återställ den här versionen…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Återställ…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Results by method</source>
        <translation>Resultat per metod</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Granskning</translation>
    </message>
    <message>
        <source>Review the agreement</source>
        <translation>Se över överenskommelsen</translation>
    </message>
    <message>
        <source>Reviewed incidents</source>
        <translation>Granskade händelser</translation>
    </message>
    <message>
        <source>Reviewed incidents from {first} to {last}.</source>
        <translation>Granskade händelser från {first} till {last}.</translation>
    </message>
    <message>
        <source>Reviewed incidents from {first} to {last}; the period goes on.</source>
        <translation>Granskade händelser från {first} till {last}; perioden pågår.</translation>
    </message>
    <message>
        <source>Reviews all incidents and prepares problems, measures and meetings.</source>
        <translation>Granskar alla händelser och förbereder problem, åtgärder och möten.</translation>
    </message>
    <message>
        <source>Rising over the last {months} months.</source>
        <translation>Ökar under de senaste {months} månaderna.</translation>
    </message>
    <message>
        <source>Risk factor</source>
        <translation>Riskfaktor</translation>
    </message>
    <message>
        <source>Risk factors</source>
        <translation>Riskfaktorer</translation>
    </message>
    <message>
        <source>Risk factors with their values</source>
        <translation>Riskfaktorer med sina värden</translation>
    </message>
    <message>
        <source>Risk surface</source>
        <translation>Riskyta</translation>
    </message>
    <message>
        <source>Risk surface of places (risk terrain)</source>
        <translation>Riskyta för platser (riskterräng)</translation>
    </message>
    <message>
        <source>Robust S-index</source>
        <translation>Robust S-index</translation>
    </message>
    <message>
        <source>Rol&amp;e</source>
        <translation>&amp;Roll</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <source>Row {row}{where}: {reason}</source>
        <translation>Rad {row}{where}: {reason}</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Rows arrive as</source>
        <translation>Rader kommer in som</translation>
    </message>
    <message>
        <source>Rows imported</source>
        <translation>Importerade rader</translation>
    </message>
    <message>
        <source>Rows may arrive as {arrivals}, not as “{arrival}”.</source>
        <translation>Rader kan komma in som {arrivals}, inte som ”{arrival}”.</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Lästa rader</translation>
    </message>
    <message>
        <source>Rows rejected</source>
        <translation>Avvisade rader</translation>
    </message>
    <message>
        <source>S&amp;ource and all rows</source>
        <translation>Källa och &amp;alla rader</translation>
    </message>
    <message>
        <source>S-index</source>
        <translation>S-index</translation>
    </message>
    <message>
        <source>S-index {s:.3f}, robust {robust:.3f}: {changed} of {all} places changed their share.</source>
        <translation>S-index {s:.3f}, robust {robust:.3f}: {changed} av {all} platser ändrade sin andel.</translation>
    </message>
    <message>
        <source>SVG pictures</source>
        <translation>SVG-bilder</translation>
    </message>
    <message>
        <source>Sa&amp;ve profile…</source>
        <translation>&amp;Spara profil…</translation>
    </message>
    <message>
        <source>Safety walk</source>
        <translation>Trygghetsvandring</translation>
    </message>
    <message>
        <source>Safety walk (empty: the latest one)</source>
        <translation>Trygghetsvandring (tomt: den senaste)</translation>
    </message>
    <message>
        <source>Safety walk protocol</source>
        <translation>Protokoll från trygghetsvandring</translation>
    </message>
    <message>
        <source>Safety walks</source>
        <translation>Trygghetsvandringar</translation>
    </message>
    <message>
        <source>Same place: nearer than (m, 0: no such band)</source>
        <translation>Samma plats: närmare än (m, 0: inget sådant band)</translation>
    </message>
    <message>
        <source>Same season the year before</source>
        <translation>Samma årstid tidigare år</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Lördag</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Save &amp;as</source>
        <translation>Spa&amp;ra som</translation>
    </message>
    <message>
        <source>Save as chosen</source>
        <translation>Spara som valt</translation>
    </message>
    <message>
        <source>Save as the measure's effect</source>
        <translation>Spara som åtgärdens effekt</translation>
    </message>
    <message>
        <source>Save deadlines as a calendar file (.ics)</source>
        <translation>Spara slutdatum som kalenderfil (.ics)</translation>
    </message>
    <message>
        <source>Save judgement</source>
        <translation>Spara bedömningen</translation>
    </message>
    <message>
        <source>Save mine anyway</source>
        <translation>Spara mina ändå</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Spara profil</translation>
    </message>
    <message>
        <source>Save the follow-up</source>
        <translation>Spara uppföljningen</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Spara planen</translation>
    </message>
    <message>
        <source>Save the pro&amp;ject as</source>
        <translation>Spara pro&amp;jektet som</translation>
    </message>
    <message>
        <source>Save the texts</source>
        <translation>Spara texterna</translation>
    </message>
    <message>
        <source>Say how many metres around its point or line the measure reaches.</source>
        <translation>Ange hur många meter runt sin punkt eller linje som åtgärden når.</translation>
    </message>
    <message>
        <source>Say what each column becomes. What is suggested comes from the columns’ names.</source>
        <translation>Ange vad varje kolumn blir. Förslagen kommer av kolumnernas namn.</translation>
    </message>
    <message>
        <source>Say what needs to be completed, so that the reporter can answer.</source>
        <translation>Skriv vad som behöver kompletteras, så att rapportören kan svara.</translation>
    </message>
    <message>
        <source>Say why the version is restored; the reason is kept in history.</source>
        <translation>Ange varför versionen återställs; skälet sparas i historiken.</translation>
    </message>
    <message>
        <source>Scan against population (Poisson)</source>
        <translation>Sökning mot befolkning (Poisson)</translation>
    </message>
    <message>
        <source>Scatter between months is not measured: {reason}</source>
        <translation>Spridningen mellan månader är inte mätt: {reason}</translation>
    </message>
    <message>
        <source>Schema of the union</source>
        <translation>Den gemensamma vyns schema</translation>
    </message>
    <message>
        <source>Schemas of the workspaces, separated by commas (empty: all)</source>
        <translation>Arbetsytornas scheman, med kommatecken emellan (tomt: alla)</translation>
    </message>
    <message>
        <source>Schools and care places are left out of what is published.</source>
        <translation>Skolor och vårdplatser utelämnas ur det som publiceras.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Poäng</translation>
    </message>
    <message>
        <source>Scott's rule</source>
        <translation>Scotts regel</translation>
    </message>
    <message>
        <source>Scott's rule: the spread of {n} events, shrunk as their number grows.</source>
        <translation>Scotts regel: spridningen hos {n} händelser, som krymper när de blir fler.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>Search by name or by who deleted it</source>
        <translation>Sök på namn eller på vem som tog bort</translation>
    </message>
    <message>
        <source>Search deleted records</source>
        <translation>Sök bland borttagna poster</translation>
    </message>
    <message>
        <source>Search measures</source>
        <translation>Sök åtgärder</translation>
    </message>
    <message>
        <source>Search problems</source>
        <translation>Sök problem</translation>
    </message>
    <message>
        <source>Search text, place or id</source>
        <translation>Sök text, plats eller id</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>Sök i kön</translation>
    </message>
    <message>
        <source>Searching the queue</source>
        <translation>Söker i kön</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Söker…</translation>
    </message>
    <message>
        <source>Seasons must be 1 or more and a year at least two periods.</source>
        <translation>Säsongerna måste vara minst 1 och ett år minst två perioder.</translation>
    </message>
    <message>
        <source>Secrecy and publication…</source>
        <translation>Sekretess och publicering…</translation>
    </message>
    <message>
        <source>Secrecy: {mark}</source>
        <translation>Sekretess: {mark}</translation>
    </message>
    <message>
        <source>Seed of the random numbers</source>
        <translation>Startvärde för slumptalen</translation>
    </message>
    <message>
        <source>Select a record on the map or in a table to see its history.</source>
        <translation>Välj en post på kartan eller i en tabell för att se dess historik.</translation>
    </message>
    <message>
        <source>Select one incident that has no place, then choose Locate incident again.</source>
        <translation>Välj en händelse som saknar plats och välj sedan Ange plats för händelse igen.</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Skicka tillbaka</translation>
    </message>
    <message>
        <source>Sent back for completion</source>
        <translation>Tillbakaskickad för komplettering</translation>
    </message>
    <message>
        <source>Series and alerts</source>
        <translation>Serier och larm</translation>
    </message>
    <message>
        <source>Series with and without the measure</source>
        <translation>Serie med och utan åtgärden</translation>
    </message>
    <message>
        <source>Set light</source>
        <translation>Sätt ljus</translation>
    </message>
    <message>
        <source>Set the reviewed severity</source>
        <translation>Sätt allvaret enligt granskningen</translation>
    </message>
    <message>
        <source>Set {which} has no events, so that nothing can be compared.</source>
        <translation>Mängd {which} saknar händelser, så inget kan jämföras.</translation>
    </message>
    <message>
        <source>Several at once: PostgreSQL</source>
        <translation>Flera samtidigt: PostgreSQL</translation>
    </message>
    <message>
        <source>Several evaluations together (meta-analysis)</source>
        <translation>Flera utvärderingar tillsammans (metaanalys)</translation>
    </message>
    <message>
        <source>Severity {severity}</source>
        <translation>Allvar {severity}</translation>
    </message>
    <message>
        <source>Severity…</source>
        <translation>Allvar…</translation>
    </message>
    <message>
        <source>Share after (%)</source>
        <translation>Andel efter (%)</translation>
    </message>
    <message>
        <source>Share before (%)</source>
        <translation>Andel före (%)</translation>
    </message>
    <message>
        <source>Share of all incidents</source>
        <translation>Andel av alla händelser</translation>
    </message>
    <message>
        <source>Share of false alerts</source>
        <translation>Andel falska larm</translation>
    </message>
    <message>
        <source>Share of incidents</source>
        <translation>Andel av händelserna</translation>
    </message>
    <message>
        <source>Share of places</source>
        <translation>Andel av platserna</translation>
    </message>
    <message>
        <source>Share of places with {share} % of the incidents</source>
        <translation>Andel platser med {share} % av händelserna</translation>
    </message>
    <message>
        <source>Share of the area</source>
        <translation>Andel av ytan</translation>
    </message>
    <message>
        <source>Share of the area that counts as hot (%)</source>
        <translation>Andel av ytan som räknas som het (%)</translation>
    </message>
    <message>
        <source>Share of the incidents</source>
        <translation>Andel av händelserna</translation>
    </message>
    <message>
        <source>Share of the largest incident</source>
        <translation>Andel från den största händelsen</translation>
    </message>
    <message>
        <source>Share of the variation that is between places</source>
        <translation>Andel av variationen som finns mellan platser</translation>
    </message>
    <message>
        <source>Sheet or layer</source>
        <translation>Blad eller lager</translation>
    </message>
    <message>
        <source>Sheet or layer (empty: the first)</source>
        <translation>Blad eller lager (tomt: det första)</translation>
    </message>
    <message>
        <source>Should have been followed up by {date}.</source>
        <translation>Skulle ha följts upp senast {date}.</translation>
    </message>
    <message>
        <source>Show adopted editions</source>
        <translation>Visa fastställda utgåvor</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa alla</translation>
    </message>
    <message>
        <source>Show from a &amp;likeness of</source>
        <translation>Visa från en lik&amp;het på</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>Visa historik</translation>
    </message>
    <message>
        <source>Show incidents without a place</source>
        <translation>Visa händelser utan plats</translation>
    </message>
    <message>
        <source>Show older versions</source>
        <translation>Visa äldre versioner</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>Visa på kartan</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Visa på kartan</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>Visa posten</translation>
    </message>
    <message>
        <source>Show the rejected rows</source>
        <translation>Visa de avvisade raderna</translation>
    </message>
    <message>
        <source>Show them in the table</source>
        <translation>Visa dem i tabellen</translation>
    </message>
    <message>
        <source>Show what is stored</source>
        <translation>Visa det som är sparat</translation>
    </message>
    <message>
        <source>Shown change</source>
        <translation>Visad förändring</translation>
    </message>
    <message>
        <source>Shown change, {which}</source>
        <translation>Visad förändring, {which}</translation>
    </message>
    <message>
        <source>Silence is not calm, and more reports from one place can mean more reporters.</source>
        <translation>Tystnad är inte lugn, och fler rapporter från en plats kan betyda fler rapportörer.</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Tyst</translation>
    </message>
    <message>
        <source>Silent longer than ever before, and more than chance explains: {names}.</source>
        <translation>Tysta längre än någonsin, och mer än slumpen brukar ge: {names}.</translation>
    </message>
    <message>
        <source>Simulations</source>
        <translation>Simuleringar</translation>
    </message>
    <message>
        <source>Simulations (0: no p-values)</source>
        <translation>Simuleringar (0: inga p-värden)</translation>
    </message>
    <message>
        <source>Situation analysis</source>
        <translation>Lägesanalys</translation>
    </message>
    <message>
        <source>Situation analysis {first} – {last} (made {made})</source>
        <translation>Lägesanalys {first} – {last} (gjord {made})</translation>
    </message>
    <message>
        <source>Situation pictures, plans and reports</source>
        <translation type="vanished">Lägesbilder, planer och rapporter</translation>
    </message>
    <message>
        <source>Situation pictures, plans, minutes and reports as PDF, DOCX and HTML</source>
        <translation>Lägesbilder, planer, protokoll och rapporter som PDF, DOCX och HTML</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Mindre text</translation>
    </message>
    <message>
        <source>Smaller share</source>
        <translation>Mindre andel</translation>
    </message>
    <message>
        <source>Some methods show a difference, others do not: take it as a sign, not as proof.</source>
        <translation>Några metoder visar en skillnad, andra inte: ta det som ett tecken, inte som ett bevis.</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Någon</translation>
    </message>
    <message>
        <source>Someone else has just upgraded the workspace {path}.</source>
        <translation>Någon annan har just uppgraderat arbetsytan {path}.</translation>
    </message>
    <message>
        <source>Someone else is saving the same records right now. Nothing was saved; try again in a moment.</source>
        <translation>Någon annan sparar samma poster just nu. Inget sparades. Försök igen om en stund.</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>Snart</translation>
    </message>
    <message>
        <source>Source on the pages (empty: reports in Trygg)</source>
        <translation>Källa på sidorna (tomt: rapporter i Trygg)</translation>
    </message>
    <message>
        <source>Space-time clusters</source>
        <translation type="vanished">Kluster i rum och tid</translation>
    </message>
    <message>
        <source>Space-time scan (permutation)</source>
        <translation>Sökning i rum och tid (permutation)</translation>
    </message>
    <message>
        <source>Specific: is it clear what shall change, and where?</source>
        <translation>Specifikt: är det tydligt vad som ska ändras, och var?</translation>
    </message>
    <message>
        <source>Sporadic cold spot</source>
        <translation>Sporadisk kall plats</translation>
    </message>
    <message>
        <source>Sporadic hot spot</source>
        <translation>Sporadisk het plats</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Kvadrater</translation>
    </message>
    <message>
        <source>Stands out from chance</source>
        <translation>Avviker från slumpen</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Börjar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Statement on the law</source>
        <translation>Lagens krav på en sida</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Statutory document (empty: the latest action plan)</source>
        <translation>Lagstadgat dokument (tomt: den senaste åtgärdsplanen)</translation>
    </message>
    <message>
        <source>Statutory document (empty: the latest situation picture)</source>
        <translation>Lagstadgat dokument (tomt: den senaste lägesbilden)</translation>
    </message>
    <message>
        <source>Statutory document (empty: the latest yearly report)</source>
        <translation>Lagstadgat dokument (tomt: den senaste årsrapporten)</translation>
    </message>
    <message>
        <source>Statutory situation picture</source>
        <translation>Lagstadgad lägesbild</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {state}.</source>
        <translation>Steg {number} av {count}: {state}.</translation>
    </message>
    <message>
        <source>Steps with an answer</source>
        <translation type="vanished">Steg med svar</translation>
    </message>
    <message>
        <source>Stops the step</source>
        <translation>Stoppar steget</translation>
    </message>
    <message>
        <source>Stored {day}: {sentence}</source>
        <translation>Sparat {day}: {sentence}</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Gata</translation>
    </message>
    <message>
        <source>Street {number} has a vertex without coordinates.</source>
        <translation>Gata {number} har en brytpunkt utan koordinater.</translation>
    </message>
    <message>
        <source>Street {number} is not a list of (x, y) pairs.</source>
        <translation>Gata {number} är inte en lista av par (x, y).</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>Gator</translation>
    </message>
    <message>
        <source>Submitted: each is reviewed</source>
        <translation>Inskickade: var och en granskas</translation>
    </message>
    <message>
        <source>Submitted: to be reviewed</source>
        <translation>Inskickade: ska granskas</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Förslag</translation>
    </message>
    <message>
        <source>Suggested light: {colour}. {reason}</source>
        <translation>Föreslaget ljus: {colour}. {reason}</translation>
    </message>
    <message>
        <source>Suggested {score}: {reason}</source>
        <translation>Föreslaget {score}: {reason}</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Sammanfattning</translation>
    </message>
    <message>
        <source>Sunday or holiday</source>
        <translation>Söndag eller helgdag</translation>
    </message>
    <message>
        <source>Swap (X)</source>
        <translation>Byt (X)</translation>
    </message>
    <message>
        <source>Swedish time</source>
        <translation>Svensk tid</translation>
    </message>
    <message>
        <source>Table with a row for each place</source>
        <translation>Tabell med en rad för varje plats</translation>
    </message>
    <message>
        <source>Tables and layers</source>
        <translation>Tabeller och lager</translation>
    </message>
    <message>
        <source>Take it to the EST meeting</source>
        <translation>Ta den till EST-mötet</translation>
    </message>
    <message>
        <source>Take the login's role away</source>
        <translation>Ta bort inloggningens roll</translation>
    </message>
    <message>
        <source>Take the role away</source>
        <translation>Ta bort rollen</translation>
    </message>
    <message>
        <source>Take the suggestions</source>
        <translation>Ta förslagen</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Ta upp igen</translation>
    </message>
    <message>
        <source>Take up for review</source>
        <translation>Ta upp till granskning</translation>
    </message>
    <message>
        <source>Taken up for review</source>
        <translation>Upptagen till granskning</translation>
    </message>
    <message>
        <source>Tells this source’s rows from others’. The same source and row is never imported twice.</source>
        <translation>Skiljer den här källans rader från andras. Samma källa och rad importeras aldrig två gånger.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texter</translation>
    </message>
    <message>
        <source>Texts that differ</source>
        <translation>Texter som skiljer sig</translation>
    </message>
    <message>
        <source>That is as many events as were to be expected ({level}% interval: {low} to {high} fewer; a negative number means more).</source>
        <translation>Det är så många händelser som var att vänta ({level} %-intervall: {low} till {high} färre; ett negativt tal betyder fler).</translation>
    </message>
    <message>
        <source>That is longer than ever before, and more than chance explains: call them.</source>
        <translation>Det är längre än någonsin, och mer än slumpen brukar ge: ring dem.</translation>
    </message>
    <message>
        <source>That point has no place in {crs}. Click inside the municipality.</source>
        <translation>Punkten har ingen plats i {crs}. Klicka inne i kommunen.</translation>
    </message>
    <message>
        <source>The EST cycle</source>
        <translation>EST-cykeln</translation>
    </message>
    <message>
        <source>The EST group deals with the picture; adopt it afterwards.</source>
        <translation>EST-gruppen behandlar bilden; fastställ den efteråt.</translation>
    </message>
    <message>
        <source>The GeoPackage could not be rebuilt, so that what was removed can still be found in its file: {reason}</source>
        <translation>GeoPackage-filen kunde inte byggas om, så det som togs bort kan fortfarande hittas i filen: {reason}</translation>
    </message>
    <message>
        <source>The PDF is for print. Publish the Word or web edition for those who listen to it.</source>
        <translation>PDF-filen är för utskrift. Publicera Word- eller webbutgåvan för den som lyssnar på den.</translation>
    </message>
    <message>
        <source>The PDF {path} could not be written. Close it if it is open elsewhere, and see that the folder exists and the disk has room. {problem}</source>
        <translation>PDF-filen {path} kunde inte skrivas. Stäng den om den är öppen någon annanstans, och kontrollera att mappen finns och att disken har plats. {problem}</translation>
    </message>
    <message>
        <source>The PDF {path} is open in another program or its folder is write-protected ({reason}). Close it or choose another name.</source>
        <translation>PDF-filen {path} är öppen i ett annat program eller ligger i en skrivskyddad mapp ({reason}). Stäng den eller välj ett annat namn.</translation>
    </message>
    <message>
        <source>The QGIS project is saved</source>
        <translation>QGIS-projektet sparas</translation>
    </message>
    <message>
        <source>The action plan does not say which situation picture it rests on.</source>
        <translation>Åtgärdsplanen anger inte vilken lägesbild den vilar på.</translation>
    </message>
    <message>
        <source>The adopted edition is printed as it was; nothing is counted anew.</source>
        <translation>Den fastställda utgåvan skrivs ut som den var. Inget räknas om.</translation>
    </message>
    <message>
        <source>The agenda can no longer be changed: the meeting has begun. Write what is new under the last point.</source>
        <translation>Dagordningen kan inte längre ändras: mötet har börjat. Skriv det nya under den sista punkten.</translation>
    </message>
    <message>
        <source>The analysis knows only what was reported and reviewed: silence is not calm. It shows places and times, never persons. Small numbers can point out single incidents: do not publish this page without a privacy review.</source>
        <translation>Analysen känner bara till det som rapporterats och granskats: tystnad är inte lugn. Den visar platser och tider, aldrig personer. Små tal kan peka ut enskilda händelser: publicera inte sidan utan att först pröva skyddet av personuppgifter.</translation>
    </message>
    <message>
        <source>The answer is noted.</source>
        <translation>Svaret är noterat.</translation>
    </message>
    <message>
        <source>The area has no place in the workspace's coordinate system.</source>
        <translation>Ytan går inte att återge i arbetsytans koordinatsystem.</translation>
    </message>
    <message>
        <source>The area has no ring that encloses anything.</source>
        <translation>Området har ingen ring som omsluter något.</translation>
    </message>
    <message>
        <source>The area that was observed, for example the municipality's land. Without it the grid covers the extent of the incidents.</source>
        <translation>Det område som observerats, till exempel kommunens mark. Utan det täcker rutnätet händelsernas utsträckning.</translation>
    </message>
    <message>
        <source>The area that was observed, for example the municipality. Incidents outside are left out.</source>
        <translation>Det område som observerats, till exempel kommunen. Händelser utanför utelämnas.</translation>
    </message>
    <message>
        <source>The area “{name}” cannot be transformed to {crs}.</source>
        <translation>Området ”{name}” kan inte räknas om till {crs}.</translation>
    </message>
    <message>
        <source>The backup of {path} came out damaged ({reason}) and is not kept. Try again, or to another disk.</source>
        <translation>Säkerhetskopian av {path} blev skadad ({reason}) och behålls inte. Försök igen, eller till en annan disk.</translation>
    </message>
    <message>
        <source>The backup {path} could not be written: {reason}</source>
        <translation>Säkerhetskopian {path} kunde inte skrivas: {reason}</translation>
    </message>
    <message>
        <source>The band holds nineteen of twenty months when nothing but season and chance is at work. No trend is assumed.</source>
        <translation>Bandet rymmer nitton av tjugo månader när bara säsong och slump verkar. Ingen trend antas.</translation>
    </message>
    <message>
        <source>The band needs at least one earlier year and a window of 0 or more.</source>
        <translation>Bandet behöver minst ett tidigare år och ett fönster som är 0 eller större.</translation>
    </message>
    <message>
        <source>The bandwidth must be a number above 0 metres, but is {bandwidth}.</source>
        <translation>Bandbredden måste vara ett tal större än 0 meter men är {bandwidth}.</translation>
    </message>
    <message>
        <source>The bandwidth of {bandwidth:.0f} m is larger than the area with incidents ({width:.0f} m): the surface shows little but the kernel itself.</source>
        <translation>Bandbredden {bandwidth:.0f} m är större än ytan med händelser ({width:.0f} m): kartan visar knappt mer än själva kärnan.</translation>
    </message>
    <message>
        <source>The baseline needs at least 2 periods to know how they scatter.</source>
        <translation>Jämförelseperioden behöver minst 2 perioder för att visa hur mycket de varierar.</translation>
    </message>
    <message>
        <source>The bootstrap needs at least one resample.</source>
        <translation>Bootstrap behöver minst en omdragning.</translation>
    </message>
    <message>
        <source>The border is a real municipality’s. All areas, incidents, problems and measures are invented and say so.</source>
        <translation>Gränsen är en verklig kommuns. Alla områden, händelser, problem och åtgärder är påhittade, och det står i dem.</translation>
    </message>
    <message>
        <source>The built-up area. Fields and water inside make every place in town look risky.</source>
        <translation>Den bebyggda ytan. Med åkrar och vatten innanför ser varje plats i orten riskfylld ut.</translation>
    </message>
    <message>
        <source>The calendar file was not written: {reason}</source>
        <translation>Kalenderfilen skrevs inte: {reason}</translation>
    </message>
    <message>
        <source>The category {category} has two different harm weights.</source>
        <translation>Kategorin {category} har två olika skadevikter.</translation>
    </message>
    <message>
        <source>The cause belongs to another problem than the measure.</source>
        <translation>Orsaken hör till ett annat problem än åtgärden.</translation>
    </message>
    <message>
        <source>The causes have changed meanwhile. Look at the list again before you number them.</source>
        <translation>Orsakerna har ändrats under tiden. Se på listan igen innan du numrerar dem.</translation>
    </message>
    <message>
        <source>The cell centres must be sorted; give a regular grid.</source>
        <translation>Rutornas mittpunkter måste vara sorterade; ange ett regelbundet rutnät.</translation>
    </message>
    <message>
        <source>The cell size must be a number above 0 metres, but is {size}.</source>
        <translation>Rutstorleken måste vara ett tal större än 0 meter men är {size}.</translation>
    </message>
    <message>
        <source>The cell size must be above 0 m, not {metres} m.</source>
        <translation>Rutstorleken måste vara större än 0 m, inte {metres} m.</translation>
    </message>
    <message>
        <source>The cells of a row or column add up to {added}, but its total says {total}.</source>
        <translation type="vanished">Cellerna i en rad eller kolumn blir tillsammans {added}, men summan säger {total}.</translation>
    </message>
    <message>
        <source>The change is saved.</source>
        <translation>Ändringen är sparad.</translation>
    </message>
    <message>
        <source>The change was added to your open edits.</source>
        <translation>Ändringen lades till dina öppna redigeringar.</translation>
    </message>
    <message>
        <source>The changes of “{layer}” are saved.</source>
        <translation>Ändringarna i ”{layer}” är sparade.</translation>
    </message>
    <message>
        <source>The changes of “{layer}” could not be saved; they are kept in the layer.</source>
        <translation>Ändringarna i ”{layer}” kunde inte sparas; de finns kvar i lagret.</translation>
    </message>
    <message>
        <source>The chosen areas</source>
        <translation>De valda ytorna</translation>
    </message>
    <message>
        <source>The code list has no section [codelist {key}] in standard.ini.</source>
        <translation>Kodlistan har ingen sektion [codelist {key}] i standard.ini.</translation>
    </message>
    <message>
        <source>The code list {list} already has {key}.</source>
        <translation>Kodlistan {list} har redan {key}.</translation>
    </message>
    <message>
        <source>The code list {list} does not have {parents} as its parent_list.</source>
        <translation>Kodlistan {list} har inte {parents} som parent_list.</translation>
    </message>
    <message>
        <source>The code list {list} has no code “{code}”.</source>
        <translation>Kodlistan {list} har ingen kod ”{code}”.</translation>
    </message>
    <message>
        <source>The code list {list} has no {key}.</source>
        <translation>Kodlistan {list} har ingen kod {key}.</translation>
    </message>
    <message>
        <source>The code list “{key}” has no file codelists/{key}.csv.</source>
        <translation>Kodlistan ”{key}” har ingen fil codelists/{key}.csv.</translation>
    </message>
    <message>
        <source>The code list “{list}” of field “{field}” is not known.</source>
        <translation>Kodlistan ”{list}” i fältet ”{field}” är inte känd.</translation>
    </message>
    <message>
        <source>The code “{code}” lacks its label in column label_{language}.</source>
        <translation>Koden ”{code}” saknar etikett i kolumnen label_{language}.</translation>
    </message>
    <message>
        <source>The code “{code}” may hold only a–z, 0–9 and _.</source>
        <translation>Koden ”{code}” får bara innehålla a–z, 0–9 och _.</translation>
    </message>
    <message>
        <source>The code “{code}” stands here again; it stood on line {first} already.</source>
        <translation>Koden ”{code}” står här igen; den stod redan på rad {first}.</translation>
    </message>
    <message>
        <source>The colour “{colour}” is not written as #rrggbb.</source>
        <translation>Färgen ”{colour}” är inte skriven som #rrggbb.</translation>
    </message>
    <message>
        <source>The column name “{column}” is taken or holds other signs than a–z, 0–9 and _.</source>
        <translation>Kolumnnamnet ”{column}” är upptaget eller innehåller andra tecken än a–z, 0–9 och _.</translation>
    </message>
    <message>
        <source>The column {column} of {table} cannot be created.</source>
        <translation>Kolumnen {column} i {table} kan inte skapas.</translation>
    </message>
    <message>
        <source>The column “{column}” stands in the heading twice.</source>
        <translation>Kolumnen ”{column}” står två gånger i rubrikraden.</translation>
    </message>
    <message>
        <source>The comparison area and the place of the measure overlap, so that incidents would count in both. Choose a comparison area elsewhere.</source>
        <translation>Jämförelseområdet och åtgärdens plats överlappar varandra, så händelser skulle räknas i båda. Välj ett jämförelseområde någon annanstans.</translation>
    </message>
    <message>
        <source>The comparison area has no events before or after, so that shares of it are not defined; choose a larger comparison area or longer periods.</source>
        <translation>Jämförelseområdet saknar händelser före eller efter, så andelar av det kan inte beräknas; välj ett större jämförelseområde eller längre perioder.</translation>
    </message>
    <message>
        <source>The comparison area reaches into the ring of {width:g} m around the measure, where incidents may move to. Choose an area farther away, or a narrower ring.</source>
        <translation>Jämförelseområdet når in i ringen på {width:g} m runt åtgärden, dit händelser kan flytta. Välj ett område längre bort, eller en smalare ring.</translation>
    </message>
    <message>
        <source>The comparison place reaches into the ring of {width:g} m around the measure, where incidents may move to, so that it cannot tell what would have happened anyway. Choose a comparison place farther away, or a narrower ring.</source>
        <translation>Jämförelseplatsen når in i ringen på {width:g} m kring åtgärden, dit händelser kan flytta, och kan därför inte visa vad som hade hänt ändå. Välj en jämförelseplats längre bort, eller en smalare ring.</translation>
    </message>
    <message>
        <source>The comparison series must cover the same {n} steps, but it has {found}.</source>
        <translation>Jämförelseserien måste omfatta samma {n} tidssteg men har {found}.</translation>
    </message>
    <message>
        <source>The computer's memory does not suffice. Choose larger cells, shorter distances or a shorter period.</source>
        <translation>Datorns minne räcker inte. Välj större rutor, kortare avstånd eller en kortare period.</translation>
    </message>
    <message>
        <source>The confidence level must lie between 0 and 1, but it is {level}.</source>
        <translation>Konfidensnivån måste ligga mellan 0 och 1 men är {level}.</translation>
    </message>
    <message>
        <source>The confidence must lie between 0 and 1, not {given}.</source>
        <translation>Konfidensnivån måste ligga mellan 0 och 1, inte {given}.</translation>
    </message>
    <message>
        <source>The confidence must lie between 0.5 and 1, but is {confidence}.</source>
        <translation>Konfidensnivån måste ligga mellan 0,5 och 1 men är {confidence}.</translation>
    </message>
    <message>
        <source>The connection to the database of {place} broke while saving, and it cannot be asked whether the change was saved. Look for it before you repeat it.</source>
        <translation>Anslutningen till databasen för {place} bröts under sparandet, och det går inte att fråga om ändringen sparades. Leta efter den innan du gör om den.</translation>
    </message>
    <message>
        <source>The connection to the database of {place} is gone or could not be made. Check the network and try again.</source>
        <translation>Anslutningen till databasen för {place} är bruten eller kunde inte upprättas. Kontrollera nätverket och försök igen.</translation>
    </message>
    <message>
        <source>The connection to {place} is not written as PostgreSQL reads it.</source>
        <translation>Anslutningen till {place} är inte skriven så att PostgreSQL kan läsa den.</translation>
    </message>
    <message>
        <source>The content is not what was adopted: its checksum does not agree. Take the edition from a backup.</source>
        <translation>Innehållet är inte det som fastställdes: kontrollsumman stämmer inte. Hämta utgåvan ur en säkerhetskopia.</translation>
    </message>
    <message>
        <source>The content is what was adopted: its checksum agrees.</source>
        <translation>Innehållet är det som fastställdes: kontrollsumman stämmer.</translation>
    </message>
    <message>
        <source>The contiguity rule {rule!r} is neither queen nor rook.</source>
        <translation>Grannskapsregeln {rule!r} är varken queen eller rook.</translation>
    </message>
    <message>
        <source>The coordinate is not a number.</source>
        <translation>Koordinaten är inte ett tal.</translation>
    </message>
    <message>
        <source>The coordinate reference system {crs} is not known.</source>
        <translation>Koordinatsystemet {crs} är inte känt.</translation>
    </message>
    <message>
        <source>The coordinates do not fit their coordinate system ({crs}). Check it, and whether the two coordinates are swapped.</source>
        <translation>Koordinaterna stämmer inte med sitt koordinatsystem ({crs}). Kontrollera det, och om de två koordinaterna är omkastade.</translation>
    </message>
    <message>
        <source>The coordinates seem to have changed places: north stands in the column for east.</source>
        <translation>Koordinaterna verkar ha bytt plats: nord står i kolumnen för öst.</translation>
    </message>
    <message>
        <source>The coordinating function is {name}.</source>
        <translation>Samordningsfunktionen är {name}.</translation>
    </message>
    <message>
        <source>The corner of the grid has no finite coordinates.</source>
        <translation>Rutnätets hörn saknar ändliga koordinater.</translation>
    </message>
    <message>
        <source>The council last met on {date}.</source>
        <translation>Rådet möttes senast {date}.</translation>
    </message>
    <message>
        <source>The counts have fractions; this method needs whole numbers of events.</source>
        <translation>Antalen har decimaler; metoden kräver hela antal händelser.</translation>
    </message>
    <message>
        <source>The counts must be a table with {wanted} dimension(s), but they have {found}.</source>
        <translation>Antalen måste vara en tabell med {wanted} dimension(er) men har {found}.</translation>
    </message>
    <message>
        <source>The counts must have one row for each of the {cells} places.</source>
        <translation>Antalen måste ha en rad för var och en av de {cells} platserna.</translation>
    </message>
    <message>
        <source>The curve before and after (interrupted time series)</source>
        <translation>Kurvan före och efter (avbruten tidsserie)</translation>
    </message>
    <message>
        <source>The curve over time alone neither confirms nor contradicts it.</source>
        <translation type="vanished">Kurvan över tid varken bekräftar eller motsäger det på egen hand.</translation>
    </message>
    <message>
        <source>The cycle</source>
        <translation>Cykeln</translation>
    </message>
    <message>
        <source>The data begin on {first}, after the period to compare with, which begins on {start}.</source>
        <translation>Uppgifterna börjar {first}, efter början av perioden att jämföra med, {start}.</translation>
    </message>
    <message>
        <source>The data hold no earlier year, so nothing can be expected from it.</source>
        <translation>Uppgifterna innehåller inget tidigare år, så inget kan väntas av dem.</translation>
    </message>
    <message>
        <source>The data reach only {days} days, not {asked}: {label}.</source>
        <translation>Uppgifterna räcker bara {days} dagar, inte {asked}: {label}.</translation>
    </message>
    <message>
        <source>The database already has a schema {schema}. Choose another name.</source>
        <translation>Databasen har redan ett schema {schema}. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>The database has no PostGIS. Ask its administrator to run CREATE EXTENSION postgis.</source>
        <translation>Databasen saknar PostGIS. Be dess administratör att köra CREATE EXTENSION postgis.</translation>
    </message>
    <message>
        <source>The database has no union {name}.</source>
        <translation>Databasen har ingen gemensam vy {name}.</translation>
    </message>
    <message>
        <source>The database refused: {reason}</source>
        <translation>Databasen vägrade: {reason}</translation>
    </message>
    <message>
        <source>The database server has no room for another connection. Nothing was saved; try again in a moment.</source>
        <translation>Databasservern har inte plats för fler anslutningar. Inget sparades. Försök igen om en stund.</translation>
    </message>
    <message>
        <source>The database server of {place} did not accept the login. Check user name and password in QGIS's connection or authentication settings.</source>
        <translation>Databasservern för {place} godtog inte inloggningen. Kontrollera användarnamn och lösenord i QGIS anslutning eller autentiseringsinställningar.</translation>
    </message>
    <message>
        <source>The database server's disk is full or cannot be written. Nothing was saved; tell its administrator.</source>
        <translation>Databasserverns disk är full eller kan inte skrivas till. Inget sparades. Meddela dess administratör.</translation>
    </message>
    <message>
        <source>The database took too long to answer and was stopped. Nothing was saved; try again, or with less at once.</source>
        <translation>Databasen tog för lång tid på sig och avbröts. Inget sparades. Försök igen, eller med mindre i taget.</translation>
    </message>
    <message>
        <source>The date order must be one of {orders}.</source>
        <translation>Datumordningen måste vara någon av {orders}.</translation>
    </message>
    <message>
        <source>The dates hold no time of day, so hours cannot be told. Choose a field with date and time.</source>
        <translation>Datumen saknar klockslag, så timmar kan inte anges. Välj ett fält med datum och klockslag.</translation>
    </message>
    <message>
        <source>The day of the feedback meeting, {date}, has not come yet.</source>
        <translation>Dagen för återkopplingsmötet, {date}, har inte kommit än.</translation>
    </message>
    <message>
        <source>The day of the next follow-up is not a date. Write it as 2026-05-01, 1/5 or +14.</source>
        <translation>Dagen för nästa uppföljning är inget datum. Skriv den som 2026-05-01, 1/5 eller +14.</translation>
    </message>
    <message>
        <source>The day of the pre-meeting, {date}, has not come yet.</source>
        <translation>Dagen för förmötet, {date}, har inte kommit än.</translation>
    </message>
    <message>
        <source>The day of the walk, {date}, has not come yet.</source>
        <translation>Dagen för vandringen, {date}, har inte kommit än.</translation>
    </message>
    <message>
        <source>The days before must end before the days after begin.</source>
        <translation>Dagarna före måste sluta innan dagarna efter börjar.</translation>
    </message>
    <message>
        <source>The deadline is not a date. Write it as 2026-05-01, 1/5 or +14.</source>
        <translation>Slutdatumet är inget datum. Skriv det som 2026-05-01, 1/5 eller +14.</translation>
    </message>
    <message>
        <source>The decrease is larger than chance explains.</source>
        <translation type="vanished">Minskningen är större än slumpen förklarar.</translation>
    </message>
    <message>
        <source>The demo is being made…</source>
        <translation>Demoarbetsytan skapas…</translation>
    </message>
    <message>
        <source>The densest share of the cells</source>
        <translation>Den tätaste andelen av rutorna</translation>
    </message>
    <message>
        <source>The difference from the previous period ({before}) may be chance.</source>
        <translation>Skillnaden mot föregående period ({before}) kan vara en slump.</translation>
    </message>
    <message>
        <source>The difference from the same period last year ({before}) may be chance.</source>
        <translation>Skillnaden mot samma period i fjol ({before}) kan vara en slump.</translation>
    </message>
    <message>
        <source>The difference is larger than chance explains.</source>
        <translation>Skillnaden är större än slumpen förklarar.</translation>
    </message>
    <message>
        <source>The disk has no room for {path}. Nothing was written; make room or choose another folder.</source>
        <translation>Disken har inte plats för {path}. Inget skrevs. Gör plats eller välj en annan mapp.</translation>
    </message>
    <message>
        <source>The disk with the workspace is full or cannot be written. Nothing was saved.</source>
        <translation>Disken med arbetsytan är full eller kan inte skrivas. Inget sparades.</translation>
    </message>
    <message>
        <source>The dispersion must be above 0.</source>
        <translation>Spridningen måste vara större än 0.</translation>
    </message>
    <message>
        <source>The displacement area and its comparison area belong together; give both or neither.</source>
        <translation>Omfördelningsområdet och dess jämförelseområde hör ihop; ange båda eller inget.</translation>
    </message>
    <message>
        <source>The displacement quotient ({q}), which compares shares instead of numbers, points in another direction than the difference around the place: conclude nothing from it.</source>
        <translation>Omfördelningskvoten ({q}), som jämför andelar i stället för antal, pekar åt ett annat håll än skillnaden runt platsen: dra ingen slutsats av den.</translation>
    </message>
    <message>
        <source>The displacement quotient is not read: no clear decrease against the comparison is shown at the place, so that there is nothing of which it could tell where it went.</source>
        <translation>Omfördelningskvoten tolkas inte: ingen säker minskning mot jämförelsen är visad på platsen, och utan en sådan säger kvoten inget om att händelser har flyttat.</translation>
    </message>
    <message>
        <source>The displacement quotient is not read: there are too few events to compare with.</source>
        <translation>Omfördelningskvoten tolkas inte: det finns för få händelser att jämföra med.</translation>
    </message>
    <message>
        <source>The displacement quotient is not reported: as a share of the comparison area's events those of the place did not fall.</source>
        <translation>Omfördelningskvoten redovisas inte: som andel av jämförelseområdets händelser har platsens inte minskat.</translation>
    </message>
    <message>
        <source>The displacement quotient is {q}. Above 0 the events around the place fell, too, as a share of the comparison area's; below 0 they rose, and below -1 they rose by more than fell away. It has no interval, so that chance may explain it.</source>
        <translation>Omfördelningskvoten är {q}. Över 0 betyder att händelserna runt platsen också minskat som andel av jämförelseområdets, under 0 att de ökat och under −1 att de ökat mer än minskningen på platsen. Kvoten saknar intervall, så slumpen kan inte uteslutas.</translation>
    </message>
    <message>
        <source>The displacement quotient is {q}. Above 0 the events around the place fell, too, as a share of the comparison area's; below 0 they rose, and below −1 they rose by more than fell away. It has no interval, so that chance may explain it.</source>
        <translation type="vanished">Omfördelningskvoten är {q}. Över 0 betyder att händelserna runt platsen också minskat som andel av jämförelseområdets, under 0 att de ökat och under −1 att de ökat mer än minskningen på platsen. Kvoten saknar intervall, så slumpen kan inte uteslutas.</translation>
    </message>
    <message>
        <source>The displacement quotient is {q}: as many events moved to the buffer as fell away.</source>
        <translation type="vanished">Omfördelningskvoten är {q}: lika många händelser flyttade till buffertzonen som föll bort.</translation>
    </message>
    <message>
        <source>The displacement quotient is {q}: more events came to the buffer than fell away.</source>
        <translation type="vanished">Omfördelningskvoten är {q}: fler händelser tillkom i buffertzonen än som föll bort.</translation>
    </message>
    <message>
        <source>The displacement quotient is {q}: some events moved to the buffer, but fewer than fell away.</source>
        <translation type="vanished">Omfördelningskvoten är {q}: en del händelser flyttade till buffertzonen, men färre än som föll bort.</translation>
    </message>
    <message>
        <source>The displacement quotient is {q}: the buffer did not change.</source>
        <translation type="vanished">Omfördelningskvoten är {q}: buffertzonen förändrades inte.</translation>
    </message>
    <message>
        <source>The displacement quotient is {q}: the buffer improved even more than the place itself.</source>
        <translation type="vanished">Omfördelningskvoten är {q}: buffertzonen förbättrades till och med mer än platsen själv.</translation>
    </message>
    <message>
        <source>The displacement quotient is {q}: the buffer improved too (diffusion of benefits).</source>
        <translation type="vanished">Omfördelningskvoten är {q}: även buffertzonen förbättrades (nyttan spred sig).</translation>
    </message>
    <message>
        <source>The distance band must be above 0 m, not {metres} m.</source>
        <translation>Avståndsbandet måste vara större än 0 m, inte {metres} m.</translation>
    </message>
    <message>
        <source>The distance must be above 0 m, not {given}.</source>
        <translation>Avståndet måste vara större än 0 m, inte {given}.</translation>
    </message>
    <message>
        <source>The distances of influence must be numbers above 0 metres.</source>
        <translation>Påverkansavstånden måste vara tal större än 0 meter.</translation>
    </message>
    <message>
        <source>The document is being written…</source>
        <translation>Dokumentet skrivs…</translation>
    </message>
    <message>
        <source>The document was written: {name}.</source>
        <translation>Dokumentet har skrivits: {name}.</translation>
    </message>
    <message>
        <source>The duration must be 0 days or more, not {given}.</source>
        <translation>Tiden måste vara 0 dagar eller mer, inte {given}.</translation>
    </message>
    <message>
        <source>The edge correction {edge} needs the observed area as a polygon.</source>
        <translation>Kantkorrigeringen {edge} behöver det observerade området som polygon.</translation>
    </message>
    <message>
        <source>The edition “{title}” is not what was adopted: its checksum does not agree. Take it from a backup.</source>
        <translation>Utgåvan ”{title}” är inte den som fastställdes: kontrollsumman stämmer inte. Hämta den från en säkerhetskopia.</translation>
    </message>
    <message>
        <source>The effect</source>
        <translation>Effekten</translation>
    </message>
    <message>
        <source>The effect of “{title}” is stored.</source>
        <translation>Effekten av ”{title}” är sparad.</translation>
    </message>
    <message>
        <source>The effects must be numbers and their variances above 0.</source>
        <translation>Effekterna måste vara tal och deras varianser större än 0.</translation>
    </message>
    <message>
        <source>The elevated-risk map holds for {day}.</source>
        <translation>Kartan över förhöjd risk gäller {day}.</translation>
    </message>
    <message>
        <source>The events are too few for a bootstrap interval.</source>
        <translation>Händelserna är för få för ett bootstrap-intervall.</translation>
    </message>
    <message>
        <source>The events ask for cells of {side} m, but {cell:g} m keeps the grid below {most} cells.</source>
        <translation>Händelserna kräver rutor på {side} m, men {cell:g} m håller rutnätet under {most} rutor.</translation>
    </message>
    <message>
        <source>The events stand so dense that {pairs} pairs would have to be compared. Choose a shorter distance or duration.</source>
        <translation>Händelserna ligger så tätt att {pairs} par skulle behöva jämföras. Välj ett kortare avstånd eller en kortare tid.</translation>
    </message>
    <message>
        <source>The exact distribution cannot be computed for these values; {count} permutations are simulated.</source>
        <translation>Den exakta fördelningen kan inte beräknas för dessa värden; {count} permutationer simuleras.</translation>
    </message>
    <message>
        <source>The exposure must have one number per period ({periods}), or one per reporter and period.</source>
        <translation>Exponeringen måste ha ett tal per period ({periods}), eller ett per rapportör och period.</translation>
    </message>
    <message>
        <source>The exposure needs one number above 0 per count.</source>
        <translation>Exponeringen behöver ett tal större än 0 för varje antal.</translation>
    </message>
    <message>
        <source>The exposure needs one number above 0 per step of the series.</source>
        <translation>Exponeringen behöver ett tal större än 0 för varje tidssteg i serien.</translation>
    </message>
    <message>
        <source>The exposure of a period cannot be negative or missing.</source>
        <translation>En periods exponering kan inte vara negativ eller saknas.</translation>
    </message>
    <message>
        <source>The expression names “{column}”, which is no field of this record type.</source>
        <translation>Uttrycket nämner ”{column}”, som inte är ett fält i posttypen.</translation>
    </message>
    <message>
        <source>The extent of the grid ends before it begins.</source>
        <translation>Rutnätets utsträckning slutar innan den börjar.</translation>
    </message>
    <message>
        <source>The extent of the grid has no finite coordinates.</source>
        <translation>Rutnätets utsträckning saknar ändliga koordinater.</translation>
    </message>
    <message>
        <source>The extent of the grid is empty or has no coordinates.</source>
        <translation>Rutnätets utsträckning är tom eller saknar koordinater.</translation>
    </message>
    <message>
        <source>The feedback meeting is held</source>
        <translation>Återkopplingsmötet har hållits</translation>
    </message>
    <message>
        <source>The field {field} of {table} holds another kind of value in this standard; that cannot be changed in a workspace with records.</source>
        <translation>Fältet {field} i {table} har en annan typ av värde i den här standarden; det kan inte ändras i en arbetsyta med poster.</translation>
    </message>
    <message>
        <source>The field “{field}” holds no population above 0, or one below.</source>
        <translation>Fältet ”{field}” har ingen befolkning större än 0, eller någon som är mindre än 0.</translation>
    </message>
    <message>
        <source>The field “{field}” of type {type} needs “{option}”.</source>
        <translation>Fältet ”{field}” av typen {type} behöver ”{option}”.</translation>
    </message>
    <message>
        <source>The field “{field}” refers to the record type “{record}”, not known.</source>
        <translation>Fältet ”{field}” hänvisar till posttypen ”{record}”, som inte är känd.</translation>
    </message>
    <message>
        <source>The field “{field}” stands in no known group.</source>
        <translation>Fältet ”{field}” står inte i någon känd grupp.</translation>
    </message>
    <message>
        <source>The figures (incidents: {count}), the maps and the texts are kept as they are now. Nobody can change them afterwards, not even you.</source>
        <translation>Siffrorna (händelser: {count}), kartorna och texterna bevaras som de är nu. Ingen kan ändra dem efteråt, inte ens du.</translation>
    </message>
    <message>
        <source>The figures ({count} incidents), the maps and the texts are kept as they are now. Nobody can change them afterwards, not even you.</source>
        <translation type="vanished">Siffrorna ({count} händelser), kartorna och texterna bevaras som de är nu. Ingen kan ändra dem efteråt, inte ens du.</translation>
    </message>
    <message>
        <source>The figures suggest {colour}: {reason}</source>
        <translation>Siffrorna talar för {colour}: {reason}</translation>
    </message>
    <message>
        <source>The figures tell what happened, not why: more than the measure may have changed at the same time.</source>
        <translation>Siffrorna visar vad som hänt, inte varför: även annat än åtgärden kan ha ändrats samtidigt.</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}).</source>
        <translation>Filen kan inte läsas ({reason}).</translation>
    </message>
    <message>
        <source>The file has no column “{column}”. Its columns are: {columns}.</source>
        <translation>Filen har ingen kolumn ”{column}”. Dess kolumner är: {columns}.</translation>
    </message>
    <message>
        <source>The file has the columns: {columns}.</source>
        <translation>Filen har kolumnerna: {columns}.</translation>
    </message>
    <message>
        <source>The file is empty; it needs at least a heading row.</source>
        <translation>Filen är tom; den behöver minst en rubrikrad.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text. In Excel: Save as, CSV UTF-8.</source>
        <translation>Filen är inte UTF-8-text. I Excel: Spara som, CSV UTF-8.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text. Save it again as UTF-8.</source>
        <translation>Filen är inte UTF-8-text. Spara den igen som UTF-8.</translation>
    </message>
    <message>
        <source>The file {key}.ini is not named under records; name it or remove the file.</source>
        <translation>Filen {key}.ini nämns inte under records; nämn den eller ta bort filen.</translation>
    </message>
    <message>
        <source>The file {path} already exists. Choose another name.</source>
        <translation>Filen {path} finns redan. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>The file {path} cannot be created. Is the folder there, and may you write in it?</source>
        <translation>Filen {path} kan inte skapas. Finns mappen, och får du skriva i den?</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}</source>
        <translation>Filen {path} kan inte läsas: {reason}</translation>
    </message>
    <message>
        <source>The file {path} cannot be replaced ({reason}). Close the project that shows it, or choose another name.</source>
        <translation>Filen {path} kan inte ersättas ({reason}). Stäng projektet som visar den, eller välj ett annat namn.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {reason}</source>
        <translation>Filen {path} kan inte skrivas: {reason}</translation>
    </message>
    <message>
        <source>The file {path} could not be written: {reason}</source>
        <translation>Filen {path} kunde inte skrivas: {reason}</translation>
    </message>
    <message>
        <source>The file {path} has no rows.</source>
        <translation>Filen {path} har inga rader.</translation>
    </message>
    <message>
        <source>The file {path} has no table “{layer}”. It has: {layers}.</source>
        <translation>Filen {path} har ingen tabell ”{layer}”. Den har: {layers}.</translation>
    </message>
    <message>
        <source>The file {path} holds no tables.</source>
        <translation>Filen {path} innehåller inga tabeller.</translation>
    </message>
    <message>
        <source>The file {path} is empty (0 bytes).</source>
        <translation>Filen {path} är tom (0 byte).</translation>
    </message>
    <message>
        <source>The file {path} is named as text but is a {kind} file. Give it its right name, or save it as CSV.</source>
        <translation>Filen {path} har namn som en textfil men är en {kind}-fil. Ge den rätt namn, eller spara den som CSV.</translation>
    </message>
    <message>
        <source>The file {path} is not a QGIS layout template. Save one from the layout designer (Layout ▸ Save as template).</source>
        <translation>Filen {path} är ingen layoutmall för QGIS. Spara en från layoutfönstret (Layout ▸ Spara som mall).</translation>
    </message>
    <message>
        <source>The file {path} is not a text file. Save it as CSV and try again.</source>
        <translation>Filen {path} är ingen textfil. Spara den som CSV och försök igen.</translation>
    </message>
    <message>
        <source>The file {path} is not an import profile.</source>
        <translation>Filen {path} är ingen importprofil.</translation>
    </message>
    <message>
        <source>The file {path} is not of a kind that can be read. Save it as CSV, Excel (xlsx), ODS or GeoPackage.</source>
        <translation>Filen {path} är av ett slag som inte kan läsas. Spara den som CSV, Excel (xlsx), ODS eller GeoPackage.</translation>
    </message>
    <message>
        <source>The file {path} is not written in {encoding}. Choose another encoding.</source>
        <translation>Filen {path} är inte skriven i {encoding}. Välj en annan teckenkodning.</translation>
    </message>
    <message>
        <source>The file {path} is open in another program or write-protected ({reason}). Close it or choose another name.</source>
        <translation>Filen {path} är öppen i ett annat program eller skrivskyddad ({reason}). Stäng den eller välj ett annat namn.</translation>
    </message>
    <message>
        <source>The file {path} was written.</source>
        <translation>Filen {path} har skrivits.</translation>
    </message>
    <message>
        <source>The file “{path}” cannot be written: {reason}</source>
        <translation>Filen ”{path}” kan inte skrivas: {reason}</translation>
    </message>
    <message>
        <source>The first row of {path} cannot be read: {reason}</source>
        <translation>Första raden i {path} kan inte läsas: {reason}</translation>
    </message>
    <message>
        <source>The first {count} measures are shown; search for others.</source>
        <translation>De första {count} åtgärderna visas; sök efter andra.</translation>
    </message>
    <message>
        <source>The folder {folder} already holds another photo named {name}. Choose another folder for the project.</source>
        <translation>Mappen {folder} innehåller redan ett annat foto som heter {name}. Välj en annan mapp för projektet.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}</source>
        <translation>Mappen {folder} kan inte skapas: {reason}</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}. Choose another folder.</source>
        <translation>Mappen {folder} kan inte skapas: {reason}. Välj en annan mapp.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>Mappen {folder} finns inte.</translation>
    </message>
    <message>
        <source>The folder {folder} is write-protected ({reason}). Choose another one.</source>
        <translation>Mappen {folder} är skrivskyddad ({reason}). Välj en annan.</translation>
    </message>
    <message>
        <source>The folder {folder} is write-protected.</source>
        <translation>Mappen {folder} är skrivskyddad.</translation>
    </message>
    <message>
        <source>The follow-up of “{title}” is stored.</source>
        <translation>Uppföljningen av ”{title}” är sparad.</translation>
    </message>
    <message>
        <source>The format of {path} is not known. Name a file that ends in {known}.</source>
        <translation>Formatet för {path} är okänt. Ange en fil som slutar på {known}.</translation>
    </message>
    <message>
        <source>The format “{format}” is not known. Choose among {known}.</source>
        <translation>Formatet ”{format}” är okänt. Välj bland {known}.</translation>
    </message>
    <message>
        <source>The funnel's target rate must be above 0, not {given}.</source>
        <translation>Trattdiagrammets målvärde måste vara större än 0, inte {given}.</translation>
    </message>
    <message>
        <source>The geometry “{value}” is not known; known are {known}.</source>
        <translation>Geometrin ”{value}” är inte känd; kända är {known}.</translation>
    </message>
    <message>
        <source>The goal is written and has a place.</source>
        <translation>Målet är skrivet och har en plats.</translation>
    </message>
    <message>
        <source>The grid has no cells; choose a larger extent.</source>
        <translation>Rutnätet har inga rutor; välj en större utsträckning.</translation>
    </message>
    <message>
        <source>The grid would have {cells} cells, and at most {most} are allowed; choose larger cells or a smaller extent.</source>
        <translation>Rutnätet skulle få {cells} rutor, och högst {most} är tillåtna; välj större rutor eller en mindre utsträckning.</translation>
    </message>
    <message>
        <source>The harm weight of {category} is {given}; it must be a number of 0 or more, or empty.</source>
        <translation>Skadevikten för {category} är {given}; den måste vara ett tal som är 0 eller större, eller tom.</translation>
    </message>
    <message>
        <source>The heading lacks {columns}. Columns are separated by semicolons.</source>
        <translation>Rubrikraden saknar {columns}. Kolumner skiljs åt med semikolon.</translation>
    </message>
    <message>
        <source>The history of the record {uuid} does not reach back to when you began.</source>
        <translation>Historiken för posten {uuid} når inte tillbaka till när du började.</translation>
    </message>
    <message>
        <source>The hottest place alone covers {first:.1%} of the area, more than the {share:.1%} asked for.</source>
        <translation>Enbart den hetaste platsen täcker {first:.1%} av ytan, mer än de {share:.1%} som efterfrågades.</translation>
    </message>
    <message>
        <source>The hottest {area:.2f} km² ({share:.1f} % of the area) hold {hits:.1f} % of what came after: PAI {pai:.2f}, PEI {pei:.2f}.</source>
        <translation>De hetaste {area:.2f} km² ({share:.1f} % av ytan) rymmer {hits:.1f} % av det som kom efter: PAI {pai:.2f}, PEI {pei:.2f}.</translation>
    </message>
    <message>
        <source>The incident</source>
        <translation>Händelsen</translation>
    </message>
    <message>
        <source>The incident has its place.</source>
        <translation>Händelsen har fått sin plats.</translation>
    </message>
    <message>
        <source>The incident is a draft, or has gone too far to be reviewed again.</source>
        <translation>Händelsen är ett utkast eller har kommit för långt för att granskas igen.</translation>
    </message>
    <message>
        <source>The incident is in that state already.</source>
        <translation>Händelsen har redan den statusen.</translation>
    </message>
    <message>
        <source>The incident is linked to the problem.</source>
        <translation>Händelsen är kopplad till problemet.</translation>
    </message>
    <message>
        <source>The incident is marked as fed back.</source>
        <translation>Händelsen är markerad som återkopplad.</translation>
    </message>
    <message>
        <source>The incident is marked as read.</source>
        <translation>Händelsen är markerad som läst.</translation>
    </message>
    <message>
        <source>The incident is no longer there.</source>
        <translation>Händelsen finns inte längre.</translation>
    </message>
    <message>
        <source>The incident is reported.</source>
        <translation>Händelsen är rapporterad.</translation>
    </message>
    <message>
        <source>The incident {name} has not been reviewed yet, or its reporter has been told already. Nothing was changed.</source>
        <translation>Händelsen {name} är inte granskad än, eller så har rapportören redan fått besked. Inget ändrades.</translation>
    </message>
    <message>
        <source>The incidents are more concentrated than chance gives.</source>
        <translation>Händelserna är mer koncentrerade än slumpen ger.</translation>
    </message>
    <message>
        <source>The incidents are not shown to be more concentrated than chance gives.</source>
        <translation>Händelserna är inte påvisat mer koncentrerade än slumpen ger.</translation>
    </message>
    <message>
        <source>The incidents cover fewer than two whole weeks or months.</source>
        <translation>Händelserna omfattar färre än två hela veckor eller månader.</translation>
    </message>
    <message>
        <source>The incidents cover less than two whole months around the measure.</source>
        <translation>Händelserna omfattar mindre än två hela månader kring åtgärden.</translation>
    </message>
    <message>
        <source>The incidents of {path} cannot be read.</source>
        <translation>Händelserna i {path} kan inte läsas.</translation>
    </message>
    <message>
        <source>The incidents of “{layer}” are used without dates, and this method needs them. Choose a date field.</source>
        <translation>Händelserna i ”{layer}” används utan datum, och metoden behöver datum. Välj ett datumfält.</translation>
    </message>
    <message>
        <source>The increase is larger than chance explains.</source>
        <translation type="vanished">Ökningen är större än slumpen förklarar.</translation>
    </message>
    <message>
        <source>The judgement is saved.</source>
        <translation>Bedömningen är sparad.</translation>
    </message>
    <message>
        <source>The kernel {name} has no edge correction.</source>
        <translation>Kärnan {name} har ingen kantkorrigering.</translation>
    </message>
    <message>
        <source>The key {key} may only hold the letters a to z, digits and underscores.</source>
        <translation>Nyckeln {key} får bara innehålla bokstäverna a till z, siffror och understreck.</translation>
    </message>
    <message>
        <source>The key “{key}” of [{kind}] may hold only a–z, 0–9 and _.</source>
        <translation>Nyckeln ”{key}” i [{kind}] får bara innehålla a–z, 0–9 och _.</translation>
    </message>
    <message>
        <source>The kind “{value}” of rule “{rule}” is not known; known are {known}.</source>
        <translation>Typen ”{value}” för regeln ”{rule}” är inte känd; kända är {known}.</translation>
    </message>
    <message>
        <source>The largest radius must be 0 or more.</source>
        <translation>Den största radien måste vara 0 eller större.</translation>
    </message>
    <message>
        <source>The largest share inside a circle must lie above 0 and up to 1.</source>
        <translation>Den största andelen inom en cirkel måste vara större än 0 och högst 1.</translation>
    </message>
    <message>
        <source>The last day {last} lies before the first day {first}; exchange the two dates.</source>
        <translation>Sista dagen {last} ligger före första dagen {first}; byt plats på datumen.</translation>
    </message>
    <message>
        <source>The last day, {last}, lies before the first, {first}.</source>
        <translation>Sista dagen, {last}, ligger före den första, {first}.</translation>
    </message>
    <message>
        <source>The last decision was taken back.</source>
        <translation>Det senaste beslutet togs tillbaka.</translation>
    </message>
    <message>
        <source>The last row of the table must stand for at least 1 event.</source>
        <translation>Tabellens sista rad måste stå för minst 1 händelse.</translation>
    </message>
    <message>
        <source>The last whole period</source>
        <translation>Den senaste hela perioden</translation>
    </message>
    <message>
        <source>The later period begins on {day}, but the incidents used are from {first} to {last}: there must be some time before and after it.</source>
        <translation>Den senare perioden börjar {day}, men händelserna som används är från {first} till {last}: det måste finnas tid både före och efter.</translation>
    </message>
    <message>
        <source>The later period begins on {day}, the middle.</source>
        <translation>Den senare perioden börjar {day}, i mitten.</translation>
    </message>
    <message>
        <source>The law</source>
        <translation>Lagen</translation>
    </message>
    <message>
        <source>The layer is no longer in the project.</source>
        <translation>Lagret finns inte längre i projektet.</translation>
    </message>
    <message>
        <source>The layer {layer} has unsaved fields of its own. Remove them and save again.</source>
        <translation>Lagret {layer} har egna fält som inte är sparade. Ta bort dem och spara igen.</translation>
    </message>
    <message>
        <source>The layer “{layer}” cannot be edited.</source>
        <translation>Lagret ”{layer}” kan inte redigeras.</translation>
    </message>
    <message>
        <source>The layer “{layer}” cannot be edited. Its file may be write-protected.</source>
        <translation>Lagret ”{layer}” kan inte redigeras. Dess fil kan vara skrivskyddad.</translation>
    </message>
    <message>
        <source>The layer “{layer}” cannot be put into the atlas's project.</source>
        <translation>Lagret ”{layer}” kan inte läggas in i atlasens projekt.</translation>
    </message>
    <message>
        <source>The layer “{layer}” cannot be put into the project.</source>
        <translation>Lagret ”{layer}” kan inte läggas in i projektet.</translation>
    </message>
    <message>
        <source>The layer “{layer}” cannot keep the style “{style}”.</source>
        <translation>Lagret ”{layer}” kan inte behålla stilen ”{style}”.</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no areas.</source>
        <translation>Lagret ”{layer}” har inga områden.</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no coordinate system and its coordinates look like degrees. Set its coordinate system first (right-click the layer, Layer CRS).</source>
        <translation>Lagret ”{layer}” har inget koordinatsystem och dess koordinater ser ut som grader. Ange först dess koordinatsystem (högerklicka på lagret, Lagrets koordinatsystem).</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no coordinate system; its coordinates are taken to be in {crs}.</source>
        <translation>Lagret ”{layer}” har inget koordinatsystem; dess koordinater antas vara i {crs}.</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no coordinate system; its coordinates are taken to be metres.</source>
        <translation>Lagret ”{layer}” har inget koordinatsystem; dess koordinater antas vara i meter.</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no date field. Choose the field that says when the incidents happened (a date, or text such as 2024-05-31 22:15).</source>
        <translation>Lagret ”{layer}” har inget datumfält. Välj det fält som anger när händelserna inträffade (ett datum, eller text som 2024-05-31 22:15).</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no field “{field}”.</source>
        <translation>Lagret ”{layer}” har inget fält ”{field}”.</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no places. Choose layers with points, lines or areas.</source>
        <translation>Lagret ”{layer}” har inga platser. Välj lager med punkter, linjer eller ytor.</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no style “{style}”.</source>
        <translation>Lagret ”{layer}” har ingen stil ”{style}”.</translation>
    </message>
    <message>
        <source>The layer “{layer}” holds no areas.</source>
        <translation>Lagret ”{layer}” innehåller inga områden.</translation>
    </message>
    <message>
        <source>The layer “{layer}” holds no areas. Choose a polygon layer.</source>
        <translation>Lagret ”{layer}” innehåller inga områden. Välj ett polygonlager.</translation>
    </message>
    <message>
        <source>The layer “{layer}” holds no incidents.</source>
        <translation>Lagret ”{layer}” innehåller inga händelser.</translation>
    </message>
    <message>
        <source>The layer “{layer}” holds no lines.</source>
        <translation>Lagret ”{layer}” innehåller inga linjer.</translation>
    </message>
    <message>
        <source>The layer “{layer}” holds no lines. Choose a street layer.</source>
        <translation>Lagret ”{layer}” innehåller inga linjer. Välj ett gatulager.</translation>
    </message>
    <message>
        <source>The layer “{layer}” holds no places and is left out.</source>
        <translation>Lagret ”{layer}” innehåller inga platser och utelämnas.</translation>
    </message>
    <message>
        <source>The layer “{layer}” holds no points. Choose a point layer, or make points of it first (centroids).</source>
        <translation>Lagret ”{layer}” innehåller inga punkter. Välj ett punktlager, eller gör först punkter av det (centroider).</translation>
    </message>
    <message>
        <source>The layer “{layer}” holds no polygons. Choose a polygon layer for the areas.</source>
        <translation>Lagret ”{layer}” innehåller inga polygoner. Välj ett polygonlager för områdena.</translation>
    </message>
    <message>
        <source>The layer “{layer}” is still in edit mode.</source>
        <translation>Lagret ”{layer}” är fortfarande i redigeringsläge.</translation>
    </message>
    <message>
        <source>The layer “{layer}” of a map cannot be drawn.</source>
        <translation>Lagret ”{layer}” på en karta kan inte ritas.</translation>
    </message>
    <message>
        <source>The layout template {path} cannot be read: {reason}</source>
        <translation>Layoutmallen {path} kan inte läsas: {reason}</translation>
    </message>
    <message>
        <source>The layout “{layout}” shows each place of a layer, but that layer is missing. Choose one in the atlas settings.</source>
        <translation>Layouten ”{layout}” visar varje plats i ett lager, men det lagret saknas. Välj ett i atlasens inställningar.</translation>
    </message>
    <message>
        <source>The length of a part must be a number above 0 metres, but is {length}.</source>
        <translation>En gatudels längd måste vara ett tal större än 0 meter men är {length}.</translation>
    </message>
    <message>
        <source>The lengths of periods and the sizes of areas must be above 0.</source>
        <translation>Periodernas längd och områdenas storlek måste vara större än 0.</translation>
    </message>
    <message>
        <source>The level of an alert must lie between 0 and 0.5, but it is {alpha}.</source>
        <translation>Nivån för ett larm måste ligga mellan 0 och 0,5 men är {alpha}.</translation>
    </message>
    <message>
        <source>The light is set for this period.</source>
        <translation>Periodens trafikljus är satt.</translation>
    </message>
    <message>
        <source>The light is set.</source>
        <translation>Trafikljuset är satt.</translation>
    </message>
    <message>
        <source>The light of this period is not set yet.</source>
        <translation>Periodens trafikljus är inte satt än.</translation>
    </message>
    <message>
        <source>The lights are set.</source>
        <translation>Trafikljusen är satta.</translation>
    </message>
    <message>
        <source>The limit is computed by 'delta' or by 'nbPlugin'.</source>
        <translation>Gränsen beräknas med ”delta” eller ”nbPlugin”.</translation>
    </message>
    <message>
        <source>The logo {path} cannot be read as a picture.</source>
        <translation>Logotypen {path} kan inte läsas som en bild.</translation>
    </message>
    <message>
        <source>The logo {path} does not exist. Choose another file.</source>
        <translation>Logotypen {path} finns inte. Välj en annan fil.</translation>
    </message>
    <message>
        <source>The longest window must be at least one day.</source>
        <translation>Det längsta fönstret måste vara minst en dag.</translation>
    </message>
    <message>
        <source>The map atlas for the council, as a PDF</source>
        <translation>Kartatlasen för rådet, som PDF</translation>
    </message>
    <message>
        <source>The map follows the list</source>
        <translation>Kartan följer listan</translation>
    </message>
    <message>
        <source>The map has no such place.</source>
        <translation>Någon sådan plats finns inte på kartan.</translation>
    </message>
    <message>
        <source>The map has no value in {n} places; give them 0 or leave them out.</source>
        <translation>Kartan saknar värde på {n} platser; ge dem 0 eller utelämna dem.</translation>
    </message>
    <message>
        <source>The measure begins on {start}, but the incidents used are from {first} to {last}: there must be some time before and after it.</source>
        <translation>Åtgärden börjar {start}, men händelserna som används är från {first} till {last}: det måste finnas tid både före och efter.</translation>
    </message>
    <message>
        <source>The measure has no place on the map. Give it one first.</source>
        <translation>Åtgärden har ingen plats på kartan. Ge den en först.</translation>
    </message>
    <message>
        <source>The measure is decided by this.</source>
        <translation>Åtgärden beslutas i och med detta.</translation>
    </message>
    <message>
        <source>The measure must start inside the series with at least two steps on each side; it starts at step {start} of {n}.</source>
        <translation>Åtgärden måste börja inne i serien med minst två tidssteg på varje sida; den börjar vid steg {start} av {n}.</translation>
    </message>
    <message>
        <source>The measure works from</source>
        <translation>Åtgärden verkar från</translation>
    </message>
    <message>
        <source>The measure “{title}” cannot be moved like that from the state it is in. Open it and look at its state.</source>
        <translation>Åtgärden ”{title}” kan inte flyttas så från den status den har. Öppna den och se efter vilken status det är.</translation>
    </message>
    <message>
        <source>The measure “{title}” is only proposed. Decide on it before it is followed up.</source>
        <translation>Åtgärden ”{title}” är bara föreslagen. Besluta om den innan den följs upp.</translation>
    </message>
    <message>
        <source>The measure “{title}” may not be published, or its problem may not.</source>
        <translation>Åtgärden ”{title}” får inte publiceras, eller så får dess problem inte det.</translation>
    </message>
    <message>
        <source>The measure “{title}” still goes on. Record that it was completed or called off before its effect is assessed.</source>
        <translation>Åtgärden ”{title}” pågår fortfarande. För in att den är genomförd eller inställd innan effekten bedöms.</translation>
    </message>
    <message>
        <source>The meeting does not go on, so that it cannot be closed.</source>
        <translation>Mötet pågår inte och kan därför inte avslutas.</translation>
    </message>
    <message>
        <source>The meeting goes on. Go on where it was.</source>
        <translation>Mötet pågår. Fortsätt där det var.</translation>
    </message>
    <message>
        <source>The meeting “{title}” was called off.</source>
        <translation>Mötet ”{title}” ställdes in.</translation>
    </message>
    <message>
        <source>The methods contradict each other: conclude nothing from them, and look at the periods and the comparison place.</source>
        <translation>Metoderna motsäger varandra: dra ingen slutsats av dem, och se över perioderna och jämförelseplatsen.</translation>
    </message>
    <message>
        <source>The methods side by side</source>
        <translation>Metoderna sida vid sida</translation>
    </message>
    <message>
        <source>The methods that need longer series neither confirm nor contradict it.</source>
        <translation type="vanished">Metoderna som behöver längre serier varken bekräftar eller motsäger det.</translation>
    </message>
    <message>
        <source>The middle of every area lies in the place of the measure, so none is left to compare with.</source>
        <translation>Alla områdens mittpunkter ligger i åtgärdens plats, så inget område finns kvar att jämföra med.</translation>
    </message>
    <message>
        <source>The middle of no area lies in the place of the measure.</source>
        <translation>Inget områdes mittpunkt ligger i åtgärdens plats.</translation>
    </message>
    <message>
        <source>The minutes are approved.</source>
        <translation>Protokollet är justerat.</translation>
    </message>
    <message>
        <source>The minutes are not approved yet.</source>
        <translation>Protokollet är inte justerat än.</translation>
    </message>
    <message>
        <source>The minutes are written, and not approved yet.</source>
        <translation>Protokollet är skrivet men inte justerat än.</translation>
    </message>
    <message>
        <source>The minutes were approved on {date}.</source>
        <translation>Protokollet justerades {date}.</translation>
    </message>
    <message>
        <source>The model cannot be estimated: one of the groups or stretches of time that it compares has no events at all. Use longer periods or the weighted displacement difference.</source>
        <translation>Modellen kan inte skattas: en av grupperna eller tidsperioderna som jämförs saknar helt händelser. Använd längre perioder eller den viktade omfördelningsskillnaden.</translation>
    </message>
    <message>
        <source>The model must be "poisson" or "linear", but it is "{model}".</source>
        <translation>Modellen måste vara ”poisson” eller ”linear” men är ”{model}”.</translation>
    </message>
    <message>
        <source>The model's table and its values do not have equally many rows.</source>
        <translation>Modellens tabell och dess värden har inte lika många rader.</translation>
    </message>
    <message>
        <source>The model's unknowns cannot be told apart with these data; use a longer series or a simpler model.</source>
        <translation>Modellens obekanta kan inte skiljas åt med dessa data; använd en längre serie eller en enklare modell.</translation>
    </message>
    <message>
        <source>The model's values must not be missing or infinite.</source>
        <translation>Modellens värden får inte saknas eller vara oändliga.</translation>
    </message>
    <message>
        <source>The municipal council last had a report on {date}.</source>
        <translation>Kommunfullmäktige fick senast en rapport {date}.</translation>
    </message>
    <message>
        <source>The name of a workspace's schema may not be empty, and holds none of these signs: {signs}</source>
        <translation>Namnet på en arbetsytas schema får inte vara tomt och inte innehålla något av tecknen {signs}</translation>
    </message>
    <message>
        <source>The name {name} is too long: at most {limit} characters (å, ä and ö count as two), so that its roles have room.</source>
        <translation>Namnet {name} är för långt: högst {limit} tecken (å, ä och ö räknas som två), så att dess roller får plats.</translation>
    </message>
    <message>
        <source>The next period has no events to compare the map with.</source>
        <translation>Den följande perioden saknar händelser att jämföra kartan med.</translation>
    </message>
    <message>
        <source>The normal distribution alone calls chance hot where incidents are few per cell. Conditional permutation compares only the neighbours with other places, and so misses crowds on one or two cells.</source>
        <translation>Enbart normalfördelningen tar slump för heta platser där händelserna är få per ruta. Betingad permutation jämför bara grannarna med andra platser och missar därför ansamlingar på en eller två rutor.</translation>
    </message>
    <message>
        <source>The normal distribution alone, as most programs use it, would mark {hot} hot and {cold} cold spots.</source>
        <translation>Enbart normalfördelningen, som de flesta program använder den, skulle markera {hot} heta och {cold} kalla platser.</translation>
    </message>
    <message>
        <source>The number of neighbours must lie between 1 and {most} for {n} events, but is {k}.</source>
        <translation>Antalet grannar måste ligga mellan 1 och {most} för {n} händelser men är {k}.</translation>
    </message>
    <message>
        <source>The number of season terms must be between 0 and half the period.</source>
        <translation>Antalet säsongstermer måste ligga mellan 0 och halva perioden.</translation>
    </message>
    <message>
        <source>The number of simulations cannot be negative.</source>
        <translation>Antalet simuleringar kan inte vara negativt.</translation>
    </message>
    <message>
        <source>The numbers are too small to say anything about the effect. Wait, or choose longer periods.</source>
        <translation>Antalen är för små för att säga något om effekten. Vänta, eller välj längre perioder.</translation>
    </message>
    <message>
        <source>The observed span needs one first and one last day; give both dates.</source>
        <translation>Observationstiden behöver en första och en sista dag; ange båda.</translation>
    </message>
    <message>
        <source>The open project has no layer for this kind of record. Add it, or open the workspace's own project.</source>
        <translation>Det öppna projektet har inget lager för sådana poster. Lägg till det, eller öppna arbetsytans eget projekt.</translation>
    </message>
    <message>
        <source>The order of EST</source>
        <translation>EST-ordningen</translation>
    </message>
    <message>
        <source>The other report</source>
        <translation>Den andra rapporten</translation>
    </message>
    <message>
        <source>The over-dispersion must be 1 or more, but it is {value}.</source>
        <translation>Överspridningen måste vara 1 eller större men är {value}.</translation>
    </message>
    <message>
        <source>The owner's answer</source>
        <translation>Den ansvarigas svar</translation>
    </message>
    <message>
        <source>The panels of the EST cycle</source>
        <translation>EST-cykelns paneler</translation>
    </message>
    <message>
        <source>The parent list “{list}” is not a code list.</source>
        <translation>Föräldralistan ”{list}” är ingen kodlista.</translation>
    </message>
    <message>
        <source>The parent “{parent}” of “{code}” is not a code of the list {list}.</source>
        <translation>Föräldern ”{parent}” till ”{code}” är ingen kod i listan {list}.</translation>
    </message>
    <message>
        <source>The period ends ({last}) before it begins ({first}).</source>
        <translation>Perioden slutar ({last}) innan den börjar ({first}).</translation>
    </message>
    <message>
        <source>The period from {first} holds {days:.0f} days.</source>
        <translation>Perioden från {first} rymmer {days:.0f} dagar.</translation>
    </message>
    <message>
        <source>The period has been adopted, and what was adopted does not change. Set the light for the current period.</source>
        <translation>Perioden är fastställd, och det som är fastställt ändras inte. Sätt ljuset för den pågående perioden.</translation>
    </message>
    <message>
        <source>The period has no record yet. Open it to write in it, and to judge its traffic lights.</source>
        <translation>Perioden har ingen post än. Öppna den för att skriva i den och bedöma trafikljusen.</translation>
    </message>
    <message>
        <source>The period is adopted; its traffic lights do not change any more.</source>
        <translation>Perioden är fastställd; dess trafikljus ändras inte mer.</translation>
    </message>
    <message>
        <source>The period is empty: it must end after it starts.</source>
        <translation>Perioden är tom: den måste sluta efter att den börjar.</translation>
    </message>
    <message>
        <source>The period is finished.</source>
        <translation>Perioden är avslutad.</translation>
    </message>
    <message>
        <source>The period is open.</source>
        <translation>Perioden är öppnad.</translation>
    </message>
    <message>
        <source>The period is shorter than one {unit}.</source>
        <translation>Perioden är kortare än ett tidssteg ({unit}).</translation>
    </message>
    <message>
        <source>The period is {days} days long. Public editions cover at least a month, so that no single incident can be recognised.</source>
        <translation>Perioden är {days} dagar lång. Publika utgåvor omfattar minst en månad, så att ingen enskild händelse kan kännas igen.</translation>
    </message>
    <message>
        <source>The period is {first} to {last}, the last whole one that the data cover.</source>
        <translation>Perioden är {first} till {last}, den senaste hela som uppgifterna täcker.</translation>
    </message>
    <message>
        <source>The period of interest begins on {day}.</source>
        <translation>Perioden som analyseras börjar {day}.</translation>
    </message>
    <message>
        <source>The period runs until {date}: what happens until then will be shown as late.</source>
        <translation>Perioden pågår till och med {date}: det som händer fram till dess visas som sent inkommet.</translation>
    </message>
    <message>
        <source>The period to forecast begins on {day}.</source>
        <translation>Perioden att förutse börjar {day}.</translation>
    </message>
    <message>
        <source>The period was changed by someone else while you write. Copy your text, then press “Show what is stored”.</source>
        <translation>Någon annan ändrade perioden medan du skrev. Kopiera din text och tryck sedan på ”Visa det som är sparat”.</translation>
    </message>
    <message>
        <source>The period “{title}” has no dates.</source>
        <translation>Perioden ”{title}” saknar datum.</translation>
    </message>
    <message>
        <source>The photo cannot be read.</source>
        <translation>Fotot kan inte läsas.</translation>
    </message>
    <message>
        <source>The photo cannot be stored in {folder}: {reason}</source>
        <translation>Fotot kan inte sparas i {folder}: {reason}</translation>
    </message>
    <message>
        <source>The photo {name} is not in {folder} and was not copied.</source>
        <translation>Fotot {name} finns inte i {folder} och kopierades inte.</translation>
    </message>
    <message>
        <source>The photo {name} is too large.</source>
        <translation>Fotot {name} är för stort.</translation>
    </message>
    <message>
        <source>The picture never changes any more. Share it with those who need it.</source>
        <translation>Bilden ändras aldrig mer. Dela den med dem som behöver den.</translation>
    </message>
    <message>
        <source>The place did not do better than the comparison area, so that there is nothing that could have moved: the displacement quotient is not reported.</source>
        <translation type="vanished">Platsen utvecklades inte bättre än jämförelseområdet, så det finns inget som kan ha flyttat: omfördelningskvoten redovisas inte.</translation>
    </message>
    <message>
        <source>The place is not a single point but {kind}.</source>
        <translation>Platsen är inte en enda punkt utan {kind}.</translation>
    </message>
    <message>
        <source>The place is of another kind than the table holds.</source>
        <translation>Platsen är av ett annat slag än tabellen rymmer.</translation>
    </message>
    <message>
        <source>The place lies outside the area where {crs} holds. Check the coordinates and their coordinate system.</source>
        <translation>Platsen ligger utanför det område där {crs} gäller. Kontrollera koordinaterna och deras koordinatsystem.</translation>
    </message>
    <message>
        <source>The place of “{title}” is drawn.</source>
        <translation>Platsen för ”{title}” är ritad.</translation>
    </message>
    <message>
        <source>The places could not be compared, so that the quotient cannot be read either.</source>
        <translation>Platserna kunde inte jämföras, och därför kan inte heller kvoten tolkas.</translation>
    </message>
    <message>
        <source>The places differ more than chance explains ({i2}% of the variation is between them): look at them one by one.</source>
        <translation>Platserna skiljer sig mer än slumpen förklarar ({i2} % av variationen finns mellan dem): se på dem en och en.</translation>
    </message>
    <message>
        <source>The places do not differ more than chance explains.</source>
        <translation>Platserna skiljer sig inte mer än slumpen förklarar.</translation>
    </message>
    <message>
        <source>The plan is saved.</source>
        <translation>Planen är sparad.</translation>
    </message>
    <message>
        <source>The plugin Processing is switched off. Switch it on among the plugins.</source>
        <translation>Insticksprogrammet Processing är avstängt. Slå på det bland insticksprogrammen.</translation>
    </message>
    <message>
        <source>The point is a proposed measure now.</source>
        <translation>Punkten är nu en föreslagen åtgärd.</translation>
    </message>
    <message>
        <source>The point is changed.</source>
        <translation>Punkten är ändrad.</translation>
    </message>
    <message>
        <source>The point is moved.</source>
        <translation>Punkten är flyttad.</translation>
    </message>
    <message>
        <source>The point is noted.</source>
        <translation>Punkten är noterad.</translation>
    </message>
    <message>
        <source>The points are given to their owner.</source>
        <translation>Punkterna är fördelade till den ansvariga.</translation>
    </message>
    <message>
        <source>The points are numbered anew.</source>
        <translation>Punkterna har fått nya nummer.</translation>
    </message>
    <message>
        <source>The points have changed meanwhile. Look at the list again before you number them.</source>
        <translation>Punkterna har ändrats under tiden. Titta på listan igen innan du numrerar dem.</translation>
    </message>
    <message>
        <source>The population must be zero or more everywhere and not zero in all.</source>
        <translation>Befolkningen måste vara noll eller större överallt och får inte vara noll sammanlagt.</translation>
    </message>
    <message>
        <source>The population of “{name}” is “{value}”, which is no number of people.</source>
        <translation>Befolkningen i ”{name}” är ”{value}”, som inte är ett antal människor.</translation>
    </message>
    <message>
        <source>The pre-meeting is held</source>
        <translation>Förmötet har hållits</translation>
    </message>
    <message>
        <source>The previous period would begin on {day}, and the data begin on {first}.</source>
        <translation>Föregående period skulle börja {day}, men uppgifterna börjar {first}.</translation>
    </message>
    <message>
        <source>The problem does not exist, or may not be published.</source>
        <translation>Problemet finns inte, eller får inte publiceras.</translation>
    </message>
    <message>
        <source>The problem has no place on the map.</source>
        <translation>Problemet har ingen plats på kartan.</translation>
    </message>
    <message>
        <source>The problem is solved or deleted and has no place in the order.</source>
        <translation>Problemet är löst eller borttaget och har ingen plats i ordningen.</translation>
    </message>
    <message>
        <source>The problem was created with one incident.</source>
        <translation>Problemet skapades med en händelse.</translation>
    </message>
    <message>
        <source>The problem was created with {count} incidents.</source>
        <translation>Problemet skapades med {count} händelser.</translation>
    </message>
    <message>
        <source>The problem was not stored; see the message above the map.</source>
        <translation type="vanished">Problemet sparades inte; se meddelandet ovanför kartan.</translation>
    </message>
    <message>
        <source>The problem’s</source>
        <translation>Problemets</translation>
    </message>
    <message>
        <source>The profile says</source>
        <translation>Som profilen anger</translation>
    </message>
    <message>
        <source>The profile was saved to {path}.</source>
        <translation>Profilen sparades i {path}.</translation>
    </message>
    <message>
        <source>The profile {path} cannot be read: {reason}</source>
        <translation>Profilen {path} kan inte läsas: {reason}</translation>
    </message>
    <message>
        <source>The profile {path} cannot be written: {reason}</source>
        <translation>Profilen {path} kan inte skrivas: {reason}</translation>
    </message>
    <message>
        <source>The profile {path} has the unknown entry “{entry}”. It may come from a newer version of Trygg.</source>
        <translation>Profilen {path} har den okända uppgiften ”{entry}”. Den kan komma från en nyare version av Trygg.</translation>
    </message>
    <message>
        <source>The profile {path} is not well formed: {reason}</source>
        <translation>Profilen {path} är inte rätt uppbyggd: {reason}</translation>
    </message>
    <message>
        <source>The project already has a layout named “{name}”.</source>
        <translation>Projektet har redan en layout som heter ”{name}”.</translation>
    </message>
    <message>
        <source>The project has no layer of problems whose form could open.</source>
        <translation type="vanished">Projektet har inget problemlager vars formulär kan öppnas.</translation>
    </message>
    <message>
        <source>The project has no layer of problems. Add it to the project first.</source>
        <translation>Projektet har inget lager med problem. Lägg till det i projektet först.</translation>
    </message>
    <message>
        <source>The project shows no layer of this kind.</source>
        <translation>Projektet visar inget sådant lager.</translation>
    </message>
    <message>
        <source>The project {path} could not be written.</source>
        <translation>Projektet {path} kunde inte skrivas.</translation>
    </message>
    <message>
        <source>The project {path} could not be written: {reason}</source>
        <translation>Projektet {path} kunde inte skrivas: {reason}</translation>
    </message>
    <message>
        <source>The project {path} was not opened.</source>
        <translation>Projektet {path} öppnades inte.</translation>
    </message>
    <message>
        <source>The project {path} was written.</source>
        <translation>Projektet {path} skrevs.</translation>
    </message>
    <message>
        <source>The queue is empty. All that has come in is reviewed.</source>
        <translation>Kön är tom. Allt som har kommit in är granskat.</translation>
    </message>
    <message>
        <source>The quotient has no interval: read it beside the weighted displacement difference, which has.</source>
        <translation type="vanished">Kvoten har inget intervall: läs den bredvid den viktade omfördelningsskillnaden, som har ett.</translation>
    </message>
    <message>
        <source>The randomisation distribution is only known where every neighbour counts alike; choose conditional permutation or the normal distribution.</source>
        <translation type="vanished">Slumpfördelningen är känd bara när alla grannar räknas lika; välj betingad permutation eller normalfördelningen.</translation>
    </message>
    <message>
        <source>The raster “{path}” cannot be written. Is the folder there and the file not open in another program? {reason}</source>
        <translation>Rastret ”{path}” kan inte skrivas. Finns mappen, och är filen inte öppen i ett annat program? {reason}</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>The record has unsaved edits in the layer {layer}. Save or discard them first.</source>
        <translation>Posten har osparade ändringar i lagret {layer}. Spara eller ångra dem först.</translation>
    </message>
    <message>
        <source>The record is deleted and will be brought back.</source>
        <translation>Posten är borttagen och kommer tillbaka.</translation>
    </message>
    <message>
        <source>The record is no longer there.</source>
        <translation>Posten finns inte längre.</translation>
    </message>
    <message>
        <source>The record is not in the layer “{layer}”; a filter may hide it.</source>
        <translation>Posten finns inte i lagret ”{layer}”; ett filter kan dölja den.</translation>
    </message>
    <message>
        <source>The record says the same already.</source>
        <translation>Posten säger redan detsamma.</translation>
    </message>
    <message>
        <source>The record type “{key}” has no file {key}.ini.</source>
        <translation>Posttypen ”{key}” har ingen fil {key}.ini.</translation>
    </message>
    <message>
        <source>The record type “{key}” is named twice.</source>
        <translation>Posttypen ”{key}” nämns två gånger.</translation>
    </message>
    <message>
        <source>The record {uuid} in {table} does not exist.</source>
        <translation>Posten {uuid} i {table} finns inte.</translation>
    </message>
    <message>
        <source>The record's history no longer holds that version.</source>
        <translation>Den versionen finns inte längre i postens historik.</translation>
    </message>
    <message>
        <source>The record's uuid, as the attribute table shows it. Empty: the latest one.</source>
        <translation>Postens uuid, så som attributtabellen visar den. Tomt: den senaste.</translation>
    </message>
    <message>
        <source>The rejected rows cannot be shown: their table is gone.</source>
        <translation>De avvisade raderna kan inte visas: deras tabell är borta.</translation>
    </message>
    <message>
        <source>The remaining records</source>
        <translation>Övriga poster</translation>
    </message>
    <message>
        <source>The report {other} is a draft, rejected or anonymised and cannot be the one that is kept. Take it up for review first.</source>
        <translation>Rapporten {other} är ett utkast, avvisad eller avidentifierad och kan inte vara den som behålls. Ta upp den till granskning först.</translation>
    </message>
    <message>
        <source>The report {other} is itself a duplicate. Merge with the one that was kept.</source>
        <translation>Rapporten {other} är själv en dubblett. Slå samman med den som behölls.</translation>
    </message>
    <message>
        <source>The reporters have read everything.</source>
        <translation>Rapportörerna har läst allt.</translation>
    </message>
    <message>
        <source>The restore of “{record}” was taken back.</source>
        <translation>Återställningen av ”{record}” togs tillbaka.</translation>
    </message>
    <message>
        <source>The result “{name}” could not be written: {reason}</source>
        <translation>Resultatet ”{name}” kunde inte skrivas: {reason}</translation>
    </message>
    <message>
        <source>The review was due on {date}.</source>
        <translation>Översynen skulle ha gjorts {date}.</translation>
    </message>
    <message>
        <source>The rings of the area cross each other or themselves; repair the polygons first.</source>
        <translation>Områdets ringar korsar varandra eller sig själva; laga polygonerna först.</translation>
    </message>
    <message>
        <source>The risk factor {name} has an unknown kind of influence: {kind}.</source>
        <translation>Riskfaktorn {name} har en okänd typ av påverkan: {kind}.</translation>
    </message>
    <message>
        <source>The route has no place in the workspace's coordinate system.</source>
        <translation>Vägen går inte att återge i arbetsytans koordinatsystem.</translation>
    </message>
    <message>
        <source>The route is on the map.</source>
        <translation>Vägen finns på kartan.</translation>
    </message>
    <message>
        <source>The route is saved.</source>
        <translation>Vägen är sparad.</translation>
    </message>
    <message>
        <source>The row cannot be read: {reason}</source>
        <translation>Raden kan inte läsas: {reason}</translation>
    </message>
    <message>
        <source>The row does not say when it happened.</source>
        <translation>Raden anger inte när det inträffade.</translation>
    </message>
    <message>
        <source>The row has no place.</source>
        <translation>Raden har ingen plats.</translation>
    </message>
    <message>
        <source>The row has {found} cells where the header has {expected}; a delimiter or a quotation mark may be missing.</source>
        <translation>Raden har {found} celler där rubrikraden har {expected}; en avgränsare eller ett citattecken kan saknas.</translation>
    </message>
    <message>
        <source>The row has {found} columns where the heading has {expected}.</source>
        <translation>Raden har {found} kolumner där rubrikraden har {expected}.</translation>
    </message>
    <message>
        <source>The rule “{rule}” has values but no field that they belong to.</source>
        <translation>Regeln ”{rule}” har värden men inget fält som de hör till.</translation>
    </message>
    <message>
        <source>The rule “{rule}” must begin with a reference, and name a field of the record that it refers to as its unless_field.</source>
        <translation>Regeln ”{rule}” måste börja med en referens och ange ett fält i posten som den pekar på som unless_field.</translation>
    </message>
    <message>
        <source>The rule “{rule}” names the value “{value}”, unknown in list {list}.</source>
        <translation>Regeln ”{rule}” nämner värdet ”{value}”, som inte finns i listan {list}.</translation>
    </message>
    <message>
        <source>The rule “{rule}” names “{field}”, which is no field here.</source>
        <translation>Regeln ”{rule}” nämner ”{field}”, som inte är ett fält här.</translation>
    </message>
    <message>
        <source>The same days last year: {count}{verdict}</source>
        <translation>Samma dagar i fjol: {count}{verdict}</translation>
    </message>
    <message>
        <source>The same for all rows, where no column says it:</source>
        <translation>Lika för alla rader där ingen kolumn anger det:</translation>
    </message>
    <message>
        <source>The same place ends at {same} but the first band already at {width}; choose a smaller distance for the same place.</source>
        <translation>”Samma plats” slutar vid {same} men redan första bandet vid {width}; välj ett mindre avstånd för samma plats.</translation>
    </message>
    <message>
        <source>The scan would have to keep {number} combinations of circles and places, more than the {limit} that fit in memory. Choose a smaller largest radius or fewer events.</source>
        <translation>Sökningen skulle behöva hålla {number} kombinationer av cirklar och platser, fler än de {limit} som ryms i minnet. Välj en mindre största radie eller färre händelser.</translation>
    </message>
    <message>
        <source>The schema {name} is not a workspace with roles.</source>
        <translation>Schemat {name} är ingen arbetsyta med roller.</translation>
    </message>
    <message>
        <source>The schema {name} is there already and is no union. Choose another name.</source>
        <translation>Schemat {name} finns redan och är ingen gemensam vy. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>The score {score} of the criterion “{criterion}” is not between 0 and {highest}.</source>
        <translation>Poängen {score} för kriteriet ”{criterion}” ligger inte mellan 0 och {highest}.</translation>
    </message>
    <message>
        <source>The section [record] is missing.</source>
        <translation>Sektionen [record] saknas.</translation>
    </message>
    <message>
        <source>The section [standard] with version and records is missing.</source>
        <translation>Sektionen [standard] med version och records saknas.</translation>
    </message>
    <message>
        <source>The selected incidents are no longer linked to the problem.</source>
        <translation>De valda händelserna är inte längre kopplade till problemet.</translation>
    </message>
    <message>
        <source>The series has only {n} periods on one side of the measure; at least {wanted} are needed on both before anything can be said.</source>
        <translation>Serien har bara {n} perioder på ena sidan av åtgärden; minst {wanted} behövs på båda innan något kan sägas.</translation>
    </message>
    <message>
        <source>The server already has a login {name}. Give it a role instead.</source>
        <translation>Servern har redan en inloggning {name}. Ge den en roll i stället.</translation>
    </message>
    <message>
        <source>The server has a login {name}, which is the name that a role of the workspace needs. Give the workspace's schema another name.</source>
        <translation>Servern har en inloggning {name}, och det namnet behöver en av arbetsytans roller. Ge arbetsytans schema ett annat namn.</translation>
    </message>
    <message>
        <source>The server has no login of that name. Save once more to create it with this password, and hand the password over in a safe way.</source>
        <translation>Servern har ingen inloggning med det namnet. Spara en gång till för att skapa den med det här lösenordet, och lämna över lösenordet på ett säkert sätt.</translation>
    </message>
    <message>
        <source>The server has no login {name} any more.</source>
        <translation>Servern har inte längre någon inloggning {name}.</translation>
    </message>
    <message>
        <source>The server has no login {name}.</source>
        <translation>Servern har ingen inloggning {name}.</translation>
    </message>
    <message>
        <source>The server has no such database: {place}.</source>
        <translation>Servern har ingen sådan databas: {place}.</translation>
    </message>
    <message>
        <source>The server has too many roles named after {name}. Choose another name.</source>
        <translation>Servern har för många roller med namn efter {name}. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>The server of {place} is too old: PostgreSQL 13 or later is needed.</source>
        <translation>Servern för {place} är för gammal: PostgreSQL 13 eller senare behövs.</translation>
    </message>
    <message>
        <source>The share of cells must lie between 0 and 1, not {given}.</source>
        <translation>Andelen rutor måste ligga mellan 0 och 1, inte {given}.</translation>
    </message>
    <message>
        <source>The share of events per sample must lie between 0 and 1.</source>
        <translation>Andelen händelser per stickprov måste ligga mellan 0 och 1.</translation>
    </message>
    <message>
        <source>The share of the L1 penalty must lie between 0 and 1, but is {share}.</source>
        <translation>Andelen L1-straff måste ligga mellan 0 och 1 men är {share}.</translation>
    </message>
    <message>
        <source>The significance limit must lie between 0 and 1.</source>
        <translation>Signifikansgränsen måste ligga mellan 0 och 1.</translation>
    </message>
    <message>
        <source>The situation picture lacks part {parts} of three.</source>
        <translation>Lägesbilden saknar del {parts} av tre.</translation>
    </message>
    <message>
        <source>The smallest cluster must have at least 1 event, not {given}.</source>
        <translation>Det minsta klustret måste ha minst 1 händelse, inte {given}.</translation>
    </message>
    <message>
        <source>The source’s own id</source>
        <translation>Källans egen beteckning</translation>
    </message>
    <message>
        <source>The standard changes the kind of place of {table}; that cannot be done in a workspace with records. Create a new workspace.</source>
        <translation>Standarden ändrar geometritypen för {table}; det går inte i en arbetsyta med poster. Skapa en ny arbetsyta.</translation>
    </message>
    <message>
        <source>The standard in {folder} cannot be used. Correct this and try again:
{problems}</source>
        <translation>Standarden i {folder} kan inte användas. Rätta detta och försök igen:
{problems}</translation>
    </message>
    <message>
        <source>The standard stored in the workspace cannot be read ({reason}).</source>
        <translation>Standarden som är lagrad i arbetsytan kan inte läsas ({reason}).</translation>
    </message>
    <message>
        <source>The state field “{field}” is not a field of type code.</source>
        <translation>Statusfältet ”{field}” är inte ett fält av typen code.</translation>
    </message>
    <message>
        <source>The state was not changed; see the message above the map.</source>
        <translation>Statusen ändrades inte; se meddelandet ovanför kartan.</translation>
    </message>
    <message>
        <source>The statement as a document to attach to a decision</source>
        <translation>Redovisningen som ett dokument att bifoga till ett beslut</translation>
    </message>
    <message>
        <source>The stored calculation cannot be repeated: it is damaged, or a newer version of Trygg wrote it.</source>
        <translation>Den sparade beräkningen kan inte göras om: den är skadad, eller skriven av en nyare version av Trygg.</translation>
    </message>
    <message>
        <source>The stored edition cannot be read: it is damaged, or a newer version of Trygg wrote it.</source>
        <translation>Den sparade utgåvan kan inte läsas: den är skadad, eller skriven av en nyare version av Trygg.</translation>
    </message>
    <message>
        <source>The stored edition holds no document.</source>
        <translation>Den sparade utgåvan innehåller inget dokument.</translation>
    </message>
    <message>
        <source>The streets would be cut into {count} parts; choose a greater length.</source>
        <translation>Gatorna skulle delas i {count} delar; välj en större längd.</translation>
    </message>
    <message>
        <source>The study period needs one first and one last day.</source>
        <translation>Undersökningsperioden behöver en första och en sista dag.</translation>
    </message>
    <message>
        <source>The surface shows incidents per km² within {bandwidth} m of each place, highest {highest}.</source>
        <translation>Ytan visar händelser per km² inom {bandwidth} m från varje plats, som högst {highest}.</translation>
    </message>
    <message>
        <source>The table is too small: more areas or more periods are needed.</source>
        <translation>Tabellen är för liten: fler områden eller fler perioder behövs.</translation>
    </message>
    <message>
        <source>The table shows the {count} areas with most incidents; the layer has all.</source>
        <translation>Tabellen visar de {count} områdena med flest händelser; lagret har alla.</translation>
    </message>
    <message>
        <source>The table {table} cannot be created.</source>
        <translation>Tabellen {table} kan inte skapas.</translation>
    </message>
    <message>
        <source>The table {table} could not be filled.</source>
        <translation>Tabellen {table} kunde inte fyllas.</translation>
    </message>
    <message>
        <source>The table {table} of {path} cannot be opened as a layer.</source>
        <translation>Tabellen {table} i {path} kan inte öppnas som lager.</translation>
    </message>
    <message>
        <source>The table {table} of {path} cannot be read back.</source>
        <translation>Tabellen {table} i {path} kan inte läsas tillbaka.</translation>
    </message>
    <message>
        <source>The table {table} of {path} cannot take its columns.</source>
        <translation>Tabellen {table} i {path} kan inte ta emot sina kolumner.</translation>
    </message>
    <message>
        <source>The target is a change of {percent:+.0f} per cent. Compare with what similar measures have reached.</source>
        <translation>Målet är en förändring med {percent:+.0f} procent. Jämför med vad liknande åtgärder har uppnått.</translation>
    </message>
    <message>
        <source>The target is the same as the baseline: nothing would change.</source>
        <translation>Målvärdet är detsamma som utgångsvärdet: ingenting skulle ändras.</translation>
    </message>
    <message>
        <source>The template {path} has lost its item “{item}”, which the text of a document fills. Add a rectangle with that id, or take the template that came with Trygg.</source>
        <translation>Mallen {path} saknar objektet ”{item}”, som dokumentets text fyller. Lägg till en rektangel med det id:t, eller använd mallen som följer med Trygg.</translation>
    </message>
    <message>
        <source>The test is exact and knows small numbers. It does not know whether more reporters gave more reports.</source>
        <translation>Testet är exakt och klarar små tal. Det visar inte om fler rapportörer har gett fler rapporter.</translation>
    </message>
    <message>
        <source>The test needs at least one simulation.</source>
        <translation>Testet behöver minst en simulering.</translation>
    </message>
    <message>
        <source>The text in {column} holds a NUL character.</source>
        <translation>Texten i {column} innehåller ett NUL-tecken.</translation>
    </message>
    <message>
        <source>The text is copied. Mark the incidents as fed back when you have sent it.</source>
        <translation>Texten är kopierad. Markera händelserna som återkopplade när du har skickat den.</translation>
    </message>
    <message>
        <source>The text may hold personal data.</source>
        <translation>Texten kan innehålla personuppgifter.</translation>
    </message>
    <message>
        <source>The texts are saved.</source>
        <translation>Texterna är sparade.</translation>
    </message>
    <message>
        <source>The tolerance for joining streets must be 0 metres or more.</source>
        <translation>Toleransen för att foga samman gator måste vara 0 meter eller mer.</translation>
    </message>
    <message>
        <source>The tolerance must be above 0 m, not {metres} m.</source>
        <translation>Toleransen måste vara större än 0 m, inte {metres} m.</translation>
    </message>
    <message>
        <source>The tool {name} is missing. Switch Trygg off and on again among the plugins.</source>
        <translation>Verktyget {name} saknas. Stäng av Trygg bland insticksprogrammen och slå på det igen.</translation>
    </message>
    <message>
        <source>The two counts must be whole numbers of 0 or more.</source>
        <translation>De två antalen måste vara heltal som är 0 eller större.</translation>
    </message>
    <message>
        <source>The two ends of the neighbour pairs are not equally many.</source>
        <translation>Grannparens två ändar är inte lika många.</translation>
    </message>
    <message>
        <source>The two periods have counts for {before} and {after} areas.</source>
        <translation>De två perioderna har antal för {before} respektive {after} områden.</translation>
    </message>
    <message>
        <source>The type “{value}” of field “{field}” is not known; known are {known}.</source>
        <translation>Typen ”{value}” för fältet ”{field}” är inte känd; kända är {known}.</translation>
    </message>
    <message>
        <source>The union {name} holds {count} workspaces: {names}</source>
        <translation>Den gemensamma vyn {name} innehåller {count} arbetsytor: {names}</translation>
    </message>
    <message>
        <source>The value of the indicator is not a number.</source>
        <translation>Indikatorns värde är inget tal.</translation>
    </message>
    <message>
        <source>The walk has no points yet. Add what was found on the way.</source>
        <translation>Vandringen har inga punkter än. Lägg till det som noterades på vägen.</translation>
    </message>
    <message>
        <source>The walk is done</source>
        <translation>Vandringen är gjord</translation>
    </message>
    <message>
        <source>The walk is finished; no more points are added to it.</source>
        <translation>Vandringen är avslutad; inga fler punkter läggs till.</translation>
    </message>
    <message>
        <source>The walk is planned.</source>
        <translation>Vandringen är planerad.</translation>
    </message>
    <message>
        <source>The warning comes 0 to 24 months before the two years are over.</source>
        <translation>Varningen kommer 0 till 24 månader innan de två åren har gått.</translation>
    </message>
    <message>
        <source>The weight table has no weight for: {categories}.</source>
        <translation>Vikttabellen saknar vikt för: {categories}.</translation>
    </message>
    <message>
        <source>The weight “{weight}” of the criterion “{criterion}” in priority_criterion.csv is not a number of at least 0.</source>
        <translation>Vikten ”{weight}” för kriteriet ”{criterion}” i priority_criterion.csv är inte ett tal som är minst 0.</translation>
    </message>
    <message>
        <source>The weights have {rows} × {columns} bands but the limits give {s} × {t}.</source>
        <translation>Vikterna har {rows} × {columns} band, men gränserna ger {s} × {t}.</translation>
    </message>
    <message>
        <source>The whole record</source>
        <translation>Hela posten</translation>
    </message>
    <message>
        <source>The window has no polygon.</source>
        <translation>Området har ingen polygon.</translation>
    </message>
    <message>
        <source>The work could not be finished.</source>
        <translation>Arbetet kunde inte slutföras.</translation>
    </message>
    <message>
        <source>The workspace file is damaged or is not a workspace. Use the latest backup.</source>
        <translation>Arbetsytans fil är skadad eller är ingen arbetsyta. Använd den senaste säkerhetskopian.</translation>
    </message>
    <message>
        <source>The workspace has its roles and rights anew.</source>
        <translation>Arbetsytan har fått sina roller och behörigheter på nytt.</translation>
    </message>
    <message>
        <source>The workspace has no areas, so the atlas has no pages. Add EST areas (polygons) to the layer “Areas” first.</source>
        <translation>Arbetsytan har inga områden, så atlasen har inga sidor. Lägg först till EST-områden (polygoner) i lagret ”Områden”.</translation>
    </message>
    <message>
        <source>The workspace has no code list {list}.</source>
        <translation>Arbetsytan har ingen kodlista {list}.</translation>
    </message>
    <message>
        <source>The workspace has no reviewed incidents yet. Review and approve incidents first, or import them as approved.</source>
        <translation type="vanished">Arbetsytan har inga granskade händelser ännu. Granska och godkänn händelser först, eller importera dem som godkända.</translation>
    </message>
    <message>
        <source>The workspace has no roles: it was made by a login that may not create any. Ask the administrator of the database to make it, or to give it its rights.</source>
        <translation>Arbetsytan har inga roller: den skapades av en inloggning som inte får skapa några. Be databasens administratör skapa den.</translation>
    </message>
    <message>
        <source>The workspace has no table {table}.</source>
        <translation>Arbetsytan har ingen tabell {table}.</translation>
    </message>
    <message>
        <source>The workspace holds a place that is not a GeoPackage geometry.</source>
        <translation>Arbetsytan innehåller en plats som inte är en GeoPackage-geometri.</translation>
    </message>
    <message>
        <source>The workspace is being made…</source>
        <translation>Arbetsytan skapas…</translation>
    </message>
    <message>
        <source>The workspace is no longer open.</source>
        <translation>Arbetsytan är inte längre öppen.</translation>
    </message>
    <message>
        <source>The workspace lies on the network drive {drive}. A GeoPackage there may be damaged when several people write at once. One at a time is safe; for several, move it to PostgreSQL.</source>
        <translation>Arbetsytan ligger på nätverksenheten {drive}. Där kan en GeoPackage skadas när flera skriver samtidigt. En i taget går bra; flytta den till PostgreSQL om ni är flera.</translation>
    </message>
    <message>
        <source>The workspace may only be read: the database takes no changes here.</source>
        <translation>Arbetsytan kan bara läsas: databasen tar inte emot ändringar här.</translation>
    </message>
    <message>
        <source>The workspace may only be read: the file or its folder is write-protected.</source>
        <translation>Arbetsytan får bara läsas: filen eller dess mapp är skrivskyddad.</translation>
    </message>
    <message>
        <source>The workspace {name} belongs to a login and has no roles. It must be made by a login that may create roles.</source>
        <translation>Arbetsytan {name} tillhör en inloggning och har inga roller. Den måste skapas av en inloggning som får skapa roller.</translation>
    </message>
    <message>
        <source>The workspace {path} cannot be written: {reason}</source>
        <translation>Arbetsytan {path} kan inte skrivas: {reason}</translation>
    </message>
    <message>
        <source>The workspace {path} is up to date.</source>
        <translation>Arbetsytan {path} är redan uppdaterad.</translation>
    </message>
    <message>
        <source>The workspace {path} was made by a newer version of Trygg (schema {found}; this version knows {known}). Update the plugin.</source>
        <translation>Arbetsytan {path} är skapad av en nyare version av Trygg (schema {found}; den här versionen kan {known}). Uppdatera insticksprogrammet.</translation>
    </message>
    <message>
        <source>The workspace {path} was made by an older version of Trygg (schema {found}; this version needs {known}). Upgrade it; a backup is made first.</source>
        <translation>Arbetsytan {path} är skapad av en äldre version av Trygg (schema {found}; den här versionen behöver {known}). Uppgradera den; en säkerhetskopia görs först.</translation>
    </message>
    <message>
        <source>The workspace {path} was made with {areas} areas.</source>
        <translation>Arbetsytan {path} skapades med {areas} områden.</translation>
    </message>
    <message>
        <source>The workspace's coordinate system {crs} counts in degrees, so that distances and areas cannot be told. Make the workspace anew in a projected one, such as SWEREF 99.</source>
        <translation>Arbetsytans koordinatsystem {crs} räknar i grader, så avstånd och ytor kan inte anges. Gör om arbetsytan i ett projicerat system, till exempel SWEREF 99.</translation>
    </message>
    <message>
        <source>The workspace's logo {path} does not exist and is left out.</source>
        <translation>Arbetsytans logotyp {path} finns inte och utelämnas.</translation>
    </message>
    <message>
        <source>The x and y coordinates are not two lists of the same length.</source>
        <translation>Koordinaterna x och y är inte två lika långa listor.</translation>
    </message>
    <message>
        <source>The {kind} bands need at least two limits that increase from 0 or more, but they are {breaks}.</source>
        <translation>Banden för {kind} behöver minst två gränser som ökar från 0 eller mer, men de är {breaks}.</translation>
    </message>
    <message>
        <source>Their share of the incidents</source>
        <translation>Deras andel av händelserna</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Deras</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Då</translation>
    </message>
    <message>
        <source>Then: {state}.</source>
        <translation>Sedan: {state}.</translation>
    </message>
    <message>
        <source>There are no cases in the area, so no risk can be compared.</source>
        <translation>Det finns inga fall i området, så ingen risk kan jämföras.</translation>
    </message>
    <message>
        <source>There are no controls (or no population) in the area, so no risk can be compared.</source>
        <translation>Det finns inga kontroller (eller ingen befolkning) i området, så ingen risk kan jämföras.</translation>
    </message>
    <message>
        <source>There are no data from the whole of the same period last year.</source>
        <translation>Det saknas uppgifter för hela samma period i fjol.</translation>
    </message>
    <message>
        <source>There are no data from the whole previous period.</source>
        <translation>Det saknas uppgifter för hela föregående period.</translation>
    </message>
    <message>
        <source>There are no earlier data to compare with.</source>
        <translation>Det finns inga tidigare uppgifter att jämföra med.</translation>
    </message>
    <message>
        <source>There are no events at the place before, or none after the measure, so that no curve can be fitted. Use the weighted displacement difference.</source>
        <translation>Platsen saknar händelser före eller efter åtgärden, så ingen kurva kan anpassas. Använd den viktade omfördelningsskillnaden.</translation>
    </message>
    <message>
        <source>There are no events with a place, so no cell size can be derived.</source>
        <translation>Det finns inga händelser med plats, så ingen rutstorlek kan härledas.</translation>
    </message>
    <message>
        <source>There are no events, neither before nor after.</source>
        <translation>Det finns inga händelser, varken före eller efter.</translation>
    </message>
    <message>
        <source>There are no events, so that nothing can be concentrated.</source>
        <translation>Det finns inga händelser och därför inget som kan vara koncentrerat.</translation>
    </message>
    <message>
        <source>There are no events, so that nothing can be estimated.</source>
        <translation>Det finns inga händelser, så inget kan skattas.</translation>
    </message>
    <message>
        <source>There are no incidents yet. Report the first one, or import.</source>
        <translation>Det finns inga händelser ännu. Rapportera den första, eller importera.</translation>
    </message>
    <message>
        <source>There are no places to compare.</source>
        <translation>Det finns inga platser att jämföra.</translation>
    </message>
    <message>
        <source>There are no reporters or no periods to look at.</source>
        <translation>Det finns inga rapportörer eller inga perioder att se på.</translation>
    </message>
    <message>
        <source>There are no risk factors; give at least one layer of places.</source>
        <translation>Det finns inga riskfaktorer; ange minst ett lager med platser.</translation>
    </message>
    <message>
        <source>There are no streets to make a network of.</source>
        <translation>Det finns inga gator att bygga ett gatunät av.</translation>
    </message>
    <message>
        <source>There are only {mean:.2f} incidents per cell, so that some marked places may be chance: choose larger cells, or p-values from permutation.</source>
        <translation>Det är bara {mean:.2f} händelser per ruta, så en del markerade platser kan vara slump: välj större rutor eller p-värden från permutation.</translation>
    </message>
    <message>
        <source>There are too few incidents to conclude anything about the measure. Wait, or look at longer periods.</source>
        <translation>Händelserna är för få för att dra någon slutsats om åtgärden. Vänta, eller se på längre perioder.</translation>
    </message>
    <message>
        <source>There are {counts} counts for {bases} denominators.</source>
        <translation>Det finns {counts} antal för {bases} nämnare.</translation>
    </message>
    <message>
        <source>There are {days} dates for {places} places.</source>
        <translation>Det finns {days} datum för {places} platser.</translation>
    </message>
    <message>
        <source>There are {exposures} exposures for {cells} cells.</source>
        <translation>Det finns {exposures} exponeringar för {cells} rutor.</translation>
    </message>
    <message>
        <source>There are {labels} cluster numbers for {points} points.</source>
        <translation>Det finns {labels} klusternummer för {points} punkter.</translation>
    </message>
    <message>
        <source>There are {pairs} pairs of events within {distance} m of each other, more than the {limit} that are kept in memory. Choose a shorter distance, a shorter period or fewer categories.</source>
        <translation>Det finns {pairs} par av händelser inom {distance} m från varandra, fler än de {limit} som ryms i minnet. Välj ett kortare avstånd, en kortare period eller färre kategorier.</translation>
    </message>
    <message>
        <source>There are {starts} start times but {ends} end times; each event needs one of each.</source>
        <translation>Det finns {starts} starttider men {ends} sluttider; varje händelse behöver en av vardera.</translation>
    </message>
    <message>
        <source>There are {times} times for {points} points.</source>
        <translation>Det finns {times} tider för {points} punkter.</translation>
    </message>
    <message>
        <source>There are {values} counts for {areas} areas with neighbours.</source>
        <translation>Det finns {values} antal för {areas} områden med grannar.</translation>
    </message>
    <message>
        <source>There are {values} values for {cells} cells.</source>
        <translation>Det finns {values} värden för {cells} rutor.</translation>
    </message>
    <message>
        <source>There are {weights} harm weights for {events} events.</source>
        <translation>Det finns {weights} skadevikter för {events} händelser.</translation>
    </message>
    <message>
        <source>There are {weights} weights for {events} events; give one weight per event.</source>
        <translation>Det finns {weights} vikter för {events} händelser; ange en vikt per händelse.</translation>
    </message>
    <message>
        <source>There are {x} x, {y} y and {t} times; each event needs one of each.</source>
        <translation>Det finns {x} x, {y} y och {t} tider; varje händelse behöver en av vardera.</translation>
    </message>
    <message>
        <source>There is a date.</source>
        <translation>Det finns ett datum.</translation>
    </message>
    <message>
        <source>There is a photo. Choose another one to replace it.</source>
        <translation>Det finns ett foto. Välj ett annat för att ersätta det.</translation>
    </message>
    <message>
        <source>There is no agenda content {content}.</source>
        <translation>Det finns inget dagordningsinnehåll {content}.</translation>
    </message>
    <message>
        <source>There is no coordinate system “{crs}”.</source>
        <translation>Det finns inget koordinatsystem ”{crs}”.</translation>
    </message>
    <message>
        <source>There is no criterion {criterion}.</source>
        <translation>Kriteriet {criterion} finns inte.</translation>
    </message>
    <message>
        <source>There is no edge correction named {edge}; choose one of {known}.</source>
        <translation>Det finns ingen kantkorrigering som heter {edge}; välj någon av {known}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Det finns ingen fil {path}.</translation>
    </message>
    <message>
        <source>There is no kernel named {name} for streets; choose one of {known}.</source>
        <translation>Det finns ingen kärna som heter {name} för gator; välj någon av {known}.</translation>
    </message>
    <message>
        <source>There is no kernel named {name}; choose one of {known}.</source>
        <translation>Det finns ingen kärna som heter {name}; välj någon av {known}.</translation>
    </message>
    <message>
        <source>There is no method named {name}; choose one of {known}.</source>
        <translation>Det finns ingen metod som heter {name}; välj någon av {known}.</translation>
    </message>
    <message>
        <source>There is no municipality with the code {code}. Choose one of the list.</source>
        <translation>Det finns ingen kommun med koden {code}. Välj en i listan.</translation>
    </message>
    <message>
        <source>There is no problem to choose. Make one in the panel of problems first.</source>
        <translation>Det finns inget problem att välja. Skapa ett i panelen för problem först.</translation>
    </message>
    <message>
        <source>There is no such record yet. Make it first in its layer or panel.</source>
        <translation>Det finns ingen sådan post ännu. Skapa den först i dess lager eller panel.</translation>
    </message>
    <message>
        <source>There is no time zone “{zone}”. Write it as Europe/Stockholm.</source>
        <translation>Det finns ingen tidszon ”{zone}”. Skriv den som Europe/Stockholm.</translation>
    </message>
    <message>
        <source>There is no way from schema {found} to schema {wanted}.</source>
        <translation type="vanished">Det finns ingen väg från schema {found} till schema {wanted}.</translation>
    </message>
    <message>
        <source>There is no whole month of reviewed incidents to reckon a baseline from.</source>
        <translation>Det finns ingen hel månad med granskade händelser att räkna fram ett utgångsvärde av.</translation>
    </message>
    <message>
        <source>There is no workspace at {path}.</source>
        <translation>Det finns ingen arbetsyta på {path}.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Det finns inget att ångra.</translation>
    </message>
    <message>
        <source>There must be one edge and one offset for each place, but there are {edges} edges and {offsets} offsets.</source>
        <translation>Det måste finnas en länk och ett läge längs den för varje plats, men det finns {edges} länkar och {offsets} lägen.</translation>
    </message>
    <message>
        <source>There must be one weight for each point, but there are {w} weights for {n} points.</source>
        <translation>Det måste finnas en vikt för varje punkt, men det finns {w} vikter för {n} punkter.</translation>
    </message>
    <message>
        <source>There must be one x and one y for each point, but there are {x} x and {y} y.</source>
        <translation>Det måste finnas ett x och ett y för varje punkt, men det finns {x} x och {y} y.</translation>
    </message>
    <message>
        <source>These are only the cells with most incidents: none of them stands out from chance, and another period may well show others.</source>
        <translation>Detta är bara rutorna med flest händelser: ingen av dem avviker från slumpen, och en annan period kan mycket väl visa andra.</translation>
    </message>
    <message>
        <source>These files could not be removed, since they are open or write-protected: {names}</source>
        <translation>De här filerna kunde inte tas bort, eftersom de är öppna eller skrivskyddade: {names}</translation>
    </message>
    <message>
        <source>These photos are not in the folder and were not removed: {names}</source>
        <translation>De här fotona finns inte i mappen och togs inte bort: {names}</translation>
    </message>
    <message>
        <source>This assumes that all areas would have developed in parallel without the measure.</source>
        <translation>Detta förutsätter att alla områden hade utvecklats parallellt utan åtgärden.</translation>
    </message>
    <message>
        <source>This assumes that both places would have developed alike without the measure and that counts vary by chance alone, which makes the interval narrow: monthly counts would tell.</source>
        <translation>Detta förutsätter att båda platserna hade utvecklats lika utan åtgärden och att antalen bara varierar slumpmässigt, vilket gör intervallet smalt: månadsvisa antal skulle visa om det stämmer.</translation>
    </message>
    <message>
        <source>This assumes that both places would have developed alike without the measure; the interval allows for counts that vary {d} times as much as chance alone.</source>
        <translation>Detta förutsätter att båda platserna hade utvecklats lika utan åtgärden; intervallet tar hänsyn till att antalen varierar {d} gånger så mycket som slumpen ensam ger.</translation>
    </message>
    <message>
        <source>This assumes that nothing else changed at the same time and that the trend before would have gone on.</source>
        <translation>Detta förutsätter att inget annat förändrades samtidigt och att trenden dessförinnan hade fortsatt.</translation>
    </message>
    <message>
        <source>This assumes that the comparison area shows what would have happened anyway, and that events come independently of each other (Poisson counts).</source>
        <translation type="vanished">Detta förutsätter att jämförelseområdet visar vad som hade hänt ändå och att händelser inträffar oberoende av varandra (Poissonfördelade antal).</translation>
    </message>
    <message>
        <source>This assumes that whatever else happened at the same time also reached the comparison area, and that the trends before would have gone on.</source>
        <translation>Detta förutsätter att det som i övrigt hände samtidigt också nådde jämförelseområdet och att trenderna dessförinnan hade fortsatt.</translation>
    </message>
    <message>
        <source>This can no longer be undone: {who} has changed the record since. Open its history to see what was changed.</source>
        <translation>Det här går inte längre att ångra: {who} har ändrat posten sedan dess. Öppna dess historik för att se vad som ändrades.</translation>
    </message>
    <message>
        <source>This can only be done with a workspace that is a file.</source>
        <translation>Det här går bara med en arbetsyta som är en fil.</translation>
    </message>
    <message>
        <source>This difference does not tell whether events moved elsewhere.</source>
        <translation>Skillnaden säger inte om händelser flyttat någon annanstans.</translation>
    </message>
    <message>
        <source>This document tells of single records and has no public edition.</source>
        <translation>Dokumentet berättar om enskilda poster och har ingen publik utgåva.</translation>
    </message>
    <message>
        <source>This incident can no longer be reviewed, or not yet: it is a draft, or it has been fed back, closed or anonymised. It was left alone.</source>
        <translation>Händelsen kan inte granskas nu: den är ett utkast, eller återkopplad, stängd eller avidentifierad. Den lämnades orörd.</translation>
    </message>
    <message>
        <source>This is what will change:</source>
        <translation>Detta kommer att ändras:</translation>
    </message>
    <message>
        <source>This line is neither [section], name = value nor comment.</source>
        <translation>Raden är varken [sektion], namn = värde eller kommentar.</translation>
    </message>
    <message>
        <source>This project shows no workspace of Trygg. What every workspace begins with stands in QGIS's options, under Trygg.</source>
        <translation>Projektet visar ingen arbetsyta i Trygg. Det som varje ny arbetsyta börjar med finns i QGIS alternativ, under Trygg.</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>Denna rapport</translation>
    </message>
    <message>
        <source>This tool needs the Python package {packages}, which this QGIS does not have. Windows: run OSGeo4W Setup and choose python3-{packages}. Debian and Ubuntu: install python3-{packages}. Then restart QGIS.</source>
        <translation>Verktyget behöver Pythonpaketet {packages}, som saknas i den här QGIS-installationen. Windows: kör OSGeo4W Setup och välj python3-{packages}. Debian och Ubuntu: installera python3-{packages}. Starta sedan om QGIS.</translation>
    </message>
    <message>
        <source>This workspace has moved to {place}. What is written here does not come along: open the project there.</source>
        <translation>Arbetsytan har flyttat till {place}. Det som skrivs här följer inte med: öppna projektet där.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Klockslag</translation>
    </message>
    <message>
        <source>Time of the meeting</source>
        <translation>Mötets tid</translation>
    </message>
    <message>
        <source>Time step</source>
        <translation>Tidssteg</translation>
    </message>
    <message>
        <source>Time-bound: by when?</source>
        <translation>Tidsatt: till när?</translation>
    </message>
    <message>
        <source>Times with an offset</source>
        <translation>Tider med tidsförskjutning</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>To (days)</source>
        <translation>Till (dagar)</translation>
    </message>
    <message>
        <source>To (m)</source>
        <translation>Till (m)</translation>
    </message>
    <message>
        <source>To PostgreSQL: connection</source>
        <translation>Till PostgreSQL: anslutning</translation>
    </message>
    <message>
        <source>To an owner…</source>
        <translation>Till ansvarig…</translation>
    </message>
    <message>
        <source>To be followed up by {date}; less than a month is left.</source>
        <translation>Ska följas upp senast {date}; mindre än en månad återstår.</translation>
    </message>
    <message>
        <source>To be followed up by {date}; one whole month is left.</source>
        <translation>Ska följas upp senast {date}; en hel månad återstår.</translation>
    </message>
    <message>
        <source>To be followed up by {date}; {months} whole months are left.</source>
        <translation>Ska följas upp senast {date}; {months} hela månader återstår.</translation>
    </message>
    <message>
        <source>To upgrade, a schema must be made beside the workspace for a moment, which your login may not. Ask the database's administrator to run: {statement}</source>
        <translation>För att uppgradera måste ett schema skapas bredvid arbetsytan för ett ögonblick, och det får inte din inloggning. Be databasens administratör köra: {statement}</translation>
    </message>
    <message>
        <source>To: date, or date and time</source>
        <translation>Till: datum, eller datum med klockslag</translation>
    </message>
    <message>
        <source>To: time of day</source>
        <translation>Till: klockslag</translation>
    </message>
    <message>
        <source>Together the difference is larger than chance explains.</source>
        <translation>Sammantaget är skillnaden större än slumpen förklarar.</translation>
    </message>
    <message>
        <source>Together the two, in opposite directions, leave a difference that chance alone may explain.</source>
        <translation>De två går åt olika håll, och den skillnad som blir kvar sammantaget kan slumpen ensam förklara.</translation>
    </message>
    <message>
        <source>Together, place and buffer had {n} fewer events than the comparison area leads one to expect.</source>
        <translation type="vanished">Platsen och buffertzonen hade tillsammans {n} färre händelser än jämförelseområdet ger anledning att vänta.</translation>
    </message>
    <message>
        <source>Together, place and buffer had {n} more events than the comparison area leads one to expect.</source>
        <translation type="vanished">Platsen och buffertzonen hade tillsammans {n} fler händelser än jämförelseområdet ger anledning att vänta.</translation>
    </message>
    <message>
        <source>Together, too, chance alone may explain the difference: the figures neither show an effect nor rule one out.</source>
        <translation>Även sammantaget kan slumpen ensam förklara skillnaden: siffrorna varken visar eller utesluter en effekt.</translation>
    </message>
    <message>
        <source>Together, where the uncertainty of both adds up, chance alone may explain the difference.</source>
        <translation>Sammantaget, när osäkerheten i båda läggs ihop, kan slumpen ensam förklara skillnaden.</translation>
    </message>
    <message>
        <source>Too few incidents</source>
        <translation>För få händelser</translation>
    </message>
    <message>
        <source>Total net effect (events fewer)</source>
        <translation>Total nettoeffekt (färre händelser)</translation>
    </message>
    <message>
        <source>Traffic light</source>
        <translation>Trafikljus</translation>
    </message>
    <message>
        <source>Traffic lights</source>
        <translation>Trafikljus</translation>
    </message>
    <message>
        <source>Traffic lights of the areas</source>
        <translation>Områdenas trafikljus</translation>
    </message>
    <message>
        <source>Trend (Mann-Kendall z)</source>
        <translation>Trend (Mann-Kendall z)</translation>
    </message>
    <message>
        <source>Triangular</source>
        <translation>Triangulär</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Trygg help</source>
        <translation>Hjälp för Trygg</translation>
    </message>
    <message>
        <source>Trygg panel</source>
        <translation>Trygg-panel</translation>
    </message>
    <message>
        <source>Trygg – crime prevention by the EST method</source>
        <translation>Trygg – brottsförebyggande arbete enligt EST-metoden</translation>
    </message>
    <message>
        <source>Trygg – help</source>
        <translation>Trygg – hjälp</translation>
    </message>
    <message>
        <source>Trygg: incidents, problems, measures and places</source>
        <translation>Trygg: händelser, problem, åtgärder och platser</translation>
    </message>
    <message>
        <source>Two risk factors have the same name; give each its own.</source>
        <translation>Två riskfaktorer har samma namn; ge var och en sitt eget.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Undo what this panel did last (Ctrl+Z)</source>
        <translation>Ångra det som panelen gjorde senast (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo: {what} (Z)</source>
        <translation>Ångra: {what} (Z)</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ångrat</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Ångrat.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Ångrat: {what}</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Likformig</translation>
    </message>
    <message>
        <source>Unite workspaces for analysis</source>
        <translation>Förena arbetsytor för analys</translation>
    </message>
    <message>
        <source>Unlink the selected ({count})</source>
        <translation>Koppla loss de valda ({count})</translation>
    </message>
    <message>
        <source>Unread by the reporter</source>
        <translation>Olästa av rapportören</translation>
    </message>
    <message>
        <source>Unusual weeks and months (alerts)</source>
        <translation>Ovanliga veckor och månader (larm)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Upp</translation>
    </message>
    <message>
        <source>Updated and followed up at least every second year</source>
        <translation>Uppdateras och följs upp minst vartannat år</translation>
    </message>
    <message>
        <source>Upgrade workspace</source>
        <translation>Uppgradera arbetsyta</translation>
    </message>
    <message>
        <source>Upgrade…</source>
        <translation>Uppgradera…</translation>
    </message>
    <message>
        <source>Upper limit (95 %)</source>
        <translation>Övre gräns (95 %)</translation>
    </message>
    <message>
        <source>Upper limit in harm (95 %)</source>
        <translation>Övre gräns i skada (95 %)</translation>
    </message>
    <message>
        <source>Use the suggestions</source>
        <translation>Använd förslagen</translation>
    </message>
    <message>
        <source>Use this agenda for all meetings of this kind</source>
        <translation>Använd dagordningen för alla möten av den här typen</translation>
    </message>
    <message>
        <source>Value analysed</source>
        <translation>Analyserat värde</translation>
    </message>
    <message>
        <source>Value of an area</source>
        <translation>Värde för varje område</translation>
    </message>
    <message>
        <source>Value of the indicator</source>
        <translation>Indikatorns värde</translation>
    </message>
    <message>
        <source>Values as they stand in the category field. Empty: all.</source>
        <translation>Värden som de står i kategorifältet. Tomt: alla.</translation>
    </message>
    <message>
        <source>Variance between places</source>
        <translation>Varians mellan platser</translation>
    </message>
    <message>
        <source>Variance of the logarithm</source>
        <translation>Logaritmens varians</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Bedömning</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Versioner, nyaste först</translation>
    </message>
    <message>
        <source>Wait until what is running is done, or cancel it.</source>
        <translation>Vänta tills det som pågår är klart, eller avbryt det.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>Waiting for feedback</source>
        <translation>Väntar på återkoppling</translation>
    </message>
    <message>
        <source>Waiting for review, not counted: {count}.</source>
        <translation>Väntar på granskning, räknas inte: {count}.</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation type="vanished">Vandring</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Vecka</translation>
    </message>
    <message>
        <source>Weekday (1 is Monday)</source>
        <translation>Veckodag (1 är måndag)</translation>
    </message>
    <message>
        <source>Weekday and hour</source>
        <translation>Veckodag och timme</translation>
    </message>
    <message>
        <source>Weekday and hour (aoristic)</source>
        <translation>Veckodag och timme (aoristisk)</translation>
    </message>
    <message>
        <source>Weekday and hour (picture)</source>
        <translation>Veckodag och timme (bild)</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Vikt</translation>
    </message>
    <message>
        <source>Weight in the weight table</source>
        <translation>Vikt i vikttabellen</translation>
    </message>
    <message>
        <source>Weight of each incident, for example days of imprisonment.</source>
        <translation>Varje händelses vikt, till exempel dagar i fängelse.</translation>
    </message>
    <message>
        <source>Weight of the points (inhabitants)</source>
        <translation>Punkternas vikt (invånare)</translation>
    </message>
    <message>
        <source>Weighted displacement difference</source>
        <translation>Viktad omfördelningsskillnad</translation>
    </message>
    <message>
        <source>Weighted displacement difference in harm</source>
        <translation>Viktad omfördelningsskillnad i skada</translation>
    </message>
    <message>
        <source>Weighted displacement quotient</source>
        <translation>Viktad omfördelningskvot</translation>
    </message>
    <message>
        <source>Weighted priority {total:.0f} of 100, from {share:.0%} of the criteria.</source>
        <translation>Sammanvägd prioritet {total:.0f} av 100, av {share:.0%} av kriterierna.</translation>
    </message>
    <message>
        <source>Weighted priority, 0 to 100</source>
        <translation>Sammanvägd prioritet, 0 till 100</translation>
    </message>
    <message>
        <source>Weights are needed for 2 periods and 4 areas.</source>
        <translation>Vikter behövs för 2 perioder och 4 områden.</translation>
    </message>
    <message>
        <source>Weights must be numbers that are zero or larger; correct the weights.</source>
        <translation>Vikter måste vara tal som är noll eller större; rätta vikterna.</translation>
    </message>
    <message>
        <source>Welcome to Trygg</source>
        <translation>Välkommen till Trygg</translation>
    </message>
    <message>
        <source>What arrived is not what left ({tables}). Nothing was moved; please report this.</source>
        <translation>Det som kom fram är inte det som lämnade ({tables}). Inget flyttades; rapportera gärna detta.</translation>
    </message>
    <message>
        <source>What arrives from now on is shown as late.</source>
        <translation>Det som kommer in från och med nu visas som sent inkommet.</translation>
    </message>
    <message>
        <source>What became of the decision</source>
        <translation>Vad det blev av beslutet</translation>
    </message>
    <message>
        <source>What differs between the editions</source>
        <translation>Vad som skiljer utgåvorna åt</translation>
    </message>
    <message>
        <source>What does the reporter need to complete?</source>
        <translation>Vad behöver rapportören komplettera?</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Vad som visas</translation>
    </message>
    <message>
        <source>What needs completing</source>
        <translation>Vad som behöver kompletteras</translation>
    </message>
    <message>
        <source>What the point is about</source>
        <translation>Vad punkten handlar om</translation>
    </message>
    <message>
        <source>What the reporter is told</source>
        <translation>Besked till rapportören</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Vad ska göras</translation>
    </message>
    <message>
        <source>What was decided (Ctrl+D)</source>
        <translation>Vad som beslutades (Ctrl+D)</translation>
    </message>
    <message>
        <source>What was done last</source>
        <translation>Vad som gjordes senast</translation>
    </message>
    <message>
        <source>What was told by the curve over time, or by the other areas, alone neither confirms nor contradicts it.</source>
        <translation type="vanished">Det som kurvan över tid eller de andra områdena visar varken bekräftar eller motsäger det på egen hand.</translation>
    </message>
    <message>
        <source>What we ask for</source>
        <translation>Vad vi ber om</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>Vad som ändras</translation>
    </message>
    <message>
        <source>What {column} becomes</source>
        <translation>Vad {column} blir</translation>
    </message>
    <message>
        <source>What {word} becomes</source>
        <translation>Vad {word} blir</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>When it ended at the latest, for events that nobody saw.</source>
        <translation>När det senast slutade, för händelser som ingen såg.</translation>
    </message>
    <message>
        <source>When it happened, or began. Empty: the layer's date field, said in the log.</source>
        <translation>När det inträffade eller började. Tomt: lagrets datumfält, som anges i loggen.</translation>
    </message>
    <message>
        <source>When most</source>
        <translation>När det sker mest</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation>Var och när</translation>
    </message>
    <message>
        <source>Where incidents are few per cell the normal distribution calls chance hot. Permutation compares a place's neighbours with other places, and so misses a single crowded cell.</source>
        <translation type="vanished">Där händelserna är få per ruta kallar normalfördelningen slumpen het. Permutation jämför en plats grannar med andra platser och missar därför en enda fullsatt ruta.</translation>
    </message>
    <message>
        <source>Where it has changed</source>
        <translation>Var det har förändrats</translation>
    </message>
    <message>
        <source>Where nothing is judged yet; what you have judged stays</source>
        <translation>Där inget är bedömt än; det du har bedömt står kvar</translation>
    </message>
    <message>
        <source>Where records are kept</source>
        <translation>Var uppgifterna sparas</translation>
    </message>
    <message>
        <source>Which decisions</source>
        <translation>Vilka beslut</translation>
    </message>
    <message>
        <source>Which incidents</source>
        <translation>Vilka händelser</translation>
    </message>
    <message>
        <source>Which measures</source>
        <translation>Vilka åtgärder</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Who may do what in the open workspace</source>
        <translation>Vem som får göra vad i den öppna arbetsytan</translation>
    </message>
    <message>
        <source>Who reports, and who went silent</source>
        <translation>Vilka som rapporterar och vilka som tystnat</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Hel</translation>
    </message>
    <message>
        <source>Why it was called off</source>
        <translation>Varför den ställdes in</translation>
    </message>
    <message>
        <source>Why now</source>
        <translation>Varför nu</translation>
    </message>
    <message>
        <source>Why this colour</source>
        <translation>Varför denna färg</translation>
    </message>
    <message>
        <source>Width of a distance band (m)</source>
        <translation>Avståndsbandens bredd (m)</translation>
    </message>
    <message>
        <source>Width of a square, or of a hexagon between opposite sides. Empty: derived from the data, with the reason in the log.</source>
        <translation>Kvadratens bredd, eller sexhörningens bredd mellan motstående sidor. Tomt: härleds ur uppgifterna, med skälet i loggen.</translation>
    </message>
    <message>
        <source>Width of a time band (days)</source>
        <translation>Tidsbandens bredd (dagar)</translation>
    </message>
    <message>
        <source>With only {n} areas in a group the interval is too narrow, and other choices of areas show differences as large (p = {p}): chance may explain it.</source>
        <translation>Med bara {n} områden i en grupp är intervallet för smalt, och andra val av områden visar lika stora skillnader (p = {p}): slumpen kan förklara det.</translation>
    </message>
    <message>
        <source>With the measure</source>
        <translation>Med åtgärden</translation>
    </message>
    <message>
        <source>With {n} simulations no cluster can reach p = {alpha}; use more simulations.</source>
        <translation>Med {n} simuleringar kan inget kluster nå p = {alpha}; använd fler simuleringar.</translation>
    </message>
    <message>
        <source>With {parties}.</source>
        <translation>Med {parties}.</translation>
    </message>
    <message>
        <source>Within the distance band</source>
        <translation>Inom avståndsbandet</translation>
    </message>
    <message>
        <source>Without a place on the map (P)</source>
        <translation>Utan plats på kartan (P)</translation>
    </message>
    <message>
        <source>Without a place: {count}.</source>
        <translation>Utan plats: {count}.</translation>
    </message>
    <message>
        <source>Without area</source>
        <translation>Utan område</translation>
    </message>
    <message>
        <source>Without incidents</source>
        <translation>Utan händelser</translation>
    </message>
    <message>
        <source>Without the measure</source>
        <translation>Utan åtgärden</translation>
    </message>
    <message>
        <source>Without, lower limit</source>
        <translation>Utan åtgärden, undre gräns</translation>
    </message>
    <message>
        <source>Without, upper limit</source>
        <translation>Utan åtgärden, övre gräns</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Word-dokument</translation>
    </message>
    <message>
        <source>Words of the file</source>
        <translation>Ord i filen</translation>
    </message>
    <message>
        <source>Works by</source>
        <translation>Verkar genom</translation>
    </message>
    <message>
        <source>Works well</source>
        <translation>Fungerar bra</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbetsyta</translation>
    </message>
    <message>
        <source>Workspace (empty: that of the open project)</source>
        <translation>Arbetsyta (tomt: det öppna projektets)</translation>
    </message>
    <message>
        <source>Workspace in PostgreSQL: connection</source>
        <translation>Arbetsyta i PostgreSQL: anslutning</translation>
    </message>
    <message>
        <source>Workspace without a name</source>
        <translation>Arbetsyta utan namn</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Värt att veta</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Skriv</translation>
    </message>
    <message>
        <source>Write a password for the new login.</source>
        <translation>Skriv ett lösenord för den nya inloggningen.</translation>
    </message>
    <message>
        <source>Write a summary, an analysis or an assessment before the period is adopted: figures alone are no situation picture.</source>
        <translation>Skriv en sammanfattning, en analys eller en bedömning innan perioden fastställs: enbart siffror är ingen lägesbild.</translation>
    </message>
    <message>
        <source>Write in a sentence what shall be different at the place.</source>
        <translation>Skriv i en mening vad som ska vara annorlunda på platsen.</translation>
    </message>
    <message>
        <source>Write the analysis and judge the traffic lights.</source>
        <translation>Skriv analysen och bedöm trafikljusen.</translation>
    </message>
    <message>
        <source>Write the name of the login.</source>
        <translation>Skriv inloggningens namn.</translation>
    </message>
    <message>
        <source>Write what was decided.</source>
        <translation>Skriv vad som beslutades.</translation>
    </message>
    <message>
        <source>Written agreements on cooperation, with purposes and areas</source>
        <translation>Skriftliga överenskommelser om samverkan, med syften och områden</translation>
    </message>
    <message>
        <source>Year of the population</source>
        <translation>Befolkningens år</translation>
    </message>
    <message>
        <source>Year wheel (picture)</source>
        <translation>Årshjul (bild)</translation>
    </message>
    <message>
        <source>Your changes of “{layer}” were saved; the others’ stand in history.</source>
        <translation>Dina ändringar i ”{layer}” sparades; de andras finns i historiken.</translation>
    </message>
    <message>
        <source>Your login has no right to this in the workspace {place}. Nothing was saved; ask its administrator.</source>
        <translation>Din inloggning har inte rätt till detta i arbetsytan {place}. Inget sparades. Fråga dess administratör.</translation>
    </message>
    <message>
        <source>Your login is not trusted by the workspace {name}: it must be a member of {owner}.</source>
        <translation>Din inloggning är inte betrodd av arbetsytan {name}: den måste vara medlem av {owner}.</translation>
    </message>
    <message>
        <source>Your login may see this record but not change it.</source>
        <translation>Din inloggning får se posten men inte ändra den.</translation>
    </message>
    <message>
        <source>Your role ({role}) may not do this. These may: {others}.</source>
        <translation>Din roll ({role}) får inte göra det här. Det får: {others}.</translation>
    </message>
    <message>
        <source>Your role does not review incidents.</source>
        <translation type="vanished">Din roll granskar inte händelser.</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation type="vanished">Din roll får inte göra detta.</translation>
    </message>
    <message>
        <source>[{title}] lacks {option}: every text stands in Swedish and English.</source>
        <translation>[{title}] saknar {option}: varje text står på svenska och engelska.</translation>
    </message>
    <message>
        <source>[{title}] stands here again; it stood on line {first} already.</source>
        <translation>[{title}] står här igen; den stod redan på rad {first}.</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>larm</translation>
    </message>
    <message>
        <source>all incidents lie at one place, so the spread says nothing: 300 m.</source>
        <translation>alla händelser ligger på en plats, så spridningen säger inget: 300 m.</translation>
    </message>
    <message>
        <source>an eighth of the bandwidth, rounded: {cell:g} m.</source>
        <translation>en åttondel av bandbredden, avrundad: {cell:g} m.</translation>
    </message>
    <message>
        <source>at the same time</source>
        <translation>samtidigt</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>lodstreck</translation>
    </message>
    <message>
        <source>becomes the duplicate</source>
        <translation>blir dubblett</translation>
    </message>
    <message>
        <source>cause {numbers}</source>
        <translation>orsak {numbers}</translation>
    </message>
    <message>
        <source>change</source>
        <translation>förändring</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>ändrad</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>kluster</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>komma</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>täckning</translation>
    </message>
    <message>
        <source>created</source>
        <translation>skapad</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dagar</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>borttagen</translation>
    </message>
    <message>
        <source>delimiter</source>
        <translation>avgränsare</translation>
    </message>
    <message>
        <source>density</source>
        <translation>täthet</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>avstånd</translation>
    </message>
    <message>
        <source>drawn as another kind of place</source>
        <translation>ritad som ett annat slags plats</translation>
    </message>
    <message>
        <source>editions that are made for the public</source>
        <translation>utgåvor som är gjorda för allmänheten</translation>
    </message>
    <message>
        <source>encoding</source>
        <translation>teckenkodning</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>miljö</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>utvärdering</translation>
    </message>
    <message>
        <source>every record</source>
        <translation>alla poster</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>färre</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>första dagen</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>prognos</translation>
    </message>
    <message>
        <source>half of the period: {days} days.</source>
        <translation>halva perioden: {days} dagar.</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>värmekarta</translation>
    </message>
    <message>
        <source>hot spot</source>
        <translation>het plats</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>timmar</translation>
    </message>
    <message>
        <source>is kept</source>
        <translation>behålls</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>sista dagen</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>kan vara slump</translation>
    </message>
    <message>
        <source>measures.ics</source>
        <translation>åtgärder.ics</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>months</source>
        <translation>månader</translation>
    </message>
    <message>
        <source>more</source>
        <translation>fler</translation>
    </message>
    <message>
        <source>moved {distance}</source>
        <translation>flyttad {distance}</translation>
    </message>
    <message>
        <source>near repeat</source>
        <translation>närupprepning</translation>
    </message>
    <message>
        <source>network</source>
        <translation>gatunät</translation>
    </message>
    <message>
        <source>never</source>
        <translation>aldrig</translation>
    </message>
    <message>
        <source>next {day}</source>
        <translation>nästa {day}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nej</translation>
    </message>
    <message>
        <source>no date yet</source>
        <translation>inget datum än</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>ingen plats</translation>
    </message>
    <message>
        <source>no reason is given.</source>
        <translation>inget skäl är angivet.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inte känt</translation>
    </message>
    <message>
        <source>not looked for</source>
        <translation>söks inte</translation>
    </message>
    <message>
        <source>one or more</source>
        <translation type="vanished">ett eller flera</translation>
    </message>
    <message>
        <source>or type a coordinate</source>
        <translation>eller skriv en koordinat</translation>
    </message>
    <message>
        <source>other category</source>
        <translation>annan kategori</translation>
    </message>
    <message>
        <source>outlier</source>
        <translation>avvikare</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p against chance</source>
        <translation>p mot slumpen</translation>
    </message>
    <message>
        <source>p by permutation</source>
        <translation>p genom permutation</translation>
    </message>
    <message>
        <source>p in harm</source>
        <translation>p i skada</translation>
    </message>
    <message>
        <source>p of the change against last year</source>
        <translation>p för förändringen mot i fjol</translation>
    </message>
    <message>
        <source>p of the change against the previous period</source>
        <translation>p för förändringen mot föregående period</translation>
    </message>
    <message>
        <source>p of the change, {which}</source>
        <translation>p för förändringen, {which}</translation>
    </message>
    <message>
        <source>p of the extra trend before</source>
        <translation>p för den extra trenden före</translation>
    </message>
    <message>
        <source>p of the first near and soon band</source>
        <translation>p för det första bandet av nära och snart</translation>
    </message>
    <message>
        <source>p of the global Moran's I</source>
        <translation>p för globalt Morans I</translation>
    </message>
    <message>
        <source>p of the silence, corrected</source>
        <translation>p för tystnaden, korrigerat</translation>
    </message>
    <message>
        <source>p of the trend</source>
        <translation>p för trenden</translation>
    </message>
    <message>
        <source>p that the places are alike</source>
        <translation>p för att platserna är lika</translation>
    </message>
    <message>
        <source>p, corrected</source>
        <translation>p, korrigerat</translation>
    </message>
    <message>
        <source>p, corrected (FDR)</source>
        <translation>p, korrigerat (FDR)</translation>
    </message>
    <message>
        <source>p, corrected, {which}</source>
        <translation>p, korrigerat, {which}</translation>
    </message>
    <message>
        <source>p-values from</source>
        <translation>p-värden från</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>paus</translation>
    </message>
    <message>
        <source>per km of street</source>
        <translation>per km gata</translation>
    </message>
    <message>
        <source>per km²</source>
        <translation>per km²</translation>
    </message>
    <message>
        <source>per km² and year</source>
        <translation>per km² och år</translation>
    </message>
    <message>
        <source>placed on the map</source>
        <translation>placerad på kartan</translation>
    </message>
    <message>
        <source>population</source>
        <translation>befolkning</translation>
    </message>
    <message>
        <source>previous period</source>
        <translation>föregående period</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioriterad</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>tal per invånare</translation>
    </message>
    <message>
        <source>records in which the own organisation takes part</source>
        <translation>poster där den egna organisationen deltar</translation>
    </message>
    <message>
        <source>records of the own organisation</source>
        <translation>den egna organisationens poster</translation>
    </message>
    <message>
        <source>records that name the own organisation, unless their secrecy forbids it</source>
        <translation>poster som nämner den egna organisationen, om inte sekretessen hindrar det</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>ta bort</translation>
    </message>
    <message>
        <source>reporter</source>
        <translation>rapportör</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>rapporterar</translation>
    </message>
    <message>
        <source>reshaped</source>
        <translation>fått ny form</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>återställd</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>risk</translation>
    </message>
    <message>
        <source>risk factor</source>
        <translation>riskfaktor</translation>
    </message>
    <message>
        <source>same area</source>
        <translation>samma område</translation>
    </message>
    <message>
        <source>same category</source>
        <translation>samma kategori</translation>
    </message>
    <message>
        <source>same name of place</source>
        <translation>samma platsnamn</translation>
    </message>
    <message>
        <source>same period last year</source>
        <translation>samma period i fjol</translation>
    </message>
    <message>
        <source>same subcategory</source>
        <translation>samma underkategori</translation>
    </message>
    <message>
        <source>season</source>
        <translation>säsong</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>semikolon</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>tyst</translation>
    </message>
    <message>
        <source>situation picture</source>
        <translation>lägesbild</translation>
    </message>
    <message>
        <source>someone in a program without Trygg</source>
        <translation>någon i ett program utan Trygg</translation>
    </message>
    <message>
        <source>street</source>
        <translation>gata</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabb</translation>
    </message>
    <message>
        <source>taken off the map</source>
        <translation>borttagen från kartan</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>tid på dygnet</translation>
    </message>
    <message>
        <source>trend</source>
        <translation>trend</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>okänd</translation>
    </message>
    <message>
        <source>unknown (made without Trygg)</source>
        <translation>okänd (gjord utan Trygg)</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>veckodag</translation>
    </message>
    <message>
        <source>what is shared: far enough on its way, not secret, and so is what it belongs to</source>
        <translation>det som är delat: tillräckligt långt kommet, inte sekretessmarkerat, och detsamma gäller det som det hör till</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{after} against {before}: fewer than chance explains.</source>
        <translation>{after} mot {before}: färre än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>{after} against {before}: more than chance explains.</source>
        <translation>{after} mot {before}: fler än slumpen brukar ge.</translation>
    </message>
    <message>
        <source>{after} against {before}: the difference may be chance.</source>
        <translation>{after} mot {before}: skillnaden kan vara en slump.</translation>
    </message>
    <message>
        <source>{after} incidents against none in the {which}: more than chance explains.</source>
        <translation>{after} händelser mot inga i {which}: mer än slumpen förklarar.</translation>
    </message>
    <message>
        <source>{after} incidents against {before} in the {which}: chance alone may explain the difference.</source>
        <translation>{after} händelser mot {before} i {which}: slumpen ensam kan förklara skillnaden.</translation>
    </message>
    <message>
        <source>{after} incidents against {before} in the {which}: {percent} % fewer, more than chance explains.</source>
        <translation>{after} händelser mot {before} i {which}: {percent} % färre, mer än slumpen förklarar.</translation>
    </message>
    <message>
        <source>{after} incidents against {before} in the {which}: {percent} % more, more than chance explains.</source>
        <translation>{after} händelser mot {before} i {which}: {percent} % fler, mer än slumpen förklarar.</translation>
    </message>
    <message>
        <source>{after}: nothing to compare with.</source>
        <translation>{after}: inget att jämföra med.</translation>
    </message>
    <message>
        <source>{alerts} alerts in {series} series.</source>
        <translation>{alerts} larm i {series} serier.</translation>
    </message>
    <message>
        <source>{area}: {before} before, {after} now.</source>
        <translation>{area}: {before} tidigare, {after} nu.</translation>
    </message>
    <message>
        <source>{area}: {count} before</source>
        <translation>{area}: {count} före</translation>
    </message>
    <message>
        <source>{cell:g} m keeps the raster below a million cells.</source>
        <translation>{cell:g} m håller rastret under en miljon celler.</translation>
    </message>
    <message>
        <source>{count} actors are called “{name}”. Write the name of one, as it stands among the actors.</source>
        <translation>{count} aktörer heter ”{name}”. Skriv namnet på en, så som det står bland aktörerna.</translation>
    </message>
    <message>
        <source>{count} areas have no population above 0 and get no rate.</source>
        <translation>{count} områden saknar befolkning större än 0 och får inget tal per invånare.</translation>
    </message>
    <message>
        <source>{count} areas have no population above 0 in the field “{field}”; leave them out or choose another value.</source>
        <translation>{count} områden saknar befolkning större än 0 i fältet ”{field}”; utelämna dem eller välj ett annat värde.</translation>
    </message>
    <message>
        <source>{count} areas have no population and are left out.</source>
        <translation>{count} områden saknar befolkning och utelämnas.</translation>
    </message>
    <message>
        <source>{count} areas of “{layer}” have invalid borders and were repaired for this run.</source>
        <translation>{count} områden i ”{layer}” har ogiltiga gränser och lagades för den här körningen.</translation>
    </message>
    <message>
        <source>{count} areas of “{layer}” have no polygon and are left out.</source>
        <translation>{count} områden i ”{layer}” saknar polygon och utelämnas.</translation>
    </message>
    <message>
        <source>{count} cells have all others as neighbours and get no answer; choose a shorter distance band.</source>
        <translation>{count} rutor har alla andra som grannar och får inget svar; välj ett kortare avståndsband.</translation>
    </message>
    <message>
        <source>{count} cells have no value; leave them out or give them one.</source>
        <translation>{count} rutor saknar värde; utelämna dem eller ge dem ett.</translation>
    </message>
    <message>
        <source>{count} clusters have a p of at most {alpha:g}.</source>
        <translation>{count} kluster har ett p på högst {alpha:g}.</translation>
    </message>
    <message>
        <source>{count} deadlines were written to {file}.</source>
        <translation>{count} slutdatum skrevs till {file}.</translation>
    </message>
    <message>
        <source>{count} events have no time; leave them out first.</source>
        <translation>{count} händelser saknar tid; utelämna dem först.</translation>
    </message>
    <message>
        <source>{count} events have no weight.</source>
        <translation>{count} händelser saknar vikt.</translation>
    </message>
    <message>
        <source>{count} features of “{layer}” have no place and are left out.</source>
        <translation>{count} objekt i ”{layer}” saknar plats och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents</source>
        <translation>{count} händelser</translation>
    </message>
    <message>
        <source>{count} incidents against {earlier} in the period compared with.</source>
        <translation type="vanished">{count} händelser mot {earlier} i perioden som jämförelsen gäller.</translation>
    </message>
    <message>
        <source>{count} incidents against {last_year} in the same period last year: fewer than chance explains.</source>
        <translation type="vanished">{count} händelser mot {last_year} samma period i fjol: färre än slumpen förklarar.</translation>
    </message>
    <message>
        <source>{count} incidents against {last_year} in the same period last year: more than chance explains.</source>
        <translation type="vanished">{count} händelser mot {last_year} samma period i fjol: fler än slumpen förklarar.</translation>
    </message>
    <message>
        <source>{count} incidents against {last_year} in the same period last year: the difference can be chance.</source>
        <translation type="vanished">{count} händelser mot {last_year} samma period i fjol: skillnaden kan vara slump.</translation>
    </message>
    <message>
        <source>{count} incidents against {previous} in the previous period: fewer than chance explains.</source>
        <translation type="vanished">{count} händelser mot {previous} föregående period: färre än slumpen förklarar.</translation>
    </message>
    <message>
        <source>{count} incidents against {previous} in the previous period: more than chance explains.</source>
        <translation type="vanished">{count} händelser mot {previous} föregående period: fler än slumpen förklarar.</translation>
    </message>
    <message>
        <source>{count} incidents against {previous} in the previous period: the difference can be chance.</source>
        <translation type="vanished">{count} händelser mot {previous} föregående period: skillnaden kan vara slump.</translation>
    </message>
    <message>
        <source>{count} incidents are chosen. What you do is done for all of them.</source>
        <translation>{count} händelser är valda. Det du gör görs för alla.</translation>
    </message>
    <message>
        <source>{count} incidents are deleted and left out.</source>
        <translation>{count} händelser är borttagna och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents are linked to the problem.</source>
        <translation>{count} händelser är kopplade till problemet.</translation>
    </message>
    <message>
        <source>{count} incidents are marked as fed back.</source>
        <translation>{count} händelser är markerade som återkopplade.</translation>
    </message>
    <message>
        <source>{count} incidents are marked as read.</source>
        <translation>{count} händelser är markerade som lästa.</translation>
    </message>
    <message>
        <source>{count} incidents are not reviewed and left out.</source>
        <translation>{count} händelser är inte granskade och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents are too few for it; at least {needed} are needed. Choose a longer period.</source>
        <translation>{count} händelser är för få för det; minst {needed} behövs. Välj en längre period.</translation>
    </message>
    <message>
        <source>{count} incidents are used.</source>
        <translation>{count} händelser används.</translation>
    </message>
    <message>
        <source>{count} incidents end before they begin and are left out.</source>
        <translation>{count} händelser slutar innan de börjar och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents from {first} to {last} were used.</source>
        <translation>{count} händelser från {first} till {last} användes.</translation>
    </message>
    <message>
        <source>{count} incidents from {first} to {last}.</source>
        <translation>{count} händelser från {first} till {last}.</translation>
    </message>
    <message>
        <source>{count} incidents happened after the period and are left out.</source>
        <translation>{count} händelser inträffade efter perioden och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents happened before the period and are left out.</source>
        <translation>{count} händelser inträffade före perioden och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents have a negative harm weight; a weight must be 0 or more.</source>
        <translation>{count} händelser har en negativ skadevikt; en vikt måste vara 0 eller större.</translation>
    </message>
    <message>
        <source>{count} incidents have another category and are left out.</source>
        <translation>{count} händelser har en annan kategori och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents have no date and are left out.</source>
        <translation>{count} händelser saknar datum och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents have no end time and are left out.</source>
        <translation>{count} händelser saknar sluttid och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents have no harm weight and are left out.</source>
        <translation>{count} händelser saknar skadevikt och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents have no place and are left out.</source>
        <translation>{count} händelser saknar plats och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents have several points and are placed at the mean of them.</source>
        <translation>{count} händelser har flera punkter och placeras i deras medelpunkt.</translation>
    </message>
    <message>
        <source>{count} incidents in the period{until}, {linked} in all.</source>
        <translation type="vanished">{count} händelser i perioden{until}, {linked} totalt.</translation>
    </message>
    <message>
        <source>{count} incidents in {months} months among those linked to the problem.</source>
        <translation>{count} händelser på {months} månader bland dem som är kopplade till problemet.</translation>
    </message>
    <message>
        <source>{count} incidents in {months} months within the measure's place.</source>
        <translation>{count} händelser på {months} månader inom åtgärdens plats.</translation>
    </message>
    <message>
        <source>{count} incidents in {months} months within the problem's place.</source>
        <translation>{count} händelser på {months} månader inom problemets plats.</translation>
    </message>
    <message>
        <source>{count} incidents last longer than a week and are spread over all of it.</source>
        <translation>{count} händelser varar längre än en vecka och sprids över hela veckan.</translation>
    </message>
    <message>
        <source>{count} incidents lie farther than {within:g} m from every street and are left out.</source>
        <translation>{count} händelser ligger längre än {within:g} m från alla gator och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents lie in none of the areas of “{layer}”.</source>
        <translation>{count} händelser ligger inte i något av områdena i ”{layer}”.</translation>
    </message>
    <message>
        <source>{count} incidents lie in the future and are left out.</source>
        <translation>{count} händelser ligger i framtiden och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents lie outside the boundary and are left out.</source>
        <translation>{count} händelser ligger utanför gränsen och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents lie outside the coordinate system and are left out.</source>
        <translation>{count} händelser ligger utanför koordinatsystemet och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents lie outside the whole time steps and are left out.</source>
        <translation>{count} händelser ligger utanför de hela tidsstegen och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents name no reporter and are left out.</source>
        <translation>{count} händelser anger ingen rapportör och utelämnas.</translation>
    </message>
    <message>
        <source>{count} incidents read from “{layer}”.</source>
        <translation>{count} händelser lästa från ”{layer}”.</translation>
    </message>
    <message>
        <source>{count} incidents will be linked: {kinds}.</source>
        <translation type="vanished">{count} händelser kopplas: {kinds}.</translation>
    </message>
    <message>
        <source>{count} incidents: more than {fewer} of the other {others} problems.</source>
        <translation type="vanished">{count} händelser: fler än {fewer} av de {others} andra problemen.</translation>
    </message>
    <message>
        <source>{count} incidents: the comparisons with the previous period ({previous}) and with last year ({last_year}) point in different directions.</source>
        <translation type="vanished">{count} händelser: jämförelserna med föregående period ({previous}) och med i fjol ({last_year}) pekar åt olika håll.</translation>
    </message>
    <message>
        <source>{count} incidents: there is no earlier period to compare with.</source>
        <translation type="vanished">{count} händelser: det finns ingen tidigare period att jämföra med.</translation>
    </message>
    <message>
        <source>{count} incidents; the oldest was reported {days} days ago.</source>
        <translation type="vanished">{count} händelser; den äldsta rapporterades för {days} dagar sedan.</translation>
    </message>
    <message>
        <source>{count} more records:</source>
        <translation>{count} poster till:</translation>
    </message>
    <message>
        <source>{count} more: see the log tab Trygg.</source>
        <translation>{count} till: se fliken Trygg i loggen.</translation>
    </message>
    <message>
        <source>{count} of the period's incidents lie in the {areas} areas of “{layer}”.</source>
        <translation>{count} av periodens händelser ligger i de {areas} områdena i ”{layer}”.</translation>
    </message>
    <message>
        <source>{count} of the points to compare with have a negative weight.</source>
        <translation>{count} av punkterna att jämföra med har negativ vikt.</translation>
    </message>
    <message>
        <source>{count} of the points to compare with have no place or no weight and are left out.</source>
        <translation>{count} av punkterna att jämföra med saknar plats eller vikt och utelämnas.</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} öppna</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} försenade</translation>
    </message>
    <message>
        <source>{count} people are to walk along. More than about {most} make talking difficult: walk in two groups.</source>
        <translation>{count} personer ska gå med. Fler än omkring {most} gör det svårt att samtala: gå i två grupper.</translation>
    </message>
    <message>
        <source>{count} people.</source>
        <translation>{count} personer.</translation>
    </message>
    <message>
        <source>{count} places have no coordinates; leave them out first.</source>
        <translation>{count} platser saknar koordinater; utelämna dem först.</translation>
    </message>
    <message>
        <source>{count} possible duplicates</source>
        <translation>{count} möjliga dubbletter</translation>
    </message>
    <message>
        <source>{count} rows lack a number and are left out.</source>
        <translation>{count} rader saknar något tal och utelämnas.</translation>
    </message>
    <message>
        <source>{count} series cannot be judged: {reason}</source>
        <translation>{count} serier kan inte bedömas: {reason}</translation>
    </message>
    <message>
        <source>{count} streets have no line and are left out.</source>
        <translation>{count} gator saknar linje och utelämnas.</translation>
    </message>
    <message>
        <source>{count} values of the field “{field}” are no dates that could be read (year-month-day, hour:minute).</source>
        <translation>{count} värden i fältet ”{field}” är inga datum som kunde läsas (år-månad-dag, timme:minut).</translation>
    </message>
    <message>
        <source>{count} values of the series are missing.</source>
        <translation>{count} värden i serien saknas.</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} väntar</translation>
    </message>
    <message>
        <source>{count} were kept back: the secrecy of their problem is to be assessed first.</source>
        <translation>{count} hölls tillbaka: problemets sekretess måste prövas först.</translation>
    </message>
    <message>
        <source>{count} were left out: drafts or rejected.</source>
        <translation>{count} utelämnades: utkast eller avvisade.</translation>
    </message>
    <message>
        <source>{count} words have no code: their rows are rejected.</source>
        <translation>{count} ord saknar kod: deras rader avvisas.</translation>
    </message>
    <message>
        <source>{count}, since each takes long with so many incidents near each other; 999 gives a finer p.</source>
        <translation>{count}, eftersom varje tar lång tid med så många händelser nära varandra; 999 ger ett finare p.</translation>
    </message>
    <message>
        <source>{count}, so that p is told in thousandths.</source>
        <translation>{count}, så att p anges i tusendelar.</translation>
    </message>
    <message>
        <source>{crs} does not measure in metres, which hot spots and distances need. Choose a projected system such as SWEREF 99 TM (EPSG:3006).</source>
        <translation>{crs} mäter inte i meter, vilket heta platser och avstånd behöver. Välj ett projicerat system som SWEREF 99 TM (EPSG:3006).</translation>
    </message>
    <message>
        <source>{crs} is not a projected coordinate reference system. Choose one in metres, such as EPSG:3006 (SWEREF 99 TM), since distances matter.</source>
        <translation>{crs} är inget projicerat koordinatsystem. Välj ett i meter, till exempel EPSG:3006 (SWEREF 99 TM), eftersom avstånd har betydelse.</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} dagar</translation>
    </message>
    <message>
        <source>{days} days: what lasts longer shows in the change between periods.</source>
        <translation>{days} dagar: det som varar längre syns i förändringen mellan perioder.</translation>
    </message>
    <message>
        <source>{day} ({share:.0f} %)</source>
        <translation>{day} ({share:.0f} %)</translation>
    </message>
    <message>
        <source>{day} ({share:.0f} %), {start:02d}–{end:02d} h ({hours:.0f} %)</source>
        <translation>{day} ({share:.0f} %), kl. {start:02d}–{end:02d} ({hours:.0f} %)</translation>
    </message>
    <message>
        <source>{events} events on {area} km² of ground that holds any: twice the area per event is a cell side of {side} m, rounded to {cell:g} m (quadrat rule).</source>
        <translation>{events} händelser på {area} km² mark där det alls finns händelser: dubbla ytan per händelse ger rutor med sidan {side} m, avrundat till {cell:g} m (kvadratregeln).</translation>
    </message>
    <message>
        <source>{exact} of {used} incidents have an exact time.</source>
        <translation>{exact} av {used} händelser har en exakt tid.</translation>
    </message>
    <message>
        <source>{factor}, {kind} {distance:.0f} m: {risk} times the incidents (95 %: {low} to {high}); {cells:.0f} % of the area, {share:.0f} % of the incidents.</source>
        <translation>{factor}, {kind} {distance:.0f} m: {risk} gånger så många händelser (95 %: {low} till {high}); {cells:.0f} % av ytan, {share:.0f} % av händelserna.</translation>
    </message>
    <message>
        <source>{field}: {new}</source>
        <translation type="vanished">{field}: {new}</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation type="vanished">{field}: {old} → {new}</translation>
    </message>
    <message>
        <source>{file}: {rows} rows, {columns} columns</source>
        <translation>{file}: {rows} rader, {columns} kolumner</translation>
    </message>
    <message>
        <source>{groups} groups hold {inside} of {all} incidents.</source>
        <translation>{groups} grupper rymmer {inside} av {all} händelser.</translation>
    </message>
    <message>
        <source>{hot} hot and {cold} cold spots at 95 % among {cells} cells.</source>
        <translation>{hot} heta och {cold} kalla platser på 95 % bland {cells} rutor.</translation>
    </message>
    <message>
        <source>{hot} of {cells} cells are hot spots: with their neighbours they have more incidents than chance explains.</source>
        <translation>{hot} av {cells} rutor är heta platser: tillsammans med grannarna har de fler händelser än slumpen förklarar.</translation>
    </message>
    <message>
        <source>{hours} h apart</source>
        <translation>{hours} h emellan</translation>
    </message>
    <message>
        <source>{indicator}: from {baseline} to {target}</source>
        <translation>{indicator}: från {baseline} till {target}</translation>
    </message>
    <message>
        <source>{k} nearest neighbours cannot be found among {n} places; choose 1 to {most}.</source>
        <translation>{k} närmaste grannar kan inte hittas bland {n} platser; välj 1 till {most}.</translation>
    </message>
    <message>
        <source>{label}, incidents: {count}.</source>
        <translation>{label}, händelser: {count}.</translation>
    </message>
    <message>
        <source>{label}: {count} incidents.</source>
        <translation type="vanished">{label}: {count} händelser.</translation>
    </message>
    <message>
        <source>{label}: {count} reports in the period.</source>
        <translation>{label}: {count} rapporter under perioden.</translation>
    </message>
    <message>
        <source>{later} compared with {earlier}:</source>
        <translation>{later} jämfört med {earlier}:</translation>
    </message>
    <message>
        <source>{login} has no role in the workspace any more.</source>
        <translation>{login} har inte längre någon roll i arbetsytan.</translation>
    </message>
    <message>
        <source>{login} has the role {role}.</source>
        <translation>{login} har rollen {role}.</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>{metres} m apart</source>
        <translation>{metres} m emellan</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>{minutes} min kvar</translation>
    </message>
    <message>
        <source>{minutes} min over</source>
        <translation>{minutes} min över</translation>
    </message>
    <message>
        <source>{missing} of {n} points have no place (empty or infinite coordinates); leave them out first.</source>
        <translation>{missing} av {n} punkter saknar plats (tomma eller oändliga koordinater); utelämna dem först.</translation>
    </message>
    <message>
        <source>{missing} of {n} weights are empty or infinite; give them a number or leave the points out.</source>
        <translation>{missing} av {n} vikter är tomma eller oändliga; ge dem ett tal eller utelämna punkterna.</translation>
    </message>
    <message>
        <source>{name} (gone)</source>
        <translation>{name} (borta)</translation>
    </message>
    <message>
        <source>{name} cannot be read as a photo: {reason}</source>
        <translation>{name} kan inte läsas som ett foto: {reason}</translation>
    </message>
    <message>
        <source>{name}: {then} then, {now} now</source>
        <translation>{name}: {then} då, {now} nu</translation>
    </message>
    <message>
        <source>{negative} of {n} weights are negative; a weight must be 0 or more.</source>
        <translation>{negative} av {n} vikter är negativa; en vikt måste vara 0 eller större.</translation>
    </message>
    <message>
        <source>{n} counts are missing or infinite; fill them in or leave their places out.</source>
        <translation>{n} antal saknas eller är oändliga; fyll i dem eller utelämna deras platser.</translation>
    </message>
    <message>
        <source>{n} counts are negative; a number of events cannot be below 0.</source>
        <translation>{n} antal är negativa; ett antal händelser kan inte vara mindre än 0.</translation>
    </message>
    <message>
        <source>{n} events, before and after together, are too few to conclude anything: at least {wanted} are needed. Wait, or look at longer periods.</source>
        <translation>{n} händelser, före och efter sammantaget, är för få för att dra någon slutsats: minst {wanted} behövs. Vänta, eller se på längre perioder.</translation>
    </message>
    <message>
        <source>{n} events, before and after together, are too few to tell whether any moved, and are left out of the difference.</source>
        <translation>Det minsta av de antalen är, före och efter sammantaget, {n}: för få för att säga om några har flyttat. De räknas inte in i skillnaden.</translation>
    </message>
    <message>
        <source>{n} events, before and after together, are too few to tell whether any moved.</source>
        <translation type="vanished">{n} händelser, före och efter sammantaget, är för få för att säga om några flyttat.</translation>
    </message>
    <message>
        <source>{n} places are judged together.</source>
        <translation>{n} platser bedöms tillsammans.</translation>
    </message>
    <message>
        <source>{n} samples are too few for a {level:.0%} interval; take at least {needed}.</source>
        <translation>{n} stickprov är för få för ett intervall på {level:.0%}; ta minst {needed}.</translation>
    </message>
    <message>
        <source>{old} has moved to {new}: every record and all history are the same.</source>
        <translation>{old} har flyttat till {new}: alla uppgifter och all historik är desamma.</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation type="vanished">{old} → {new}</translation>
    </message>
    <message>
        <source>{outside} of {n} events lie outside the observed area; leave them out first.</source>
        <translation>{outside} av {n} händelser ligger utanför det observerade området; utelämna dem först.</translation>
    </message>
    <message>
        <source>{pages} pages were printed to {path}.</source>
        <translation>{pages} sidor skrevs ut till {path}.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose the name of a file.</source>
        <translation>{path} är en mapp. Välj ett filnamn.</translation>
    </message>
    <message>
        <source>{path} is not a Trygg workspace. Create a workspace, or choose another file.</source>
        <translation>{path} är ingen Trygg-arbetsyta. Skapa en arbetsyta eller välj en annan fil.</translation>
    </message>
    <message>
        <source>{percent:.0f} per cent of the incidents concern several people.</source>
        <translation>{percent:.0f} procent av händelserna berör flera personer.</translation>
    </message>
    <message>
        <source>{percent:.0f} per cent of the incidents lie at the few places that have most.</source>
        <translation>{percent:.0f} procent av händelserna ligger på de få platser som har flest.</translation>
    </message>
    <message>
        <source>{percent:.0f} per cent of what similar areas have.</source>
        <translation>{percent:.0f} procent av vad liknande områden har.</translation>
    </message>
    <message>
        <source>{places} places hold {share:.0f} % of the {events} incidents from {first} to {last}.</source>
        <translation>{places} platser rymmer {share:.0f} % av de {events} händelserna från {first} till {last}.</translation>
    </message>
    <message>
        <source>{place} is not a Trygg workspace, or your login may not see it.</source>
        <translation>{place} är ingen arbetsyta för Trygg, eller så får din inloggning inte se den.</translation>
    </message>
    <message>
        <source>{place} is upgraded: its records and its history are as they were.</source>
        <translation>{place} är uppgraderad: poster och historik är som de var.</translation>
    </message>
    <message>
        <source>{point}, dealt with</source>
        <translation>{point}, behandlad</translation>
    </message>
    <message>
        <source>{radius:g} m, since larger circles hold so many incidents here that the scan would take long.</source>
        <translation>{radius:g} m, eftersom större cirklar här rymmer så många händelser att sökningen skulle ta lång tid.</translation>
    </message>
    <message>
        <source>{radius:g} m: anything larger is no place.</source>
        <translation>{radius:g} m: större är inte en plats.</translation>
    </message>
    <message>
        <source>{read} rows read = {imported} imported + {duplicates} duplicates + {rejected} rejected. {unlocated} of the imported have no place.</source>
        <translation>{read} lästa rader = {imported} importerade + {duplicates} dubbletter + {rejected} avvisade. {unlocated} av de importerade saknar plats.</translation>
    </message>
    <message>
        <source>{read} rows read: {imported} imported, {duplicates} known before, {rejects} rejected.</source>
        <translation>{read} rader lästa: {imported} importerade, {duplicates} kända sedan tidigare, {rejects} avvisade.</translation>
    </message>
    <message>
        <source>{reason} {radius:.1f} m, rounded to {rounded:g} m.</source>
        <translation>{reason} {radius:.1f} m, avrundat till {rounded:g} m.</translation>
    </message>
    <message>
        <source>{record} – {what} by {who} {when}</source>
        <translation>{record} – {what} av {who} {when}</translation>
    </message>
    <message>
        <source>{rows} values are too few for a model with {columns} unknowns; use a longer series or a simpler model.</source>
        <translation>{rows} värden är för få för en modell med {columns} obekanta; använd en längre serie eller en enklare modell.</translation>
    </message>
    <message>
        <source>{seasons} seasons and windows of ±{window} do not fit in a year of {periods} periods; use fewer or shorter ones.</source>
        <translation>{seasons} säsonger och fönster på ±{window} ryms inte i ett år med {periods} perioder; använd färre eller kortare.</translation>
    </message>
    <message>
        <source>{section} §: {demand}</source>
        <translation>{section} §: {demand}</translation>
    </message>
    <message>
        <source>{sentence}</source>
        <translation>{sentence}</translation>
    </message>
    <message>
        <source>{state} – next step</source>
        <translation>{state} – nästa steg</translation>
    </message>
    <message>
        <source>{status}: {owner}, by {date}</source>
        <translation>{status}: {owner}, senast {date}</translation>
    </message>
    <message>
        <source>{table} has no field {field}.</source>
        <translation>{table} har inget fält {field}.</translation>
    </message>
    <message>
        <source>{text} does not name a schema in PostgreSQL. Write it as postgresql://server:5432/database?schema=name.</source>
        <translation>{text} namnger inget schema i PostgreSQL. Skriv det som postgresql://server:5432/databas?schema=namn.</translation>
    </message>
    <message>
        <source>{title} has no answer: {reason}</source>
        <translation>{title} har inget svar: {reason}</translation>
    </message>
    <message>
        <source>{title} is adopted.</source>
        <translation>{title} är fastställd.</translation>
    </message>
    <message>
        <source>{title} – not opened</source>
        <translation>{title} – inte öppnad</translation>
    </message>
    <message>
        <source>{title}: {state}.</source>
        <translation>{title}: {state}.</translation>
    </message>
    <message>
        <source>{value} in {column} is not a date and time (YYYY-MM-DD HH:MM).</source>
        <translation>{value} i {column} är inte ett datum med klockslag (ÅÅÅÅ-MM-DD TT:MM).</translation>
    </message>
    <message>
        <source>{wanting} of {count} demands need something done.</source>
        <translation>{wanting} av {count} krav behöver åtgärdas.</translation>
    </message>
    <message>
        <source>{what}: {count} incidents</source>
        <translation>{what}: {count} händelser</translation>
    </message>
    <message>
        <source>{when} – {what} by {who}</source>
        <translation>{when} – {what} av {who}</translation>
    </message>
    <message>
        <source>{who} (not verified: made without Trygg)</source>
        <translation>{who} (obekräftat: gjord utan Trygg)</translation>
    </message>
    <message>
        <source>{who} changed this incident at {when}, after you opened it. It was left alone; look at it again.</source>
        <translation>{who} ändrade händelsen {when}, efter att du öppnade den. Den lämnades orörd; titta på den igen.</translation>
    </message>
    <message>
        <source>{who} deleted this incident at {when}. It was left alone.</source>
        <translation>{who} tog bort händelsen {when}. Den lämnades orörd.</translation>
    </message>
    <message>
        <source>{who} has this workspace open on {host} since {since}. What both change is shown side by side when you save.</source>
        <translation>{who} har arbetsytan öppen på {host} sedan {since}. Det som ni båda ändrar visas sida vid sida när du sparar.</translation>
    </message>
    <message>
        <source>{who} is editing this workspace on {host} (open since {since}). Saving may have to wait; what both change is shown side by side.</source>
        <translation>{who} redigerar arbetsytan på {host} (öppen sedan {since}). Att spara kan behöva vänta; det som ni båda ändrar visas sida vid sida.</translation>
    </message>
    <message>
        <source>“Same place” ({same} m) must be less than the width of a distance band ({width} m).</source>
        <translation>”Samma plats” ({same} m) måste vara mindre än avståndsbandens bredd ({width} m).</translation>
    </message>
    <message>
        <source>“max_length” is a whole number above 0.</source>
        <translation>”max_length” är ett heltal större än 0.</translation>
    </message>
    <message>
        <source>“minimum” is greater than “maximum”.</source>
        <translation>”minimum” är större än ”maximum”.</translation>
    </message>
    <message>
        <source>“version” is missing.</source>
        <translation>”version” saknas.</translation>
    </message>
    <message>
        <source>“{code}” has a parent, but the list has no parent_list in standard.ini.</source>
        <translation>”{code}” har en förälder, men listan har ingen parent_list i standard.ini.</translation>
    </message>
    <message>
        <source>“{field}” cascades from “{above}”, which is no field of type code.</source>
        <translation>”{field}” styrs av ”{above}”, som inte är ett fält av typen code.</translation>
    </message>
    <message>
        <source>“{field}” is a column that every table has already; choose another key.</source>
        <translation>”{field}” är en kolumn som varje tabell redan har; välj en annan nyckel.</translation>
    </message>
    <message>
        <source>“{field}” is missing.</source>
        <translation>”{field}” saknas.</translation>
    </message>
    <message>
        <source>“{field}” is not a number.</source>
        <translation>”{field}” är inte ett tal.</translation>
    </message>
    <message>
        <source>“{file}” could not be opened.</source>
        <translation>”{file}” kunde inte öppnas.</translation>
    </message>
    <message>
        <source>“{first}” and “{second}” both become “{target}”. Choose one.</source>
        <translation>”{first}” och ”{second}” blir båda ”{target}”. Välj en.</translation>
    </message>
    <message>
        <source>“{key}” cannot name a table: use a–z, 0–9 and _, not trygg_ or code_ first.</source>
        <translation>”{key}” kan inte vara namn på en tabell: använd a–z, 0–9 och _, och inte trygg_ eller code_ först.</translation>
    </message>
    <message>
        <source>“{kind}” is not a kind of period; known are {known}.</source>
        <translation>”{kind}” är ingen typ av period; kända är {known}.</translation>
    </message>
    <message>
        <source>“{layer}” is in edit mode: the change is added to your open edits and is stored when you save them.</source>
        <translation>”{layer}” är i redigeringsläge: ändringen läggs till dina öppna redigeringar och sparas när du sparar dem.</translation>
    </message>
    <message>
        <source>“{layer}” is in edit mode: the incident is added to your open edits and is stored when you save them.</source>
        <translation>”{layer}” är i redigeringsläge: händelsen läggs till bland dina osparade ändringar och lagras när du sparar dem.</translation>
    </message>
    <message>
        <source>“{layer}” is in {own}, where distances are not metres; it is worked on in {crs}.</source>
        <translation>”{layer}” är i {own}, där avstånd inte är i meter; analysen görs i {crs}.</translation>
    </message>
    <message>
        <source>“{layer}” was saved as you chose; what gave way stands in history.</source>
        <translation>”{layer}” sparades som du valde; det som fick ge vika finns i historiken.</translation>
    </message>
    <message>
        <source>“{name}” and “{other}” overlap; an incident there is counted in one of them only.</source>
        <translation>”{name}” och ”{other}” överlappar; en händelse där räknas bara i ett av dem.</translation>
    </message>
    <message>
        <source>“{name}” is needed. Write it as 2024-05-31.</source>
        <translation>”{name}” behövs. Skriv det som 2024-05-31.</translation>
    </message>
    <message>
        <source>“{name}”: no polygon, left out.</source>
        <translation>”{name}”: ingen polygon, utelämnas.</translation>
    </message>
    <message>
        <source>“{name}”: the border crossed itself and was mended.</source>
        <translation>”{name}”: gränsen korsade sig själv och lagades.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” overlap, so incidents would count in both. Choose places that do not overlap.</source>
        <translation>”{one}” och ”{other}” överlappar, så händelser skulle räknas i båda. Välj platser som inte överlappar.</translation>
    </message>
    <message>
        <source>“{option}” belongs to fields of type {types}, not {type}.</source>
        <translation>”{option}” hör till fält av typen {types}, inte {type}.</translation>
    </message>
    <message>
        <source>“{option}” is a number with a decimal point, not “{value}”.</source>
        <translation>”{option}” är ett tal med decimalpunkt, inte ”{value}”.</translation>
    </message>
    <message>
        <source>“{option}” is not an option of [{kind}]; known are {known}.</source>
        <translation>”{option}” finns inte i [{kind}]; kända är {known}.</translation>
    </message>
    <message>
        <source>“{option}” is yes or no, not “{value}”.</source>
        <translation>”{option}” är yes eller no, inte ”{value}”.</translation>
    </message>
    <message>
        <source>“{option}” stands here again; it stood on line {first} already.</source>
        <translation>”{option}” står här igen; den stod redan på rad {first}.</translation>
    </message>
    <message>
        <source>“{record}” is restored; history tells it.</source>
        <translation>”{record}” är återställd; det syns i historiken.</translation>
    </message>
    <message>
        <source>“{text}” are no distances. Write them as 100; 200; 400.</source>
        <translation>”{text}” är inga avstånd. Skriv dem som 100; 200; 400.</translation>
    </message>
    <message>
        <source>“{text}” is no coordinate. Write it as 59.3293, 18.0686 or as 6580822, 674032.</source>
        <translation>”{text}” är ingen koordinat. Skriv den som 59.3293, 18.0686 eller som 6580822, 674032.</translation>
    </message>
    <message>
        <source>“{title}” is ended; what was said and decided is stored.</source>
        <translation>”{title}” är avslutat; det som sagts och beslutats är sparat.</translation>
    </message>
    <message>
        <source>“{title}” is now: {state}.</source>
        <translation>”{title}” är nu: {state}.</translation>
    </message>
    <message>
        <source>“{title}” is saved.</source>
        <translation>”{title}” är sparad.</translation>
    </message>
    <message>
        <source>“{title}” still goes on; all is stored.</source>
        <translation>”{title}” pågår fortfarande; allt är sparat.</translation>
    </message>
    <message>
        <source>“{title}” tells of single records and has no public edition.</source>
        <translation>”{title}” återger enskilda poster och har ingen publik utgåva.</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>”{title}” togs bort.</translation>
    </message>
    <message>
        <source>“{value}” cannot be the default of field “{field}” of type {type}.</source>
        <translation>”{value}” kan inte vara förval i fältet ”{field}” av typen {type}.</translation>
    </message>
    <message>
        <source>“{value}” in column retired is neither yes, no nor empty.</source>
        <translation>”{value}” i kolumnen retired är varken yes, no eller tomt.</translation>
    </message>
    <message>
        <source>“{value}” is neither yes nor no.</source>
        <translation>”{value}” är varken ja eller nej.</translation>
    </message>
    <message>
        <source>“{value}” is no date. Write it as 2024-05-31.</source>
        <translation>”{value}” är inget datum. Skriv det som 2024-05-31.</translation>
    </message>
    <message>
        <source>“{value}” is not a date.</source>
        <translation>”{value}” är inte ett datum.</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>”{value}” är inte ett tal.</translation>
    </message>
    <message>
        <source>“{value}” is not a time of day.</source>
        <translation>”{value}” är inte ett klockslag.</translation>
    </message>
    <message>
        <source>“{value}” is not a time.</source>
        <translation>”{value}” är inte en tidpunkt.</translation>
    </message>
    <message>
        <source>“{value}” is not a whole number.</source>
        <translation>”{value}” är inte ett heltal.</translation>
    </message>
    <message>
        <source>“{value}” is not among the workspace's records of {table}. Add it there first.</source>
        <translation>”{value}” finns inte bland arbetsytans poster i {table}. Lägg först till det där.</translation>
    </message>
    <message>
        <source>“{value}” is not mapped to any code of {codelist}. Add it to the profile.</source>
        <translation>”{value}” är inte kopplat till någon kod i {codelist}. Lägg till det i profilen.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… och {count} till</translation>
    </message>
    <message>
        <source>… and {count} more rejected rows.</source>
        <translation>… och {count} avvisade rader till.</translation>
    </message>
    <message>
        <source>▲ and ▼: a change that chance does not explain. A rise at a place that was chosen because much happens there now is partly chance.</source>
        <translation>▲ och ▼: en förändring som slumpen inte förklarar. En ökning på en plats som valts för att mycket sker där nu är delvis slump.</translation>
    </message>
</context>
</TS>
