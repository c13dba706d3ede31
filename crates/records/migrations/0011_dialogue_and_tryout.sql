-- Whose idea an alternative was: often not who wrote it down.
alter table alternatives add column idea_of text not null default 'professional';

create index readings_conversation on readings (conversation);
create index tryouts_alternative on tryouts (alternative);

-- What the professional wrote at the start of a journey and when looking back on it, sealed with the journey's key.
alter table journeys add column intake_sealed bytea;
alter table journeys add column close_sealed bytea;
