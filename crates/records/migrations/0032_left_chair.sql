-- When a member was taken out of a chair. With a look the chair stays theirs; without one someone else can sit there.
alter table participants add column left_at bigint;
