-- those of the last days are in the inboxes of their doctors; there are few
create index consultation_withdrawn on consultation (ended_at)
where state = 'cancelled' and body -> 'cancellation' ->> 'reason' = 'CONSENT_WITHDRAWN';
