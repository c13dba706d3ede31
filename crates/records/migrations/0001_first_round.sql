-- One text for both engines: text, bigint, bytea, boolean only. SQLite takes any type name; times are
-- milliseconds since 1970; ids are UUID text. A column named `…_sealed` holds what the vault sealed.

create table organisations (
    id text primary key,
    name text not null,
    phone text not null,
    privacy_officer text not null,
    retention_months bigint not null,
    second_yes_days bigint not null,
    created_at bigint not null
);

create table teams (
    id text primary key,
    organisation text not null references organisations (id),
    name text not null
);

create table members (
    id text primary key,
    organisation text not null references organisations (id),
    name text not null,
    email text not null unique,
    password_hash text,
    demo boolean not null,
    created_at bigint not null,
    ended_at bigint
);

create table member_roles (
    member text not null references members (id),
    role text not null,
    primary key (member, role)
);

create table team_members (
    team text not null references teams (id),
    member text not null references members (id),
    primary key (team, member)
);

create table invitations (
    id text primary key,
    organisation text not null references organisations (id),
    token_hash text not null unique,
    email text not null,
    roles text not null,
    team text references teams (id),
    invited_by text not null references members (id),
    created_at bigint not null,
    expires_at bigint not null,
    accepted_at bigint
);

create table sessions (
    id text primary key,
    member text,
    participant text,
    data text not null,
    agent text not null,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null
);
create index sessions_member on sessions (member);
create index sessions_expires on sessions (expires_at);

create table journeys (
    id text primary key,
    organisation text not null references organisations (id),
    professional text not null references members (id),
    question_sealed bytea,
    created_at bigint not null,
    changed_at bigint not null
);
create index journeys_professional on journeys (professional);

create table conversations (
    id text primary key,
    organisation text not null references organisations (id),
    journey text not null references journeys (id),
    kind text not null,
    held_on bigint not null,
    created_at bigint not null,
    second_yes_until bigint,
    retention_until bigint,
    destroyed_at bigint,
    destroyed_why text
);
create index conversations_journey on conversations (journey);
create index conversations_ends on conversations (retention_until);

create table participants (
    id text primary key,
    conversation text not null references conversations (id),
    perspective text not null,
    member text references members (id),
    code_name_sealed bytea,
    created_at bigint not null,
    unique (conversation, perspective)
);
create index participants_member on participants (member);

create table client_links (
    participant text primary key references participants (id),
    token_hash text not null unique,
    code_hash text not null,
    attempts bigint not null,
    locked_until bigint,
    created_at bigint not null,
    expires_at bigint not null
);

-- A yes is a row; a no leaves none.
create table consents (
    id text primary key,
    conversation text not null references conversations (id),
    participant text not null references participants (id),
    purpose text not null,
    means text not null,
    text_version text not null,
    given_at bigint not null,
    confirmed_at bigint,
    withdrawn_at bigint,
    unique (participant, purpose)
);
create index consents_conversation on consents (conversation);

create table recordings (
    id text primary key,
    conversation text not null references conversations (id),
    object text not null unique,
    made_by text not null,
    state text not null,
    length bigint,
    file_name_sealed bytea,
    content_type text,
    duration_ms bigint,
    width bigint,
    height bigint,
    cut_short boolean not null,
    progress bigint not null,
    refusal text,
    created_at bigint not null,
    whole_at bigint,
    ready_at bigint
);
create index recordings_conversation on recordings (conversation);

-- What was derived from a recording; `kind` says what, `at_ms` orders stills.
create table assets (
    object text primary key,
    recording text not null references recordings (id),
    conversation text not null references conversations (id),
    kind text not null,
    content_type text not null,
    length bigint not null,
    at_ms bigint not null,
    made_at bigint not null
);
create index assets_recording on assets (recording);

create table looks (
    id text primary key,
    conversation text not null references conversations (id),
    participant text not null unique references participants (id),
    mode text not null,
    created_at bigint not null,
    sealed_at bigint
);
create index looks_conversation on looks (conversation);

create table moments (
    id text primary key,
    look text not null references looks (id),
    kind text not null,
    whose text not null,
    strength text not null,
    start_ms bigint not null,
    end_ms bigint not null,
    note_sealed bytea,
    own_word_sealed bytea,
    created_at bigint not null,
    changed_at bigint not null
);
create index moments_look on moments (look, start_ms);

create table answers (
    look text not null references looks (id),
    question text not null,
    step text,
    text_sealed bytea,
    changed_at bigint not null,
    primary key (look, question)
);

create table answer_moments (
    look text not null,
    question text not null,
    moment text not null references moments (id),
    primary key (look, question, moment)
);

create table additions (
    id text primary key,
    look text not null references looks (id),
    text_sealed bytea not null,
    created_at bigint not null
);
create index additions_look on additions (look);

-- The subject is a lead question's key or a moment's id.
create table readings (
    id text primary key,
    conversation text not null references conversations (id),
    subject text not null,
    text_sealed bytea not null,
    differs boolean not null,
    version bigint not null,
    changed_by text not null references participants (id),
    changed_at bigint not null,
    unique (conversation, subject)
);

create table alternatives (
    id text primary key,
    conversation text not null references conversations (id),
    subject text not null,
    author text not null references participants (id),
    intention_sealed bytea not null,
    words_sealed bytea not null,
    asks_sealed bytea,
    created_at bigint not null
);
create index alternatives_conversation on alternatives (conversation);

create table tryouts (
    id text primary key,
    journey text not null references journeys (id),
    conversation text not null references conversations (id),
    alternative text not null references alternatives (id),
    next_conversation text references conversations (id),
    doing_sealed bytea not null,
    when_sealed bytea,
    because_sealed bytea,
    noticing_sealed bytea not null,
    who_sealed bytea,
    verdict text,
    verdict_sealed bytea,
    verdict_at bigint,
    created_at bigint not null
);
create index tryouts_conversation on tryouts (conversation);
create index tryouts_journey on tryouts (journey);
create index tryouts_next on tryouts (next_conversation);

create table tryout_outcomes (
    tryout text not null references tryouts (id),
    perspective text not null,
    different text,
    helped text,
    text_sealed bytea,
    created_at bigint not null,
    primary key (tryout, perspective)
);

-- Focus, noise and result, as rated by each perspective after a conversation; never averaged.
create table outcome_ratings (
    conversation text not null references conversations (id),
    perspective text not null,
    focus text not null,
    noise text not null,
    result text not null,
    created_at bigint not null,
    primary key (conversation, perspective)
);

create table audit_heads (
    organisation text primary key references organisations (id),
    seq bigint not null,
    hash text not null
);

create table audit (
    organisation text not null references organisations (id),
    seq bigint not null,
    at bigint not null,
    actor_kind text not null,
    actor text not null,
    deed text not null,
    scope text,
    subject text,
    previous text not null,
    hash text not null,
    primary key (organisation, seq)
);
create index audit_scope on audit (scope, seq);
