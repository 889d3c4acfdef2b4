package org.wuduan.hub.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.live.ViewSource;

/** Tries everything as everybody and says what differs from the tables. */
final class AccessWalk {
    private final Scene scene;
    private final int port;
    private final List<HttpRow> http = HttpTable.rows();
    private final List<LiveRow> live;
    private final List<Finding> findings = new ArrayList<>();

    /** Something that differs from the table. */
    record Finding(Who who, String what, Thing on, Got expected, Got got) {}

    AccessWalk(Scene scene, int port) {
        this.scene = scene;
        this.port = port;
        this.live = LiveTable.rows(scene.account(Who.CASE_DOCTOR));
    }

    /** Endpoints that no line of the table speaks of. */
    Set<String> unlistedEndpoints(RequestMappingHandlerMapping mapping) {
        var listed = http.stream().map(HttpRow::endpoint).collect(Collectors.toSet());
        var unlisted = new TreeSet<String>();
        mapping.getHandlerMethods().keySet().forEach(info -> {
            var methods = info.getMethodsCondition().getMethods();
            for (var path : info.getPatternValues()) {
                // Spring Boot's own error page, which shows no more than a status
                if (path.equals("/error")) {
                    continue;
                }
                if (methods.isEmpty()) {
                    unlisted.add("ANY " + path);
                }
                methods.forEach(method -> unlisted.add(method + " " + path));
            }
        });
        unlisted.removeAll(listed);
        return unlisted;
    }

    /** Message types of /live that no line of the table speaks of. */
    Set<String> unlistedMessages() {
        var listed = live.stream().map(LiveRow::type).collect(Collectors.toSet());
        var unlisted = new TreeSet<String>();
        for (var type : LiveToHub.class.getPermittedSubclasses()) {
            if (!listed.contains(type)) {
                unlisted.add(type.getSimpleName());
            }
        }
        return unlisted;
    }

    /** Kinds of stream that no line of the table speaks of. */
    Set<String> unlistedStreams(Collection<ViewSource> sources) {
        var unlisted = sources.stream().map(ViewSource::kind).collect(Collectors.toCollection(TreeSet::new));
        live.stream().filter(row -> row.type() == LiveToHub.Watch.class).forEach(row -> unlisted.remove(row.name()));
        return unlisted;
    }

    /** Walks everything. The messages come first, because commands change the calls behind them. */
    List<Finding> walk() {
        for (var who : Who.values()) {
            messages(who);
        }
        for (var row : http) {
            for (var who : Who.values()) {
                for (var thing : row.aboutObject() ? Thing.values() : new Thing[] {Thing.LIVE}) {
                    request(row, who, thing);
                }
            }
        }
        return findings;
    }

    private void request(HttpRow row, Who who, Thing thing) {
        if (isAtHome(who, thing)) {
            return;
        }
        var target = scene.target(thing);
        var body = row.body().apply(target, who);
        var client = scene.client(who);
        var answer = (row.takesFile() ? client.with("Content-Type", "text/csv") : client)
                .send(
                        row.method(),
                        row.path(target),
                        body == null ? "" : WireJson.mapper().writeValueAsString(body),
                        UUID.randomUUID());
        var got = Got.of(answer);
        if (got == Got.ALLOWED && row.aboutObject()) {
            scene.putBack();
        }
        compare(new Finding(who, (row.endpoint() + " " + row.variant()).strip(), thing, row.expected(who, thing), got));
    }

    /** What is foreign to the household of the walk is not foreign to its own people. */
    private static boolean isAtHome(Who who, Thing thing) {
        return thing == Thing.FOREIGN && Who.OF_THE_OTHER_HOUSEHOLD.contains(who);
    }

    private void messages(Who who) {
        if (who == Who.ANONYMOUS) {
            boolean refused = false;
            try (var _ = LiveClient.silent(port, scene.client(who))) {
                // it must not open
            } catch (CompletionException handshakeRefused) {
                refused = true;
            }
            compare(new Finding(who, "live", Thing.LIVE, Got.NOT_SIGNED_IN, refused ? Got.NOT_SIGNED_IN : Got.ALLOWED));
            return;
        }
        try (var client = LiveClient.open(port, scene.client(who))) {
            for (var row : live) {
                for (var thing : Thing.values()) {
                    if (row.type() != LiveToHub.Hello.class && !isAtHome(who, thing)) {
                        var got = send(client, row, scene.target(thing));
                        compare(new Finding(who, row.name(), thing, row.expected(who, thing), got));
                    }
                }
            }
        }
    }

    private Got send(LiveClient client, LiveRow row, Target target) {
        var id = client.nextId();
        client.send(message(client, row, target, id));
        // answers come in order: when the fence is refused, the message before it has been answered too
        var fence = client.nextId();
        client.send(new LiveToHub.Watch(fence, "fence"));
        client.await(LiveToTerminal.Refused.class, refused -> fence.equals(refused.ref()));
        return client.seen(LiveToTerminal.Refused.class, refused -> id.equals(refused.ref()))
                .map(refused -> Got.ofProblem(refused.problem().type().replace("urn:wuduan:problem:", "")))
                .orElse(Got.ALLOWED);
    }

    private static LiveToHub message(LiveClient client, LiveRow row, Target target, String id) {
        var claimed = client.seen(
                LiveToTerminal.SeatClaimed.class, one -> one.callId().equals(target.call()));
        int epoch = claimed.map(LiveToTerminal.SeatClaimed::epoch).orElse(1);
        int generation = claimed.map(LiveToTerminal.SeatClaimed::generation).orElse(1);
        return switch (row.type().getSimpleName()) {
            case "Watch" -> new LiveToHub.Watch(id, row.stream().apply(target));
            case "Unwatch" -> new LiveToHub.Unwatch(id, "consultation/" + target.consultation());
            case "ClaimSeat" ->
                new LiveToHub.ClaimSeat(id, target.call(), row.name().equals(LiveTable.JOINING) ? true : null, null);
            case "Publish" -> new LiveToHub.Publish(id, target.call(), epoch, generation, "v=0");
            case "Answer" -> new LiveToHub.Answer(id, target.call(), epoch, generation, 1, "v=0");
            default -> throw new IllegalArgumentException("the walk can't say " + row.name());
        };
    }

    private void compare(Finding finding) {
        if (finding.expected() != finding.got()) {
            findings.add(finding);
        }
    }
}
