-- Which ids belonged to a conversation that was forgotten: so that whoever took part hears that it is gone, and not
-- that it never was.
create table gone (
    id text primary key,
    conversation text not null references conversations (id)
);
create index gone_conversation on gone (conversation);
