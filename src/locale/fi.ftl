## Statistics

dimension = { $name ->
    [month] Kuukausi
    [quarter] Neljännesvuosi
    [half-year] Puolivuosi
    [year] Vuosi
    [week] Viikko
    [region] Maakunta
    [county] Lääni
    [municipality] Kunta
    [area] Alue
    [point] Digitukipiste
    [mentor] Digiopastaja
    [mode] Tuen muoto
    [mode-class] Tuen muodon pääluokka
    [kind] Laji
    [topic] Aihe
    [topic-class] Aiheen pääluokka
    [service] Palvelu
    [device] Laite
    [reason] Tuen tarpeen syy
    [outcome] Tulos
    [language] Kieli
    [redirected-to] Ohjattu eteenpäin
    [age] Ikä
    [sex] Sukupuoli
    [work] Työmarkkina-asema
    [target] Kohderyhmä
   *[other] { $name }
    }
measure = { $name ->
    [sessions] Opastuskerrat
    [attendances] Osallistumiskerrat
    [returning] Uudelleen osallistuneet
    [first-visits] Ensimmäiset osallistumiset
    [minutes] Minuutit
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
