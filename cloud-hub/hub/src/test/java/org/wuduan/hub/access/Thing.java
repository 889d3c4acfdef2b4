package org.wuduan.hub.access;

/** What a probe is about: the own household's waiting or live consultation, or the other household's. */
enum Thing {
    WAITING,
    LIVE,
    FOREIGN
}
