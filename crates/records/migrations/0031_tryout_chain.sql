-- The day it is meant for, which tryout it follows, where in the next recording it can be seen, and an end without a
-- verdict. `next_gone` says that consent ended for the conversation in which it was tried.
alter table tryouts add column planned_on bigint;
alter table tryouts add column follows text references tryouts (id);
alter table tryouts add column after_ms bigint;
alter table tryouts add column closed_at bigint;
alter table tryouts add column closed_why text;
alter table tryouts add column next_gone boolean not null default false;
create index tryouts_follows on tryouts (follows);
