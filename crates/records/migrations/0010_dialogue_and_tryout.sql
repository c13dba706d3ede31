-- Whose idea an alternative was: often not who wrote it down.
alter table alternatives add column idea_of text not null default 'professional';

create index readings_conversation on readings (conversation);
create index tryouts_alternative on tryouts (alternative);
