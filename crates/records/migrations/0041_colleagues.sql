-- Colleagues whom the professional asked along, after the table opened.
create table colleagues (
    id text primary key,
    conversation text not null references conversations (id),
    member text not null references members (id),
    invited_at bigint not null,
    ended_at bigint,
    unique (conversation, member)
);
create index colleagues_member on colleagues (member);

-- What a colleague wrote about what they saw, sealed with the conversation's key.
create table peer_notes (
    id text primary key,
    conversation text not null references conversations (id),
    colleague text not null references colleagues (id),
    text_sealed bytea not null,
    created_at bigint not null
);
create index peer_notes_conversation on peer_notes (conversation);
