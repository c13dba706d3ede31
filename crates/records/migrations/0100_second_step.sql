-- The app that shows codes: its secret, sealed under the organisation's key. A new one waits beside it until its first
-- code was right. `last_step` is the time step of the last code that was taken, so that each is taken once.
create table second_apps (
    member text primary key references members (id),
    secret_sealed bytea,
    since bigint,
    pending_sealed bytea,
    pending_at bigint,
    last_step bigint not null default 0
);

-- Codes on paper for who lost everything else. Each is taken once.
create table recovery_codes (
    member text not null references members (id),
    code_hash text not null,
    used_at bigint,
    primary key (member, code_hash)
);

-- Browsers in which somebody signed in before, by a hash of their cookie. They sign nobody in; they only keep others'
-- wrong tries from making a known person wait.
create table known_devices (
    id text primary key,
    member text not null references members (id),
    seen_at bigint not null
);
create index known_devices_member on known_devices (member);
