create table referral (
    id uuid primary key,
    patient uuid not null,
    direction text not null check (direction in ('up', 'down')),
    state text not null check (state in ('sent', 'accepted', 'declined')),
    sender uuid not null,
    sender_institution uuid not null,
    target_institution uuid not null,
    target_department text not null,
    -- null where nobody gave a code: counted as 未分类
    disease_code text,
    sent_at timestamptz not null,
    -- the whole referral as the module's record
    body jsonb not null
);
create index referral_by_sender on referral (sender, sent_at desc);
create index referral_by_target on referral (target_institution, sent_at desc);
create index referral_by_patient on referral (patient, sent_at desc);
