-- Passkeys: what a browser or phone holds instead of a password. The key and the name that its owner gave it are sealed
-- under the organisation's key; `credential` is a hash of the id by which the device knows it.
create table passkeys (
    id text primary key,
    member text not null references members (id),
    credential text not null unique,
    key_sealed bytea not null,
    name_sealed bytea not null,
    created_at bigint not null,
    used_at bigint
);
create index passkeys_member on passkeys (member);
