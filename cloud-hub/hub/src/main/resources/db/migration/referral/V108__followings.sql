-- until when the sender follows the patient; null once that is over
alter table referral add column followed_until timestamptz;
update referral set followed_until = (body ->> 'followUntil')::timestamptz where body ->> 'followUntil' is not null;
create index referral_followed_by_sender on referral (sender) where followed_until is not null;
create index referral_followed_by_patient on referral (patient) where followed_until is not null;
