package org.wuduan.acceptance;

import java.util.SplittableRandom;

/** Chance that can be told again: the number is printed, and {@code -Dseed=NUMBER} gives the same chance once more. */
record Seed(long number) {

    static Seed given() {
        var given = System.getProperty("seed", "");
        var seed = new Seed(given.isEmpty() ? System.nanoTime() % 1_000_000 : Long.parseLong(given));
        System.out.println("seed " + seed.number + " (again with -Dseed=" + seed.number + ")");
        return seed;
    }

    SplittableRandom random() {
        return new SplittableRandom(number);
    }
}
