/**
 * What a signed version is, apart from any hub: its canonical text (RFC 8785), its hash, its chain, and whether a
 * signature holds. The hub signs and verifies with it; {@code ./run verify-signed} verifies with nothing else. Knows no
 * database, no network and no private key.
 */
@NullMarked
package org.wuduan.signed;

import org.jspecify.annotations.NullMarked;
