## Import

imported = { $nouns }: uusia { $new }, muuttuneita { $changed }, ennallaan { $same }
restored = { $nouns }, aiemmin poistettuja ja nyt palautettuja: { $count }
made_on_the_way = { $nouns }, samalla luotuja: { $count }
dry_run = koeajo: mitään ei muutettu
more_faults = … ja lisää virheitä: { $count }
no_sheet = luettavaa tiedostoa ei ole: `{ $file }`
no_sheet_hint = tarkista kansio ja nimen kirjoitusasu
sheet_empty = taulukko on tyhjä
sheet_is_workbook = tämä on työkirja, olipa tiedoston nimi mikä tahansa
sheet_is_utf16 = tekstin merkistökoodaus on UTF-16
sheet_is_database = tämä on tietokanta, ei taulukko
save_as_csv = tallenna muodossa CSV UTF-8 ja tuo se
not_utf8 = tekstin merkistökoodaus ei ole UTF-8
not_utf8_hint = tallenna muodossa CSV UTF-8 ja tuo se
sheet_too_wide = sarakkeita on liikaa (enintään { $most })
sheet_too_wide_hint = puuttuuko rivinvaihto?
cell_too_long = solu on liian pitkä (enintään { $most } tavua)
unclosed_quote = tästä alkaa lainausmerkki, jota ei suljeta missään
unclosed_quote_hint = sulje lainausmerkki tai kahdenna se, jos se kuuluu tekstiin
surplus_cell = ylimääräinen solu: otsikkorivillä sarakkeita on { $count }
surplus_cell_hint = jos se ei tarkoita mitään, nimeä se kuvauksessa: empty = ["…"]
heading_twice = sama otsikko on useammin kuin kerran: `{ $heading }`
row_twice = sama rivi on jo (rivi { $line })
row_twice_hint = jätä toinen pois
not_toml = ei ole TOML-muotoa: { $error }
not_toml_hint = kuvaustiedosto kirjoitetaan TOML-muodossa: avain = "arvo"
mapping_expects = `{ $key }` kirjoitetaan näin: { $form }
mapping_one_origin = `{ $column }`: tarvitaan täsmälleen yksi näistä: column, value, template
mapping_of_another_noun = kuvaus on muuta varten (annettu: { $named }, pyydetty: { $noun })
mapping_needs_sender = kerro, kenen tunnisteita nämä ovat: sender = "…" tai --sender
