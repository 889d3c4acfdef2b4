package org.wuduan.launcher;

import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuduan.launcher.lan.LanWish;

/** The options of the door to the network, as they come one by one. */
final class LanOptions {

    private boolean asked;
    private int port = LanWish.PORT_USUAL;
    private @Nullable String address;
    private @Nullable String dependent;
    private @Nullable Path certificate;
    private @Nullable Path key;

    /** @param rest what follows the option on the command line; its value is taken from there */
    void read(String option, Deque<String> rest) {
        if (option.equals("--lan")) {
            asked = true;
            var next = rest.peekFirst();
            if (next != null && !next.startsWith("--")) {
                address = rest.removeFirst();
            }
            return;
        }
        dependent = option;
        var value = Options.valueOf(option, rest);
        switch (option) {
            case "--lan-port" -> port = Options.number(option, value, 65_535);
            case "--cert" -> certificate = Path.of(value);
            default -> key = Path.of(value);
        }
    }

    /**
     * What was asked for.
     *
     * @throws Trouble when there are options of a door that nobody asked for, or half a certificate
     */
    Optional<LanWish> wish() {
        if (!asked) {
            if (dependent != null) {
                throw new Trouble(dependent + " is for --lan: add --lan, or leave it out.");
            }
            return Optional.empty();
        }
        return Optional.of(new LanWish(
                Optional.ofNullable(address), port, Optional.ofNullable(certificate), Optional.ofNullable(key)));
    }
}
