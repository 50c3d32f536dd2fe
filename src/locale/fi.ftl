## Statistics

stats =
    .about = Tilastot: taulukoita luettavaksi, lukuja rahoittajille
    .also = tilasto, tilastot
    .show = Näytä tilasto
    .show-activity = Laske opastuskerrat, osallistumiskerrat, ensimmäiset osallistumiset ja minuutit
    .export = Kirjoita tilasto taulukkoon
    .export-activity = Laske opastuskerrat, osallistumiskerrat, ensimmäiset osallistumiset ja minuutit
    .by = Jaottelu: month, county, point, mode, topic, age ja muita; useampi jaottelee peräkkäin
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
    [county] Lääni
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
    [sessions] Osuus ({ $whole } opastuskertaa = 100 %)
    [attendances] Osuus ({ $whole } osallistumiskertaa = 100 %)
    [returning] Osuus ({ $whole } uudelleen osallistunutta = 100 %)
    [first-visits] Osuus ({ $whole } ensimmäistä osallistumista = 100 %)
    [minutes] Osuus ({ $whole } minuuttia = 100 %)
   *[other] { $name } ({ $whole })
    }
no_dimension = jaottelua `{ $name }` ei ole
unknown_member = tuntematon
not_stated = ei ilmoitettu
total_row = yhteensä
no_share_of = jätä pois --share { $name } tai valitse --share attendances
tally_divides_attendances_only = jaottelussa `{ $list }` lasketaan vain osallistumiskerrat: jakauma ei kerro, kenen minuutteja tai käyntejä ne olivat
tallies_do_not_cross = jaotteluja `{ $first }` ja `{ $second }` ei voi yhdistää: valituissa opastuskerroissa oli useampi kuin yksi osallistumiskerta (opastuskertoja { $count }), eikä jakauma kerro, keitä molemmat koskevat
tallies_do_not_cross_hint = käytä vain toista tai laske vain yhden osallistujan opastuskerrat: --attendances 1
sum_of_mentions = opastuskerta lasketaan jokaisen aiheensa kohdalla: rivien summa on { $sum } opastuskertaa ja { $sum_attendances } osallistumiskertaa, mutta ne ovat mainintoja; todellisuudessa opastuskertoja on { $sessions } ja osallistumiskertoja { $attendances }
sum_of_mentioned_attendances = opastuskerta lasketaan jokaisen aiheensa kohdalla: rivien summa on { $sum } mainintaa; todellisuudessa osallistumiskertoja on { $attendances }
returning_not_told = opastuskertoja, joista ei tiedetä uudelleen osallistuneiden määrää: { $sessions }, osallistumiskertoja niissä { $attendances }; niitä ei lasketa uudelleen osallistuneisiin eikä ensimmäisiin osallistumisiin (--unknown näyttää, missä)
minutes_not_told = opastuskertoja, joiden kestoa ei tiedetä: { $sessions } (--unknown näyttää, missä)
statistic_written = kirjoitettiin { $rows } riviä; tiedosto: `{ $file }`
