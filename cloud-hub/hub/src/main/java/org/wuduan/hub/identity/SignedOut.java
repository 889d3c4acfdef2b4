package org.wuduan.hub.identity;

import java.util.UUID;

/** Somebody's last session was signed out or revoked: this account is signed in nowhere any more. */
public record SignedOut(UUID account) {}
