-- Letters about somebody's own account that are to go, or whose link still works. Of a link only the fingerprint is kept.
-- A row without a member is of an address that nobody has here: the address itself is not kept.
create table account_letters (
    id text primary key,
    member text references members (id),
    kind text not null,
    token_hash text,
    asked_at bigint not null,
    expires_at bigint not null,
    next_at bigint,
    tries bigint not null
);
create index account_letters_next on account_letters (next_at);
create index account_letters_token on account_letters (token_hash);
create index account_letters_member on account_letters (member);

-- Since when a member has the password that they have: a first step taken with the one before counts no more.
alter table members add column password_at bigint;
