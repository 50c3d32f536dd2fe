# Amit a program mond, magyarul. A parancsok, kapcsolók és kódok neve minden nyelven angol.

## A hibaüzenetek eleje

error = hiba
hint = tipp
failed = { $error }

## Amit a parancssor mond

no_flag = itt nincs ilyen kapcsoló: `{ $flag }`
no_command = itt nincs ilyen parancs: `{ $command }`
command_missing = hiányzik a parancs
arguments_missing = hiányzik: { $arguments }
word_too_much = felesleges szó: `{ $word }`
value_missing = hiányzik az érték
value_too_much = nem vár értéket, vagy nem ennyit (`{ $value }`)
given_twice = csak egyszer adható meg
not_together = nem adható meg ezzel együtt: { $others }
not_unicode = a parancssorban van olyan karakter, amely nem Unicode-szöveg

## A felhasználó saját beállításai

config_unreadable = az Ön beállításai nem olvashatók (`{ $file }`): { $error }
config_broken = az Ön beállításai nem értelmezhetők (`{ $file }`, { $line }. sor)
config_broken_hint = két sor állhat benne: language = "hu" (vagy "fi", "en") és plain = true

## A súgó oldalai

help_usage = Használat
help_command = PARANCS
help_statistic = STATISZTIKA
help_statistics = Statisztikák
help_flags = kapcsolók
help_records = Nyilvántartások
help_commands = Parancsok
help_arguments = Argumentumok
help_fields = Mezők
help_filters = Szűrők
help_filtering = A szövegben elég egy részlet, a kis- és nagybetű és az ékezet nem számít; egy területbe minden alatta levő terület, egy osztályba minden beletartozó kategória beleértendő.
help_output = Kimenet
help_everywhere = Minden parancshoz
help_examples = Példák
help_more = Bővebben: { $command }
help_values = lehetséges értékek: { $values }
help_required = kötelező
help_list = kódjai: tukipont category list { $list }
help_else = alapértelmezés: `{ $value }`
help_else_today = alapértelmezés: a mai nap
help_else_setting = alapértelmezés: { AZ($setting) } `{ $setting }` beállítás

## A fájl

no_file = nincs ilyen fájl: `{ $file }`
no_file_hint = adja meg a fájlt (--db FILE vagy TUKIPONT_DB); újat a `tukipont init` parancs hoz létre
no_home = ezen a rendszeren nincs kijelölt mappa az Ön adatainak
file_exists = már van ilyen fájl: `{ $file }`
file_exists_hint = adjon meg másik nevet; az `init` soha nem ír felül fájlt
journal_of_another = itt maradt egy azonos nevű másik fájlon végzett parancs után: `{ $file }`
journal_of_another_hint = helyezze át, vagy adjon meg másik nevet; különben az új fájl a következő megnyitáskor megsérülne
use_force = adjon meg másik nevet, vagy a --force kapcsolóval cserélje le a régi fájlt
file_is_link = ez nem fájl, hanem hivatkozás: `{ $file }`
file_is_link_hint = azt a fájlt adja meg, amelyre a hivatkozás mutat
not_a_file = ez nem közönséges fájl: `{ $file }`
no_folder = nincs ilyen mappa: `{ $folder }`
no_folder_hint = előbb hozza létre a mappát, vagy adjon meg másikat
other_output = adjon meg másik fájlnevet a kimenetnek
not_a_network = ez nem Tukipont-fájl: `{ $file }`
not_a_database = a fájl nem adatbázis
not_a_network_hint = Tukipont-fájlt a `tukipont init` hoz létre; táblázatot az `import` olvas be
file_newer = a fájlt a program újabb változata írta: `{ $file }` (séma: { $version }; ez a változat eddig ismeri: { $known })
file_newer_hint = telepítse itt is az újabb változatot
file_was_wal = a fájl WAL módban volt, ilyenkor a másolatából hiányozhatnak a legújabb sorok; most újra DELETE módban van
file_torn = a másolat egy futó parancs közben készült, ezért hiányos: `{ $file }`
file_torn_hint = másolja át újra az eredeti helyéről, és ha van mellette -journal végű nevű fájl, azt is vele együtt
file_busy = valaki más éppen ír a fájlba
file_busy_hint = próbálja meg újra kicsit később
file_damaged = a fájl sérült: { $error }
file_damaged_hint = hagyja úgy, ahogy van, és folytassa egy korábbi másolattal: tukipont backup --list, azután tukipont restore
file_unreachable = a fájl olvasása vagy írása nem sikerült: { $error }; semmi sem változott
file_unreachable_hint = nem telt meg a lemez, nem húzták ki a pendrive-ot? hárítsa el az okot, és ismételje meg a parancsot
file_not_writable = a fájl vagy a mappája nem olvasható vagy nem írható
file_not_writable_hint = másolja a fájlt saját mappába, vagy kérjen írási jogot
disk_full = megtelt a lemez; semmi sem változott
disk_full_hint = szabadítson fel helyet, és ismételje meg a parancsot
journal_mode = a fájl nem nyitható meg biztonságosan (naplózási mód: { $mode })
output_is_network = ez maga a Tukipont-fájl: `{ $file }`

## Értékek

empty_value = az érték nem lehet üres
empty_value_hint = írjon be valamit, vagy hagyja ki a mezőt; meglévő értéket az `edit --clear` töröl
not_a_code = ez nem lehet kód: `{ $text }`
not_a_code_hint = a kód ékezet nélküli betűkből, számjegyekből és ezekből állhat: - . _
not_a_category_code = ez nem lehet kategória kódja: `{ $text }`
not_a_category_code_hint = írja így: lista, kettőspont, kód, például age:60-74
not_a_day = nincs ilyen nap: `{ $text }`
not_a_day_hint = írja így: 2026-11-21, 2026. 11. 21. vagy 21.11.2026
ends_before_it_begins = a vége ({ $until }) korábbi, mint az eleje ({ $since })
ends_before_it_begins_hint = módosítsa a két nap egyikét
not_a_period = ez nem időszak: `{ $text }`
not_a_period_hint = írja így: 2026, 2026-11, 2026-Q4, 2026-H2, 2020-11-01/2021-10-31 vagy 2023-04-01/P1M, vagy a hónapot a nevével: nov.26, 2026. november; az év 1900 és 2199 közé esik
not_a_number = ez nem egész szám: `{ $text }`
not_a_number_hint = csak számjegyeket írjon; ami nem ismert, azt hagyja ki
too_many_minutes = ez több egy napnál, vagy nem időtartam: `{ $text }`
too_many_minutes_hint = írjon percet (90) vagy órát és percet (1:30), legfeljebb 1440 percet
too_many_days = `{ $text }` nem napok száma
too_many_days_hint = írjon 1 és 366 közötti számot
not_a_coordinate = ez nem koordináta: `{ $text }`
not_a_coordinate_hint = írjon fokot (47,273944) vagy a fok milliomod részeit (47273944)
not_opening_hours = ez nem a nyitvatartás írásmódja: `{ $text }`
not_opening_hours_hint = így írja: Mo-Fr 09:00-17:00; Sa off, vagy 24/7; szabad szöveg idézőjelek között állhat
not_a_phone = ez nem országkóddal írt telefonszám: `{ $text }`
not_a_phone_hint = írja így: +36 30 123 4567 vagy +358 40 123 4567
not_an_email = ez nem e-mail-cím: `{ $text }`
not_an_email_hint = írja így: nev@example.org
not_a_language = ez nem nyelvkód: `{ $text }`
not_a_language_hint = írjon ISO 639 szerinti kódot: hu, fi, sv, en
not_a_tally = ez nem megoszlás: `{ $text }`
not_a_tally_hint = minden sávot egyszer írjon, a számával: age:60-74=3 sex:female=2
not_one_of = ez az érték itt nem lehetséges: `{ $text }`
possible_values = lehetséges: { $values }

## Sorok

id = Azonosító
yes = igen
no = nem
no_rows = nincs találat
no_row = nincs ilyen { $noun }: `{ $text }`
no_category = nincs ilyen kód: `{ $text }` (lista: `{ $list }`)
no_field = nincs ilyen mező: `{ $field }`
did_you_mean = erre gondolt: { $text }?
list_them = a teljes lista: `tukipont { $noun } list`
one_of = válasszon: { $rows }
ambiguous = több { $noun } is megfelel: `{ $text }`
whole_id_needed = ez egy azonosítónak csak az eleje ({ $noun }): `{ $text }`; a fájlt módosító parancshoz a teljes azonosító kell
code_taken = már van ilyen { $noun }: `{ $code }`
code_taken_hint = adjon meg másik kódot, vagy módosítsa a meglévőt: tukipont { $noun } edit { $code }
row_needed = még szükség van rá: { $noun } `{ $code }`; hivatkozik rá: { $rows }
row_needed_hint = előbb azokat módosítsa vagy törölje; a bezárt pont előzményei így maradnak meg: edit --status closed
circle = { $noun } `{ $code }` önmaga alá kerülne (ezen keresztül: `{ $parent }`)
circle_hint = olyan felettest adjon meg, amely nem ez alá tartozik
must_have = nem lehet üres: { $field } ({ $noun })
must_have_hint = adjon meg értéket, vagy hagyja a mezőt úgy, ahogy van
missing = hiányzik: { $fields } ({ $noun })
see_help = tukipont { $command } --help
see_all = az összes parancs: tukipont --help
nobody_answers = a bemenet véget ért, mielőtt minden kérdésre válasz érkezett volna
nothing_to_change = nincs megadva, mi változzon ({ $noun })
given_and_cleared = `--{ $field }` egyszerre kap értéket és ürül ki

## Ami történt

added = felvéve: { $noun } `{ $code }`
changed = módosítva: { $noun } `{ $code }`
nothing_changed = semmi sem változott: { $noun } `{ $code }` már eddig is ilyen volt
lines = { $count } sor
removed = törölve: { $noun } `{ $code }`
renamed = átnevezve: { $noun } `{ $from }`, az új kód: `{ $to }`
exported = kiírva: { $nouns } ({ $count }), ide: `{ $file }`
network_made = elkészült: `{ $file }`; területek ({ $areas }), kategóriák ({ $categories })
network_made_hint = így adja meg: --db FILE vagy TUKIPONT_DB; a következő lépés: tukipont point add

## Beállítások

travels = A hálózattal együtt terjed
meaning = Jelentés
setting_set = { AZ($name) } `{ $name }` beállítás új értéke: `{ $value }`
setting_cleared = kiürítve: { AZ($name) } `{ $name }` beállítás

## A szakterület szabályai

coarser_of_another_list = a tágabb osztálynak ugyanabban a listában kell lennie (`{ $list }`)
assignment_needs_one_place = a megbízás pontosan egy ponthoz, területhez vagy szervezethez tartozik
assignment_needs_one_place_hint = ezek közül egyet adjon meg: --point, --area, --organisation
attendances_out_of_range = a részvételek száma legalább 1 és legfeljebb { $most } (megadva: { $count })
returning_above_attendances = több a visszatérő ({ $returning }), mint a részvétel ({ $attendances })
tally_above_attendances = a megoszlás összege ({ $sum }) több, mint a részvétel ({ $attendances }); lista: `{ $list }`
figures_hint = javítsa ezt a számot vagy a részvételek számát; ami ismeretlen, azt hagyja ki

## Táblázatok

sheet_refused = a táblázat beolvasása nem sikerült: `{ $file }`; hibák száma: { $count }; semmi sem változott
sheet_refused_hint = javítsa a táblázatot, és importálja újra
mapping_refused = a leképezés nem használható: `{ $file }`; hibák száma: { $count }; semmi sem változott
mapping_refused_hint = javítsa a leképezést, és importálja újra a táblázatot

## Mentorok és vezetők

assigned = megbízás felvéve: `{ $who }`, itt: `{ $place }`, kezdete: { $since }
assigned_already = ez a megbízás már érvényben van (`{ $id }`)
assigned_already_hint = az első vagy az utolsó nap módosítása: tukipont assignment edit { $id }
not_assigned = `{ $person }` jelenleg egyik ponthoz sincs hozzárendelve
several_assignments = `{ $person }` jelenleg több ponthoz is hozzá van rendelve
which_point = adja meg, melyik pontról van szó (--point): { $points }
not_leading = `{ $who }` jelenleg egyik területnek sem vezetője
several_areas = `{ $who }` jelenleg több területnek is vezetője
which_area = adja meg, melyik területről van szó (--area): { $areas }
released = megbízás lezárva: `{ $who }`, itt: `{ $place }`, utolsó nap: { $until }
organisation_meant = `{ $code }` szervezet; így adja meg: --organisation { $code }
no_lead_here = ezen a területi szinten nincs vezető: `{ $area }`
no_lead_here_hint = vezetője megyének, régiónak vagy országnak lehet; minden más megbízás felvétele: tukipont assignment add
point_without_mentor = ennek a pontnak nincs mentora: `{ $point }`
point_without_area = nincs területe, ezért vezetője sincs: `{ $point }`; megadás: tukipont point edit { $point } --area TERÜLET
point_name = A pont neve

## Ellenőrzés

check_sound = nincs észrevétel, minden rendben
check_found = észrevételek: { $count }
kind_of_record = Nyilvántartás
code = Kód
finding = Észrevétel
leads_nowhere = nem létező sorra hivatkozik ({ $noun })
unknown_category = olyan kód áll benne, amely egyetlen listában sem szerepel: `{ $code }`
without_assignment = megbízás nélkül dolgozik a hálózatban
without_mentor = nyitva van, de nincs mentora
region_of_counties = ennyi megye tartozik hozzá: { $count } (elvárt: { $wanted })

## A bemutató

demo_file = Egy Tukipont-fájl: benne Magyarország területei, valamint a témák, a segítségnyújtási módok, az életkori sávok és más kategóriák listái
demo_points = Ki tart fenn pontokat, és hol kapnak segítséget az emberek
demo_people = Ki hol segít, és kihez fordulhat egy pont
demo_sessions = Egy alkalom, ahogy a ponton beírják: a szokásos pontot és mentort a program tölti ki
demo_sheet = E-mailben érkezett táblázat: előbb csak próba, aztán beolvasás; másodszori beolvasáskor semmi sem számítana kétszer
demo_figures = A hónap számai olvasásra és a támogatónak
demo_done = itt maradt: { $files }; nézzen körül benne a --db demo.db kapcsolóval, például: tukipont --db demo.db session list
demo_again_hint = a bemutató semmit sem ír felül: törölje, ami a korábbi után itt maradt, vagy indítsa el másik mappában

## A program és a közös kapcsolók

tukipont =
    .about = Digitális segítő hálózat működtetése egyetlen fájlból

flag =
    .standard-mediation-numerique = digitális segítségnyújtás helyei Franciaországban
    .db = Tukipont-fájl: amellyel a parancs dolgozik; nélküle az, amelyet a TUKIPONT_DB változó megnevez, ennek hiányában az Ön adatmappájában levő
    .lang = Nyelv: az üzenetek nyelve; nélküle a TUKIPONT_LANG, ennek hiányában a rendszeré
    .lang-en = English
    .lang-hu = magyar
    .lang-fi = suomi
    .plain = Egyszerű: képernyőolvasóhoz, soronként egy mező, keretek nélkül
    .no_input = Kérdések nélkül: ahol valami hiányzik, hibával leáll
    .help = Súgó: az előtte álló parancshoz
    .version = Verzió
    .key = Kód vagy név: { $noun }
    .key-id = Azonosító: { $noun }
    .from = Kezdete: az első nap
    .to = Vége: az utolsó nap
    .as-of = Nap: ami akkor érvényben volt; nélküle a mai nap
    .since = Kezdete: az első nap; nélküle a mai nap
    .until = Vége: az utolsó nap; nélküle a mai nap
    .point = Pont: kód vagy név
    .period = Időszak: 2026, 2026-11, 2026-Q4, 2026-H2, 2020-11-01/2021-10-31
    .span = Időszak: csak ami benne van; nélküle minden, amióta az űrlap megvan
    .within = Terület: mindennel, ami benne van
    .led = Vezető: csak az általa vezetett területeken lévők
    .group = Bontás: ezek mindegyikéhez egy sor
    .group-region = régiók
    .group-county = megyék
    .group-municipality = települések
    .group-respondent = válaszadók
    .question = Kérdés: csak ez az egy, az űrlapon viselt kódjával
    .publish = Közzététel: 1 és 7 között *, minden más darabszám ötre kerekítve
    .about = Tárgy: aláíratlan űrlapnál csak az erről szólók, például session:4hd1s8jrd27v0
    .answer = Válasz: a kérdés kódja az űrlapon, és a válasz
    .format = Formátum: a kiírás módja
    .dialect = Excel-változat: táblázat a magyar vagy a finn Excelnek
    .dialect-excel-hu = magyar Excel
    .dialect-excel-fi = finn Excel
    .format-table = embereknek, oszlopokban
    .format-plain = képernyőolvasónak, soronként egy mező
    .format-csv = vesszővel elválasztva, UTF-8, angol kulcsok
    .format-tsv = tabulátorral elválasztva
    .format-json = egyetlen JSON-tömb
    .format-ndjson = soronként egy JSON-objektum
    .format-markdown = táblázat szöveges oldalra
    .fields = Mezők: csak ezek, ebben a sorrendben
    .sort = Rendezés: ezek szerint a mezők szerint; elöl kötőjellel fordított sorrendben
    .limit = Korlát: legfeljebb ennyi sor
    .output = Kimenet: a fájl, amely vagy teljesen elkészül, vagy sehogy; nélküle a szabványos kimenet
    .force = Felülírás: az új fájl egy régi helyére kerül
    .dry_run = Próbafutás: minden lefut, kiderül, mi változna, majd minden visszaáll
    .no_backup = Másolat nélkül: nem marad meg a fájl előtte levő állapota
    .yes = Igen: kérdés nélkül

## Igék

verb =
    .add = Új { $noun } felvétele: ami kötelező és hiányzik, azt a program megkérdezi
    .list = Listázás: { $nouns }, mind vagy csak a szűrőknek megfelelők
    .list-text = Szöveg: csak amelyek kódja vagy neve tartalmazza
    .show = Egy { $noun } megjelenítése: minden mezője
    .edit = Egy { $noun } módosítása: csak a megadott mezők változnak
    .edit-clear = Kiürítés: ez a mező üres lesz
    .rename = Egy { $noun } átnevezése: új kódot kap, és ami rá hivatkozik, követi
    .rename-to = Új kód
    .remove = Egy { $noun } törlése: az előzményei a fájlban maradnak
    .export = Kiírás táblázatba: { $nouns }, minden mezővel, mindig azonos sorrendben
    .export-standard = Szabvány: e nyilvános szabvány formájában; csak a nyitva tartók, ha a --status mást nem mond
    .export-complete_only = Csak a teljesek: kihagyja és megnevezi, amiből hiányzik, amit a szabvány megkövetel
    .import = Beolvasás táblázatból: { $nouns }, minden sor vagy egy sem
    .blank = Üres táblázat kitöltésre: { $nouns }
    .blank-all = Mind: egy táblázat mindenkinek, akinek az időszakra esedékes, egy mappába
    .import-file = Fájl: a táblázat, egy mappa táblázatokkal, vagy - , ha a szabványos bemenetről jön
    .import-map = Leképezés: TOML-fájl, amely megmondja, hogyan olvasandó a táblázat; a legkisebb két sor: [columns], majd name = "az ő fejlécük"; példák a README „Somebody else's sheet” szakaszában
    .import-standard = Szabvány: a táblázat e nyilvános szabvány formájában áll, amelynek leképezését a program tartalmazza
    .import-sender = Küldő: akinek az azonosítói a táblázatban állnak
    .import-encoding = Kódolás: a táblázaté, például windows-1250; egyébként a saját jele, az UTF-8 vagy az országé
    .import-delimiter = Elválasztó: ami a cellák között áll: , ; | vagy tab; egyébként amit az első sor mutat
    .import-days = Napok: mi áll elöl ebben: 1/2/2026; day-first (a nap) vagy month-first (a hónap)
    .import-decimal = Tizedesjel: comma (vessző) vagy point (pont)
    .import-sheet = Munkalap: a munkafüzeté (.xlsx), ha többről is szó lehet
    .import-dialect = Excel-változat: excel-hu vagy excel-fi, ha a fejléc nem mutatja
    .import-explain = Magyarázat: elmondja, mit talált a táblázatról és miért, és semmit sem vesz át
    .import-rejects = Elutasított sorok: a hibás sorok ebbe a fájlba kerülnek, a többi átvéve
    .import-gone = Eltűnt sorok: felsorolja vagy törli azokat, amelyek a küldőnél már nincsenek meg
    .import-gone-list = felsorolás
    .import-gone-remove = törlés
    .import-covers = Időszak: a napok, amelyekről a táblázat szól; nélküle az első naptól az utolsóig
    .import-dry_run = Próbafutás: minden lefut, kiderül, mi változna, majd minden visszaáll
    .erase = Egy { $noun } személyes adatainak törlése minden változatából: a számok megmaradnak
    .erase-notes = Megjegyzések: az olyan megjegyzések törlése is, amelyekben a név, a telefon vagy a cím áll
    .dossier = Minden, amit a fájl egy { $noun } adataként tartalmaz: annak, aki a saját adatait kéri
    .dossier-format = Formátum: szövegként vagy JSON-ként
    .dossier-format-text = szöveg
    .dossier-format-json = JSON
    .new = Egy táblázat megnézése és az első { $noun } megírása; a találgatásokat megjelöli
    .new-noun = Nyilvántartás: mik a sorok
    .new-file = Fájl: a táblázat
    .new-sheet = Munkalap: a munkafüzeté (.xlsx), ha többről is szó lehet
    .check = Mely oszlopok hiányoznak egy későbbi táblázatból, és melyek újak
    .check-map = Leképezés: a fájl, vagy egy megőrzött leképezés kódja
    .check-file = Fájl: a táblázat
    .check-sheet = Munkalap: a munkafüzeté (.xlsx), ha többről is szó lehet
    .keep = Egy leképezésfájl megőrzése a Tukipont-fájlban: a --map ezután a kódját kéri
    .keep-file = Fájl: a leképezésfájl
    .write = Egy megőrzött { $noun } kiírása fájlba
    .load = Egy a programmal érkező { $noun } betöltése, a kérdéseivel
    .load-name = Név: monthly, yearly, point-requirements, network-assessment, course-feedback vagy needs
    .submit = Egy { $noun } elküldése: a válaszai, és hogy teljes
    .submit-draft = Vázlat: a válaszok megőrzése, egyelőre anélkül, hogy teljes volna
    .submit-remark = Megjegyzés: a kérdés kódja az űrlapon, és a bizonyíték, vagy amit a válasz nem mond el
    .submit-file = Fájl: a válaszok táblázata, ahogyan a report blank elkészíti
    .due = Egy hónapon belül esedékes, még el nem küldött { $nouns }, a hátralevő napokkal
    .missing = Lezárult időszakok, amelyekről valaki nem küldte el, amivel tartozik: { $nouns }
    .late = Lejárt határidejű, el nem küldött { $nouns }, az azóta eltelt napokkal
    .total = Egy időszak jelentéseinek összege: minden összeg mellett áll, ki tartozik, ki küldött és ki hiányzik
    .total-span = Időszak: a benne levő jelentések
    .total-each = Mindegyik: egy sor minden ilyen időszakhoz: P1M, P3M, P6M vagy P1Y
    .prefill = Egy { $noun } megkezdése azzal, amit egy pont alkalmai az időszakról mondanak
    .fill = Egy { $noun } kitöltése terminálnál, kérdésenként
    .remind = Emlékeztetők listája levelezőprogramnak: cím, név és szöveg mindenkinek, aki késik ({ $nouns })
    .spread = Hogyan oszlanak meg a válaszok ({ $nouns }), és hol áll egy válaszadó vagy terület az összes többi mellett
    .spread-beside = Mellette: ez a válaszadó vagy e terület válaszadói az összes többi mellett
    .choices = Melyik választ hányan választották ({ $nouns }), területenként és egy másik kérdés szerint
    .choices-across = Keresztben: ennek a kérdésnek minden válaszához is egy sor, például célcsoportonként
    .compliance = Hol melyik követelmény teljesül ({ $nouns }), ki állapította meg, és mit kell újra megnézni
    .compliance-unmet = Hiányok: csak akik nem teljesítenek mindent, még nem mérték fel őket, vagy lejártak
    .return = Egy { $noun } visszaküldése annak, aki küldte, indokkal
    .accept = Egy elküldött { $noun } elfogadása
    .accept-all = Mind: minden elküldött jelentés az időszakon belül, és ha terület is van, csak az ott lévőké
    .lock = Egy { $noun } lezárása: ezután csak indokolt javítás változtathat rajta
    .lock-all = Mind: minden elküldött jelentés az időszakon belül, és ha terület is van, csak az ott lévőké
    .correct = Egy lezárt { $noun } javítása indokkal: ami addig közzé volt téve, az előzményeiben marad

## Parancsok

init =
    .about = Új Tukipont-fájl létrehozása: területek és kategóriák vannak benne, más semmi
    .also = új, létrehozás
    .file = Fájl: nélküle az Ön adatmappájába kerül
    .site = Példány kódja: rövid kód; minden irodának saját példánya van a fájlból, és az ott képzett kódok ezzel kezdődnek, hogy két iroda ne képezze ugyanazt
    .name = Név: a hálózat neve
    .country = Ország: a fájl ennek a területeivel és szolgáltatásaival indul
    .country-hu = Magyarország
    .country-fi = Finnország
    .country-none = egyik sem

mentor =
    .about = Mentorok felvétele és ponthoz rendelése; ki hol dolgozik
    .also = mentorok, segítő, segítők
    .add = Új mentor felvétele: munkatárs, akinek az állapota aktív
    .list = Mentorok listázása a pontjaikkal: az is, akinek nincs pontja
    .list-point = Pont: csak akik ott dolgoznak
    .list-area = Terület: csak akik ott vagy azon belül dolgoznak
    .mentor = Mentor: kód vagy név
    .assign = Egy mentor hozzárendelése egy ponthoz
    .release = Egy mentor megbízásának lezárása egy ponton

lead =
    .about = Területi vezetők kijelölése és listázása; kihez fordulhat egy pont
    .also = vezető, vezetők, megyei vezető, regionális vezető
    .assign = Területi vezető kijelölése: megyében, régióban vagy országosan
    .release = Területi vezető megbízásának lezárása
    .person = Munkatárs: kód vagy név
    .organisation = Szervezet: ha maga a szervezet koordinálja a területet
    .area = Terület: kód vagy név
    .list = Vezetők listázása a területeikkel
    .chain = Kihez fordulhat egy pont: előbb a mentorai, aztán felfelé minden vezető, egészen az országig

check =
    .about = A fájl ellenőrzése: ép-e, mi vár döntésre, és mi nem illik össze benne
    .also = ellenőrzés

setting = Beállítás
    .about = Beállítások listázása, megadása és kiürítése: a fájl e példányáé és a hálózaté
    .also = beállítás, beállítások
    .list = Beállítások listázása
    .set = Egy beállítás megadása
    .clear = Egy beállítás kiürítése
    .name = Beállítás: a neve
    .name-site = a fájl e példányának kódja; a benne képzett kódok ezzel kezdődnek
    .name-usual-point = az alkalom pontja, ha nincs megadva másik
    .name-usual-mentor = az alkalom mentora, ha nincs megadva másik
    .name-name = a hálózat neve
    .name-country = a hálózat országa: hu, fi vagy none
    .name-counties-per-region = hány megye alkot egy régiót; a `check` megmutatja, melyik régióban van több vagy kevesebb
    .value = Érték
    .name-handover-days = ennyi nap adatátadás nélkül, és a `check` megnevezi a nyitott pontot; a pont saját száma előbbre való
    .name-retention-person = ennyi hónappal a távozás vagy a törlés után törlődnek egy munkatárs személyes adatai
    .name-retention-session = ennyi hónappal az alkalom után törlődik a megjegyzése

about = Tukipont { $version }: egy digitális segítő hálózat egyetlen fájlban.
    Magyarország területei: Központi Statisztikai Hivatal, Helységnévtár 2024, CC BY 4.0 ("Forrás: KSH"); a koordináták a magyar 4.2.0 csomagból valók, MIT.
    Finnország területei: Tilastokeskus, CC BY 4.0; népesség: 2022; a koordináta a legnagyobb poligon súlypontja.
    Maga a program: MIT-licenc. Sehová nem küld semmit.
    .about = A program bemutatása, és honnan valók a vele járó adatok
    .also = névjegy

completions =
    .about = A parancskiegészítés szkriptjének kiírása: ettől egészíti ki a TAB billentyű a szavakat
    .also = kiegészítés
    .shell = Parancsértelmező: bash vagy zsh

history =
    .about = Ki, mikor, mit változtatott: a napló, vagy egyetlen sor előzményei mezőnként
    .also = előzmények, napló
    .noun = Nyilvántartás: milyen sorról van szó
    .code = Kód vagy név: amelyik sor előzményei kellenek

undo =
    .about = Az utolsó parancs visszavonása, vagy egy korábbié; ami azóta megváltozott, az marad, és a program felsorolja
    .also = visszavonás, vissza
    .number = Szám: a lista ennyiedik parancsa; nélküle az utolsó
    .list = Lista: az utolsó parancsok a számukkal
    .dry_run = Próbafutás: mi állna vissza, anélkül hogy megtörténne

merge =
    .about = Egy másik teljes Tukipont-fájl összefésülése ezzel: egyetlen leírt szó sem vész el
    .also = összefésülés, egyesítés
    .file = Fájl: a másik Tukipont-fájl
    .yes = Igen: ami máshol törölve lett, kérdés nélkül itt is törlődik

conflict =
    .about = Sorok, amelyeknek a változatai a fájlok találkozása óta ellentmondanak egymásnak: listázás, összehasonlítás, választás
    .also = ütközés, ütközések
    .noun = Nyilvántartás: milyen sorról van szó
    .code = Kód vagy név: melyik sorról van szó
    .list = Nyitott ütközésű sorok listázása
    .show = Egy sor változatai egymás mellett
    .resolve = Egy változat kiválasztása; a többi az előzményekben marad
    .resolve-take = Választás: az ilyen számú változat, ahogy a `conflict show` mutatja

join =
    .about = Két sor összevonása, ha ugyanarról szól, vagy annak megjegyzése, hogy nem ugyanaz; a valószínűek listája
    .also = összevonás, kettőzések
    .noun = Nyilvántartás: milyen sorokról van szó
    .code = Kód vagy név: az egyik sor
    .other = Kód vagy név: a másik sor
    .different = Különböző: annak megjegyzése, hogy nem ugyanaz
    .list = Sorok, amelyek talán ugyanarról szólnak, a legvalószínűbbek elöl
    .list-decided = Eldöntöttek: azok a párok, amelyekről valaki már döntött
    .undo = Két sorról hozott döntés visszavonása

retention =
    .about = A már nem szükséges személyes adatok törlése: nyilvántartásonként, hónapokban megadva
    .also = megőrzés, megőrzési idő
    .list = A megőrzési idők listája, és hogy mennyi esedékes
    .run = Ami esedékes, annak törlése
    .run-dry_run = Próbafutás: mi esedékes, anélkül hogy törlődne

handover =
    .about = Adatátadás készítése, fogadása és megtekintése: a hálózat egy szelete egyetlen kis fájlban
    .also = adatátadás, átadás
    .create = Adatátadás készítése: egy terület, egy pont vagy minden
    .create-output = Kimenet: a fájl, vagy - , ha a szabványos kimenetre megy
    .create-area = Terület: csak az ott és azon belül levő pontok sorai
    .create-point = Pont: csak ennek a pontnak a sorai
    .create-since = Mióta: last (az előző ilyen adatátadás óta) vagy egy nap; nélküle minden
    .create-for = Kinek: akié lesz; ugyanannak a következő innen folytatódik
    .create-people = Személyes adatokkal: nevek, telefonok, címek és megjegyzések is
    .receive = Adatátadás fogadása: minden sor vagy egy sem
    .inspect = Ki készítette, mikor, mi van benne, és sértetlen-e
    .file = Fájl: az adatátadás, vagy - , ha a szabványos bemenetről jön
    .yes = Igen: ami máshol törölve lett, kérdés nélkül itt is törlődik
    .list = Az elküldött és megérkezett adatátadások listája

backup =
    .about = Másolat készítése a teljes fájlról, vagy a meglevő másolatok listája
    .also = mentés, biztonsági mentés, másolat
    .output = Kimenet: ahová a másolat kerül, vagy - , ha a szabványos kimenetre megy; nélküle a fájl melletti másolatok mappájába
    .list = Lista: a fájl melletti másolatok, a legrégebbi elöl

restore =
    .about = Egy másolat visszaállítása a mostani fájl helyére; arról előbb másolat készül
    .also = visszaállítás
    .copy = Másolat: egy fájl, vagy a száma a `tukipont backup --list` listájában

workbook =
    .about = Minden egyetlen munkafüzetbe (.xlsx) írva: nyilvántartásonként egy munkalap, amelyet az import visszaolvas
    .also = munkafüzet, excel

doctor =
    .about = Amivel a program dolgozik: verziók, útvonalak, beállítások és hogy melyik honnan való, ott maradt fájlok
    .also = orvos, állapot

## Közös mezők és értékek

common =
    .code = Kód: ha nincs megadva, a példány kódjából képződik
    .latitude = Földrajzi szélesség: északi, a fok milliomod részeiben (WGS 84) vagy fokban, tizedesponttal
    .longitude = Földrajzi hosszúság: keleti, a fok milliomod részeiben (WGS 84) vagy fokban, tizedesponttal
    .email = E-mail
    .phone = Telefon: országkóddal, +36 vagy +358
    .website = Honlap

value = Érték
    .paused = szünetel

## Nyilvántartások

area = területek
    .one = terület
    .about = Területek: országok, régiók, megyék, települések, településrészek
    .also = település, települések, megye, megyék, vármegye
    .code = Kód: országnál, régiónál és megyénél NUTS-kód, településnél a statisztikai hivatal kódja
    .name = Név: ahogy a statisztikai hivatal írja
    .kind = Szint: a terület szintje
    .kind-country = ország
    .kind-region = régió
    .kind-county = megye
    .kind-municipality = település
    .kind-district = településrész
    .parent = Felettes terület: amelyhez tartozik
    .population = Népesség: a lakosok száma
    .since = Kezdete: az első nap, amikor a terület ilyen
    .until = Vége: az utolsó nap, amikor a terület ilyen

organisation = szervezetek
    .one = szervezet
    .about = Szervezetek: pontokat tartanak fenn, segítséget nyújtanak, vagy azt koordinálják
    .also = fenntartó, fenntartók, intézmény
    .name = Név
    .sector = Ágazat: egy osztály, például `municipal`, vagy azon belül egy fajta, például `library`
    .duty = Feladat: a saját szolgáltatásaihoz vagy általában segít, vagy mindkettő
    .duty-own-services = saját szolgáltatások
    .duty-general = általános
    .duty-both = mindkettő
    .scope = Hatókör: meddig terjed a működése
    .scope-regional = regionális
    .scope-national = országos
    .parent = Felettes szervezet: amelynek a része
    .area = Terület: ahol működik

point = pontok
    .one = pont
    .about = Pontok: itt kapnak segítséget az emberek
    .also = digitális pont, hozzáférési pont, DJP pont
    .name = Név: ahogy az ajtón áll
    .kind = Fajta: van-e ott, aki segít
    .kind-staffed = személyzettel
    .kind-unstaffed = személyzet nélkül
    .kind-mobile = mozgó
    .status = Állapot
    .status-planned = tervezett
    .status-open = nyitva
    .status-closed = bezárt
    .area = Terület: a település vagy településrész, ahol van
    .address = Cím: utca és házszám
    .postcode = Irányítószám
    .host = Fenntartó: a szervezet, amely a pontot fenntartja
    .opened = Megnyitás: a nap, amikor megnyílt
    .closed = Bezárás: a nap, amikor bezárt
    .opening_hours = Nyitvatartás: az OpenStreetMap írásmódja szerint, Mo-Fr 09:00-17:00
    .modes = Módok: a segítségnyújtás módjai, amelyeket kínál
    .topics = Témák: amikben segít
    .languages = Nyelvek: amelyeken segít, ISO 639 szerinti kóddal
    .verified = Utolsó ellenőrzés: a nap, amikor valaki utoljára meggyőződött arról, hogy mindez igaz
    .handover_days = Átadás gyakorisága: legalább ennyi naponként küld adatátadást; ha elmarad, a `check` megnevezi

person = munkatársak
    .one = munkatárs
    .about = Munkatársak: akik a hálózatban dolgoznak, fizetésért vagy önkéntesen
    .also = személy, személyek, önkéntes, önkéntesek
    .name = Név
    .kind = Jogviszony: hogyan kötődik a hálózathoz
    .kind-employee = alkalmazott
    .kind-volunteer = önkéntes
    .kind-external = külső
    .status = Állapot: hol tart a hálózatba belépéstől a kilépésig
    .status-prospective = jelölt
    .status-in-training = képzés alatt
    .status-active = aktív
    .status-left = kilépett
    .organisation = Szervezet: amelynek dolgozik
    .languages = Nyelvek: amelyeken a munkatárs segít, ISO 639 szerinti kóddal
    .skills = Készségek: a témák, amelyekben másoknak segíteni tud
    .joined = Belépés: az első nap a hálózatban
    .left = Kilépés: az utolsó nap a hálózatban

assignment = megbízások
    .one = megbízás
    .about = Megbízások: ki miért felel, mettől meddig
    .also = kijelölés
    .person = Munkatárs: akié a megbízás; üres, ha maga a szervezet felel a területért
    .role = Szerep
    .role-mentor = mentor
    .role-county-lead = megyei vezető
    .role-regional-lead = regionális vezető
    .role-coordinator = koordinátor
    .role-instructor = oktató
    .role-contact = kapcsolattartó
    .point = Pont: ahol a mentor dolgozik
    .area = Terület: amelyért a vezető felel
    .organisation = Szervezet: amelyet a koordinátor vagy a kapcsolattartó képvisel, vagy amely maga felel a területért
    .since = Kezdete: az első nap
    .until = Vége: az utolsó nap

category = kategóriák
    .one = kategória
    .about = Kategóriák: a kódlisták elemei, például a segítségnyújtás módjai, témák, életkori sávok
    .also = kódlista, kód, kódok
    .code = Kód: a lista, kettőspont, és a listán belüli kód
    .label_en = Angol megnevezés
    .label_hu = Magyar megnevezés
    .label_fi = Finn megnevezés
    .coarser = Tágabb osztály: ugyanannak a listának az a kategóriája, amelybe ez tartozik
    .since = Kezdete: az első nap, amikor használható
    .until = Vége: az utolsó nap, amikor használható

session = segítségnyújtási alkalmak
    .one = segítségnyújtási alkalom
    .about = Segítségnyújtási alkalmak: egy embernek vagy egy csoportnak
    .also = alkalom, alkalmak, esemény, segítségnyújtás
    .date = Dátum: az alkalom napja
    .point = Pont: amelyhez az alkalom tartozik
    .mentor = Mentor: aki segített
    .area = Terület: ahol az alkalom volt; ha üres, a pont területe
    .mode = Mód: a segítségnyújtás módja; egy osztály, például `remote`, vagy azon belül egy mód, például `phone`
    .kind = Fajta
    .kind-individual = egyéni
    .kind-group = csoportos
    .kind-one-off = eseti
    .topics = Témák: amikről szólt
    .service = Szolgáltatás: az e-szolgáltatás, amelyet használtak
    .device = Eszköz: amin dolgoztak
    .reason = Ok: miért volt szükség segítségre
    .minutes = Perc: mennyi ideig tartott, 90 vagy 1:30
    .attendances = Részvétel: hányan voltak ott; aki kétszer jön, kétszer számít
    .returning = Visszatérő: a részvételek közül hány volt olyané, aki korábban már kapott segítséget
    .tally = Megoszlás: sávonként hányan, age:60-74=3 sex:female=2; a sávok: tukipont category list age
    .outcome = Eredmény: hogyan végződött
    .redirected_to = Továbbirányítva: ahová a segítséget kérőt továbbirányították
    .language = Nyelv: amelyen a segítségnyújtás folyt, ISO 639 szerinti kóddal
    .note = Megjegyzés: semmi olyan, amiből kiderül, ki kapott segítséget
    .sender_id = A küldő azonosítója: ahogy a táblázat küldője az alkalmat nevezi

mapping = leképezések
    .one = leképezés
    .about = Leképezések: megmondják, hogyan olvasandó valaki más táblázata
    .also = megfeleltetés, séma
    .code = Kód: ahogyan a --map nevezi
    .name = Név: kinek a melyik táblázatához való
    .content = Tartalom: maga a leképezés, ahogyan egy TOML-fájlban áll

form = űrlapok
    .one = űrlap
    .about = Űrlapok: kérdések lapjai; ha már van rájuk válasz, csak új változat kérdezhet mást
    .also = kérdőív, jelentés, felmérés
    .code = Kód: a változatával együtt, monthly.2
    .label_en = Angol megnevezés
    .label_hu = Magyar megnevezés
    .label_fi = Finn megnevezés
    .kind = Fajta
    .kind-report = jelentés
    .kind-survey = felmérés
    .kind-self-assessment = önértékelés
    .kind-requirements = követelmények
    .kind-needs = igényfelmérés
    .kind-feedback = visszajelzés
    .asked_of = Válaszadó: ki tölti ki
    .asked_of-point = pontok
    .asked_of-organisation = szervezetek
    .asked_of-area = területek
    .asked_of-person = munkatársak
    .asked_of-anybody = bárki, név nélkül
    .periods = Időszakok: milyen gyakran, egy vagy több ezek közül: P1M, P3M, P6M, P1Y, project, once; ahol nincs más határidő, az első esedékes
    .due_days = Határidő: ennyi nappal az időszak után
    .since = Kezdete: az első nap, amikor kérdezik
    .until = Vége: az utolsó nap, amikor kérdezik
    .area = Terület: csak az itt lévőket kérdezik
    .respondent_kinds = Válaszadók fajtája: csak az ilyen pontokat, szervezeteket, területeket vagy személyeket kérdezik, például county

question = kérdések
    .one = kérdés
    .about = Egy űrlap kérdései
    .also = kérdőív
    .code = Kód: az űrlap, perjel, és a kérdés saját kódja, monthly.2/visitors
    .form = Űrlap: amelyhez tartozik
    .number = Sorszám: a helye az űrlapon
    .label_en = Angol megnevezés
    .label_hu = Magyar megnevezés
    .label_fi = Finn megnevezés
    .definition_en = Angol meghatározás: mi számít bele és mi nem
    .definition_hu = Magyar meghatározás
    .definition_fi = Finn meghatározás
    .kind = Fajta: milyen a válasz
    .kind-count = darabszám
    .kind-number = szám
    .kind-money = pénzösszeg
    .kind-yes-no = igen vagy nem
    .kind-scale = skála
    .kind-choice = választás
    .kind-choices = több választás
    .kind-text = szöveg
    .kind-date = nap
    .required = Kötelező: elutasítandó-e a jelentés válasz nélkül
    .required-yes = igen
    .required-no = nem
    .least = Legkisebb: a lehetséges legkisebb válasz
    .most = Legnagyobb: a lehetséges legnagyobb válasz
    .list = Lista: kategóriáké, amelyeknek a kódjai választhatók
    .figure = Adat: a tevékenységi naplóé, amelyből kitölthető
    .figure-sessions = alkalmak
    .figure-attendances = részvétel
    .figure-first-visits = első részvételek
    .figure-minutes = percek

deadline = határidők
    .one = határidő
    .about = Ki melyik űrlappal tartozik, milyen gyakran; ahol nincs ilyen, ott mindenki annyiszor, ahogyan az űrlap első időszaka mondja
    .also = esedékesség
    .form = Űrlap: amelyik esedékes
    .point = Pont: aki tartozik vele
    .organisation = Szervezet: amely tartozik vele
    .area = Terület: amely tartozik vele
    .person = Munkatárs: aki tartozik vele
    .periodicity = Gyakoriság: P1M, P3M, P6M, P1Y, project vagy once
    .since = Kezdete: az első nap
    .until = Vége: az utolsó nap

report = jelentések
    .one = jelentés
    .about = Jelentések: valaki kitöltött egy űrlapot egy időszakra
    .also = beszámoló, adatszolgáltatás
    .form = Űrlap: amelyet kitöltöttek
    .point = Pont: aki kitöltötte
    .organisation = Szervezet: amely kitöltötte
    .area = Terület: amely kitöltötte
    .person = Munkatárs: aki kitöltötte
    .period = Időszak: amelyről szól, 2026-10, 2026-Q4, 2026, 2023-04-01/P1Y vagy 2020-11-01/2021-10-31
    .submission = Beküldés: ami megkülönbözteti egymástól az aláíratlan lapokat
    .subject = Tárgy: amiről az ilyen lap szól, nyilvántartás és kód, session:4hd1s8jrd27v0
    .status = Állapot
    .status-draft = vázlat
    .status-submitted = elküldve
    .status-returned = visszaküldve
    .status-accepted = elfogadva
    .status-locked = lezárva
    .submitted = Elküldve: a nap, amikor megérkezett
    .reason = Indok: miért küldték vissza vagy javították
    .assessor = Értékelő: aki megállapította, teljesülnek-e a követelmények
    .recheck = Újbóli ellenőrzés: a nap, ameddig valakinek újra meg kell néznie

answer = válaszok
    .one = válasz
    .about = Válaszok: egy kérdésre, valakitől, egy időszakra
    .also = felelet
    .question = Kérdés: amelyre válaszol
    .point = Pont: aki válaszol
    .organisation = Szervezet: amely válaszol
    .area = Terület: amely válaszol
    .person = Munkatárs: aki válaszol
    .period = Időszak: amelyről szól, 2026-10, 2026-Q4, 2026, 2023-04-01/P1Y vagy 2020-11-01/2021-10-31
    .submission = Beküldés: ami megkülönbözteti egymástól az aláíratlan lapokat
    .value = Érték: maga a válasz, ahogyan a kérdés kéri
    .note = Megjegyzés: a bizonyíték, vagy amit a szám nem mond el
    .source = Forrás: honnan származik; ha üres, valaki beírta
    .source-typed = beírták
    .source-log = a naplóból

## Statisztika

stats =
    .about = Statisztika: táblázatok olvasásra, kimutatások a támogatóknak
    .also = statisztika, statisztikák, kimutatás
    .show = Egy statisztika megjelenítése
    .show-activity = Alkalmak, részvételek, első részvételek és percek összesítése
    .export = Egy statisztika kiírása táblázatba
    .export-activity = Alkalmak, részvételek, első részvételek és percek összesítése
    .by = Bontás: month, quarter, half-year, year, week, region, county, municipality, area, point, mentor, mode, mode-class, kind, topic, topic-class, service, device, reason, outcome, language, redirected-to, vagy egy lista, amelyből a megoszlások állnak, például age, sex, work, target; több is megadható, egymás után bontanak
    .share = Arány: az egyes sorok aránya mindabból, amit a statisztika számol; a gépi formátumokban ezrelékben
    .share-sessions = alkalmak
    .share-attendances = részvételek
    .share-returning = visszatérők
    .share-first-visits = első részvételek
    .share-minutes = percek
    .unknown = Ismeretlen: az is, amit az alkalmakról nem tudni, hogy az oszlopok kiadják az egészet

dimension = { $name ->
    [month] Hónap
    [quarter] Negyedév
    [half-year] Félév
    [year] Év
    [week] Hét
    [region] Régió
    [county] Megye
    [municipality] Település
    [mode-class] A mód osztálya
    [topic] Téma
    [topic-class] A téma osztálya
    [age] Életkor
    [sex] Nem
    [work] Munkaerőpiaci helyzet
    [target] Célcsoport
   *[other] { $name }
    }
measure = { $name ->
    [sessions] Alkalom
    [first-visits] Első részvétel
    [returning-unknown] Részvétel, ahol a visszatérők száma ismeretlen
    [minutes-unknown] Alkalom ismeretlen időtartammal
   *[other] { $name }
    }
share_of = { $name ->
    [sessions] Alkalmak aránya ({ $whole } = 100%)
    [attendances] Részvételek aránya ({ $whole } = 100%)
    [returning] Visszatérők aránya ({ $whole } = 100%)
    [first-visits] Első részvételek aránya ({ $whole } = 100%)
    [minutes] Percek aránya ({ $whole } = 100%)
   *[other] { $name } ({ $whole })
    }
no_dimension = nincs ilyen bontás: `{ $name }`
unknown_member = ismeretlen
not_stated = nincs megadva
total_row = összesen
no_share_of = hagyja el ezt: --share { $name }, vagy válassza ezt: --share attendances
tally_divides_attendances_only = { $list } szerint csak a részvételek számolhatók: a megoszlásból nem derül ki, kinek a perce vagy első részvétele volt
tallies_do_not_cross = { $first } és { $second } szerint egyszerre nem lehet bontani: a kiválasztott alkalmak közül ennyin volt egynél több részvétel: { $count }; a megoszlásukból nem derül ki, kire igaz mindkettő
tallies_do_not_cross_hint = bontson csak az egyik szerint, vagy csak az egyfős alkalmakat számolja: --attendances 1
sum_of_mentions = egy alkalom minden témájánál számít: a sorok összege { $sum } alkalom és { $sum_attendances } részvétel, de ezek említések; valójában { $sessions } alkalom és { $attendances } részvétel volt
sum_of_mentioned_attendances = egy alkalom minden témájánál számít: a sorok összege { $sum } említés; valójában { $attendances } részvétel volt
returning_not_told = alkalmak, amelyeknél ismeretlen a visszatérők száma: { $sessions }, összesen { $attendances } részvétellel; ezek sem visszatérőnek, sem első részvételnek nem számítanak (--unknown megmutatja, hol)
minutes_not_told = alkalmak, amelyeknél ismeretlen az időtartam: { $sessions } (--unknown megmutatja, hol)
statistic_written = a statisztika kiírva ide: `{ $file }`

## Import

imported = { $nouns }: új ({ $new }), változott ({ $changed }), változatlan ({ $same })
guards_taken_off = levett aposztrófok, amelyek miatt a szövegek nem képletek: { $count }
mapping_begins = Első leképezés ehhez: { $file }; minden sorát nézze meg, mielőtt használja
mapping_sender = kié a táblázat, például example.org
mapping_id = az ő oszlopuk, amely egy sort megnevez
mapping_guess = találgatás
mapping_needed = kell
mapping_left = Oszlopok, amelyekből nem lesz semmi:
mapping_made = elkészült az első leképezés: `{ $file }`; nézze át, azután importáljon a --map kapcsolóval
mapping_written = kiírva a leképezés, ide: `{ $file }`
mapping_kept = megőrizve a leképezés: `{ $code }`
mapping_line = a leképezés { $line }. sora: { $reason }
mapping_and_file = `{ $code }` megőrzött leképezés, de fájl is
mapping_and_file_hint = ha a fájlról van szó, írja így: ./{ $code }
mapping_in_conflict = ennek a leképezésnek két változata áll egymás mellett: `{ $code }`
mapping_in_conflict_hint = válasszon: tukipont conflict show mapping { $code }
output_is_input = `{ $file }` maga a beolvasott táblázat
workbook_ending = a fájl neve nem munkafüzeté: `{ $file }`
workbook_ending_hint = a név végződjön így: .xlsx
their_column = { $heading }
no_mapping = nincs ilyen fájl, sem megőrzött leképezés: `{ $file }`
no_mapping_hint = a megőrzött leképezések: `tukipont mapping list`; elsőt a `tukipont mapping new` ír
mapping_needs_noun = `{ $file }` nem mondja meg, mik a sorok
mapping_needs_noun_hint = például: noun = "point"
mapping_new_columns = oszlopok, amelyekből a leképezés szerint nem lesz semmi: { $headings }
mapping_fits = `{ $map }` illik ehhez: `{ $file }`
comments_passed_over = # jellel kezdődő, átugrott sorok: { $count }
blank_example = példa
blank_possible = lehetséges
blank_made = üres táblázat készült ({ $nouns }): `{ $file }`
row_changed = változott: { $noun } `{ $code }`: { $changes }
more_rows_changed = és még { $count }: egyenként a tukipont history NOUN CODE mutatja
cell_lacks = `{ $text }`: nincs benne `{ $sign }`, pedig az érték amögött áll
cell_lacks_hint = a leképezésben az after = "…" mondja meg, mi áll az érték előtt; a [ ] között álló szabályok közül az első számít, amelyik mond valamit
left_out = sorok, amelyeket a leképezés kihagy: { $count }
rejected = át nem vett sorok: { $count }, itt: `{ $file }`
rejected_dry = sorok, amelyek kimaradnának: { $count }
rejects_are_csv = a hibás sorok CSV-ként kerülnek fájlba
rejects_are_csv_hint = adjon a fájlnak .csv végű nevet
not_hours_of_a_day = `{ $text }` nem egy nap nyitvatartása
not_hours_of_a_day_hint = írja így: 09:00-12:00 / 13:30-17:00 vagy 9h-12h; leképezésben a [values.opening_hours] mondja meg, mit jelent
explained = Mi
found = Talált
why = Miért
cell = Első cella
read_as = Így értve
encoding = Kódolás
delimiter = Elválasztó
dialect = Excel-változat
country = Ország
days_order = Napok
decimal_sign = Tizedesek
column_called = { $number }. oszlop: { $heading }
sheet_of_workbook = Munkalap
other_sheets = A többi munkalap
as_only_sheet = a többin nincs semmi
as_its_headings = másikon nem ilyen a fejléc
as_workbook = munkafüzetben a szám szám
as_told = valaki így adta meg
as_its_mark = az első bájtjai mondják
as_plain = az ékezet nélküli betűk mindegyikben ugyanazok
as_sound = a szöveg ebben ép
as_country = a hálózat országában így szokás
as_the_first_row = ez vágja az első sort a legtöbb cellára
told_where_two_ways = ha egy cella kétféleképpen olvasható, kiderül
as_nameless = nincs fejléce: üresnek kell lennie
as_left_out = nem lesz belőle semmi
as_mapped = a leképezés szerint: { $file }
as_its_name = a neve
as_its_name_in = a neve ({ $language })
restored = { $nouns }, korábban törölve vagy visszavonva, most ismét megvan ({ $count })
values_kept = itt módosított értékek, amelyek megmaradnak, mert a küldő nem mond róluk újat: { $count }
still_removed = itt törölt és törölve maradó { $nouns }: { $count }
gone = { $nouns }, amelyek a küldőnél már nincsenek meg ({ $count })
gone_of_days = { $nouns } egy korábbi táblázatból, { $first } és { $last } között, amelyek ebben nincsenek benne ({ $count })
gone_hint = importálja újra a táblázatot: a --gone felsorolja, a --gone=remove törli őket
gone_not_known = nem derül ki, mely sorok tűntek el: azonosító nélküli sorok maradtak ki, vagy a táblázatban nincs sor
gone_left = marad ({ $noun }): `{ $code }`: { $reason }
gone_removed = { $nouns } törölve ({ $count })
nothing_gone = semmi sem tűnt el: ami a korábbi táblázatokban benne volt, ebben is benne van
nothing_gone_of_days = semmi sem tűnt el { $first } és { $last } között; hogy a táblázat mely napokról szól, a --period mondja meg
ids_without_sender = a(z) `{ $heading }` oszlop azonosítói nem számítanak, mert nem derül ki, kié a táblázat
ids_without_sender_hint = a --sender NÉV mondja meg: akkor a javított sor is felismerhető
gone_needs_sender = nem derül ki, kinek a sorairól van szó
gone_needs_sender_hint = nevezze meg a küldőt: --sender NÉV, vagy a leképezésben sender = "…"; csak ugyanattól a küldőtől jött sorok tűnhetnek el
made_on_the_way = { $nouns }, menet közben létrehozva ({ $count })
made_by_name = { $nouns }, menet közben létrehozva ({ $count }): { $names }
dry_run = próbafutás: semmi sem változott
more_faults = … és további hibák ({ $count })
no_sheet = nincs ilyen olvasható fájl: `{ $file }`
no_sheet_hint = ellenőrizze a mappát és a név írásmódját
no_sheets = nincs táblázat ebben a mappában: `{ $file }`
no_sheets_hint = a táblázatok neve ezek egyikére végződik: { $endings }
one_file_only = `--{ $flag }` egy táblázathoz való, ez pedig mappa
one_file_only_hint = nevezze meg az egyik fájlját
sheet_begins = `{ $file }`:
sheets_taken = átvett táblázatok: { $count }, elutasítva: { $refused }
sheet_empty = a táblázat üres
sheet_is = { $kind ->
    [workbook] ez munkafüzet, akármi a neve
    [database] ez adatbázis, nem táblázat
    [handover] ez adatátadás: tukipont handover receive FILE
    [encrypted] ez titkosítva van
    [document] ez dokumentum, nem táblázat
    [image] ez kép, nem táblázat
   *[archive] ez tömörített fájl: csomagolja ki
    }
not_an_encoding = nincs ilyen kódolás: `{ $text }`
not_an_encoding_hint = például utf-8, windows-1250, windows-1252, utf-16le
day_two_ways = `{ $text }` kétféleképpen olvasható: { $one } vagy { $other }
day_two_ways_hint = mondja meg, mi áll elöl: --days day-first (nap) vagy --days month-first (hónap), leképezésben days = "day-first"
day_of_excel = `{ $text }` az Excel száma erre a napra: { $day }
day_of_excel_hint = formázza az oszlopot dátumként, és mentse újra a táblázatot
number_two_ways = `{ $text }` kétféleképpen olvasható: { $one } vagy { $other }
number_two_ways_hint = mondja meg, mi a tizedesjel: --decimal comma (vessző) vagy --decimal point (pont), leképezésben decimal = "comma"
save_as_csv = mentse „CSV UTF-8” formátumban, és azt importálja
save_as_xlsx = mentse .xlsx formátumban, jelszó nélkül, vagy „CSV UTF-8” formátumban, és azt importálja
workbook_not_built = ez a program munkafüzetek (.xlsx) nélkül készült
workbook_not_built_hint = mentse „CSV UTF-8” formátumban, és azt importálja; az így készült program közvetlenül is olvassa: `cargo install --path . --features workbook`
workbook_not_written_hint = az így készült program ír munkafüzetet: `cargo install --path . --features workbook`; Excelhez ott a --dialect excel-hu vagy excel-fi, .csv végű fájlba
workbook_unreadable = ez a munkafüzet nem olvasható: { $error }
workbook_unreadable_hint = nyissa meg egy irodai programban, és mentse újra .xlsx vagy „CSV UTF-8” formátumban
workbook_too_large = ez a munkafüzet több, mint amennyi egyszerre beolvasható ({ $most } MB)
workbook_too_large_hint = mentse a munkalapot „CSV UTF-8” formátumban, és azt importálja
workbook_several_sheets = a munkafüzet több munkalapjáról is szó lehet: { $sheets }
workbook_several_sheets_hint = nevezzen meg egyet: --sheet NÉV, leképezésben sheet = "NÉV"
workbook_no_sheet = a munkafüzetben nincs ilyen munkalap: `{ $sheet }`
workbook_its_sheets = a munkalapjai: { $sheets }
workbook_sheet_taken = `{ $file }`: a beolvasott munkalap: `{ $sheet }`; másik, amelyen van valami: { $others } (a --sheet nevez meg egyet)
workbook_written = kiírva: `{ $file }`: { $counts }
too_many_rows_for_workbook = egy munkalapon { $most } sor fér el, ez pedig { $count }
text_too_long_for_workbook = `{ $row }`, { $column }: egy cellában { $most } karakter fér el, ez a szöveg hosszabb
as_csv_instead = CSV-ben minden elfér: adjon a fájlnak .csv végű nevet
cell_failed = a cellában levő képlet hibás eredményt adott
cell_failed_hint = javítsa ki a képletet, vagy írja be, aminek ott kell állnia
not_utf8 = a szöveg kódolása nem UTF-8
not_utf8_hint = mentse „CSV UTF-8” formátumban, és azt importálja
sheet_too_wide = több oszlop a megengedettnél (legfeljebb { $most })
sheet_too_wide_hint = nem hiányzik egy sortörés?
sheet_too_wide_in_workbook_hint = törölje, ami a táblázattól jobbra áll
cell_too_long = egy cella hosszabb a megengedettnél (legfeljebb { $most } bájt)
text_too_long = egy szöveg hosszabb a megengedettnél (legfeljebb { $most } bájt)
text_too_long_hint = rövidítse le
unclosed_quote = itt egy idézőjel nyílik, amely sehol sem záródik be
unclosed_quote_hint = zárja be az idézőjelet, vagy kettőzze meg, ha a szöveghez tartozik
surplus_cell = fölösleges cella: a fejléc oszlopainak száma { $count }
surplus_cell_hint = ha nem jelent semmit, nevezze meg a leképezésben: empty = ["…"]
nameless_cell = fejléc nélküli cella
nameless_cell_hint = adjon fejlécet az oszlopnak, vagy ürítse ki
heading_twice = a fejlécben többször szerepel: `{ $heading }`
unknown_headings = a fejlécben ismeretlen mezők állnak ({ $noun }): { $headings }
unknown_headings_hint = más táblázatához leképezés kell: --map FÁJL, egy TOML-fájl, amely így kezdődik: [columns], utána mezőnként egy sor, name = "az ő fejlécük"
headings_mixed = a fejlécek több nyelven vannak, és némelyik nem mező ({ $noun }): { $headings }
headings_in_language_hint = a többi fejléc, egy nyelven: { $headings }; más táblázatához leképezés kell: --map FÁJL
column_missing = a táblázatban nincs `{ $column }` oszlop, pedig minden új sorhoz kell ({ $noun })
column_missing_hint = vegye fel az oszlopot, vagy adja meg az értéket leképezésben: --map FÁJL
row_twice = ugyanez a sor már szerepel (sor: { $line })
row_twice_hint = az egyiket hagyja el
row_twice_otherwise = ugyanerről más áll (sor: { $line }): `{ $text }`
row_twice_otherwise_hint = a hibásat hagyja el
said_otherwise = a mappa másik táblázata (`{ $file }`) szerint: `{ $text }`
said_otherwise_hint = az már be van olvasva; ha ez a helyes, olvassa be magában
not_toml = nem TOML: { $error }
not_toml_hint = a leképezésfájl TOML formátumú: kulcs = "érték"
mapping_expects = `{ $key }` helyes írásmódja: { $form }
mapping_one_origin = `{ $column }`: pontosan egy kell ezek közül: column, value, template
mapping_of_a_cell = `{ $key }` azt mondja meg, hogyan olvasandó egy cella, ezért csak column = "…" mellett állhat
mapping_of_another_noun = a leképezés másra való (megadva: { $named }, kérve: { $noun })
mapping_needs_sender = meg kell mondani, kinek az azonosítói ezek: sender = "…" vagy --sender
mapping_no_column = a táblázatban nincs ilyen oszlop: `{ $heading }`
mapping_fixed_value = állandó értékhez ezt írja: `{ $column } = {"{"} value = "{ $value }" {"}"}`
mapping_not_mapped = egyetlen oszlop sincs leképezve erre: `{ $column }`
mapping_not_mapped_hint = minden új sorhoz kell ({ $noun }): `{ $column } = "az ő oszlopuk"` vagy `{ $column } = {"{"} value = "…" {"}"}`
mapping_value = a leképezésben: [values.{ $column }] "{ $text }" = "…"
mapping_value_of = a leképezésben: [values.{ $column }] "{ $text }" = "…", lehetséges: { $values }
mapping_value_near = erre gondolt: { $near }? a leképezésben: [values.{ $column }] "{ $text }" = "…"
mapping_create = a meglévők: `tukipont { $noun } list`; ha a leképezésben áll [create.{ $column }], akkor létrejön
mapping_create_near = erre gondolt: { $near }? ha a leképezésben áll [create.{ $column }], akkor új jön létre

demo =
    .about = Egy kitalált kis hálózat létrehozása itt (demo.db), és egy hónap munkája benne, lépésről lépésre

## What holds together

added_with = felvéve: { $noun } `{ $code }`; kitöltve: { $filled }
setting_needed = értékének lennie kell: `{ $name }`
setting_needed_hint = módosítás: tukipont setting set { $name } ÉRTÉK
row_unreadable = olyasmi áll benne, amit ez a program sosem ír: { $noun } `{ $code }`
row_unreadable_hint = egy másik program módosította a fájlt; térjen vissza egy másolathoz, vagy javítsa ott az értéket
refers_to_nothing = egy sor olyan rekordra hivatkozik ({ $noun }), amely sehol sincs (`{ $id }`)
refers_to_nothing_hint = a fájl hiányos; semmi sem változott
role_does_not_fit = ez a szerep nem illik a területhez (`{ $area }`): `{ $role }`
role_does_not_fit_hint = a county-lead megyét, a regional-lead régiót vezet; a coordinator és a contact bárhová illik
role_of_a_point = ez ponthoz kötött szerep, személy tölti be: `{ $role }`
left_but_assigned = már nem dolgozik a hálózatban, de még van megbízása
closed_with_mentor = bezárt, de még van mentora
assigned_twice = ugyanarra az időre kétszer van megbízva itt: `{ $place }`
sessions_in_future = mai nap utáni alkalmak: { $count }
sessions_while_not_open = alkalmak a nyitás előtt vagy a bezárás után: { $count }
sessions_in_old_category = alkalmak olyan napon, amikor nem volt használatban: { $count }

## Előzmények és visszavonás

done = { $done }; visszavonás: tukipont undo
when = Mikor
site = Példány
command = Parancs
rows = Sorok
fields = Mezők
field = Mező
before = Előtte
after = Utána
number = Szám
by_the_program = a program
row_removed = törölve
row_back = visszaállítva
stayed_elsewhere = személyes mezők: máshol maradtak
personal_erased = személyes mezők: törölve
history_conflict = a változatok ellentmondanak egymásnak: tukipont conflict show { $noun } { $code }
undone = visszavonva: `{ $command }`: { $counts }
undone_setting = visszavonva: `{ $command }`
left_alone = így maradt: { $noun } `{ $code }`: { $reason }
left_changed_since = azóta megváltozott
left_refers_to_nothing = olyan sorra hivatkozik, amely már nincs meg
left_code_taken = a kódja azóta másik soré
left_needed = azóta készült sorok hivatkoznak rá: { $counts }
left_elsewhere = egy másik fájl ezt már korábban is mondta, ezért megmarad: { $counts }
more_left = … és még { $count }
nothing_to_undo = nincs mit visszavonni
nothing_to_undo_of = semmi sem vonható vissza ebből: `{ $command }`
nothing_to_undo_hint = a parancsokat a `tukipont undo --list` mutatja, mindent a `tukipont history`
cannot_undo = { AZ($command) } `{ $command }` parancs nem vonható vissza
cannot_undo_no_copy = ami törölve lett, végleg eltűnt
no_such_command = nincs { $number }. számú parancs
no_copy_kept = a fájl előtte levő állapotáról nincs már másolat

## Máshonnan jött fájlok

foreign_is_wal = `{ $file }` más naplózási módban (WAL) van, és önmagában hiányos lehet
foreign_is_wal_hint = nyissa meg egyszer a tukiponttal ott, ahol tartják, például: tukipont --db FILE point list
foreign_has_journal = egy parancs éppen dolgozik ezen, vagy megszakadt: `{ $file }`
foreign_has_journal_hint = várja meg a végét, vagy nyissa meg egyszer a fájlt ott, ahol tartják: tukipont --db FILE point list
foreign_schema = `{ $file }` más táblákat tartalmaz, mint a verziójának megfelelő Tukipont-fájl
foreign_damaged = `{ $file }` sérült
foreign_value = `{ $file }` hosszabb értéket tartalmaz, mint bármelyik Tukipont-fájl
foreign_refused_hint = semmi sem került át belőle; kérje el újra onnan, ahonnan jött
foreign_row = `{ $file }` olyan sort tartalmaz, amilyen Tukipont-fájlban nem lehet: { $noun } `{ $id }`; { $reason }
foreign_setting = `{ $file }` olyan beállítást tartalmaz, amilyen Tukipont-fájlban nem lehet: { $setting }
foreign_log = `{ $file }` naplójában olyasmi áll, amit a program sosem ír
foreign_log_differs = `{ $file }` naplója mást mond egy parancsról, mint ez a fájl
version_value = az egyik értéke nem olvasható
version_digest = az ellenőrző összege nem illik a tartalmához
version_parents = a változatai nem következnek egymásból
version_clock = az órája lehetetlen időt mutat
version_command = az őt létrehozó parancs nincs a naplóban
version_field = ez a mező nem lehet ilyen: { $field }
version_target = ez a mező olyan sorra hivatkozik, amely nincs a fájlban: { $field }
version_count = több mint { $most } változata van

## Fájlok között

merged = összefésülve: `{ $file }`
merged_new = új: { $counts }
merged_changed = változott: { $counts }
merged_same = ugyanaz: { $counts }
merged_nothing = nincs benne új: `{ $file }`
merged_setting = máshol beállítva, most itt is: { $name }: `{ $value }`
merged_setting_cleared = máshol kiürítve, most itt is: { $name }
would_erase = `{ $file }` itt és a fájl melletti másolatokban is törölné a máshol már törölt személyes adatokat: { $counts }
would_erase_question = Itt is törli ezeket a személyes adatokat?
merged_erased = a máshol törölt személyes adatok itt is törölve: { $counts }
merged_conflicts = nyitott ütközések: { $count }; tukipont conflict list
merged_shared = sorok, amelyeknek a kódja másé is: { $count }; tukipont check
merged_twin = a fájl egy másik példánya is ennek a kódjával dolgozik: adjon az egyiknek sajátot: tukipont setting set site KÓD
copy_kept = a fájl előtte levő állapota: tukipont restore { $file }
copy_kept_without = a fájl előtte levő állapota, a törölt adatok nélkül: tukipont restore { $file }
merge_with_itself = `{ $file }` maga a Tukipont-fájl, amellyel dolgozik
other_file_hint = nevezze meg a másik fájlt
copy_failed = nem készült másolat a fájlról, ezért semmi sem történt: { $cause }
copy_failed_hint = szabadítson fel helyet, vagy adja meg: --no-backup; akkor nem vonható vissza
versions = Változatok
version_shown = 1 (ez látszik)
version_beside = { $number }
no_conflict = nincs nyitott ütközése: { $noun } `{ $code }`
no_conflict_hint = a meglevőket a `tukipont conflict list` mutatja
take_one = válasszon egyet: tukipont conflict resolve { $noun } { $code } --take N
conflict_of_pair = hogy ugyanaz-e { $noun } `{ $code }` és `{ $other }`: tukipont join { $name } { $code } { $other }, vagy ugyanez --different kapcsolóval
no_such_version = nincs { $number }. változat; összesen: { $count }
conflict_resolved = { $noun } `{ $code }`: { AZ($number) } { $number }. változat érvényes
join_with_itself = mindkét név ugyanazt a sort jelenti ({ $noun })
decided_already = ez már így van: { $noun } `{ $code }`, `{ $other }`
decided_hint = a döntéseket a `tukipont join list --decided` mutatja
not_decided = ezekről senki sem döntött: { $noun } `{ $code }`, `{ $other }`
one_through_others = más sorokról hozott döntések miatt továbbra is ugyanaz: { $noun } `{ $code }`, `{ $other }`
were_held_apart = ezek is egy sorrá válnának, pedig valaki úgy döntött, hogy nem ugyanaz: { $noun } `{ $code }`, `{ $other }`
were_held_apart_hint = ha mégis ugyanaz: tukipont join undo { $noun } { $code } { $other }
given_back = a másiktól átvett mező visszavonva: { $noun } `{ $code }`: { $fields }
joined = összevonva: { $noun } `{ $code }` áll ehelyett is: `{ $other }`
joined_with = összevonva: { $noun } `{ $code }` áll ehelyett is: `{ $other }`; onnan átvéve: { $fields }
join_differences = eltérnek, és a sajátja marad meg ennek: `{ $code }`: { $fields }
held_apart = megjegyezve: { $noun } `{ $code }` és `{ $other }`: nem ugyanaz
join_undone = döntés visszavonva: { $noun } `{ $code }`, `{ $other }`
other_code = Másik
name = Név
other_name = A másik neve
score = Pont
reasons = Okok
reason = { $name ->
    [name] azonos név
    [similar-name] hasonló név
    [phone] azonos telefon
    [email] azonos e-mail
    [near] egymás közelében
    [area] azonos terület
   *[other] { $name }
    }
join_how = ha ugyanaz: tukipont join NOUN CODE OTHER; ha nem: ugyanez --different kapcsolóval
verdict = Döntés
verdict_same = ugyanaz
verdict_different = nem ugyanaz
not_a_handover = `{ $file }` nem adatátadás
handover_is_network = ez egy teljes Tukipont-fájl: tukipont merge FILE
handover_is_encrypted = titkosítva van: age --decrypt --identity KULCS { $file } | tukipont handover receive -
handover_damaged = `{ $file }` nem olyan, amilyennek készült: az ellenőrző összege nem egyezik
handover_unsigned = `{ $file }` nem mondja meg, mi az
handover_made = elkészült: `{ $file }`: { $counts }
handover_made_empty = elkészült: `{ $file }`; az előző óta semmi új
handover_made_empty_since = elkészült: `{ $file }`; { $day } óta semmi új
handover_missing = hiányzik egy korábbi adatátadás innen: `{ $site }`; ott ezzel pótolható: { $command }
handover_without_people = a nevek, telefonok, címek és az emberekről, alkalmakról szóló megjegyzések itt maradnak, a jelentések tartalma megy; a --people mindent küld
handover_with_people = nevek, telefonok, címek és megjegyzések is vannak benne: titkosítva küldje, például: age --encrypt --recipient KULCS
handover_first = ilyen még nem ment el, ezért minden megy
no_text_for_a_terminal = az adatátadás nem szöveg, és a képernyőre kerülne
no_text_for_a_terminal_hint = nevezzen meg egy fájlt: -o FÁJL, vagy vezesse csővezetéken egy másik programba
since_hint = írja azt, hogy last (ami az előző óta új), vagy egy napot: 2026-11-21, 21.11.2026 vagy 2026. 11. 21.
direction = { $name ->
    [sent] elküldve
   *[received] megérkezett
    }
direction_heading = Irány
recipient = Kinek
people = Személyes adatokkal
contents_digest = Ellenőrző összeg
digest_holds = Az ellenőrző összeg egyezik
network_name = Hálózat
received_when = Megérkezett
only_what_is_new = Csak ami új
network_is_handover = ez adatátadás: tukipont handover receive FILE
received = átvéve: `{ $file }`

## Adatvédelem

not_confirmed = nem erősítette meg, ezért semmi sem történt
not_confirmed_hint = nem vonható vissza; ha valóban ezt akarja, adja meg: --yes
yes_or_no = igen/nem
erase_question = Törli a személyes adatokat minden változatából: { $noun } `{ $code }`?
erased = személyes adatok törölve: { $noun } `{ $code }`; ez nem vonható vissza
erased_already = már törölve van: { $noun } `{ $code }`
erased_notes = vele törölt megjegyzések: { $count }
erased_copies = a fájl másolatai, amelyekből szintén törölve: { $count }
copy_not_erased = `{ $file }` nem nyitható meg, és még tartalmazhatja: törölje
leftover_removed = törölve, ami egy megszakadt parancs után maradt: `{ $file }`
mentioned = említi: { $noun } `{ $code }`: { $field }
mentioned_hint = az ilyen mezők úgy maradnak: az edit vagy a rename paranccsal módosíthatók
mentioned_in_note_hint = a megjegyzések úgy maradnak: a --notes kapcsoló az ilyen megjegyzéseket is törli
mentioned_earlier_hint = amit egy korábbi változat mond, az a sor előzményeiben megmarad
told_by_handover = { $people ->
    [yes] egy { $moment } időpontú adatátadásban névvel és telefonnal benne volt: { $who }; értesíteni kell, akinél az megvan
   *[no] egy { $moment } időpontú adatátadásban név és telefon nélkül volt benne: { $who }
}
nobody_named = a címzett nincs megnevezve
was_erased = a személyes adatok törölve vannak, és nem írhatók be újra: { $noun } `{ $code }`
was_erased_hint = ha másvalakiről van szó, vegyen fel újat: tukipont { $noun } add
was_erased_leave_hint = a többi mező módosítható, ez üres marad
note_may_hold = a megjegyzésben talán ez áll: { $kinds }; megjegyzésbe ilyet ne írjon, és a visszavonás megőrzi, amit beírt: végleg a tukipont session erase ID veszi ki
notes_may_hold = megjegyzések, amelyekben talán ez áll: { $kinds }: { $count }, az első { AZ($line) } { $line }. sorban; megjegyzésbe ilyet ne írjon: végleg a tukipont session erase ID veszi ki
private_data = { $kind ->
    [phone] telefonszám
    [email] e-mail-cím
   *[identity-number] személyi azonosító szám
    }
months = Hónap
due = Esedékes
oldest = Legrégebbi
retention_unset = amelyik nyilvántartásnak nincs ideje, az végleg megmarad: tukipont setting set retention-person HÓNAP
retention_question = Törli a személyes adatokat ezekből: { $counts }?
retained = személyes adatok törölve: { $counts }; ez nem vonható vissza
nothing_due = semmi sem esedékes
earlier_version = egy korábbi változat
earlier = Korábbi változat
retention_due = esedékes: { $counts }
dossier_written = elkészült: `{ $file }`: személyes adatokat tartalmaz, csak az érintetté
dossier_now = Ami nyilván van tartva
dossier_history = Ami nyilván volt tartva, és ki változtatta meg
dossier_of = { $nouns }
dossier_once = { $nouns } – törlés vagy módosítás előtt
dossier_joins = Döntések arról, hogy egy másikkal azonos-e
dossier_mentions = Említések más sorokban
dossier_handovers = Adatátadások, amelyekben benne volt
text = Szöveg

## Másolatok

copy_made = másolat készült: `{ $file }`
before_what = Mi előtt
bytes = Bájt
file = Fájl
no_such_copy = nincs { $number }. számú másolat
no_such_copy_hint = a másolatokat a `tukipont backup --list` mutatja
other_copy_hint = válasszon másik másolatot: tukipont backup --list
restore_question = A mostani fájl helyére ez kerüljön: `{ $file }`?
restored_from = visszaállítva ebből: `{ $file }`
copies_hint = a fájl melletti másolatokat a `tukipont backup --list` mutatja
restored_site = a fájl mostantól { AZ($site) } `{ $site }` példány, eddig { AZ($before) } `{ $before }` volt: tukipont setting set site { $before }
restored_anew = nem volt ép fájl, ezért a helyére ez került: `{ $file }`
restored_hint = amit mások időközben megkaptak, a fájlok következő találkozásakor visszajön
set_aside = a sérült fájl megmaradt: `{ $file }`

## Az orvos

what = Mi
comes_from = Honnan
program_version = Program
schema_known = A séma, amelyet ír
sqlite_version = SQLite
language = Nyelv
plainly = Egyszerű
config_file = Saját beállítások
network_file = Tukipont-fájl
schema_of_file = A fájl sémája
commands_in_log = Parancsok a naplóban
copies_beside = Másolatok mellette
leftover = Ott maradt
setting_named = Beállítás: { $name }

## Épség

pages_damaged = sérült: { $fault }
left_over = ott maradt a fájl mellett: { $file }
shows_something_else = mást mutat, mint amit a változatai mondanak
open_conflict = a változatai ellentmondanak egymásnak: tukipont conflict list
deleted_but_needed = máshol törölték, de itteni sorok hivatkoznak rá
shares_its_code = másik sornak is ez a kódja; nevezze át az egyiket
perhaps_the_same = talán ugyanaz, mint `{ $code }` (100-ból { $score }): tukipont join list
has_sent_nothing = még nem küldött adatátadást
has_not_sent_since = nem küldött adatátadást ez óta: { $day } (napok: { $days })

## Jelentések

row_is_there = már van ilyen ({ $noun }): `{ $code }`
row_is_there_hint = módosítsa: tukipont { $noun } edit { $code }
key_stays = erről ismerhető fel ({ $noun }), ezért sohasem változik
key_stays_hint = törölje, és vegyen fel másikat: tukipont { $noun } add
not_a_periodicity = `{ $text }` nem mondja meg, milyen gyakran
not_a_decimal = ez nem szám: `{ $text }`
not_a_decimal_hint = számjegyekkel írja, legfeljebb hat tizedessel: 12,5
not_a_question_code = ez nem lehet kérdés kódja: `{ $text }`
not_a_question_code_hint = írja így: űrlap, perjel, kód, például monthly.2/visitors
question_of_another_form = a kérdés kódja nem az űrlapéval kezdődik: `{ $code }`, űrlap: `{ $form }`
question_of_another_form_hint = kezdődjön így a kódja: `{ $form }/`, vagy azt az űrlapot adja meg, amellyel kezdődik: --form
most_below_least = a legnagyobb érték kisebb a legkisebbnél
most_below_least_hint = cserélje meg a kettőt: --least, --most
scale_needs_bounds = a skálához legkisebb és legnagyobb egész érték kell
scale_needs_bounds_hint = adja meg mindkettőt, például: --least 0 --most 5
choice_needs_list = választáshoz, és csak ahhoz, lista kell
choice_needs_list_hint = choice és choices fajtához adjon meg egyet (--list), máshoz ne; a listák: tukipont category list
figure_is_a_count = a tevékenységi napló adata csak darabszámot tölthet ki
figure_is_a_count_hint = legyen a kérdés darabszám (--kind count), vagy hagyja el: --figure
respondent_is_a = ezt az űrlapot egy válaszadó tölti ki, és csak ő: { $noun }
respondent_is_a_hint = egyet adjon meg a saját oszlopában vagy így: --{ $respondent }; a többié maradjon üres
respondent_is_nobody = ezen az űrlapon senki sincs megnevezve
respondent_is_nobody_hint = a pont, a szervezet, a terület és a személy maradjon üres; a lapokat ez különbözteti meg: --submission
period_not_of_form = az űrlap (`{ $form }`) nem fogad ilyen időszakot: `{ $period }`
form_not_asked_then = az űrlap (`{ $form }`) nem volt érvényben ebben az időszakban: `{ $period }`
another_version_hint = talán az űrlap másik változata kell: tukipont form list
needs_reason = visszaküldéshez és javításhoz indok kell
needs_reason_hint = írja le, mi a hiba: --reason SZÖVEG, táblázatban az indok oszlopában
answer_out_of_range = `{ $text }` kívül esik a megengedetten: { $least } és { $most } között
answer_out_of_range_hint = ha nem ismert, hagyja ki; mit kérdez: tukipont question show { $code }
not_money = `{ $text }` nem pénzösszeg: legfeljebb két tizedes
not_money_hint = pénznem nélkül írja: 1250.50
not_yes_or_no = `{ $text }` se nem igen, se nem nem
not_yes_or_no_hint = írjon igent vagy nemet
point_was_closed = a pont (`{ $code }`) nem volt nyitva ebben az időszakban: `{ $period }`
report_is_locked = a jelentés le van zárva: { $report }
report_is_locked_hint = a koordinátor indoklással javíthatja: tukipont report correct
form_has_answers = az űrlapra már van válasz, ezért nem kérdezhet mást: `{ $form }`
form_has_answers_hint = kérdezzen új változattal: tukipont form add, a pont után a következő számmal
nobody_owes_for_hint = az esedékes időszakok: tukipont report missing --form { $form }
nobody_owes_for = az űrlap (`{ $form }`) erre az egész időszakra senkitől sem esedékes: `{ $period }`
reported_twice = { $report }: ugyanarra az időszakra egy vele egyesített pontnak is van jelentése; csak az egyik számít: tukipont report remove
nothing_answered = a táblázatban nincs válasz
blanks_made = kitöltendő táblázatok: { $count }, ide: `{ $folder }`
is_needed = kötelező
possible_answers = Lehetséges válaszok
no_such_list_hint = a listák: tukipont category list; új: tukipont category add { $list }:KÓD
no_such_list = nincs kategória ilyen listában: `{ $list }`
submission_is_there_hint = hagyja el a --submission kapcsolót, vagy adjon másik kódot; annak módosításához: tukipont answer list --submission { $code }
submission_is_there = már van ilyen kódú lap: `{ $code }`
note_needs_answer_hint = válaszoljon is rá: --answer KULCS=ÉRTÉK
answer_replaced = `{ $question }`: `{ $before }` → `{ $now }`
total_to_come = még tartó, ezért nem esedékes időszakok: { $count }
not_asked_hint = a kérdezettek területe és fajtája: tukipont form show { $form }
not_asked = az űrlap (`{ $form }`) nem kérdezi: `{ $code }` ({ $noun })
nobody_beside_hint = a --about az egy dologról szóló lapokat mutatja, nyolctól felfelé
nobody_beside = ezt az űrlapot senki sem írja alá, ezért egy lap sem állítható a többi mellé
shares_are_of_rounded = az arányok a kerekített számokra vonatkoznak
changed_behind_lock = a lezárt jelentés válaszai egy másik példányban helyesbítés nélkül változtak: { $report }; lásd tukipont history, tukipont report correct
answer_without_report = a válasz egyetlen jelentéshez sem tartozik, ezért nem számít; a tukipont report submit küldi be
no_report_to_take = nincs köztük ilyen állapotú jelentés: { $statuses }; semmi sem változott
reports_are_now = a jelentések állapota mostantól: { $status } ({ $count })
period_is_far_hint = nézze meg az évet
period_is_far = ez az időszak még nem kezdődött el, vagy túl messze van: `{ $period }`
period_lacks = az űrlap időszakra vonatkozik: `{ $form }`
signed_without_submission_hint = hagyja üresen a beküldést
signed_without_submission = az űrlapot aláírják: időszakonként egy jelentés van: `{ $form }`
submission_lacks_hint = töltse ki a „Beküldés” oszlopot; a tukipont report submit kódot ad
submission_lacks = ezt az űrlapot senki sem írja alá, ezért minden lapnak saját kód kell
was_not_there_hint = mettől meddig: tukipont { $noun } show { $code }
was_not_there = nem volt jelen ebben az időszakban: `{ $period }` ({ $noun }: `{ $code }`)
no_single_people_hint = hagyja el a --by vagy a --publish kapcsolót
no_single_people = egyes emberek válaszai nem tehetők közzé
does_not_add_up_hint = a report choices megszámolja a választásokat, a report spread a skálákat mutatja, a tukipont answer list --question { $question } a szövegeket
does_not_add_up = a válaszok nem adhatók össze: `{ $question }`
total_unreadable = nem úgy válaszoltak, ahogy a kérdés kéri, ezért nem számítanak: { $count }; a tukipont check megnevezi őket
total_coarser = ennél hosszabb időről számoltak be, ezért nincsenek az összegben: { $count }
others_beside = a számok az összes többire vonatkoznak; az utolsó oszlop a saját válasz, területnél az ott lévők mediánja
note_needs_answer = megjegyzés csak válasz mellett állhat, és erre nincs válasz: `{ $question }`
question_not_of = ez a kérdés nincs az űrlapon: `{ $question }`, űrlap: `{ $form }`
sheet_of_another_hint = a tukipont report import bármelyik jelentés táblázatát beolvassa
sheet_of_another = a táblázatban ez áll, a sorban nem: `{ $called }`
sheet_lacks_hint = a tukipont report blank kitöltendő táblázatot készít
sheet_lacks = a táblázatban nincs ilyen oszlop: `{ $column }`
compliant_of_assessed = Mindent teljesítők a felmértek közt
not_compliant = Nem teljesít mindent
compliant = Mindent teljesít
assessed = Felmérve
is_overdue = Lejárt
requirements_unmet = Nem teljesül
requirements_open = Nincs válasz
requirements_met = Teljesül
no_requirements_hint = a tukipont form list --kind requirements megmutatja azokat; a report choices bármely űrlap válaszait megszámolja
no_requirements = az űrlap nem követelmények listája: `{ $form }`
share_of_answers = Arány a válaszolók között
times_chosen = Hányan választották
chosen_answer = Válasz
nothing_to_choose = nincs olyan kérdés, amelynél választani lehet: `{ $question }`
unsigned_is_rounded = ezeket senki sem írta alá: a darabszámok a legközelebbi 5-re, az átlagok egy tizedesre vannak kerekítve, a szélső értékek kimaradnak
periods_differ = különböző hosszúságú időszakok válaszai állnak egymás mellett: { $periodicities }
silent_and_more = nem válaszolt ({ $count }): { $names } és mások; mindannyian: tukipont report missing --form { $form }
silent = nem válaszolt ({ $count }): { $names }
not_a_subject_hint = írja így: a megnevezés angolul, kettőspont, kód vagy azonosító: session:4hd1s8jrd27v0, point:K1, area:HU332
not_a_subject = nem derül ki belőle, miről szól: `{ $text }`
versions_reported = más változatokban is érkezett jelentés: { $forms }; a `--form { $form }` összeadja, ami ugyanazt kérdezi
versions_differ = { AZ($question) } `{ $question }` nem ugyanazt kérdezi minden változatban, ezért az adatok nem vethetők össze: a változatok külön állnak
versions_of_others_hint = adja meg az egyiket a változatával együtt
versions_of_others = a két változat nem ugyanazokat kérdezi: `{ $newest }`, `{ $other }`
no_such_kind = a kérdezettek között nincs ilyen fajta: `{ $kind }`
respondents_have_no_kind_hint = hagyja üresen, vagy pontokat, szervezeteket, területeket vagy személyeket kérdezzen
respondents_have_no_kind = akiket az űrlap kérdez, azoknak nincs fajtájuk
nobody_to_ask = nincs kit kérdezni
nobody_to_ask_hint = adja meg a válaszokat a sorban: tukipont report submit
fill_begins = kérdések: { $count }; az Enter úgy hagyja a választ, ahogy van
answered_now = most { $value }
answered_before = az előző időszakban { $value }
definition = Meghatározás
report_was_sent = a jelentést már elküldték
report_was_sent_hint = ha hibás, újra el kell küldeni, vagy vissza: tukipont report return
prefill_unknown = nyitva hagyva, mert az alkalmak egy része nem mondja meg: { $questions }
prefill_kept = úgy hagyva, ahogyan valaki beírta: { $questions }
prefill_counted = megszámolt alkalmak: { $count }; ezek: { $line }
spread_is_hidden = a * { $least }-nál kevesebb választ jelent, amelyekből kiderülne, ki adta őket
answered = Válaszolt
least = Legkisebb
median = Medián
most = Legnagyobb
mean = Átlag
own_answer = Saját válasz
address = E-mail-cím
reminder_text = Szöveg
reminder = { $name }: még várjuk ezt: { $form }, időszak: { $periods }. Kérjük, küldje el, vagy írja meg, mi akadályozza.
reminder_without_address = e-mail-cím nélkül: { $count }
reminders_written = kiírva az emlékeztetők ({ $count }), ide: `{ $file }`
recheck_is_due = újra kellett volna ellenőrizni eddig: { $day }: { $report }
total_is_of = { $form }, { $period }: az elküldött jelentések összege; aki nem küldött, az hiányzik, nem nulla
total_passed_over = jelentések, amelyek nem számítanak, mert mások ugyanazokról a napokról szólnak: { $count }
total_is_rounded = a * 1 és 7 közötti számot jelent; minden más darabszám ötre kerekített, az összegek külön
respondent = Válaszadó
area_of_respondents = Terület
asked_question = Kérdés
respondents = Válaszadók
reporting = Jelentett
not_reporting = Hiányzik
partial = Csak részben
periods_sent = Elküldött időszakok
periods_owed = Esedékes időszakok
sum = Összeg
nobody_owes_it = senkinek sem kell név szerint kitöltenie: `{ $form }`
nobody_owes_it_hint = melyiket ki tölti ki: tukipont form list
people_have_no_area = a személyeknek nincs területük
people_have_no_area_hint = hagyja el: --area
nothing_owed = még semmi sem esedékes: `{ $form }`
nothing_missing = semmi sem hiányzik
county = Megye
lead_of_area = Vezető
due_day = Határidő
days_left = Napok
no_such_form = a programmal nem jön ilyen űrlap: `{ $name }`
form_is_there = az űrlap már megvan, minden kérdésével: `{ $name }`
form_loaded = betöltve az űrlap: `{ $name }`; kérdések: { $count }
no_report = nincs ilyen jelentés
no_report_hint = a megkezdettek és elküldöttek: tukipont report list
status_does_not_lead_there = ilyen állapotú jelentésből (`{ $from }`) nem lehet ilyen: `{ $to }`
status_does_not_lead_there_hint = előbb ezek egyikének kell lennie: { $statuses }; a lépések: tukipont report submit, return, accept, lock
report_is_now = a jelentés ({ $report }) új állapota: `{ $status }`
report_is_not_locked = a jelentés nincs lezárva: egyszerűen újra el lehet küldeni
report_is_not_locked_hint = tukipont report submit
report_corrected = javítva a jelentés: { $report }; megváltozott válaszok: { $count }
one_respondent = egy jelentés egy ponté, szervezeté, területé vagy személyé
one_respondent_hint = pontosan egyet adjon meg: --point, --organisation, --area vagy --person; melyiket: tukipont form list
not_an_answer = ez nem válasz: `{ $text }`
not_an_answer_hint = írja így: --answer KULCS=ÉRTÉK, például --answer sessions=9
answered_twice = kétszer van megválaszolva: `{ $key }`
answered_twice_hint = az egyiket hagyja el
report_same = semmi sem változott: a jelentés már ilyen volt: { $report }
report_kept = megőrizve a jelentés vázlata: { $report }; válaszok: { $count }
report_sent = elküldve a jelentés: { $report }; válaszok: { $count }
answers_lack = a jelentésből ({ $report }) hiányzik a válasz: { $questions }
answers_lack_hint = válaszoljon rájuk, vagy őrizzen meg vázlatot: tukipont report submit --draft
other_version_hint = válaszoljon rájuk is, vagy maradjon az űrlap egy változatánál: a táblázat ezt is kitölti: { $form }

## Szabványok

standard_not_this = nem a `{ $standard }` szabvány szerinti táblázat: hiányzó oszlop: { $headings }
standard_not_this_hint = a saját formájú táblázathoz leképezés kell: tukipont mapping new
standard_passed_over = a szabvány oszlopai, amelyeknek itt nincs helyük, ezért kimaradnak: { $headings }
standard_unknown_columns = oszlopok, amelyeket a `{ $standard }` szabvány nem ismer, ezért kimaradnak: { $headings }
standard_firsts = ahol egy cellában több adat áll, az elsőt vettük át; oszlop: { $headings }
standard_unnamed = kimaradt, mert üres az oszlop, amelyből kiderülne, melyik az: { $headings }
standard_lacks = { $noun } `{ $code }`, hiányzik: { $fields }
standard_incomplete = { $nouns }, amelyekből hiányzik, amit a szabvány megkövetel: { $count }; nem készült kimenet
standard_incomplete_hint = pótolja (tukipont { $noun } edit CODE --address …), vagy hagyja ki őket a --complete-only kapcsolóval
standard_left_out = { $nouns }, emiatt kihagyva: { $count }
standard_not_open = { $nouns }, állapotuk miatt kihagyva ({ $status }): { $count } (a --status kiírja őket)
standard_no_pivot = ismeretlen, ezért { $pivot } értékkel kiírt pivot: { $count } (az a fenntartó adja meg, amelynek a kódja a SIRET-száma)
standard_emptied = { $column }, nem a szabvány formájában, ezért üres: { $count } ({ $codes })
standard_wordless = nincs kiírva, mert a szabványnak nincs rá szava: { $values }
