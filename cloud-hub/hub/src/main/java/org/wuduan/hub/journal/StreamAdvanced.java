package org.wuduan.hub.journal;

/** A stream has a new head; sent in process after the commit. */
public record StreamAdvanced(StreamName stream, long head) {}
