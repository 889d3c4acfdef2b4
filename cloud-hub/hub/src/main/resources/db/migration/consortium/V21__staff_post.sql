-- where a pharmacist or a registrar works; a doctor's post is in doctor
create table staff_post (
    account uuid primary key,
    institution uuid not null references institution (id)
);
create index staff_post_by_institution on staff_post (institution);
