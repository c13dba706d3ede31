-- Who somebody is at the organisation's own provider of sign-ins: its name and its id for them.
create table provider_links (
    issuer text not null,
    subject text not null,
    member text not null references members (id),
    linked_at bigint not null,
    primary key (issuer, subject),
    unique (issuer, member)
);

-- Which of a member's roles the provider gave; the others an administrator gave.
create table provider_roles (
    member text not null references members (id),
    role text not null,
    primary key (member, role)
);

-- Words of a provider that ended sessions, by fingerprint, for as long as they could be said again.
create table provider_endings (
    id text primary key,
    until bigint not null
);
create index provider_endings_until on provider_endings (until);

-- The fingerprint of the provider's name for the session there; empty when it gave none.
alter table sessions add column provider_session text;
create index sessions_provider on sessions (provider_session);

-- Until when somebody may use a password although the organisation wants its provider to be used.
alter table members add column password_until bigint;
