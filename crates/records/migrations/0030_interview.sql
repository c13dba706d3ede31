-- What a client says to the coach. Until `approved_at` it is between the two of them. A no to sound leaves no trace.
create table interviews (
    id text primary key,
    conversation text not null unique references conversations (id),
    mode text not null,
    created_at bigint not null,
    offered_at bigint,
    approved_at bigint,
    sound_yes_at bigint,
    sound_means text
);

-- `text_sealed` is what the coach wrote in the client's words, `own_sealed` what the client put in its place or beside
-- it, `thought_sealed` the coach's own.
create table interview_notes (
    id text primary key,
    interview text not null references interviews (id),
    topic text not null,
    at_ms bigint,
    sound text,
    sound_ms bigint,
    text_sealed bytea,
    own_sealed bytea,
    thought_sealed bytea,
    read_back text,
    created_at bigint not null,
    changed_at bigint not null
);
create index interview_notes_interview on interview_notes (interview, created_at);

-- The sound of an interview comes in and is made playable as a recording is, but is none of the conversation.
alter table recordings add column interview text references interviews (id);
create index recordings_interview on recordings (interview);
