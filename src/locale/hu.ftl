## Import

imported = { $nouns }: új ({ $new }), változott ({ $changed }), változatlan ({ $same })
restored = { $nouns }, korábban törölve, most visszaállítva ({ $count })
made_on_the_way = { $nouns }, menet közben létrehozva ({ $count })
dry_run = próbafutás: semmi sem változott
more_faults = … és további hibák ({ $count })
no_sheet = nincs ilyen olvasható fájl: `{ $file }`
no_sheet_hint = ellenőrizze a mappát és a név írásmódját
sheet_empty = a táblázat üres
sheet_is_workbook = ez egy munkafüzet, bármi is a fájl neve
sheet_is_utf16 = a szöveg kódolása UTF-16
sheet_is_database = ez adatbázis, nem táblázat
save_as_csv = mentse „CSV UTF-8” formátumban, és azt importálja
not_utf8 = a szöveg kódolása nem UTF-8
not_utf8_hint = mentse „CSV UTF-8” formátumban, és azt importálja
sheet_too_wide = több oszlop a megengedettnél (legfeljebb { $most })
sheet_too_wide_hint = nem hiányzik egy sortörés?
cell_too_long = egy cella hosszabb a megengedettnél (legfeljebb { $most } bájt)
unclosed_quote = itt egy idézőjel nyílik, amely sehol sem záródik be
unclosed_quote_hint = zárja be az idézőjelet, vagy kettőzze meg, ha a szöveghez tartozik
surplus_cell = fölösleges cella: a fejléc oszlopainak száma { $count }
surplus_cell_hint = ha nem jelent semmit, nevezze meg a leképezésben: empty = ["…"]
heading_twice = a fejlécben többször szerepel: `{ $heading }`
row_twice = ugyanez a sor már szerepel (sor: { $line })
row_twice_hint = az egyiket hagyja el
not_toml = nem TOML: { $error }
not_toml_hint = a leképezésfájl TOML formátumú: kulcs = "érték"
mapping_expects = `{ $key }` helyes írásmódja: { $form }
mapping_one_origin = `{ $column }`: pontosan egy kell ezek közül: column, value, template
mapping_of_another_noun = a leképezés másra való (megadva: { $named }, kérve: { $noun })
mapping_needs_sender = meg kell mondani, kinek az azonosítói ezek: sender = "…" vagy --sender
