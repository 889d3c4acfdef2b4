package org.wuduan.box;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits. */
final class ReadingIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReadingIds() {}

    static UUID at(Instant instant) {
        long randomA = RANDOM.nextInt(1 << 12);
        long high = (instant.toEpochMilli() << 16) | 0x7000L | randomA;
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
