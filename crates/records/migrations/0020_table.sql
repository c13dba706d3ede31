-- Looking together. Here lie ids, positions and kinds only; what people wrote is sealed where it is kept.
create table dialogues (
    id text primary key,
    conversation text not null references conversations (id),
    leader text not null references participants (id),
    part text not null,
    open_subject text,
    playing boolean not null,
    at_ms bigint not null,
    rate bigint not null,
    set_at bigint not null,
    version bigint not null,
    started_at bigint not null,
    ended_at bigint
);
create index dialogues_conversation on dialogues (conversation);

-- The order in which people put the agenda, and what they leave out.
create table dialogue_items (
    dialogue text not null references dialogues (id),
    subject text not null,
    place bigint not null,
    skipped boolean not null,
    primary key (dialogue, subject)
);

-- Who was there, from when until when.
create table dialogue_presences (
    id text primary key,
    dialogue text not null references dialogues (id),
    participant text not null references participants (id),
    means text not null,
    joined_at bigint not null,
    seen_at bigint not null,
    left_at bigint
);
create index dialogue_presences_dialogue on dialogue_presences (dialogue);

-- What each takes along at the end.
create table takeaways (
    conversation text not null references conversations (id),
    participant text not null references participants (id),
    text_sealed bytea not null,
    changed_at bigint not null,
    primary key (conversation, participant)
);

-- Earlier versions of shared readings; the newest is in readings.
create table reading_versions (
    reading text not null references readings (id),
    version bigint not null,
    text_sealed bytea not null,
    differs boolean not null,
    changed_by text not null references participants (id),
    changed_at bigint not null,
    primary key (reading, version)
);
