-- How a recording is played: perhaps a small new head, then a part of the recording or of what was written from it.
alter table recordings add column play_type text;
alter table recordings add column play_head text;
alter table recordings add column play_body text;
alter table recordings add column play_from bigint;
alter table recordings add column play_to bigint;
-- Since when making it watchable does not work, so that someone can ask for another try.
alter table recordings add column failed_at bigint;
