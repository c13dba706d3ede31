-- How a recording is played: another object, or a small new head before a part of the recording itself.
alter table recordings add column play_object text;
alter table recordings add column play_type text;
alter table recordings add column play_from bigint;
alter table recordings add column play_to bigint;
-- Which try of making it watchable did not work, so that someone can ask for another one.
alter table recordings add column failed_at bigint;
