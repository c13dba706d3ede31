-- Who is in the picture besides the two who talk: a row among the participants, without a chair. `companion` says what
-- they are, never who; their `perspective` is a word that is no chair.
alter table participants add column companion text;
-- Which text stands on the sheet that was printed for them last.
alter table participants add column printed_version text;

-- With which text, and how, the second yes was said.
alter table consents add column confirmed_version text;
alter table consents add column confirmed_means text;

-- The texts that people had before them, by the fingerprint of each. They tell of the organisation and of nobody.
create table consent_texts (
    version text primary key,
    content text not null,
    kept_at bigint not null
);

-- Photos and scans of consent on paper: sealed objects under the conversation's key.
create table consent_papers (
    object text primary key,
    conversation text not null references conversations (id),
    participant text not null references participants (id),
    after boolean not null,
    content_type text not null,
    length bigint not null,
    filed_by text not null references members (id),
    filed_at bigint not null
);
create index consent_papers_conversation on consent_papers (conversation);

-- A question to keep something longer, once for each end; and who said yes to it. A no leaves no row.
create table extensions (
    id text primary key,
    conversation text not null references conversations (id),
    ends bigint not null,
    until bigint not null,
    asked_at bigint not null,
    granted_at bigint,
    unique (conversation, ends)
);
create table extension_yeses (
    extension text not null references extensions (id),
    participant text not null references participants (id),
    means text not null,
    text_version text not null,
    at bigint not null,
    primary key (extension, participant)
);
