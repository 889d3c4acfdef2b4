package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;

/** What Prometheus reads: what operators need, nothing of a person, and no more of it when there are more people. */
class MetricsTest extends HubTest {
    private static final Pattern SERIES = Pattern.compile("^(\\w+)(\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}");
    /** All of a hub, with the histograms: some kilobytes a scrape. */
    private static final int SERIES_MAX = 800;

    private static final Set<String> LABELS = Set.of(
            "kind", "state", "bridge", "method", "status", "le", "type", "outcome", "step", "pool", "area", "id",
            "action", "cause", "gc");

    @Test
    void everything_that_an_operator_needs_is_there() {
        aDay(town());

        var names = series().stream().map(Series::name).collect(Collectors.toSet());

        assertThat(names)
                .contains(
                        "wuduan_calls",
                        "wuduan_calls_seats_present",
                        "wuduan_consultations_waiting",
                        "wuduan_boxes_on_line",
                        "wuduan_parts",
                        "wuduan_bridge_up",
                        "wuduan_readings_total",
                        "wuduan_reading_batches_total",
                        "wuduan_readings_commit_seconds_bucket",
                        "wuduan_sign_ins_total",
                        "wuduan_problems_total",
                        "wuduan_journal_advances_total",
                        "wuduan_live_connections",
                        "wuduan_http_requests_seconds_bucket",
                        "wuduan_disk_free_mib",
                        "hikaricp_connections_active",
                        "jvm_memory_used_bytes");
    }

    @Test
    void what_happens_is_counted() {
        var town = town();
        double kept = value("wuduan_readings_total{outcome=\"acknowledged\"}");
        double wrong = value("wuduan_sign_ins_total{outcome=\"wrong-credentials\",step=\"password\"}");
        double commits = value("wuduan_readings_commit_seconds_count");

        aDay(town);

        assertThat(value("wuduan_readings_total{outcome=\"acknowledged\"}")).isEqualTo(kept + 1);
        assertThat(value("wuduan_sign_ins_total{outcome=\"wrong-credentials\",step=\"password\"}"))
                .isEqualTo(wrong + 1);
        assertThat(value("wuduan_readings_commit_seconds_count")).isGreaterThanOrEqualTo(commits + 1);
    }

    @Test
    void no_label_tells_of_a_person() {
        var town = town();
        aDay(town);
        var people = jdbc.sql("select login from account union select name from account union select name from patient"
                        + " union select name from household union select name from institution")
                .query(String.class)
                .list();

        for (var series : series()) {
            for (var label : series.labels()) {
                assertThat(LABELS).as(series.line()).contains(label.name());
                assertThat(label.value()).as(series.line()).hasSizeLessThan(48).matches("\\p{ASCII}*");
                assertThat(ID.matcher(label.value()).find()).as(series.line()).isFalse();
                assertThat(people).as(series.line()).doesNotContain(label.value());
            }
        }
    }

    @Test
    void more_people_make_no_more_series() {
        aDay(town());
        var before = ours();

        aDay(town());
        HubClient.anonymous(port).get("/api/consultations/" + java.util.UUID.randomUUID());

        assertThat(ours()).isEqualTo(before);
        assertThat(series()).hasSizeLessThan(SERIES_MAX);
    }

    @Test
    void a_method_that_somebody_made_up_is_one_of_the_others() {
        assertThat(HttpFigures.timer("LAO-WANG", 200).getId().getTag("method")).isEqualTo("other");
        assertThat(HttpFigures.timer("GET", 999).getId().getTag("status")).isEqualTo("5xx");
        assertThat(HttpFigures.timer("GET", 0).getId().getTag("status")).isEqualTo("1xx");
    }

    @Test
    void without_the_operators_token_there_are_no_metrics() {
        assertThat(HubClient.problem(HubClient.anonymous(port).get("/operations/metrics")))
                .isEqualTo("not-signed-in");
    }

    private void aDay(Town town) {
        var consultation = town.talk();
        Town.done(town.box, "/api/readings", new ReadingBatch(List.of(Readings.bloodPressure(town.wearable(), 128))));
        HubClient.anonymous(port).post("/api/sessions", new Commands.SignIn(town.login("doctor"), "wrong password"));
        town.box.post("/api/consultations", new Commands.RequestConsultation(consultation, town.patient, null));
        town.conclude(consultation);
    }

    private record Label(String name, String value) {}

    private record Series(String line, String name, List<Label> labels) {}

    private List<Series> series() {
        var all = new ArrayList<Series>();
        for (var line : scrape().lines().toList()) {
            var found = SERIES.matcher(line);
            if (!line.startsWith("#") && found.matches()) {
                var labels = new ArrayList<Label>();
                var inside = LABEL.matcher(found.group(3) == null ? "" : found.group(3));
                while (inside.find()) {
                    labels.add(new Label(inside.group(1), inside.group(2)));
                }
                all.add(new Series(line, found.group(1), labels));
            }
        }
        return all;
    }

    /** Our own series; those of the runtime grow with what the runtime does. */
    private Set<String> ours() {
        return series().stream()
                .map(series -> series.line().substring(0, series.line().lastIndexOf(' ')))
                .filter(series -> series.startsWith("wuduan_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private double value(String series) {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    private String scrape() {
        var answer = HubClient.bearer(port, OPERATOR_TOKEN).get("/operations/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
