//! Papers to try, with one text wherever a person can write.

use papers::{
    Card, Cards, Consent, Crossed, Day, Evaluation, Field, Group, Guide, Interview, Journey, Leaflet, Link,
    Named, Paper, Part, Plan, Pocket, Question, Reading, Sheet, Statement, Worksheet,
};

/// A paper of a day.
pub fn paper(sheet: Sheet) -> Paper {
    Paper { language: "nl", title: "Een titel".into(), made: Day { year: 2027, month: 3, day: 3 }, sheet }
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn some(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("Zin nummer {n}.")).collect()
}

fn group(text: &str, count: usize) -> Group<Field> {
    let field = |n| Field::filled(format!("Vraag {n}"), text, 3);
    Group { title: s("Een kop"), items: (1..=count).map(field).collect() }
}

fn leaflet() -> Leaflet {
    let part = |n| Part { heading: format!("Kop {n}?"), text: s("Een antwoord in een paar zinnen.") };
    Leaflet {
        lead: s("Onder de titel."),
        free: Some(s("Nee mag altijd.")),
        parts: (1..=9).map(part).collect(),
    }
}

fn consent(text: &str) -> Consent {
    let crossed = |purpose| Crossed { purpose, question: s("Mag dit?"), means: some(2) };
    Consent {
        leaflet: leaflet(),
        choose: s("Uw keuze"),
        how: some(1),
        questions: ["look", "colleagues", "research", "story", "clip"].map(crossed).to_vec(),
        choice: [s("Ja"), s("Nee")],
        name: Some([s("Kies een naam."), s("Naam")]),
        sign: s("Niemand dwong mij."),
        lines: some(3),
        reader: [s("Wie las voor?"), s("Voorgelezen door")],
        photo: s("Wij maken een foto."),
        second: Group { title: s("Blijft het ja?"), items: some(3) },
        second_how: s("Kies opnieuw."),
        second_lines: some(2),
        yours: s("Uw link en uw code"),
        link_word: s("Uw link"),
        code_word: s("Uw code"),
        scan: s("Scan dit."),
        link: Link {
            address: s("https://voorbeeld.example/c/abcdefghijklmnopqrstuvwxyz0123456789"),
            code: s("ABCD-2345"),
        },
        version: s(text),
    }
}

fn guide(client: bool) -> Guide {
    let question = |_| Question {
        name: (!client).then(|| s("Echtheid")),
        question: s("Zei u wat u echt dacht?"),
        see: some(5),
        prompts: some(3),
        steps: ["Ik hield bijna alles in", "Iets meer", "Soms", "Veel", "Helemaal hetzelfde", "Weet ik niet"]
            .map(s)
            .to_vec(),
        because: s("Waaraan zie je dat?"),
    };
    Guide {
        client,
        intro: s("Kijk eerst zonder te stoppen."),
        about: s("Gesprek en datum"),
        see: s("Waar let je op?"),
        think: s("Om over na te denken"),
        own: s("In je eigen woorden"),
        questions: (0..3).map(question).collect(),
        moments: s("Raakmomenten"),
        columns: [s("Tijd"), s("Wat"), s("Wat zie je?")],
        kinds: (0..8).map(|n| Named { name: format!("soort {n}"), means: s("Iets gebeurt.") }).collect(),
    }
}

/// Every kind of paper; those that people write on with this text, and those that are only printed where `written` is
/// not asked for.
pub fn every(text: &str, written: bool) -> Vec<Sheet> {
    let mut all = vec![
        Sheet::Consent(Box::new(consent(text))),
        Sheet::Worksheet(Worksheet { lead: s("Jouw blad."), steps: some(7), fields: group(text, 10).items }),
        Sheet::Reading(Reading {
            about: Some(s(text)).filter(|text| !text.is_empty()),
            rules: vec![Group { title: s("Afspraken"), items: some(8) }],
            subjects: vec![group(text, 6), group(text, 6)],
            differ: text.is_empty().then(|| [s("Verschillend"), s("Dat mag zo blijven.")]),
        }),
        Sheet::Plan(Plan {
            lead: s("Klein is goed."),
            plan: group(text, 5),
            after: vec![group(text, 4), group(text, 2)],
            verdict: Some(Statement { text: s("Wat doe je ermee?"), steps: some(4) }),
        }),
        Sheet::Pocket(Pocket {
            cut: s("Knip uit."),
            title: s("Zakkaartje"),
            day: Some(s("3 maart 2027")),
            fields: group(text, 3).items,
            count: if text.is_empty() { 4 } else { 1 },
        }),
        Sheet::Journey(Journey {
            lead: s("De weg."),
            groups: vec![group(text, 5)],
            rounds_title: s("Wat het opleverde"),
            columns: some(4),
            rounds: vec![vec![s(text), s("Veel"), s(""), s("Niet")]; 3],
        }),
    ];
    if !written {
        let card = |n: i32| Card {
            number: n.to_string(),
            client: s("Wat zegt u hier liever niet?"),
            professional: s("Wat zeg ik hier liever niet?"),
            turn: s("U hoeft het niet te zeggen. Wat maakt het lastig?"),
        };
        let evaluation = |client| Evaluation {
            client,
            intro: s("Zet per zin één kruis."),
            statements: some(12),
            statement: s("In dit proces"),
            steps: [
                "Helemaal niet",
                "Een beetje",
                "Half om half",
                "Grotendeels",
                "Helemaal",
                "Niet van toepassing",
            ]
            .iter()
            .take(if client { 4 } else { 6 })
            .map(|step| s(step))
            .collect(),
            open: group("", 3).items,
            end: s("Dank u wel."),
        };
        all.extend([
            Sheet::Guide(guide(true)),
            Sheet::Guide(guide(false)),
            Sheet::Leaflet(leaflet()),
            Sheet::Cards(Cards {
                intro: s("Om de beurt."),
                how: Group { title: s("Zo gaat het"), items: some(4) },
                cut: s("Knip uit."),
                halves: [s("Voor u"), s("Voor wie u spreekt")],
                turn: s("Samen"),
                cards: (1..=16).map(card).collect(),
            }),
            Sheet::Interview(Interview {
                first: s("Zeg eerst"),
                say: some(2),
                topics: (0..6).map(|_| Group { title: s("Vooraf"), items: some(3) }).collect(),
                rules: Group { title: s("Regels"), items: some(7) },
                notes: s("Ruimte"),
            }),
            Sheet::Evaluation(evaluation(true)),
            Sheet::Evaluation(evaluation(false)),
        ]);
    }
    all
}
