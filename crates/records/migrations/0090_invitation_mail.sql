-- How the mail of an invitation stands: 'waiting', 'sent' or 'refused', and a word for why; nothing when its link was
-- handed over by hand. The link's token lies nowhere: it is made when the letter goes.
alter table invitations add column mail_state text;
alter table invitations add column mail_reason text;
alter table invitations add column mail_at bigint;
alter table invitations add column mail_tries bigint not null default 0;
alter table invitations add column mail_next_at bigint;
-- When it was taken back.
alter table invitations add column ended_at bigint;
