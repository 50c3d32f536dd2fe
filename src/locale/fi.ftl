# Mitä ohjelma sanoo, suomeksi. Komentojen, valitsimien ja koodien nimet ovat kaikilla kielillä englanniksi.

## Virheilmoitusten alku

error = virhe
hint = vihje
failed = { $error }

## Mitä komentorivi sanoo

no_flag = tuntematon valitsin `{ $flag }`
no_command = tuntematon komento `{ $command }`
command_missing = komento puuttuu
arguments_missing = puuttuu: { $arguments }
word_too_much = ylimääräinen sana: `{ $word }`
value_missing = arvo puuttuu
value_too_much = arvoa ei oteta tai niitä on liikaa (`{ $value }`)
given_twice = tämän voi antaa vain kerran
not_together = tätä ei voi antaa yhdessä näiden kanssa: { $others }
not_unicode = komentorivillä on merkkejä, jotka eivät ole Unicode-tekstiä

## Käyttäjän omat asetukset

config_unreadable = omia asetuksia ei voi lukea (`{ $file }`): { $error }
config_broken = omia asetuksia ei voi tulkita (`{ $file }`, rivi { $line })
config_broken_hint = tiedostossa voi olla kaksi riviä: language = "fi" (tai "hu", "en") ja plain = true

## Ohjesivut

help_usage = Käyttö
help_command = KOMENTO
help_statistic = TILASTO
help_statistics = Tilastot
help_flags = valitsimet
help_records = Rekisterit
help_commands = Komennot
help_arguments = Argumentit
help_fields = Kentät
help_filters = Rajaukset
help_filtering = Tekstistä riittää osa, eikä kirjainkoolla tai tarkkeilla ole väliä; alueeseen luetaan kaikki sen osat ja yläluokkaan kaikki sen luokat.
help_output = Tuloste
help_everywhere = Kaikille komennoille
help_examples = Esimerkkejä
help_more = Lisätietoja: { $command }
help_values = vaihtoehdot: { $values }
help_required = pakollinen
help_list = koodit: tukipont category list { $list }
help_else = oletus: `{ $value }`
help_else_today = oletus: tämä päivä
help_else_setting = oletus: asetus `{ $setting }`

## Tiedosto

no_file = tiedostoa ei ole: `{ $file }`
no_file_hint = anna tiedosto (--db FILE tai TUKIPONT_DB); uuden tekee `tukipont init`
no_home = tässä järjestelmässä ei ole kansiota käyttäjän tiedoille
file_exists = tiedosto on jo olemassa: `{ $file }`
file_exists_hint = valitse toinen nimi; `init` ei koskaan kirjoita tiedoston päälle
journal_of_another = samannimiseen toiseen tiedostoon kohdistunut komento on jättänyt tänne tämän: `{ $file }`
journal_of_another_hint = siirrä se pois tai valitse toinen nimi; muuten uusi tiedosto vaurioituisi, kun se seuraavan kerran avataan
use_force = valitse toinen nimi tai korvaa vanha tiedosto valitsimella --force
file_is_link = tämä on linkki eikä tiedosto: `{ $file }`
file_is_link_hint = anna se tiedosto, johon linkki johtaa
not_a_file = tämä ei ole tavallinen tiedosto: `{ $file }`
no_folder = kansiota ei ole: `{ $folder }`
no_folder_hint = luo kansio ensin tai valitse toinen
other_output = anna tulosteelle toinen tiedostonimi
not_a_network = tämä ei ole Tukipont-tiedosto: `{ $file }`
not_a_database = tiedosto ei ole tietokanta
not_a_network_hint = Tukipont-tiedoston tekee `tukipont init`; taulukon lukee `import`
file_newer = tiedoston on kirjoittanut ohjelman uudempi versio: `{ $file }` (skeema { $version }; tämä versio tuntee skeeman { $known })
file_newer_hint = asenna uudempi versio myös tänne
file_was_wal = tiedosto oli WAL-tilassa, jolloin sen kopiosta voi puuttua uusimpia rivejä; nyt se on taas DELETE-tilassa
file_torn = tiedosto on kopioitu komennon ollessa kesken, eikä se ole ehjä: `{ $file }`
file_torn_hint = kopioi se uudelleen alkuperäisestä paikasta, ja jos vieressä on tiedosto, jonka nimen lopussa on -journal, kopioi sekin
file_busy = joku muu kirjoittaa tiedostoon juuri nyt
file_busy_hint = yritä hetken kuluttua uudelleen
file_damaged = tiedosto on vioittunut: { $error }
file_damaged_hint = jätä se sellaisekseen ja jatka aiemmalla kopiolla: tukipont backup --list, sitten tukipont restore
file_unreachable = tiedoston luku tai kirjoitus ei onnistunut: { $error }; mikään ei muuttunut
file_unreachable_hint = onko levy täynnä tai muistitikku irti? korjaa syy ja anna komento uudelleen
file_not_writable = tiedostoa tai sen kansiota ei voi lukea tai kirjoittaa
file_not_writable_hint = kopioi tiedosto omaan kansioon tai pyydä kirjoitusoikeus
disk_full = levy on täynnä; mikään ei muuttunut
disk_full_hint = vapauta tilaa ja anna komento uudelleen
journal_mode = tiedostoa ei voi avata turvallisesti (lokitila { $mode })
output_is_network = tämä on itse Tukipont-tiedosto: `{ $file }`

## Arvot

empty_value = arvo ei voi olla tyhjä
empty_value_hint = kirjoita jotakin tai jätä kenttä pois; entisen arvon tyhjentää `edit --clear`
not_a_code = tämä ei kelpaa koodiksi: `{ $text }`
not_a_code_hint = koodissa saa olla vain kirjaimia a–z, numeroita ja merkkejä - . _
not_a_category_code = tämä ei kelpaa luokan koodiksi: `{ $text }`
not_a_category_code_hint = kirjoita luettelo, kaksoispiste ja koodi: age:60-74
not_a_day = tällaista päivää ei ole: `{ $text }`
not_a_day_hint = kirjoita 2026-11-21, 21.11.2026 tai 2026. 11. 21.
ends_before_it_begins = loppu ({ $until }) on ennen alkua ({ $since })
ends_before_it_begins_hint = muuta jompaakumpaa päivää
not_a_period = tämä ei ole ajanjakso: `{ $text }`
not_a_period_hint = kirjoita 2026, 2026-11, 2026-Q4, 2026-H2, 2020-11-01/2021-10-31 tai 2023-04-01/P1M, tai kuukausi nimellään: marras.26, marraskuu 2026; vuosi on väliltä 1900–2199
not_a_number = tämä ei ole kokonaisluku: `{ $text }`
not_a_number_hint = kirjoita vain numeroita; jätä tuntematon luku pois
too_many_minutes = tämä on yli vuorokausi tai ei kesto lainkaan: `{ $text }`
too_many_minutes_hint = kirjoita minuutit (90) tai tunnit ja minuutit (1:30), enintään 1440 minuuttia
too_many_days = `{ $text }` ei ole päivien määrä
too_many_days_hint = kirjoita luku 1–366
not_a_coordinate = tämä ei ole koordinaatti: `{ $text }`
not_a_coordinate_hint = kirjoita asteina (62,242603) tai asteen miljoonasosina (62242603)
not_opening_hours = tämä ei ole aukioloaikojen merkintätapa: `{ $text }`
not_opening_hours_hint = kirjoita Mo-Fr 09:00-17:00; Sa off, tai 24/7; vapaa teksti lainausmerkkeihin
not_a_phone = tämä ei ole puhelinnumero, jossa on maatunnus: `{ $text }`
not_a_phone_hint = kirjoita +358 40 123 4567 tai +36 30 123 4567
not_an_email = tämä ei ole sähköpostiosoite: `{ $text }`
not_an_email_hint = kirjoita nimi@example.org
not_a_language = tämä ei ole kielikoodi: `{ $text }`
not_a_language_hint = kirjoita ISO 639 -koodi: fi, sv, hu, en
not_a_tally = tämä ei ole jakauma: `{ $text }`
not_a_tally_hint = kirjoita kukin ryhmä kerran lukuineen: age:60-74=3 sex:female=2
not_one_of = tämä arvo ei ole mahdollinen: `{ $text }`
possible_values = vaihtoehdot: { $values }

## Rivit

id = Tunniste
yes = kyllä
no = ei
no_rows = ei löytynyt mitään
no_row = ei löytynyt: { $noun } `{ $text }`
no_category = luettelossa `{ $list }` ei ole koodia `{ $text }`
no_field = kenttää ei ole: `{ $field }`
did_you_mean = tarkoititko: { $text }?
list_them = näet kaikki komennolla `tukipont { $noun } list`
one_of = valitse: { $rows }
ambiguous = useampi kuin yksi { $noun } vastaa hakua: `{ $text }`
whole_id_needed = tämä on vain tunnisteen alku ({ $noun }): `{ $text }`; kirjoittava komento tarvitsee koko tunnisteen
code_taken = koodi on jo käytössä: { $noun } `{ $code }`
code_taken_hint = valitse toinen koodi tai muuta entistä: tukipont { $noun } edit { $code }
row_needed = vielä tarpeen: { $noun } `{ $code }`; siihen viittaavat: { $rows }
row_needed_hint = muuta tai poista ensin ne; suljettavan pisteen historia säilyy näin: edit --status closed
circle = { $noun } `{ $code }` olisi itsensä alla (kautta: `{ $parent }`)
circle_hint = valitse ylätaso, joka ei itse ole tämän alla
must_have = arvo on pakollinen: { $field } ({ $noun })
must_have_hint = anna arvo tai jätä kenttä ennalleen
missing = puuttuu: { $fields } ({ $noun })
see_help = tukipont { $command } --help
see_all = kaikki komennot: tukipont --help
nobody_answers = syöte loppui ennen kuin kaikkeen oli vastattu
nothing_to_change = muutettavaa ei annettu ({ $noun })
given_and_cleared = `--{ $field }` sekä annetaan että tyhjennetään

## Mitä tehtiin

added = lisätty: { $noun } `{ $code }`
changed = muutettu: { $noun } `{ $code }`
nothing_changed = mikään ei muuttunut: { $noun } `{ $code }` oli jo tällainen
lines = { $count ->
    [one] { $count } rivi
   *[other] { $count } riviä
}
removed = poistettu: { $noun } `{ $code }`
renamed = koodi vaihdettu: { $noun } `{ $from }`, uusi koodi `{ $to }`
exported = kirjoitettu: { $nouns } ({ $count }), tiedosto `{ $file }`
network_made = valmis: `{ $file }`; alueet ({ $areas }), luokat ({ $categories })
network_made_hint = anna tiedosto näin: --db FILE tai TUKIPONT_DB; sitten: tukipont point add

## Asetukset

travels = Kulkee verkoston mukana
meaning = Merkitys
setting_set = asetus { $name } on nyt `{ $value }`
setting_cleared = asetus tyhjennetty: { $name }

## Toimialan säännöt

coarser_of_another_list = yläluokan on oltava samasta luettelosta (`{ $list }`)
assignment_needs_one_place = tehtävä koskee täsmälleen yhtä pistettä, aluetta tai organisaatiota
assignment_needs_one_place_hint = anna yksi näistä: --point, --area, --organisation
attendances_out_of_range = osallistumiskertoja voi olla 1–{ $most } (annettu: { $count })
returning_above_attendances = uudelleen osallistuneita ({ $returning }) on enemmän kuin osallistumiskertoja ({ $attendances })
tally_above_attendances = jakauman summa ({ $sum }) on suurempi kuin osallistumiskertojen määrä ({ $attendances }); luettelo `{ $list }`
figures_hint = korjaa tämä luku tai osallistumiskertojen määrä; jätä tuntematon luku pois

## Taulukot

sheet_refused = taulukkoa ei otettu vastaan: `{ $file }`; virheitä: { $count }; mikään ei muuttunut
sheet_refused_hint = korjaa taulukko ja tuo se uudelleen
mapping_refused = kuvausta ei voi käyttää: `{ $file }`; virheitä: { $count }; mikään ei muuttunut
mapping_refused_hint = korjaa kuvaus ja tuo taulukko uudelleen

## Digiopastajat ja koordinaattorit

assigned = tehtävä annettu: `{ $who }`, kohde `{ $place }`, alkaen { $since }
assigned_already = sama tehtävä on jo voimassa (`{ $id }`)
assigned_already_hint = muuta sen päiviä näin: tukipont assignment edit { $id }
not_assigned = ei tehtävää millään pisteellä: `{ $person }`
several_assignments = tehtäviä useammalla pisteellä: `{ $person }`
which_point = kerro, mikä piste (--point): { $points }
not_leading = ei koordinoi mitään aluetta: `{ $who }`
several_areas = koordinoi useampaa aluetta: `{ $who }`
which_area = kerro, mikä alue (--area): { $areas }
released = tehtävä päätetty: `{ $who }`, kohde `{ $place }`, viimeinen päivä { $until }
organisation_meant = `{ $code }` on organisaatio; anna se näin: --organisation { $code }
no_lead_here = tämän tason alueella ei ole koordinaattoria: `{ $area }`
no_lead_here_hint = koordinaattori nimetään maakunnalle, Unkarin läänille tai koko maalle; muut tehtävät: tukipont assignment add
point_without_mentor = pisteellä ei ole digiopastajaa: `{ $point }`
point_without_area = ei aluetta, siksi ei koordinaattoriakaan: `{ $point }`; lisää se: tukipont point edit { $point } --area ALUE
point_name = Pisteen nimi

## Tarkistus

check_sound = ei huomioita: kaikki on kunnossa
check_found = huomioita: { $count }
kind_of_record = Rekisteri
code = Koodi
finding = Huomio
leads_nowhere = viittaa riviin, jota ei ole ({ $noun })
unknown_category = sisältää koodin, jota ei ole missään luettelossa: `{ $code }`
without_assignment = toimii verkostossa ilman tehtävää
without_mentor = avoinna ilman digiopastajaa
region_of_counties = Unkarin läänejä { $count }, pitäisi olla { $wanted }

## Esittely

demo_file = Tukipont-tiedosto: Unkarin alueet sekä luettelot aiheista, tuen muodoista, ikäryhmistä ja muusta
demo_points = Kuka ylläpitää pisteitä ja missä ihmisiä opastetaan
demo_people = Kuka auttaa missäkin ja kenen puoleen piste kääntyy
demo_sessions = Pisteessä kirjattu opastuskerta: tavallinen piste ja digiopastaja täydentyvät itsestään
demo_sheet = Sähköpostissa tullut taulukko: ensin koeajo, sitten tuonti; toinen tuonti ei laskisi mitään kahdesti
demo_figures = Kuukauden luvut luettavaksi ja rahoittajalle
demo_done = tähän kansioon jäivät: { $files }; tutustu niihin valitsimella --db demo.db, esimerkiksi: tukipont --db demo.db session list
demo_again_hint = esittely ei kirjoita minkään päälle: poista edellisen ajon tiedostot tai aja se toisessa kansiossa

## Ohjelma ja yhteiset valitsimet

tukipont =
    .about = Digituen verkoston hallinta yhdessä tiedostossa

flag =
    .standard-mediation-numerique = digituen paikat Ranskassa
    .db = Tukipont-tiedosto: jota komento käyttää; muuten se, jonka muuttuja TUKIPONT_DB nimeää, tai se, joka on käyttäjän tietokansiossa
    .lang = Kieli: viestien kieli; muuten TUKIPONT_LANG, muuten järjestelmän kieli
    .lang-en = English
    .lang-hu = magyar
    .lang-fi = suomi
    .plain = Pelkistetty: ruudunlukijalle, yksi kenttä rivillä, ilman kehyksiä
    .no_input = Ei kysymyksiä: puuttuva tieto on virhe
    .help = Ohje: edeltävästä komennosta
    .version = Versio
    .key = Koodi tai nimi: { $noun }
    .key-id = Tunniste: { $noun }
    .from = Alkaen: ensimmäinen päivä
    .to = Päättyen: viimeinen päivä
    .as-of = Päivä: mikä silloin oli voimassa; muuten tämä päivä
    .since = Alkaen: ensimmäinen päivä; muuten tämä päivä
    .until = Päättyen: viimeinen päivä; muuten tämä päivä
    .point = Piste: koodi tai nimi
    .period = Ajanjakso: 2026, 2026-11, 2026-Q4, 2026-H2, 2020-11-01/2021-10-31
    .span = Kausi: vain sen sisällä oleva; muuten kaikki siitä, kun lomake alkoi
    .within = Alue: kaikkineen, mitä siinä on
    .led = Vastuuhenkilö: vain hänen vastuualueillaan olevat
    .group = Jako: rivi jokaiselle näistä
    .group-region = alueet
    .group-county = maakunnat
    .group-municipality = kunnat
    .group-respondent = vastaajat
    .question = Kysymys: vain tämä, sen koodilla lomakkeella
    .publish = Julkaise: luvut 1–7 merkitään *, muut pyöristetään viiteen
    .about = Aihe: allekirjoittamattomalla lomakkeella vain ne, jotka koskevat tätä, esimerkiksi session:4hd1s8jrd27v0
    .answer = Vastaus: kysymyksen koodi lomakkeella ja itse vastaus
    .format = Muoto: miten tulostetaan
    .dialect = Excel-muoto: taulukko unkarin- tai suomenkieliselle Excelille
    .dialect-excel-hu = unkarinkielinen Excel
    .dialect-excel-fi = suomenkielinen Excel
    .format-table = ihmisille, sarakkeina
    .format-plain = ruudunlukijalle, yksi kenttä rivillä
    .format-csv = pilkuin erotettu, UTF-8, englanninkieliset avaimet
    .format-tsv = sarkaimin erotettu
    .format-json = yksi JSON-taulukko
    .format-ndjson = yksi JSON-objekti rivillä
    .format-markdown = taulukko tekstisivulle
    .fields = Kentät: vain nämä, tässä järjestyksessä
    .sort = Järjestys: näiden kenttien mukaan; edessä oleva yhdysmerkki kääntää järjestyksen
    .limit = Raja: enintään näin monta riviä
    .output = Tulostiedosto: kirjoitetaan kokonaan tai ei lainkaan; muuten vakiotuloste
    .force = Korvaa: uusi tiedosto vanhan tilalle
    .dry_run = Koeajo: kaikki tehdään, kerrotaan mikä muuttuisi, ja perutaan
    .no_backup = Ilman kopiota: tiedoston aiempaa tilaa ei säilytetä
    .yes = Kyllä: kysymättä

## Verbit

verb =
    .add = Lisää uusi { $noun }: pakolliset puuttuvat tiedot kysytään
    .list = Luettele { $nouns }: kaikki tai rajausten mukaiset
    .list-text = Teksti: vain ne, joiden koodissa tai nimessä se on
    .show = Näytä yksi { $noun }: kaikki kentät
    .edit = Muuta vain annetut kentät: { $noun }
    .edit-clear = Tyhjennä: tämä kenttä tyhjennetään
    .rename = Vaihda koodi: { $noun }; viittaukset seuraavat mukana
    .rename-to = Uusi koodi
    .remove = Poista yksi { $noun }: historia jää tiedostoon
    .export = Kirjoita { $nouns } taulukkoon: kaikki kentät, järjestys aina sama
    .export-standard = Standardi: tämän julkisen standardin muodossa; vain avoimet, ellei --status sano muuta
    .export-complete_only = Vain täydelliset: jätä pois ja nimeä ne, joilta puuttuu standardin vaatimia tietoja
    .import = Tuo taulukosta: { $nouns }, kaikki rivit tai ei yhtään
    .blank = Tyhjä taulukko täytettäväksi: { $nouns }
    .blank-all = Kaikki: taulukko jokaiselle, jolta kausi vaaditaan, kansioon
    .import-file = Tiedosto: taulukko, kansio taulukoita tai - eli vakiosyöte
    .import-map = Kuvaus: TOML-tiedosto, joka kertoo, miten taulukko luetaan; pienimmässä on kaksi riviä: [columns] ja name = "heidän otsikkonsa"; esimerkkejä READMEn luvussa ”Somebody else's sheet”
    .import-standard = Standardi: taulukko on tämän julkisen standardin muodossa, jonka kuvaus tulee ohjelman mukana
    .import-sender = Lähettäjä: kenen tunnisteita taulukossa on
    .import-encoding = Merkistökoodaus: esimerkiksi windows-1252; muuten tiedoston oma merkki, UTF-8 tai maan tapa
    .import-delimiter = Erotin: mitä solujen välissä on: , ; | tai tab; muuten ensimmäisen rivin mukaan
    .import-days = Päivät: kumpi on ensin merkinnässä 1/2/2026: day-first (päivä) vai month-first (kuukausi)
    .import-decimal = Desimaalierotin: comma (pilkku) tai point (piste)
    .import-sheet = Välilehti: työkirjan (.xlsx), jos voidaan tarkoittaa useaa
    .import-dialect = Excel-muoto: excel-hu tai excel-fi, jos otsikot eivät kerro sitä
    .import-explain = Selitys: kertoo, mitä taulukosta löytyi ja miksi, eikä ota mitään
    .import-rejects = Hylätyt: virheelliset rivit tähän tiedostoon, muut otetaan
    .import-gone = Poissa: luettelee tai poistaa rivit, joita lähettäjällä ei enää ole
    .import-gone-list = luettelo
    .import-gone-remove = poisto
    .import-covers = Kausi: päivät, joita taulukko koskee; muuten ensimmäisestä viimeiseen
    .import-dry_run = Koeajo: kaikki tehdään, kerrotaan mikä muuttuisi, ja perutaan
    .erase = Hävitä henkilötiedot kaikista versioista: { $noun }; luvut säilyvät
    .erase-notes = Huomautukset: hävitä myös huomautukset, joissa nimi, puhelin tai osoite on
    .dossier = Kaikki, mitä tiedostossa on yhdestä: { $noun }; sille, joka kysyy omia tietojaan
    .dossier-format = Muoto: tekstinä tai JSONina
    .dossier-format-text = teksti
    .dossier-format-json = JSON
    .new = Katso taulukko ja kirjoita ensimmäinen { $noun }; arvaukset sanotaan arvauksiksi
    .new-noun = Rekisteri: mitä rivit ovat
    .new-file = Tiedosto: taulukko
    .new-sheet = Välilehti: työkirjan (.xlsx), jos voidaan tarkoittaa useaa
    .check = Kerro, mitkä sarakkeet myöhemmästä taulukosta puuttuvat ja mitkä ovat uusia
    .check-map = Kuvaus: tiedosto tai tallessa olevan kuvauksen koodi
    .check-file = Tiedosto: taulukko
    .check-sheet = Välilehti: työkirjan (.xlsx), jos voidaan tarkoittaa useaa
    .keep = Tallenna kuvaustiedosto verkoston tiedostoon: sen jälkeen --map ottaa sen koodin
    .keep-file = Tiedosto: kuvaustiedosto
    .write = Kirjoita tallessa oleva { $noun } tiedostoksi
    .load = Lataa ohjelman mukana tuleva { $noun } kysymyksineen
    .load-name = Nimi: monthly, yearly, point-requirements, network-assessment, course-feedback tai needs
    .submit = Lähetä { $noun }: vastaukset, ja että se on valmis
    .submit-draft = Luonnos: säilytä vastaukset sanomatta vielä, että se on valmis
    .submit-remark = Huomautus: kysymyksen koodi lomakkeella ja näyttö, tai mitä vastaus ei kerro
    .submit-file = Tiedosto: taulukko vastauksista, jollaisen report blank tekee
    .due = Kuukauden sisällä erääntyvät, lähettämättömät { $nouns } ja jäljellä olevat päivät
    .missing = Päättyneet kaudet, joilta joku ei ole lähettänyt vaadittua: { $nouns }
    .late = Myöhässä olevat { $nouns } ja sen jälkeen kuluneet päivät
    .total = Laske yhteen kauden raportit: jokaisen summan vieressä on, keneltä vaaditaan, kuka lähetti ja kuka puuttuu
    .total-span = Kausi: siihen sisältyvät raportit
    .total-each = Jokainen: rivi jokaiselle tällaiselle kaudelle: P1M, P3M, P6M tai P1Y
    .prefill = Aloita { $noun } sillä, mitä pisteen opastuskerrat kaudesta kertovat
    .fill = Vastaa päätteellä kysymys kerrallaan: { $noun }
    .remind = Kirjoita muistutuslista sähköpostiohjelmalle: osoite, nimi ja teksti kaikille, joiden { $noun } on myöhässä
    .spread = Kerro, miten vastaukset jakautuvat ({ $nouns }) ja missä yksi vastaaja tai alue on kaikkien muiden rinnalla
    .spread-beside = Rinnalla: tämä vastaaja tai tämän alueen vastaajat kaikkien muiden rinnalla
    .choices = Laske, kuinka usein kukin vastaus valittiin ({ $nouns }), alueittain ja toisen kysymyksen mukaan
    .choices-across = Ristiin: myös rivi jokaiselle tämän kysymyksen vastaukselle, esimerkiksi kohderyhmittäin
    .compliance = Kerro, mitkä vaatimukset täyttyvät missäkin ({ $nouns }), kuka sen totesi ja mitä on katsottava uudelleen
    .compliance-unmet = Puutteet: vain ne, jotka eivät täytä kaikkea, joita ei ole arvioitu tai jotka ovat myöhässä
    .return = Palauta { $noun } lähettäjälle syyn kera
    .accept = Hyväksy lähetetty { $noun }
    .accept-all = Kaikki: jokainen kauden sisällä lähetetty raportti, ja jos alue on annettu, vain siellä olevien
    .lock = Lukitse { $noun }: sen jälkeen vain perusteltu korjaus muuttaa sitä
    .lock-all = Kaikki: jokainen kauden sisällä lähetetty raportti, ja jos alue on annettu, vain siellä olevien
    .correct = Korjaa lukittu { $noun } syyn kera: aiemmin julkaistu säilyy sen historiassa

## Esimerkkien nimet ja paikat suomalaisina

example =
    .words = halo.db --site BEK07=verkosto.db --site JKL; Békés megyei hálózat=Keski-Suomen verkosto; --country hu=--country fi; Mintafalva Község Önkormányzata=Mallilan kunta; Mintafalvai könyvtár=Mallilan kirjasto; Minta Mária=Malli Maija; MINTA-ONK=MALLI-KUNTA; MINTA=MALLI; Mintafalva=Mallila; Orosháza=Jyväskylä; HU332=Keski-Suomi; --area HU=--area FI; month,county=month,region; --languages hu=--languages fi

## Komennot

init =
    .about = Luo uusi Tukipont-tiedosto: siinä on alueet ja luokat, ei muuta
    .also = uusi, luo
    .file = Tiedosto: muuten käyttäjän tietokansiossa
    .site = Kopion tunnus: lyhyt koodi; jokaisella toimistolla on oma kopionsa tiedostosta, ja siinä tehdyt koodit alkavat tällä, jotta kaksi toimistoa ei tee samaa koodia
    .name = Nimi: verkoston nimi
    .country = Maa: jonka alueilla ja palveluilla tiedosto alkaa
    .country-hu = Unkari
    .country-fi = Suomi
    .country-none = ei kumpikaan

mentor =
    .about = Lisää digiopastajia, nimeä heitä pisteille ja luettele, kuka toimii missäkin
    .also = digiopastaja, digiopastajat, opastaja, opastajat
    .add = Lisää uusi digiopastaja: henkilö, jonka tila on aktiivinen
    .list = Luettele digiopastajat pisteineen: nekin, joilla ei ole pistettä
    .list-point = Piste: vain siellä toimivat
    .list-area = Alue: vain siellä tai sen osissa toimivat
    .mentor = Digiopastaja: koodi tai nimi
    .assign = Nimeä digiopastaja pisteelle
    .release = Päätä digiopastajan tehtävä pisteellä

lead =
    .about = Nimeä alueille koordinaattoreita, luettele heidät ja näytä, kenen puoleen piste kääntyy
    .also = aluekoordinaattori, aluekoordinaattorit, koordinaattori, koordinaattorit
    .assign = Nimeä alueelle koordinaattori: maakunnalle, Unkarin läänille tai koko maalle
    .release = Päätä koordinaattorin tehtävä alueella
    .person = Henkilö: koodi tai nimi
    .organisation = Organisaatio: jos aluetta koordinoi organisaatio itse
    .area = Alue: koodi tai nimi
    .list = Luettele koordinaattorit alueineen
    .chain = Näytä, kenen puoleen piste kääntyy: digiopastajat, sitten koordinaattorit aina valtakunnalliseen tasoon asti

check =
    .about = Tarkista tiedosto: onko se ehjä, mikä odottaa päätöstä ja mikä siinä ei sovi yhteen
    .also = tarkista, tarkistus

setting = Asetus
    .about = Luettele, aseta ja tyhjennä asetuksia: tämän tiedostokopion ja verkoston
    .also = asetus, asetukset
    .list = Luettele asetukset
    .set = Aseta asetus
    .clear = Tyhjennä asetus
    .name = Asetus: sen nimi
    .name-site = tämän tiedostokopion tunnus; kopiossa tehdyt koodit alkavat sillä
    .name-usual-point = opastuskerran piste, kun muuta ei anneta
    .name-usual-mentor = opastuskerran digiopastaja, kun muuta ei anneta
    .name-name = verkoston nimi
    .name-country = verkoston maa: hu, fi tai none
    .name-counties-per-region = montako lääniä kuuluu yhteen alueeseen Unkarissa; `check` kertoo, missä niitä on enemmän tai vähemmän
    .value = Arvo
    .name-handover-days = näin monta päivää ilman siirtoa, ja `check` nimeää avoimen pisteen; pisteen oma luku on etusijalla
    .name-retention-person = kuukaudet lähdöstä tai poistosta henkilötietojen hävittämiseen
    .name-retention-session = kuukaudet opastuskerrasta sen huomautuksen hävittämiseen

about = Tukipont { $version }: digituen verkosto yhdessä tiedostossa.
    Unkarin alueet: Unkarin tilastovirasto, paikannimistö 2024, CC BY 4.0 ("Forrás: KSH"); koordinaatit paketista magyar 4.2.0, MIT.
    Suomen alueet: Tilastokeskus, CC BY 4.0; väestö 2022; koordinaatit ovat suurimman polygonin painopiste.
    Itse ohjelma: MIT-lisenssi. Se ei lähetä mitään minnekään.
    .about = Kerro, mikä ohjelma on ja mistä sen mukana tulevat tiedot ovat
    .also = tietoja

completions =
    .about = Tulosta komentotulkin täydennysskripti: sen avulla sarkain täydentää sanat
    .also = täydennys
    .shell = Komentotulkki: bash tai zsh

history =
    .about = Kuka muutti, mitä ja milloin: loki, tai yhden rivin historia kenttä kentältä
    .also = historia, loki
    .noun = Rekisteri: millaisesta rivistä on kyse
    .code = Koodi tai nimi: minkä rivin historia

undo =
    .about = Kumoa viimeinen komento tai aiempi; sen jälkeen muutettu jätetään ja luetellaan
    .also = kumoa, peru
    .number = Numero: monesko komento luettelossa; muuten viimeinen
    .list = Luettelo: viimeiset komennot numeroineen
    .dry_run = Koeajo: mitä palautuisi, tekemättä sitä

merge =
    .about = Yhdistä toinen kokonainen Tukipont-tiedosto tähän: yksikään kirjoitettu sana ei katoa
    .also = yhdistä, yhdistäminen
    .file = Tiedosto: toinen Tukipont-tiedosto
    .yes = Kyllä: mikä on hävitetty muualla, hävitetään kysymättä myös täällä

conflict =
    .about = Rivit, joiden versiot ovat ristiriidassa tiedostojen kohdattua: luettele, vertaa, valitse
    .also = ristiriita, ristiriidat
    .noun = Rekisteri: millaisesta rivistä on kyse
    .code = Koodi tai nimi: mikä rivi
    .list = Luettele rivit, joilla on avoin ristiriita
    .show = Näytä rivin versiot vierekkäin
    .resolve = Valitse yksi versio; muut jäävät historiaan
    .resolve-take = Valinta: tämän numeroinen versio, kuten `conflict show` sen näyttää

join =
    .about = Liitä kaksi samaa tarkoittavaa riviä tai muista, että ne ovat eri; luettele todennäköiset
    .also = liitä, kaksoiskappaleet
    .noun = Rekisteri: millaisista riveistä on kyse
    .code = Koodi tai nimi: toinen riveistä
    .other = Koodi tai nimi: toinen niistä
    .different = Eri: muista, että ne eivät ole sama
    .list = Luettele rivit, jotka saattavat olla sama, todennäköisimmät ensin
    .list-decided = Päätetyt: parit, joista joku on päättänyt
    .undo = Peru kahdesta rivistä tehty päätös

retention =
    .about = Hävitä tarpeettomat henkilötiedot: rekistereittäin, kuukausina
    .also = säilytys, säilytysaika
    .list = Luettele säilytysajat ja erääntyneet
    .run = Hävitä erääntyneet
    .run-dry_run = Koeajo: mitä on erääntynyt, hävittämättä sitä

handover =
    .about = Tee, vastaanota ja tutki siirtoja: verkoston viipale yhdessä pienessä tiedostossa
    .also = siirto, siirrot, siirtotiedosto
    .create = Tee siirto: yksi alue, yksi piste tai kaikki
    .create-output = Tulostiedosto: kirjoitettava tiedosto, tai - eli vakiotuloste
    .create-area = Alue: vain sen ja sen alla olevien pisteiden rivit
    .create-point = Piste: vain tämän pisteen rivit
    .create-since = Mistä lähtien: last (edellisestä samanlaisesta siirrosta) tai päivä; muuten kaikki
    .create-for = Kenelle: saajan nimi; saman saajan seuraava siirto jatkaa tästä
    .create-people = Henkilötietoineen: myös nimet, puhelimet, osoitteet ja huomautukset
    .receive = Vastaanota siirto: kaikki rivit tai ei yhtään
    .inspect = Kuka sen teki, milloin, mitä siinä on ja onko se ehjä
    .file = Tiedosto: siirto, tai - eli vakiosyöte
    .yes = Kyllä: mikä on hävitetty muualla, hävitetään kysymättä myös täällä
    .list = Luettele lähetetyt ja vastaanotetut siirrot

backup =
    .about = Tee kopio koko tiedostosta tai luettele kopiot
    .also = varmuuskopio, kopio
    .output = Tulostiedosto: mihin kopio tulee, tai - eli vakiotuloste; muuten tiedoston vieressä olevaan kopiokansioon
    .list = Luettelo: tiedoston vieressä olevat kopiot, vanhin ensin

restore =
    .about = Palauta kopio nykyisen tiedoston tilalle; siitä tehdään ensin kopio
    .also = palauta, palautus
    .copy = Kopio: tiedosto tai sen numero luettelossa `tukipont backup --list`

workbook =
    .about = Kirjoita kaikki yhteen työkirjaan (.xlsx): välilehti jokaiselle rekisterille, ja import lukee ne takaisin
    .also = työkirja, excel

doctor =
    .about = Millä ohjelma toimii: versiot, polut, asetukset ja mistä kukin tulee, jälkeen jääneet tiedostot
    .also = lääkäri, tila

## Yhteiset kentät ja arvot

common =
    .code = Koodi: muodostetaan kopion tunnuksesta, jos sitä ei anneta
    .latitude = Leveysaste: pohjoista, asteen miljoonasosina (WGS 84) tai asteina desimaalipisteellä
    .longitude = Pituusaste: itäistä, asteen miljoonasosina (WGS 84) tai asteina desimaalipisteellä
    .email = Sähköposti
    .phone = Puhelin: maatunnuksen kanssa, +36 tai +358
    .website = Verkkosivu

value = Arvo
    .paused = tauolla

## Rekisterit

area = alueet
    .one = alue
    .about = Alueet: maat, maakunnat, Unkarin läänit, kunnat, kunnanosat
    .also = kunta, kunnat, maakunta, maakunnat
    .code = Koodi: maalla, maakunnalla ja Unkarin läänillä NUTS-koodi, kunnalla tilastoviraston koodi
    .name = Nimi: niin kuin tilastovirasto sen kirjoittaa
    .kind = Laji: alueen taso
    .kind-country = maa
    .kind-region = maakunta
    .kind-county = Unkarin lääni
    .kind-municipality = kunta
    .kind-district = kunnanosa
    .parent = Yläalue: alue, johon tämä kuuluu
    .population = Väkiluku: asukkaat
    .since = Alkaen: ensimmäinen päivä, jona alue on tällainen
    .until = Päättyen: viimeinen päivä, jona alue on tällainen

organisation = organisaatiot
    .one = organisaatio
    .about = Organisaatiot: ylläpitävät pisteitä, antavat digitukea tai koordinoivat sitä
    .also = toimija, toimijat, ylläpitäjä, ylläpitäjäorganisaatio
    .name = Nimi
    .sector = Toimiala: luokka, kuten `municipal`, tai laji sen sisällä, kuten `library`
    .duty = Tehtävä: opastaa omissa palveluissaan, yleisesti tai molemmissa
    .duty-own-services = omat palvelut
    .duty-general = yleinen
    .duty-both = molemmat
    .scope = Laajuus: kuinka laajalla toimii
    .scope-regional = alueellinen
    .scope-national = valtakunnallinen
    .parent = Yläorganisaatio: jonka osa tämä on
    .area = Alue: jolla toimii

point = digitukipisteet
    .one = digitukipiste
    .about = Digitukipisteet: joissa ihmisiä opastetaan
    .also = asiointipiste, asiointipisteet, piste, pisteet, tukipiste
    .name = Nimi: niin kuin se on ovessa
    .kind = Laji: onko paikalla joku auttamassa
    .kind-staffed = henkilökuntaa paikalla
    .kind-unstaffed = ilman henkilökuntaa
    .kind-mobile = liikkuva
    .status = Tila
    .status-planned = suunniteltu
    .status-open = avoinna
    .status-closed = suljettu
    .area = Alue: kunta tai kunnanosa, jossa piste on
    .address = Osoite: katu ja numero
    .postcode = Postinumero
    .host = Ylläpitäjä: organisaatio, joka ylläpitää pistettä
    .opened = Avattu: päivä, jona piste avattiin
    .closed = Suljettu: päivä, jona piste suljettiin
    .opening_hours = Aukioloajat: OpenStreetMapin merkintätavalla, Mo-Fr 09:00-17:00
    .modes = Muodot: tuen muodot, joita piste tarjoaa
    .topics = Aiheet: missä piste auttaa
    .languages = Kielet: joilla piste auttaa, ISO 639 -koodeina
    .verified = Viimeksi tarkistettu: päivä, jona joku viimeksi varmisti, että kaikki tämä pitää paikkansa
    .handover_days = Siirtoväli: lähettää siirron vähintään näin monen päivän välein; `check` kertoo, jos se on jäänyt

person = henkilöt
    .one = henkilö
    .about = Henkilöt: verkostossa toimivat, palkatut ja vapaaehtoiset
    .also = työntekijä, vapaaehtoinen, vapaaehtoiset
    .name = Nimi
    .kind = Suhde: miten henkilö liittyy verkostoon
    .kind-employee = työntekijä
    .kind-volunteer = vapaaehtoinen
    .kind-external = ulkopuolinen
    .status = Tila: missä vaiheessa henkilö on verkostoon tulossa tai siitä lähdössä
    .status-prospective = ehdolla
    .status-in-training = koulutuksessa
    .status-active = aktiivinen
    .status-left = lähtenyt
    .organisation = Organisaatio: jonka palveluksessa henkilö on
    .languages = Kielet: joilla henkilö auttaa, ISO 639 -koodeina
    .skills = Osaaminen: aiheet, joissa henkilö osaa auttaa muita
    .joined = Liittyi: ensimmäinen päivä verkostossa
    .left = Lähti: viimeinen päivä verkostossa

assignment = tehtävät
    .one = tehtävä
    .about = Tehtävät: kuka vastaa mistä, mistä alkaen ja mihin asti
    .also = nimeäminen, nimeämiset
    .person = Henkilö: kenen tehtävä tämä on; tyhjä, jos alueesta vastaa organisaatio itse
    .role = Rooli
    .role-mentor = digiopastaja
    .role-county-lead = läänin koordinaattori (Unkari)
    .role-regional-lead = aluekoordinaattori
    .role-coordinator = koordinaattori
    .role-instructor = kouluttaja
    .role-contact = yhteyshenkilö
    .point = Piste: jossa digiopastaja toimii
    .area = Alue: josta aluekoordinaattori vastaa
    .organisation = Organisaatio: jota koordinaattori tai yhteyshenkilö edustaa tai joka itse vastaa alueesta
    .since = Alkaen: ensimmäinen päivä
    .until = Päättyen: viimeinen päivä

category = luokat
    .one = luokka
    .about = Luokat: koodiluetteloiden kohdat, kuten tuen muodot, aiheet ja ikäryhmät
    .also = koodi, koodit, koodiluettelo, luokitus
    .code = Koodi: luettelo, kaksoispiste ja koodi luettelossa
    .label_en = Englanninkielinen nimi
    .label_hu = Unkarinkielinen nimi
    .label_fi = Suomenkielinen nimi
    .coarser = Yläluokka: saman luettelon luokka, johon tämä sisältyy
    .since = Alkaen: ensimmäinen päivä, jona luokkaa voi käyttää
    .until = Päättyen: viimeinen päivä, jona luokkaa voi käyttää

session = opastuskerrat
    .one = opastuskerta
    .about = Opastuskerrat: yhdelle ihmiselle tai ryhmälle annettu tuki
    .also = opastus, opastukset, tapahtuma
    .date = Päivä: opastuskerran päivä
    .point = Piste: missä pisteessä opastettiin
    .mentor = Digiopastaja: kuka auttoi
    .area = Alue: missä opastettiin; tyhjänä pisteen alue
    .mode = Tuen muoto: miten tukea annettiin; luokka, kuten `remote`, tai muoto sen sisällä, kuten `phone`
    .kind = Laji
    .kind-individual = henkilökohtainen
    .kind-group = ryhmä
    .kind-one-off = ohimennen annettu
    .topics = Aiheet: mitä opastus koski
    .service = Palvelu: sähköinen palvelu, jota käytettiin
    .device = Laite: jolla toimittiin
    .reason = Syy: miksi tukea tarvittiin
    .minutes = Minuutit: kuinka kauan kesti, 90 tai 1:30
    .attendances = Osallistumiskerrat: montako ihmistä oli paikalla; kahdesti käynyt lasketaan kahdesti
    .returning = Uudelleen osallistuneet: moniko osallistumiskerta oli aiemmin opastetun
    .tally = Jakauma: montako kussakin luokassa, age:60-74=3 sex:female=2; luokat: tukipont category list age
    .outcome = Tulos: miten päättyi
    .redirected_to = Ohjattiin muualle: minne asiakas ohjattiin
    .language = Kieli: jolla opastettiin, ISO 639 -koodina
    .note = Huomautus: ei mitään, mistä selviää, ketä autettiin
    .sender_id = Lähettäjän tunniste: millä nimellä taulukon lähettäjä opastuskerran tuntee

mapping = kuvaukset
    .one = kuvaus
    .about = Kuvaukset: kertovat, miten jonkun toisen taulukko luetaan
    .also = kartoitus, vastaavuus
    .code = Koodi: millä --map sitä kutsuu
    .name = Nimi: kenen taulukkoon ja mihin
    .content = Sisältö: itse kuvaus sellaisena kuin se on TOML-tiedostossa

form = lomakkeet
    .one = lomake
    .about = Lomakkeet: kysymysten lehtiä; kun niihin on vastattu, vain uusi versio voi kysyä muuta
    .also = kysely, raportti
    .code = Koodi: versioineen, monthly.2
    .label_en = Englanninkielinen nimi
    .label_hu = Unkarinkielinen nimi
    .label_fi = Suomenkielinen nimi
    .kind = Laji
    .kind-report = raportti
    .kind-survey = kysely
    .kind-self-assessment = itsearviointi
    .kind-requirements = vaatimukset
    .kind-needs = tarvekartoitus
    .kind-feedback = palaute
    .asked_of = Vastaaja: keneltä kysytään
    .asked_of-point = pisteet
    .asked_of-organisation = organisaatiot
    .asked_of-area = alueet
    .asked_of-person = henkilöt
    .asked_of-anybody = kuka tahansa, nimettä
    .periods = Kaudet: kuinka usein, yksi tai useampi näistä: P1M, P3M, P6M, P1Y, project, once; ensimmäinen vaaditaan, ellei määräaika sano muuta
    .due_days = Määräaika: näin monta päivää kauden jälkeen
    .since = Alkaen: ensimmäinen päivä, jona sitä kysytään
    .until = Asti: viimeinen päivä, jona sitä kysytään
    .area = Alue: kysytään vain siellä olevilta
    .respondent_kinds = Vastaajien lajit: kysytään vain tämänlaisilta pisteiltä, organisaatioilta, alueilta tai henkilöiltä, esimerkiksi county

question = kysymykset
    .one = kysymys
    .about = Lomakkeen kysymykset
    .also = kysely
    .code = Koodi: lomake, vinoviiva ja kysymyksen oma koodi, monthly.2/visitors
    .form = Lomake: johon se kuuluu
    .number = Numero: sen paikka lomakkeella
    .label_en = Englanninkielinen nimi
    .label_hu = Unkarinkielinen nimi
    .label_fi = Suomenkielinen nimi
    .definition_en = Englanninkielinen määritelmä: mitä lasketaan ja mitä ei
    .definition_hu = Unkarinkielinen määritelmä
    .definition_fi = Suomenkielinen määritelmä
    .kind = Laji: millainen vastaus on
    .kind-count = lukumäärä
    .kind-number = luku
    .kind-money = rahasumma
    .kind-yes-no = kyllä tai ei
    .kind-scale = asteikko
    .kind-choice = valinta
    .kind-choices = useita valintoja
    .kind-text = teksti
    .kind-date = päivä
    .required = Pakollinen: hylätäänkö raportti ilman vastausta
    .required-yes = kyllä
    .required-no = ei
    .least = Pienin: pienin mahdollinen vastaus
    .most = Suurin: suurin mahdollinen vastaus
    .list = Luettelo: luokkien, joiden koodeista valitaan
    .figure = Tieto: toimintalokin luku, josta sen voi täyttää
    .figure-sessions = opastuskerrat
    .figure-attendances = osallistumiskerrat
    .figure-first-visits = ensimmäiset osallistumiset
    .figure-minutes = minuutit

deadline = määräajat
    .one = määräaika
    .about = Kuka on velkaa minkäkin lomakkeen ja kuinka usein; missä määräaikaa ei ole, kaikki niin usein kuin lomakkeen ensimmäinen kausi sanoo
    .also = eräpäivä
    .form = Lomake: jota vaaditaan
    .point = Piste: joka on sen velkaa
    .organisation = Organisaatio: joka on sen velkaa
    .area = Alue: joka on sen velkaa
    .person = Henkilö: joka on sen velkaa
    .periodicity = Toistuvuus: P1M, P3M, P6M, P1Y, project tai once
    .since = Alkaen: ensimmäinen päivä
    .until = Asti: viimeinen päivä

report = raportit
    .one = raportti
    .about = Raportit: joku on vastannut lomakkeeseen kaudelta
    .also = selvitys, tilasto
    .form = Lomake: johon vastattiin
    .point = Piste: joka vastasi
    .organisation = Organisaatio: joka vastasi
    .area = Alue: joka vastasi
    .person = Henkilö: joka vastasi
    .period = Kausi: jota se koskee, 2026-10, 2026-Q4, 2026, 2023-04-01/P1Y tai 2020-11-01/2021-10-31
    .submission = Lähetys: mikä erottaa allekirjoittamattomat vastaukset toisistaan
    .subject = Aihe: mitä tällainen lehti koskee, rekisteri ja koodi, session:4hd1s8jrd27v0
    .status = Tila
    .status-draft = luonnos
    .status-submitted = lähetetty
    .status-returned = palautettu
    .status-accepted = hyväksytty
    .status-locked = lukittu
    .submitted = Lähetetty: päivä, jona se saapui
    .reason = Syy: miksi se palautettiin tai korjattiin
    .assessor = Arvioija: joka selvitti, täyttyvätkö vaatimukset
    .recheck = Uusi tarkistus: päivä, johon mennessä jonkun on katsottava uudelleen

answer = vastaukset
    .one = vastaus
    .about = Vastaukset: kysymykseen, joltakulta, kaudelta
    .also = tulos
    .question = Kysymys: johon vastataan
    .point = Piste: joka vastaa
    .organisation = Organisaatio: joka vastaa
    .area = Alue: joka vastaa
    .person = Henkilö: joka vastaa
    .period = Kausi: jota se koskee, 2026-10, 2026-Q4, 2026, 2023-04-01/P1Y tai 2020-11-01/2021-10-31
    .submission = Lähetys: mikä erottaa allekirjoittamattomat vastaukset toisistaan
    .value = Arvo: itse vastaus, kuten kysymys sen haluaa
    .note = Huomautus: todiste tai mitä luku ei kerro
    .source = Lähde: mistä se tulee; tyhjänä joku on kirjoittanut sen
    .source-typed = kirjoitettu
    .source-log = lokista

## Tilastot

stats =
    .about = Tilastot: taulukoita luettavaksi, lukuja rahoittajille
    .also = tilasto, tilastot
    .show = Näytä tilasto
    .show-activity = Laske opastuskerrat, osallistumiskerrat, ensimmäiset osallistumiset ja minuutit
    .export = Kirjoita tilasto taulukkoon
    .export-activity = Laske opastuskerrat, osallistumiskerrat, ensimmäiset osallistumiset ja minuutit
    .by = Jaottelu: month, quarter, half-year, year, week, region, county, municipality, area, point, mentor, mode, mode-class, kind, topic, topic-class, service, device, reason, outcome, language, redirected-to tai luokitus, josta jakaumat koostuvat, kuten age, sex, work, target; useampi jaottelee peräkkäin
    .share = Osuus: kunkin rivin osuus kaikesta lasketusta; koneluettavissa muodoissa promilleina
    .share-sessions = opastuskerrat
    .share-attendances = osallistumiskerrat
    .share-returning = uudelleen osallistuneet
    .share-first-visits = ensimmäiset osallistumiset
    .share-minutes = minuutit
    .unknown = Tuntematon: myös se, mitä opastuskerroista ei tiedetä, jotta sarakkeista kertyy koko summa

dimension = { $name ->
    [month] Kuukausi
    [quarter] Neljännesvuosi
    [half-year] Puolivuosi
    [year] Vuosi
    [week] Viikko
    [region] Maakunta
    [county] Lääni (Unkari)
    [municipality] Kunta
    [mode-class] Tuen muodon pääluokka
    [topic] Aihe
    [topic-class] Aiheen pääluokka
    [age] Ikä
    [sex] Sukupuoli
    [work] Työmarkkina-asema
    [target] Kohderyhmä
   *[other] { $name }
    }
measure = { $name ->
    [sessions] Opastuskerrat
    [first-visits] Ensimmäiset osallistumiset
    [returning-unknown] Osallistumiskerrat, joista ei tiedetä uudelleen osallistuneita
    [minutes-unknown] Opastuskerrat, joiden kesto puuttuu
   *[other] { $name }
    }
share_of = { $name ->
    [sessions] Osuus opastuskerroista ({ $whole } = 100 %)
    [attendances] Osuus osallistumiskerroista ({ $whole } = 100 %)
    [returning] Osuus uudelleen osallistuneista ({ $whole } = 100 %)
    [first-visits] Osuus ensimmäisistä osallistumisista ({ $whole } = 100 %)
    [minutes] Osuus minuuteista ({ $whole } = 100 %)
   *[other] { $name } ({ $whole })
    }
no_dimension = jaottelua `{ $name }` ei ole
unknown_member = tuntematon
not_stated = ei ilmoitettu
total_row = yhteensä
no_share_of = jätä pois --share { $name } tai valitse --share attendances
tally_divides_attendances_only = jaottelussa ”{ $list }” lasketaan vain osallistumiskerrat: jakauma ei kerro, kenen minuutteja tai käyntejä ne olivat
tallies_do_not_cross = jaotteluja ”{ $first }” ja ”{ $second }” ei voi yhdistää: valituissa opastuskerroissa oli useampi kuin yksi osallistumiskerta (opastuskertoja { $count }), eikä jakauma kerro, keitä molemmat koskevat
tallies_do_not_cross_hint = käytä vain toista tai laske vain yhden osallistujan opastuskerrat: --attendances 1
sum_of_mentions = opastuskerta lasketaan jokaisen aiheensa kohdalla: riveillä on yhteensä opastuskertoja { $sum } ja osallistumiskertoja { $sum_attendances }, mutta ne ovat mainintoja; todellisuudessa opastuskertoja on { $sessions } ja osallistumiskertoja { $attendances }
sum_of_mentioned_attendances = opastuskerta lasketaan jokaisen aiheensa kohdalla: riveillä on mainintoja yhteensä { $sum }; todellisuudessa osallistumiskertoja on { $attendances }
returning_not_told = opastuskertoja, joista ei tiedetä uudelleen osallistuneiden määrää: { $sessions }, osallistumiskertoja niissä { $attendances }; niitä ei lasketa uudelleen osallistuneisiin eikä ensimmäisiin osallistumisiin (--unknown näyttää, missä)
minutes_not_told = opastuskertoja, joiden kestoa ei tiedetä: { $sessions } (--unknown näyttää, missä)
statistic_written = tilasto kirjoitettu tiedostoon `{ $file }`

## Import

imported = { $nouns }: uusia { $new }, muuttuneita { $changed }, ennallaan { $same }
guards_taken_off = poistettuja heittomerkkejä, jotka estivät tekstejä muuttumasta kaavoiksi: { $count }
mapping_begins = Ensimmäinen kuvaus taulukosta { $file }: katso jokainen rivi ennen käyttöä
mapping_sender = kenen taulukko tämä on, esimerkiksi example.org
mapping_id = heidän sarakkeensa, joka nimeää rivin
mapping_guess = arvaus
mapping_needed = tarvitaan
mapping_left = Sarakkeet, joista ei tehdä mitään:
mapping_made = ensimmäinen kuvaus kirjoitettu: `{ $file }`; katso se läpi ja tuo valitsimella --map
mapping_written = kuvaus kirjoitettiin tiedostoon `{ $file }`
mapping_kept = kuvaus `{ $code }` on tallessa
mapping_line = kuvauksen rivi { $line }: { $reason }
mapping_and_file = `{ $code }` on sekä tallessa oleva kuvaus että tiedosto
mapping_and_file_hint = jos tarkoitat tiedostoa, kirjoita ./{ $code }
mapping_in_conflict = kuvauksesta `{ $code }` on kaksi versiota rinnakkain
mapping_in_conflict_hint = valitse toinen: tukipont conflict show mapping { $code }
output_is_input = `{ $file }` on juuri luettava taulukko
workbook_ending = tiedoston nimi ei ole työkirjan: `{ $file }`
workbook_ending_hint = nimen lopuksi .xlsx
their_column = { $heading }
no_mapping = ei ole tiedostoa eikä tallessa olevaa kuvausta `{ $file }`
no_mapping_hint = `tukipont mapping list` näyttää tallessa olevat kuvaukset; `tukipont mapping new` kirjoittaa ensimmäisen
mapping_needs_noun = `{ $file }` ei kerro, mitä rivit ovat
mapping_needs_noun_hint = esimerkiksi: noun = "point"
mapping_new_columns = sarakkeita, joista kuvaus ei tee mitään: { $headings }
mapping_fits = `{ $map }` sopii taulukkoon `{ $file }`
comments_passed_over = ohitettuja rivejä, joiden alussa on #: { $count }
blank_example = esimerkki
blank_possible = mahdolliset
blank_made = tyhjä taulukko kirjoitettu ({ $nouns }): `{ $file }`
row_changed = muuttui: { $noun } `{ $code }`: { $changes }
more_rows_changed = ja vielä { $count }: tukipont history NOUN CODE kertoo jokaisesta
cell_lacks = `{ $text }`: siinä ei ole merkkiä `{ $sign }`, jonka takana arvo on
cell_lacks_hint = kuvauksessa after = "…" kertoo, mitä arvon edellä on; hakasulkeissa olevista säännöistä ensimmäinen, joka sanoo jotain, ratkaisee
left_out = rivejä, jotka kuvaus jättää pois: { $count }
rejected = rivejä, joita ei otettu: { $count }, tiedostossa `{ $file }`
rejected_dry = rivejä, joita ei otettaisi: { $count }
rejects_are_csv = virheelliset rivit kirjoitetaan CSV-muodossa
rejects_are_csv_hint = anna tiedostolle nimi, jonka lopussa on .csv
not_hours_of_a_day = `{ $text }` ei ole yhden päivän aukioloaika
not_hours_of_a_day_hint = kirjoita 09:00-12:00 / 13:30-17:00 tai 9h-12h; kuvauksessa [values.opening_hours] kertoo, mitä se tarkoittaa
explained = Mikä
found = Löytyi
why = Miksi
cell = Ensimmäinen solu
read_as = Luetaan
encoding = Merkistökoodaus
delimiter = Erotin
dialect = Excel-muoto
country = Maa
days_order = Päivät
decimal_sign = Desimaalit
column_called = Sarake { $number }: { $heading }
sheet_of_workbook = Työkirjan välilehti
other_sheets = Muut välilehdet
as_only_sheet = muut välilehdet ovat tyhjiä
as_its_headings = muilla ei ole tällaisia otsikoita
as_workbook = työkirjassa luku on luku
as_told = joku sanoo niin
as_its_mark = tiedoston alku sanoo niin
as_plain = perusmerkit luetaan kaikissa samoin
as_sound = teksti on siinä ehjää
as_country = verkoston maassa tapana
as_the_first_row = jakaa ensimmäisen rivin useimpiin soluihin
told_where_two_ways = jos solun voi lukea kahdella tavalla, se kerrotaan
as_nameless = ei otsikkoa: sen on oltava tyhjä
as_left_out = siitä ei tehdä mitään
as_mapped = kuvauksen mukaan: { $file }
as_its_name = sen nimi
as_its_name_in = sen nimi ({ $language })
restored = { $nouns }, aiemmin poistettuja tai peruttuja, nyt taas mukana: { $count }
values_kept = täällä muutettuja arvoja, jotka säilyvät, koska lähettäjä ei kerro niistä uutta: { $count }
still_removed = { $nouns }, täällä poistettuja ja poistettuina pysyviä: { $count }
gone = { $nouns }, joita lähettäjällä ei enää ole: { $count }
gone_of_days = { $nouns } aiemmasta taulukosta, { $first }–{ $last }, joita tässä ei ole: { $count }
gone_hint = tuo taulukko uudelleen: --gone luettelee ne, --gone=remove poistaa ne
gone_not_known = ei voi tietää, mitkä rivit puuttuvat: tunnuksettomia rivejä jäi pois, tai taulukossa ei ole rivejä
gone_left = säilyy ({ $noun }): `{ $code }`: { $reason }
gone_removed = { $nouns }, poistettuja: { $count }
nothing_gone = mitään ei puutu: kaikki, mitä aiemmissa taulukoissa oli, on tässäkin
nothing_gone_of_days = mitään ei puutu väliltä { $first }–{ $last }; --period kertoo, mitä päiviä taulukko koskee
ids_without_sender = sarakkeen `{ $heading }` tunnuksia ei käytetä, koska ei ole kerrottu, kenen ne ovat
ids_without_sender_hint = --sender NIMI kertoo sen: silloin korjattu rivi tunnetaan
gone_needs_sender = ei ole kerrottu, kenen rivejä tarkoitetaan
gone_needs_sender_hint = nimeä lähettäjä: --sender NIMI, tai kuvauksessa sender = "…"; vain saman lähettäjän rivejä voi olla poissa
made_on_the_way = { $nouns }, samalla luotuja: { $count }
made_by_name = { $nouns }, samalla luotuja: { $count }: { $names }
dry_run = koeajo: mitään ei muutettu
more_faults = … ja lisää virheitä: { $count }
no_sheet = luettavaa tiedostoa ei ole: `{ $file }`
no_sheet_hint = tarkista kansio ja nimen kirjoitusasu
no_sheets = kansiossa `{ $file }` ei ole taulukoita
no_sheets_hint = taulukoiden nimillä on jokin näistä päätteistä: { $endings }
one_file_only = `--{ $flag }` on yhdelle taulukolle, ja tämä on kansio
one_file_only_hint = anna jokin sen tiedostoista
sheet_begins = `{ $file }`:
sheets_taken = otettuja taulukoita: { $count }, hylättyjä: { $refused }
sheet_empty = taulukko on tyhjä
sheet_is = { $kind ->
    [workbook] tämä on työkirja, vaikka nimi sanoisi muuta
    [database] tämä on tietokanta, ei taulukko
    [handover] tämä on siirto: tukipont handover receive FILE
    [encrypted] tämä on salattu
    [document] tämä on asiakirja, ei taulukko
    [image] tämä on kuva, ei taulukko
   *[archive] tämä on pakattu tiedosto: pura se
    }
not_an_encoding = merkistökoodausta `{ $text }` ei ole
not_an_encoding_hint = esimerkiksi utf-8, windows-1250, windows-1252, utf-16le
day_two_ways = `{ $text }` voi olla { $one } tai { $other }
day_two_ways_hint = kerro kumpi on ensin: --days day-first (päivä) tai --days month-first (kuukausi), kuvauksessa days = "day-first"
day_of_excel = `{ $text }` on Excelin luku päivälle { $day }
day_of_excel_hint = muotoile sarake päivämääräksi ja tallenna taulukko uudelleen
number_two_ways = `{ $text }` voi olla { $one } tai { $other }
number_two_ways_hint = kerro desimaalierotin: --decimal comma (pilkku) tai --decimal point (piste), kuvauksessa decimal = "comma"
save_as_csv = tallenna muodossa CSV UTF-8 ja tuo se
save_as_xlsx = tallenna muodossa .xlsx ilman salasanaa tai muodossa CSV UTF-8 ja tuo se
workbook_not_built = tämä ohjelma on koottu ilman työkirjoja (.xlsx)
workbook_not_built_hint = tallenna muodossa CSV UTF-8 ja tuo se; näin koottu ohjelma lukee sen sellaisenaan: `cargo install --path . --features workbook`
workbook_not_written_hint = näin koottu ohjelma kirjoittaa niitä: `cargo install --path . --features workbook`; Exceliä varten on --dialect excel-hu tai excel-fi ja tiedosto, jonka nimen lopussa on .csv
workbook_unreadable = tätä työkirjaa ei voi lukea: { $error }
workbook_unreadable_hint = avaa se toimisto-ohjelmassa ja tallenna uudelleen muodossa .xlsx tai CSV UTF-8
workbook_too_large = työkirjassa on enemmän kuin kerralla voi lukea ({ $most } Mt)
workbook_too_large_hint = tallenna välilehti muodossa CSV UTF-8 ja tuo se
workbook_several_sheets = voidaan tarkoittaa useaa työkirjan välilehteä: { $sheets }
workbook_several_sheets_hint = nimeä yksi: --sheet NIMI, kuvauksessa sheet = "NIMI"
workbook_no_sheet = työkirjassa ei ole välilehteä `{ $sheet }`
workbook_its_sheets = sen välilehdet: { $sheets }
workbook_sheet_taken = `{ $file }`: luetaan välilehti `{ $sheet }`; muut, joilla on jotakin: { $others } (--sheet nimeää yhden)
workbook_written = kirjoitettu `{ $file }`: { $counts }
too_many_rows_for_workbook = välilehdelle mahtuu { $most } riviä, ja näitä on { $count }
text_too_long_for_workbook = `{ $row }`, { $column }: soluun mahtuu { $most } merkkiä, ja tämä teksti on pidempi
as_csv_instead = CSV-tiedostoon mahtuu kaikki: anna tiedostolle nimi, jonka lopussa on .csv
cell_failed = solun kaava antoi virheen
cell_failed_hint = korjaa kaava tai kirjoita, mitä solussa kuuluu olla
not_utf8 = tekstin merkistökoodaus ei ole UTF-8
not_utf8_hint = tallenna muodossa CSV UTF-8 ja tuo se
sheet_too_wide = sarakkeita on liikaa (enintään { $most })
sheet_too_wide_hint = puuttuuko rivinvaihto?
sheet_too_wide_in_workbook_hint = poista se, mitä on taulukon oikealla puolella
cell_too_long = solu on liian pitkä (enintään { $most } tavua)
text_too_long = teksti on liian pitkä (enintään { $most } tavua)
text_too_long_hint = lyhennä sitä
unclosed_quote = tästä alkaa lainausmerkki, jota ei suljeta missään
unclosed_quote_hint = sulje lainausmerkki tai kahdenna se, jos se kuuluu tekstiin
surplus_cell = ylimääräinen solu: otsikkorivillä sarakkeita on { $count }
surplus_cell_hint = jos se ei tarkoita mitään, nimeä se kuvauksessa: empty = ["…"]
nameless_cell = solu ilman otsikkoa
nameless_cell_hint = anna sarakkeelle otsikko tai tyhjennä se
heading_twice = sama otsikko on useammin kuin kerran: `{ $heading }`
unknown_headings = otsikoita, jotka eivät ole kenttiä ({ $noun }): { $headings }
unknown_headings_hint = toisen tekemä taulukko tarvitsee kuvauksen: --map TIEDOSTO, TOML-tiedosto, jonka alussa on [columns] ja sitten rivi kenttää kohti, name = "heidän otsikkonsa"
headings_mixed = otsikot ovat usealla kielellä, ja osa ei ole kenttiä ({ $noun }): { $headings }
headings_in_language_hint = muut otsikot yhdellä kielellä: { $headings }; toisen tekemä taulukko tarvitsee kuvauksen: --map TIEDOSTO
column_missing = taulukosta puuttuu sarake `{ $column }`, jota jokainen uusi rivi tarvitsee ({ $noun })
column_missing_hint = lisää sarake tai anna arvo kuvauksessa: --map TIEDOSTO
row_twice = sama rivi on jo (rivi { $line })
row_twice_hint = jätä toinen pois
row_twice_otherwise = samasta sanotaan muuta (rivi { $line }): `{ $text }`
row_twice_otherwise_hint = jätä virheellinen pois
said_otherwise = kansion taulukko `{ $file }` sanoo `{ $text }`
said_otherwise_hint = se on jo luettu; jos tämä on oikein, tuo se yksinään
not_toml = ei ole TOML-muotoa: { $error }
not_toml_hint = kuvaustiedosto kirjoitetaan TOML-muodossa: avain = "arvo"
mapping_expects = `{ $key }` kirjoitetaan näin: { $form }
mapping_one_origin = `{ $column }`: tarvitaan täsmälleen yksi näistä: column, value, template
mapping_of_a_cell = `{ $key }` kertoo, miten solu luetaan, ja voi olla vain column = "…" vierellä
mapping_of_another_noun = kuvaus on muuta varten (annettu: { $named }, pyydetty: { $noun })
mapping_needs_sender = kerro, kenen tunnisteita nämä ovat: sender = "…" tai --sender
mapping_no_column = taulukossa ei ole saraketta `{ $heading }`
mapping_fixed_value = jos arvo on aina sama, kirjoita `{ $column } = {"{"} value = "{ $value }" {"}"}`
mapping_not_mapped = mitään saraketta ei ole kuvattu kentäksi `{ $column }`
mapping_not_mapped_hint = jokainen uusi rivi tarvitsee sen ({ $noun }): `{ $column } = "heidän sarakkeensa"` tai `{ $column } = {"{"} value = "…" {"}"}`
mapping_value = kuvaukseen: [values.{ $column }] "{ $text }" = "…"
mapping_value_of = kuvaukseen: [values.{ $column }] "{ $text }" = "…", vaihtoehdot: { $values }
mapping_value_near = tarkoititko: { $near }? kuvaukseen: [values.{ $column }] "{ $text }" = "…"
mapping_create = mitä on jo: `tukipont { $noun } list`; jos kuvauksessa on [create.{ $column }], puuttuva luodaan
mapping_create_near = tarkoititko: { $near }? jos kuvauksessa on [create.{ $column }], luodaan uusi

demo =
    .about = Luo tähän kansioon pieni keksitty verkosto (demo.db) ja sen kuukauden työ vaihe vaiheelta

## What holds together

added_with = lisätty: { $noun } `{ $code }`; täydennetty: { $filled }
setting_needed = arvo tarvitaan: `{ $name }`
setting_needed_hint = vaihda se: tukipont setting set { $name } ARVO
row_unreadable = sisältää jotain, mitä tämä ohjelma ei koskaan kirjoita: { $noun } `{ $code }`
row_unreadable_hint = toinen ohjelma on muuttanut tiedostoa; palaa kopioon tai korjaa arvo siellä
refers_to_nothing = rivi viittaa tietueeseen ({ $noun }), jota ei ole (`{ $id }`)
refers_to_nothing_hint = tiedosto on vajaa; mitään ei muutettu
role_does_not_fit = rooli `{ $role }` ei sovi alueeseen `{ $area }`
role_does_not_fit_hint = county-lead johtaa lääniä (county), regional-lead maakuntaa (region); coordinator ja contact sopivat mihin tahansa
role_of_a_point = rooli on pisteessä toimivan henkilön: `{ $role }`
left_but_assigned = ei enää toimi verkostossa, mutta tehtävä on voimassa
closed_with_mentor = suljettu, mutta digiopastajan tehtävä on voimassa
assigned_twice = sama tehtävä kahdesti samaan aikaan: `{ $place }`
sessions_in_future = tämän päivän jälkeen päivättyjä opastuskertoja: { $count }
sessions_while_not_open = opastuskertoja ennen avaamista tai sulkemisen jälkeen: { $count }
sessions_in_old_category = opastuskertoja päivinä, jolloin se ei ollut käytössä: { $count }

## Historia ja kumoaminen

done = { $done }; kumoaminen: tukipont undo
when = Milloin
site = Kopio
command = Komento
rows = Rivit
fields = Kentät
field = Kenttä
before = Ennen
after = Jälkeen
number = Nro
by_the_program = ohjelma
row_removed = poistettu
row_back = palautettu
stayed_elsewhere = henkilötiedot: ne jäivät muualle
personal_erased = henkilötiedot: hävitetty
history_conflict = versiot ovat ristiriidassa: tukipont conflict show { $noun } { $code }
undone = kumottu: `{ $command }`: { $counts }
undone_setting = kumottu: `{ $command }`
left_alone = jätettiin ennalleen: { $noun } `{ $code }`: { $reason }
left_changed_since = sitä on muutettu sen jälkeen
left_refers_to_nothing = se viittaa riviin, jota ei enää ole
left_code_taken = sen koodi on nyt toisella rivillä
left_needed = sen jälkeen tehdyt rivit viittaavat siihen: { $counts }
left_elsewhere = toinen tiedosto on sanonut saman jo aiemmin, joten se jää: { $counts }
more_left = … ja { $count } muuta
nothing_to_undo = ei ole mitään kumottavaa
nothing_to_undo_of = mitään ei voi kumota komennosta `{ $command }`
nothing_to_undo_hint = `tukipont undo --list` näyttää komennot, `tukipont history` kaiken tapahtuneen
cannot_undo = komentoa `{ $command }` ei voi kumota
cannot_undo_no_copy = hävitetty on lopullisesti poissa
no_such_command = komentoa numero { $number } ei ole
no_copy_kept = tiedoston aiemmasta tilasta ei ole enää kopiota

## Muualta tulleet tiedostot

foreign_is_wal = `{ $file }` on toisessa kirjaustilassa (WAL) ja voi yksinään olla vajaa
foreign_is_wal_hint = avaa se kerran tukipontilla siellä, missä sitä säilytetään, esimerkiksi: tukipont --db FILE point list
foreign_has_journal = komento on käynnissä tai keskeytyi: `{ $file }`
foreign_has_journal_hint = odota sen loppuun tai avaa tiedosto kerran siellä, missä sitä säilytetään: tukipont --db FILE point list
foreign_schema = tiedostossa `{ $file }` on muita tauluja kuin sen version Tukipont-tiedostossa
foreign_damaged = `{ $file }` on vaurioitunut
foreign_value = tiedostossa `{ $file }` on pidempi arvo kuin missään Tukipont-tiedostossa
foreign_refused_hint = siitä ei otettu mitään; pyydä se uudelleen sieltä, mistä se tuli
foreign_row = tiedostossa `{ $file }` on rivi, jota Tukipont-tiedostossa ei voi olla: { $noun } `{ $id }`; { $reason }
foreign_setting = tiedostossa `{ $file }` on asetus, jota Tukipont-tiedostossa ei voi olla: { $setting }
foreign_log = tiedoston `{ $file }` lokissa on jotain, mitä ohjelma ei kirjoita
foreign_log_differs = tiedoston `{ $file }` loki kertoo komennosta muuta kuin tämä tiedosto
version_value = yhtä sen arvoista ei voi lukea
version_digest = sen tarkistussumma ei vastaa sisältöä
version_parents = sen versiot eivät seuraa toisistaan
version_clock = sen kello on mahdottomassa ajassa
version_command = sen tehnyttä komentoa ei ole lokissa
version_field = kenttä { $field } ei voi olla tuollainen
version_target = kenttä { $field } viittaa riviin, jota tiedostossa ei ole
version_count = sillä on yli { $most } versiota

## Tiedostojen välillä

merged = yhdistetty: `{ $file }`
merged_new = uutta: { $counts }
merged_changed = muuttunutta: { $counts }
merged_same = samaa: { $counts }
merged_nothing = tiedostossa `{ $file }` ei ole mitään uutta
merged_setting = muualla asetettu, nyt myös täällä: { $name }: `{ $value }`
merged_setting_cleared = muualla tyhjennetty, nyt myös täällä: { $name }
would_erase = `{ $file }` hävittäisi täältä ja tiedoston vieressä olevista kopioista muualla jo hävitetyt henkilötiedot: { $counts }
would_erase_question = Hävitetäänkö nämä henkilötiedot myös täältä?
merged_erased = muualla hävitetyt henkilötiedot hävitetty myös täältä: { $counts }
merged_conflicts = avoimia ristiriitoja: { $count }; tukipont conflict list
merged_shared = rivejä, joiden koodi on toisellakin: { $count }; tukipont check
merged_twin = toinen kappale tiedostosta käyttää tämän koodia: anna toiselle oma: tukipont setting set site KOODI
copy_kept = tiedosto ennen tätä: tukipont restore { $file }
copy_kept_without = tiedosto ennen tätä, ilman hävitettyjä tietoja: tukipont restore { $file }
merge_with_itself = `{ $file }` on käytössä oleva Tukipont-tiedosto itse
other_file_hint = nimeä toinen tiedosto
copy_failed = tiedostosta ei saatu kopiota, joten mitään ei tehty: { $cause }
copy_failed_hint = tee levylle tilaa tai anna --no-backup: silloin sitä ei voi kumota
versions = Versiot
version_shown = 1 (näkyvissä)
version_beside = { $number }
no_conflict = ei avointa ristiriitaa: { $noun } `{ $code }`
no_conflict_hint = `tukipont conflict list` näyttää avoimet ristiriidat
take_one = valitse yksi: tukipont conflict resolve { $noun } { $code } --take N
conflict_of_pair = ovatko { $noun } `{ $code }` ja `{ $other }` sama: tukipont join { $name } { $code } { $other }, tai sama valitsimella --different
no_such_version = versiota { $number } ei ole; versioita on { $count }
conflict_resolved = { $noun } `{ $code }`: valittiin versio { $number }
join_with_itself = molemmat nimet tarkoittavat samaa riviä ({ $noun })
decided_already = näin on jo: { $noun } `{ $code }`, `{ $other }`
decided_hint = `tukipont join list --decided` näyttää päätökset
not_decided = näistä ei ole päätetty: { $noun } `{ $code }`, `{ $other }`
one_through_others = yhä sama, koska muista riveistä on päätetty niin: { $noun } `{ $code }`, `{ $other }`
were_held_apart = näistäkin tulisi yksi, vaikka joku on päättänyt, että ne ovat eri: { $noun } `{ $code }`, `{ $other }`
were_held_apart_hint = jos ne sittenkin ovat sama: tukipont join undo { $noun } { $code } { $other }
given_back = toiselta riviltä otettu peruttiin: { $noun } `{ $code }`: { $fields }
joined = liitetty: { $noun } `{ $code }` edustaa myös riviä `{ $other }`
joined_with = liitetty: { $noun } `{ $code }` edustaa myös riviä `{ $other }`; sieltä otettu: { $fields }
join_differences = ne eroavat, ja `{ $code }` pitää omansa: { $fields }
held_apart = muistetaan: { $noun } `{ $code }` ja `{ $other }` ovat eri
join_undone = päätös peruttu: { $noun } `{ $code }`, `{ $other }`
other_code = Toinen
name = Nimi
other_name = Toisen nimi
score = Pisteet
reasons = Syyt
reason = { $name ->
    [name] sama nimi
    [similar-name] samankaltainen nimi
    [phone] sama puhelin
    [email] sama sähköposti
    [near] lähellä toisiaan
    [area] sama alue
   *[other] { $name }
    }
join_how = jos sama: tukipont join NOUN CODE OTHER; jos eri: sama valitsimella --different
verdict = Päätös
verdict_same = sama
verdict_different = eri
not_a_handover = `{ $file }` ei ole siirto
handover_is_network = se on kokonainen Tukipont-tiedosto: tukipont merge FILE
handover_is_encrypted = se on salattu: age --decrypt --identity AVAIN { $file } | tukipont handover receive -
handover_damaged = `{ $file }` ei ole sellainen kuin se tehtiin: sen tarkistussumma ei täsmää
handover_unsigned = `{ $file }` ei kerro, mikä se on
handover_made = kirjoitettu `{ $file }`: { $counts }
handover_made_empty = kirjoitettu `{ $file }`; edellisen jälkeen ei ole mitään uutta
handover_made_empty_since = kirjoitettu `{ $file }`; { $day } jälkeen ei ole mitään uutta
handover_missing = lähettäjältä `{ $site }` puuttuu aiempi siirto; sen korvaa siellä: { $command }
handover_without_people = nimet, puhelimet, osoitteet ja ihmisiä ja opastuskertoja koskevat huomautukset jäävät tänne, raporttien sisältö lähtee mukaan; --people lähettää kaiken
handover_with_people = siinä on nimiä, puhelimia, osoitteita ja huomautuksia: lähetä salattuna, esimerkiksi: age --encrypt --recipient AVAIN
handover_first = tällaista ei ole ennen lähetetty, joten kaikki lähtee
no_text_for_a_terminal = siirto ei ole tekstiä, ja se tulostuisi näytölle
no_text_for_a_terminal_hint = anna tiedosto valitsimella -o TIEDOSTO tai putkita se toiselle ohjelmalle
since_hint = kirjoita last (uudet edellisen jälkeen) tai päivä: 2026-11-21, 21.11.2026 tai 2026. 11. 21.
direction = { $name ->
    [sent] lähetetty
   *[received] vastaanotettu
    }
direction_heading = Suunta
recipient = Kenelle
people = Henkilötietoineen
contents_digest = Tarkistussumma
digest_holds = Tarkistussumma täsmää
network_name = Verkosto
received_when = Vastaanotettu
only_what_is_new = Vain uusi
network_is_handover = se on siirto: tukipont handover receive FILE
received = otettu vastaan: `{ $file }`

## Tietosuoja

not_confirmed = sitä ei vahvistettu, joten mitään ei tehty
not_confirmed_hint = sitä ei voi kumota; jos tarkoitat sitä, anna --yes
yes_or_no = kyllä/ei
erase_question = Hävitetäänkö henkilötiedot kaikista versioista: { $noun } `{ $code }`?
erased = henkilötiedot hävitetty: { $noun } `{ $code }`; tätä ei voi kumota
erased_already = hävitetty jo: { $noun } `{ $code }`
erased_notes = sen mukana hävitettyjä huomautuksia: { $count }
erased_copies = tiedoston kopiot, joista se myös hävitettiin: { $count }
copy_not_erased = kopiota `{ $file }` ei voitu avata, ja se voi vielä sisältää tiedot: poista se
leftover_removed = poistettu keskeytyneen komennon jälkeensä jättämä `{ $file }`
mentioned = mainitaan: { $noun } `{ $code }`: { $field }
mentioned_hint = tällaiset kentät jätettiin ennalleen: ne muutetaan komennolla edit tai rename
mentioned_in_note_hint = huomautukset jätettiin ennalleen: --notes hävittää myös tällaiset huomautukset
mentioned_earlier_hint = mitä aiempi versio sanoo, jää rivin historiaan
told_by_handover = { $people ->
    [yes] siirrossa { $moment } se oli mukana nimineen ja puhelimineen: { $who }; tiedon saajalle on ilmoitettava
   *[no] siirrossa { $moment } se oli mukana ilman nimeä ja puhelinta: { $who }
}
nobody_named = vastaanottajaa ei nimetty
was_erased = henkilötiedot on hävitetty, eikä niitä voi kirjata uudelleen: { $noun } `{ $code }`
was_erased_hint = jos kyse on toisesta henkilöstä, lisää uusi: tukipont { $noun } add
was_erased_leave_hint = muita kenttiä voi muuttaa, tämä jää tyhjäksi
note_may_hold = huomautuksessa saattaa olla { $kinds }; sellainen ei kuulu huomautuksiin, ja kumoaminen säilyttää kirjoitetun: tukipont session erase ID poistaa sen lopullisesti
notes_may_hold = huomautuksia, joissa saattaa olla { $kinds }: { $count }, ensimmäinen rivillä { $line }; sellainen ei kuulu huomautuksiin: tukipont session erase ID poistaa sen lopullisesti
private_data = { $kind ->
    [phone] puhelinnumero
    [email] sähköpostiosoite
   *[identity-number] henkilötunnus
    }
months = Kuukautta
due = Erääntynyt
oldest = Vanhin
retention_unset = rekisterit, joilla ei ole aikaa, säilyvät pysyvästi: tukipont setting set retention-person KUUKAUDET
retention_question = Hävitetäänkö henkilötiedot: { $counts }?
retained = henkilötiedot hävitetty: { $counts }; tätä ei voi kumota
nothing_due = mitään ei ole erääntynyt
earlier_version = aiempi versio
earlier = Aiempi versio
retention_due = erääntynyt: { $counts }
dossier_written = kirjoitettu `{ $file }`: siinä on henkilötietoja, ja se on vain tälle henkilölle
dossier_now = Mitä on kirjattu
dossier_history = Mitä on ollut kirjattuna ja kuka sitä muutti
dossier_of = { $nouns }
dossier_once = { $nouns } ennen poistamista tai muuttamista
dossier_joins = Päätökset siitä, onko kyse samasta kuin toisessa
dossier_mentions = Maininnat muilla riveillä
dossier_handovers = Siirrot, joissa se oli mukana
text = Teksti

## Kopiot

copy_made = kopio tehty: `{ $file }`
before_what = Ennen mitä
bytes = Tavua
file = Tiedosto
no_such_copy = kopiota numero { $number } ei ole
no_such_copy_hint = `tukipont backup --list` näyttää kopiot
other_copy_hint = valitse toinen kopio: tukipont backup --list
restore_question = Korvataanko nykyinen tiedosto tällä: `{ $file }`?
restored_from = palautettu kopiosta `{ $file }`
copies_hint = `tukipont backup --list` näyttää tiedoston vieressä olevat kopiot
restored_site = tämä on nyt kopio `{ $site }`, aiemmin se oli `{ $before }`: tukipont setting set site { $before }
restored_anew = ehjää tiedostoa ei ollut, joten sen paikalle tuli `{ $file }`
restored_hint = muiden sillä välin saamat tiedot palaavat, kun tiedostot taas kohtaavat
set_aside = vaurioitunut tiedosto säilytettiin: `{ $file }`

## Lääkäri

what = Mikä
comes_from = Mistä
program_version = Ohjelma
schema_known = Sen kirjoittama skeema
sqlite_version = SQLite
language = Kieli
plainly = Pelkistetty
config_file = Omat asetukset
network_file = Tukipont-tiedosto
schema_of_file = Tiedoston skeema
commands_in_log = Komentoja lokissa
copies_beside = Kopioita sen vieressä
leftover = Jäänyt jälkeen
setting_named = Asetus { $name }

## Eheys

pages_damaged = vaurioitunut: { $fault }
left_over = jäänyt tiedoston viereen: { $file }
shows_something_else = näyttää muuta kuin sen versiot sanovat
open_conflict = sen versiot ovat ristiriidassa: tukipont conflict list
deleted_but_needed = poistettu muualla, mutta rivejä täällä viittaa siihen
shares_its_code = toisella rivillä on sama koodi; vaihda jommankumman
perhaps_the_same = ehkä sama kuin `{ $code }` ({ $score }/100): tukipont join list
has_sent_nothing = ei ole vielä lähettänyt siirtoa
has_not_sent_since = ei ole lähettänyt siirtoa tämän jälkeen: { $day } (päiviä: { $days })

## Raportointi

row_is_there = sellainen on jo ({ $noun }): `{ $code }`
row_is_there_hint = muuta sitä: tukipont { $noun } edit { $code }
key_stays = tästä sen tuntee ({ $noun }), joten se ei koskaan muutu
key_stays_hint = poista se ja lisää toinen: tukipont { $noun } add
not_a_periodicity = `{ $text }` ei kerro, kuinka usein
not_a_decimal = `{ $text }` ei ole luku
not_a_decimal_hint = kirjoita numeroin, enintään kuusi desimaalia: 12,5
not_a_question_code = tämä ei kelpaa kysymyksen koodiksi: `{ $text }`
not_a_question_code_hint = kirjoita lomake, vinoviiva ja koodi: monthly.2/visitors
question_of_another_form = kysymyksen koodi `{ $code }` ei ala lomakkeen koodilla `{ $form }`
question_of_another_form_hint = aloita sen koodi näin: `{ $form }/`, tai nimeä lomake, jolla se alkaa: --form
most_below_least = suurin on pienempi kuin pienin
most_below_least_hint = vaihda ne keskenään: --least, --most
scale_needs_bounds = asteikko tarvitsee pienimmän ja suurimman kokonaisluvun
scale_needs_bounds_hint = anna molemmat, esimerkiksi: --least 0 --most 5
choice_needs_list = valinta, eikä mikään muu, tarvitsee luettelon
choice_needs_list_hint = nimeä se lajeille choice ja choices (--list), älä muille; luettelot: tukipont category list
figure_is_a_count = toimintalokin luku voi täyttää vain lukumäärän
figure_is_a_count_hint = tee kysymyksestä lukumäärä (--kind count) tai jätä pois: --figure
respondent_is_a = tähän lomakkeeseen vastaa yksi vastaaja eikä kukaan muu: { $noun }
respondent_is_a_hint = nimeä yksi sen omassa sarakkeessa tai näin: --{ $respondent }; jätä muiden kohdat tyhjiksi
respondent_is_nobody = tässä lomakkeessa ei nimetä ketään
respondent_is_nobody_hint = jätä piste, organisaatio, alue ja henkilö tyhjiksi; lomakkeet erottaa toisistaan --submission
period_not_of_form = lomake `{ $form }` ei ota vastaan kautta `{ $period }`
form_not_asked_then = lomake `{ $form }` ei ollut käytössä kaudella `{ $period }`
another_version_hint = ehkä tarkoitat lomakkeen toista versiota: tukipont form list
needs_reason = palautus ja korjaus tarvitsevat syyn
needs_reason_hint = kerro, mikä on vialla: --reason TEKSTI, taulukossa syyn sarakkeessa
answer_out_of_range = `{ $text }` on sallitun alueen ulkopuolella: { $least }–{ $most }
answer_out_of_range_hint = jätä tuntematon pois; mitä kysytään: tukipont question show { $code }
not_money = `{ $text }` ei ole rahasumma: enintään kaksi desimaalia
not_money_hint = kirjoita ilman valuuttaa: 1250.50
not_yes_or_no = `{ $text }` ei ole kyllä eikä ei
not_yes_or_no_hint = kirjoita kyllä tai ei
point_was_closed = piste `{ $code }` ei ollut auki kaudella `{ $period }`
report_is_locked = raportti { $report } on lukittu
report_is_locked_hint = koordinaattori korjaa sen syyn kera: tukipont report correct
form_has_answers = lomakkeella `{ $form }` on vastauksia, joten sen kysymykset pysyvät ennallaan
form_has_answers_hint = kysy toisin uudella versiolla: tukipont form add, pisteen perään seuraava numero
nobody_owes_for_hint = kaudet, joilta se vaaditaan: tukipont report missing --form { $form }
nobody_owes_for = lomaketta `{ $form }` ei vaadita keneltäkään koko kaudelta `{ $period }`
reported_twice = { $report }: samasta kaudesta on toinenkin raportti pisteestä, joka on yhdistetty tähän; vain toinen lasketaan: tukipont report remove
nothing_answered = taulukossa ei ole vastauksia
blanks_made = täytettäviä taulukoita: { $count }, kansioon `{ $folder }`
is_needed = pakollinen
possible_answers = Mahdolliset vastaukset
no_such_list_hint = luettelot: tukipont category list; uusi: tukipont category add { $list }:KOODI
no_such_list = luettelossa `{ $list }` ei ole luokkia
submission_is_there_hint = jätä --submission pois tai käytä toista; sen muuttamiseen: tukipont answer list --submission { $code }
submission_is_there = vastaus `{ $code }` on jo olemassa
note_needs_answer_hint = vastaa myös siihen: --answer AVAIN=ARVO
answer_replaced = `{ $question }`: `{ $before }` → `{ $now }`
total_to_come = kausia, jotka eivät ole päättyneet eivätkä siis vielä ole vaadittuja: { $count }
not_asked_hint = vastaajien alue ja lajit: tukipont form show { $form }
not_asked = lomaketta `{ $form }` ei kysytä vastaajalta `{ $code }` ({ $noun })
nobody_beside_hint = --about näyttää yhtä asiaa koskevat vastaukset kahdeksasta alkaen
nobody_beside = tätä lomaketta ei allekirjoiteta, joten yhtään vastausta ei voi asettaa muiden rinnalle
shares_are_of_rounded = osuudet on laskettu pyöristetyistä luvuista
changed_behind_lock = lukitun raportin vastauksia muutettiin toisessa kopiossa ilman oikaisua: { $report }; katso tukipont history ja tukipont report correct
answer_without_report = vastaus ei kuulu mihinkään raporttiin eikä siksi ole mukana; tukipont report submit lähettää sellaisen
no_report_to_take = siellä ei ole raporttia, jonka tila on { $statuses }: mikään ei muuttunut
reports_are_now = raporttien tila on nyt { $status }: { $count }
period_is_far_hint = tarkista vuosi
period_is_far = kausi `{ $period }` ei ole alkanut tai on kaukana nykyhetkestä
period_lacks = lomake `{ $form }` koskee kautta
signed_without_submission_hint = jätä lähetys tyhjäksi
signed_without_submission = lomake `{ $form }` allekirjoitetaan: kaudesta on yksi raportti
submission_lacks_hint = täytä sarake ”Lähetys”; tukipont report submit tekee koodin
submission_lacks = tätä lomaketta ei allekirjoiteta, joten jokainen lappu tarvitsee oman koodin
was_not_there_hint = mistä mihin: tukipont { $noun } show { $code }
was_not_there = { $noun } `{ $code }` ei ollut mukana kaudella `{ $period }`
no_single_people_hint = jätä pois --by tai --publish
no_single_people = yksittäisten ihmisten vastauksia ei julkaista
does_not_add_up_hint = report choices laskee valinnat, report spread näyttää asteikot, tukipont answer list --question { $question } tekstit
does_not_add_up = vastauksia kysymykseen `{ $question }` ei voi laskea yhteen
total_unreadable = vastauksia, jotka eivät ole kysymyksen mukaisia eivätkä mukana: { $count }; tukipont check nimeää ne
total_coarser = kertoivat pidemmästä ajasta, joten luvut eivät ole summassa: { $count }
others_beside = luvut koskevat kaikkia muita; viimeisessä sarakkeessa on oma vastaus, alueesta siellä olevien mediaani
note_needs_answer = huomautus kuuluu vastauksen viereen, eikä kysymykseen `{ $question }` ole vastattu
question_not_of = kysymys `{ $question }` ei ole lomakkeella `{ $form }`
sheet_of_another_hint = tukipont report import lukee minkä tahansa raportin taulukon
sheet_of_another = taulukossa on `{ $called }`, komentorivillä ei
sheet_lacks_hint = tukipont report blank tekee täytettävän taulukon
sheet_lacks = taulukossa ei ole saraketta `{ $column }`
compliant_of_assessed = Osuus arvioiduista: täyttää kaikki
not_compliant = Ei täytä kaikkia
compliant = Täyttää kaikki
assessed = Arvioitu
is_overdue = Myöhässä
requirements_unmet = Ei täyty
requirements_open = Ei vastattu
requirements_met = Täyttyy
no_requirements_hint = tukipont form list --kind requirements näyttää ne; report choices laskee minkä tahansa lomakkeen vastaukset
no_requirements = lomake `{ $form }` ei ole vaatimusluettelo
share_of_answers = Osuus vastanneista
times_chosen = Valintoja
chosen_answer = Vastaus
nothing_to_choose = kysymyksessä `{ $question }` ei ole valittavia vastauksia
unsigned_is_rounded = näitä ei ole allekirjoitettu: määrät on pyöristetty lähimpään viiteen, keskiarvot yhteen desimaaliin, ja ääriarvot on jätetty pois
periods_differ = eripituisten kausien vastaukset ovat rinnakkain: { $periodicities }
silent_and_more = ei vastannut ({ $count }): { $names } ja muita; kaikki: tukipont report missing --form { $form }
silent = ei vastannut ({ $count }): { $names }
not_a_subject_hint = kirjoita laji englanniksi, kaksoispiste ja koodi tai tunnus: session:4hd1s8jrd27v0, point:K1, area:HU332
not_a_subject = `{ $text }` ei kerro, mistä on kyse
versions_reported = raportoitu myös muissa versioissa: { $forms }; `--form { $form }` laskee yhteen saman kysyvät
versions_differ = `{ $question }` ei kysy samaa kaikissa versioissa, joten luvut eivät ole vertailukelpoisia: versiot ovat erikseen
versions_of_others_hint = nimeä yksi niistä versioineen
versions_of_others = versioita ei kysytä samoilta: `{ $newest }`, `{ $other }`
no_such_kind = vastaajien joukossa ei ole lajia `{ $kind }`
respondents_have_no_kind_hint = jätä tyhjäksi tai kysy pisteiltä, organisaatioilta, alueilta tai henkilöiltä
respondents_have_no_kind = vastaajilla ei ole lajeja
nobody_to_ask = ketään ei voi kysyä
nobody_to_ask_hint = anna vastaukset rivillä: tukipont report submit
fill_begins = kysymyksiä: { $count }; Enter jättää vastauksen ennalleen
answered_now = nyt { $value }
answered_before = viime kaudella { $value }
definition = Määritelmä
report_was_sent = raportti on jo lähetetty
report_was_sent_hint = virheellinen lähetetään uudelleen tai palautetaan: tukipont report return
prefill_unknown = jätetty auki, koska osa opastuskerroista ei kerro sitä: { $questions }
prefill_kept = jätetty niin kuin joku kirjoitti: { $questions }
prefill_counted = laskettuja opastuskertoja: { $count }; ne ovat: { $line }
spread_is_hidden = * tarkoittaa alle { $least } vastausta, joista selviäisi, kuka ne antoi
answered = Vastanneita
least = Pienin
median = Mediaani
most = Suurin
mean = Keskiarvo
own_answer = Oma vastaus
address = Sähköpostiosoite
reminder_text = Teksti
reminder = { $name }: { $form } ei ole vielä saapunut kaudelta { $periods }. Lähetättehän sen tai kerrotte, mikä on esteenä.
reminder_without_address = ilman osoitetta: { $count }
reminders_written = muistutukset ({ $count }) kirjoitettiin tiedostoon `{ $file }`
recheck_is_due = olisi pitänyt tarkistaa uudelleen viimeistään { $day }: { $report }
total_is_of = { $form }, { $period }: lähetetyt raportit; lähettämätön raportti on puuttuva, ei nolla
total_passed_over = raportteja, joita ei lasketa, koska toiset kertovat samoista päivistä: { $count }
total_is_rounded = * tarkoittaa lukua 1–7; muut lukumäärät on pyöristetty viiteen, summat erikseen
respondent = Vastaaja
area_of_respondents = Alue
asked_question = Kysymys
respondents = Vastaajat
reporting = Raportoineet
not_reporting = Puuttuu
partial = Vain osa
periods_sent = Lähetetyt kaudet
periods_owed = Vaaditut kaudet
sum = Summa
nobody_owes_it = kenenkään ei tarvitse nimellään vastata lomakkeeseen `{ $form }`
nobody_owes_it_hint = tukipont form list näyttää, keneltä mitäkin kysytään
people_have_no_area = henkilöillä ei ole aluetta
people_have_no_area_hint = jätä pois: --area
nothing_owed = lomakkeesta `{ $form }` ei ole vielä mitään velkaa
nothing_missing = mitään ei puutu
county = Maakunta
lead_of_area = Aluekoordinaattori
due_day = Määräpäivä
days_left = Päivät
no_such_form = ohjelman mukana ei tule lomaketta `{ $name }`
form_is_there = lomake `{ $name }` on jo, kaikkine kysymyksineen
form_loaded = lomake `{ $name }` ladattu; kysymyksiä: { $count }
no_report = sellaista raporttia ei ole
no_report_hint = tukipont report list näyttää aloitetut ja lähetetyt
status_does_not_lead_there = tilasta `{ $from }` ei pääse tilaan `{ $to }`
status_does_not_lead_there_hint = sen on ensin oltava jokin näistä: { $statuses }; vaiheet: tukipont report submit, return, accept, lock
report_is_now = raportin { $report } tila on nyt `{ $status }`
report_is_not_locked = raporttia ei ole lukittu: sen voi vain lähettää uudelleen
report_is_not_locked_hint = tukipont report submit
report_corrected = raportti { $report } korjattu; muuttuneita vastauksia: { $count }
one_respondent = raportti on yhden pisteen, organisaation, alueen tai henkilön
one_respondent_hint = anna täsmälleen yksi: --point, --organisation, --area tai --person; mikä niistä: tukipont form list
not_an_answer = `{ $text }` ei ole vastaus
not_an_answer_hint = kirjoita --answer AVAIN=ARVO, esimerkiksi --answer sessions=9
answered_twice = kohtaan `{ $key }` on vastattu kahdesti
answered_twice_hint = jätä toinen pois
report_same = mikään ei muuttunut: raportti { $report } oli jo sellainen
report_kept = raportin { $report } luonnos on tallessa; vastauksia: { $count }
report_sent = raportti { $report } lähetetty; vastauksia: { $count }
answers_lack = raportista { $report } puuttuu vastaus: { $questions }
answers_lack_hint = vastaa niihin tai säilytä luonnos: tukipont report submit --draft
other_version_hint = vastaa niihinkin tai pysy lomakkeen yhdessä versiossa: taulukko vastaa myös lomakkeeseen { $form }

## Standardit

standard_not_this = ei standardin `{ $standard }` mukainen taulukko: puuttuva sarake: { $headings }
standard_not_this_hint = omanmuotoinen taulukko tarvitsee kuvauksen: tukipont mapping new
standard_passed_over = standardin sarakkeet, joille ei ole täällä paikkaa ja jotka ohitettiin: { $headings }
standard_unknown_columns = sarakkeet, joita standardi `{ $standard }` ei tunne ja jotka ohitettiin: { $headings }
standard_firsts = solun useista tiedoista otettiin ensimmäinen, sarakkeessa: { $headings }
standard_unnamed = ei otettu, koska sarake, joka kertoisi mikä se on, on tyhjä: { $headings }
standard_lacks = { $noun } `{ $code }`, puuttuu: { $fields }
standard_incomplete = { $nouns }, joilta puuttuu standardin vaatimia tietoja: { $count }; mitään ei kirjoitettu
standard_incomplete_hint = täydennä ne (tukipont { $noun } edit CODE --address …) tai jätä pois valitsimella --complete-only
standard_left_out = { $nouns }, sen vuoksi pois jätettyjä: { $count }
standard_not_open = { $nouns }, tilan vuoksi pois jätettyjä ({ $status }): { $count } (--status kirjoittaa ne)
standard_no_pivot = tuntematon pivot, kirjoitettu { $pivot }: { $count } (ylläpitäjä, jonka koodi on sen SIRET-numero, antaa sen)
standard_emptied = { $column } ei ole standardin muodossa ja jätettiin tyhjäksi: { $count } ({ $codes })
standard_wordless = ei kirjoitettu, koska standardissa ei ole sille sanaa: { $values }
