-- whether the institution agrees that this doctor practises online (互联网诊疗管理办法(试行) 2018 第二十五条); nobody is
-- taken to have it who was not given it
alter table doctor add column internet_practice boolean not null default false;
