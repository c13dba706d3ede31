-- On which ground an organisation processes for each purpose. It tells of the organisation and of nobody.
create table processing_bases (
    organisation text not null references organisations (id),
    processing text not null,
    basis text not null,
    changed_at bigint not null,
    primary key (organisation, processing)
);

-- When the program last looked for what ended by itself.
create table sweeps (
    name text primary key,
    swept_at bigint not null
);

create index audit_at on audit (organisation, at);
