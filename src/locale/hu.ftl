## Statistics

stats =
    .about = Statisztika: táblázatok olvasásra, kimutatások a támogatóknak
    .also = statisztika, statisztikák, kimutatás
    .show = Egy statisztika megjelenítése
    .show-activity = Alkalmak, részvételek, első részvételek és percek összesítése
    .export = Egy statisztika kiírása táblázatba
    .export-activity = Alkalmak, részvételek, első részvételek és percek összesítése
    .by = Bontás: month, county, point, mode, topic, age és mások; több is megadható, egymás után bontanak
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
    [county] Vármegye
    [municipality] Település
    [mode-class] A mód főcsoportja
    [topic] Téma
    [topic-class] A téma főcsoportja
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
    [sessions] Arány ({ $whole } alkalom = 100%)
    [attendances] Arány ({ $whole } részvétel = 100%)
    [returning] Arány ({ $whole } visszatérő = 100%)
    [first-visits] Arány ({ $whole } első részvétel = 100%)
    [minutes] Arány ({ $whole } perc = 100%)
   *[other] { $name } ({ $whole })
    }
no_dimension = nincs ilyen bontás: `{ $name }`
unknown_member = ismeretlen
not_stated = nincs megadva
total_row = összesen
no_share_of = hagyja el ezt: --share { $name }, vagy válassza ezt: --share attendances
tally_divides_attendances_only = `{ $list }` szerint csak a részvételek számolhatók: a megoszlásból nem derül ki, kinek a perce vagy első részvétele volt
tallies_do_not_cross = `{ $first }` és `{ $second }` szerint egyszerre nem lehet bontani: a kiválasztott alkalmak közül ennyin volt egynél több részvétel: { $count }; a megoszlásukból nem derül ki, kire igaz mindkettő
tallies_do_not_cross_hint = bontson csak az egyik szerint, vagy csak az egyszemélyes alkalmakat számolja: --attendances 1
sum_of_mentions = egy alkalom minden témájánál számít: a sorok összege { $sum } alkalom és { $sum_attendances } részvétel, de ezek említések; valójában { $sessions } alkalom és { $attendances } részvétel volt
sum_of_mentioned_attendances = egy alkalom minden témájánál számít: a sorok összege { $sum } említés; valójában { $attendances } részvétel volt
returning_not_told = alkalmak, amelyeknél ismeretlen a visszatérők száma: { $sessions }, összesen { $attendances } részvétellel; ezek sem visszatérőnek, sem első részvételnek nem számítanak (--unknown megmutatja, hol)
minutes_not_told = alkalmak, amelyeknél ismeretlen az időtartam: { $sessions } (--unknown megmutatja, hol)
statistic_written = { $rows } sor elkészült; a fájl: `{ $file }`
