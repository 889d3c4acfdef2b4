alter table institution add column zone text not null default 'Asia/Shanghai';
-- one plan of a department; its version tells two administrators who edit it apart
create table roster (
    institution uuid not null references institution (id),
    department text not null,
    version int not null,
    primary key (institution, department)
);
create table roster_shift (
    institution uuid not null,
    department text not null,
    doctor uuid not null references doctor (account),
    -- 1 is Monday
    weekday int not null check (weekday between 1 and 7),
    -- minutes of the institution's day
    begins int not null check (begins between 0 and 1439),
    ends int not null check (ends > begins and ends <= 1440),
    foreign key (institution, department) references roster (institution, department)
);
create index roster_shift_by_department on roster_shift (institution, department);
create index roster_shift_by_doctor on roster_shift (doctor);
