package org.wuduan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuduan.launcher.lan.LanDoor;
import tools.jackson.databind.json.JsonMapper;

/** The addresses that a person opens, each with a host name of its own, so that one browser can hold all of them. */
final class Terminals {

    /**
     * One terminal.
     *
     * @param url the page; a television's holds its launch token
     * @param login whom one signs in as; null for a television, which is always signed in, and where people have accounts of
     *     their own
     */
    record Terminal(String name, String url, @Nullable String login) {}

    private record Bridge(String name, @Nullable Long pid) {}

    private record Simulator(int household, int port) {}

    private record Ready(
            String hub,
            List<String> lan,
            long launcher,
            List<Terminal> terminals,
            Map<String, Long> pids,
            List<Bridge> janus,
            List<Simulator> simulators,
            Map<String, Integer> postgres) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Of a system without the demonstration: where people sign in with accounts of their own. */
    private static final List<String> PAGES = List.of("admin", "doctor", "family");

    private static final int FIRST_HOUSEHOLD_DOCTORS = 3;
    private static final int SECOND_HOUSEHOLD_DOCTOR = 4;

    private Terminals() {}

    static List<Terminal> of(Machine machine) {
        var all = new ArrayList<Terminal>();
        machine.households().forEach(household -> all.add(television(household, machine.data())));
        if (machine.options().demo()) {
            all.addAll(demonstration(
                    machine.hubPort(), Math.max(1, machine.households().size())));
        } else {
            PAGES.forEach(page -> all.add(browser(page, machine.hubPort(), page, null)));
        }
        return all;
    }

    private static List<Terminal> demonstration(int port, int families) {
        var all = new ArrayList<Terminal>();
        for (int i = 1; i <= families; i++) {
            all.add(browser("family-" + i, port, "family", "family-" + i));
        }
        int doctors = families > 1 ? SECOND_HOUSEHOLD_DOCTOR : FIRST_HOUSEHOLD_DOCTORS;
        for (int i = 1; i <= doctors; i++) {
            all.add(browser("doctor-" + i, port, "doctor", "doctor-" + i));
        }
        all.add(browser("admin", port, "admin", "system-1"));
        return all;
    }

    /** The host of a page, without a path. */
    static String page(Machine machine, String name) {
        return "http://" + name + ".localhost:" + machine.hubPort();
    }

    private static Terminal browser(String name, int port, String page, @Nullable String login) {
        return new Terminal(name, "http://" + name + ".localhost:" + port + "/" + page + "/", login);
    }

    private static Terminal television(Household household, DataFolder data) {
        try {
            var token = Files.readString(household.tokenFile(data)).strip();
            var url = "http://" + household.host() + ":" + household.boxPort() + "/#launch=" + token;
            return new Terminal("tv-" + household.number(), url, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes {@code run/ready.json} for stories and benches; it holds launch tokens, so its owner alone reads it. */
    static void write(Machine machine, Map<String, Long> pids) {
        var janus = machine.bridges().keySet().stream()
                .map(name -> new Bridge(name, pids.get(name)))
                .toList();
        var simulators = machine.households().stream()
                .map(household -> new Simulator(household.number(), household.simulatorPort()))
                .toList();
        var postgres = new LinkedHashMap<String, Integer>();
        postgres.put("port", machine.postgres().port());
        var ready = new Ready(
                machine.hubUrl(),
                machine.lan().map(LanDoor::urls).orElse(List.of()),
                ProcessHandle.current().pid(),
                of(machine),
                pids,
                janus,
                simulators,
                postgres);
        DataFolder.writePrivately(
                machine.data().run().resolve("ready.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ready) + "\n");
    }
}
