-- What might happen when it is said or done; and when an alternative was changed.
alter table alternatives add column might_sealed bytea;
alter table alternatives add column changed_at bigint;

-- A professional's own collection. The words are sealed with the key of the journey.
create table kept_alternatives (
    id text primary key,
    journey text not null references journeys (id),
    kind text,
    question text,
    text_sealed bytea not null,
    created_at bigint not null,
    changed_at bigint not null
);
create index kept_alternatives_journey on kept_alternatives (journey);

-- What was shared in an organisation: nothing of a conversation, and sealed all the same, with the organisation's key.
create table shared_alternatives (
    id text primary key,
    organisation text not null references organisations (id),
    kind text,
    question text,
    text_sealed bytea not null,
    author text not null references members (id),
    named boolean not null,
    created_at bigint not null
);
create index shared_alternatives_organisation on shared_alternatives (organisation);

-- What was made from what, as ids only, so that a withdrawal can walk it.
create table derivations (
    derived text not null,
    conversation text not null references conversations (id),
    subject text not null,
    primary key (derived, conversation)
);
create index derivations_conversation on derivations (conversation);

-- Offered to the professional, by the coach or by a colleague; taken, left, or waiting.
create table offers (
    id text primary key,
    conversation text not null references conversations (id),
    subject text not null,
    by_member text not null references members (id),
    colleague boolean not null,
    text_sealed bytea not null,
    alternative text,
    left_at bigint,
    created_at bigint not null
);
create index offers_conversation on offers (conversation);
