package org.wuduan.hub.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wuduan.contract.RuleArticle;
import org.wuduan.contract.Rules.Rule;
import org.wuduan.contract.WireJson;
import tools.jackson.core.type.TypeReference;

/**
 * The rules that stand before a talk, as versioned data. {@code rules/consultation.json} holds those of the product; a
 * site adds versions of its own by a file of the same form (setting {@code hub.rules-file}), for example another limit
 * of years. {@code inForceFrom} says from when the hub applies a version, not when the regulation was issued. What of a
 * source is open is data too ({@code confirmed}, {@code article}) and stands behind each quoted source in words.
 */
@Component
class LegalRules {
    private static final String OF_THE_PRODUCT = "/rules/consultation.json";
    private static final TypeReference<List<Rule>> RULES = new TypeReference<>() {};

    private final List<Rule> versions;

    @Autowired
    LegalRules(@Value("${hub.rules-file:}") String file) throws IOException {
        this(read(file));
    }

    /** Refuses two rules with one version, and one that is confirmed but switched off though the product enforces it. */
    LegalRules(List<Rule> versions) {
        this.versions = versions.stream().map(LegalRules::quoted).toList();
        var known = this.versions.stream().map(LegalRules::name).toList();
        if (known.stream().distinct().count() < known.size()) {
            throw new IllegalArgumentException("two rules have the same id and version");
        }
        for (var rule : this.versions) {
            boolean weakened = this.versions.stream()
                    .anyMatch(other -> other.id().equals(rule.id()) && other.enforced() && other.confirmed());
            if (weakened && !rule.enforced()) {
                throw new IllegalArgumentException("a confirmed rule can't be switched off: " + name(rule));
            }
        }
    }

    /** The rules of a day: of each id the newest version that is in force by then. */
    List<Rule> inForce(LocalDate day) {
        return versions.stream()
                .filter(rule -> !rule.inForceFrom().isAfter(day))
                .collect(Collectors.groupingBy(Rule::id))
                .values()
                .stream()
                .map(ofOneId -> ofOneId.stream()
                        .max(Comparator.comparingInt(Rule::version))
                        .orElseThrow())
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }

    /** The source of a rule as id@version; for records of before there were versions, of the newest one. */
    String source(String id, List<String> met) {
        return versions.stream()
                .filter(rule -> rule.id().equals(id))
                .max(Comparator.<Rule>comparingInt(rule -> met.contains(name(rule)) ? 1 : 0)
                        .thenComparingInt(Rule::version))
                .map(Rule::source)
                .orElseThrow();
    }

    /** Where a rule stands and what it says, as a report quotes it. */
    String cited(String id) {
        return versions.stream()
                .filter(rule -> rule.id().equals(id))
                .max(Comparator.comparingInt(Rule::version))
                .map(rule -> rule.source() + "：" + rule.title().zh())
                .orElseThrow();
    }

    /**
     * Each source once, with what was met of it.
     *
     * @param met as id@version; one that this site no longer has is quoted by that alone
     */
    List<String> cited(List<String> met) {
        var bySource = new LinkedHashMap<String, List<String>>();
        for (var name : met) {
            var known =
                    versions.stream().filter(rule -> name(rule).equals(name)).findFirst();
            var titles = bySource.computeIfAbsent(known.map(Rule::source).orElse(name), _ -> new ArrayList<>());
            known.ifPresent(rule -> titles.add(rule.title().zh()));
        }
        return bySource.entrySet().stream()
                .map(one ->
                        one.getValue().isEmpty() ? one.getKey() : one.getKey() + "：" + String.join("；", one.getValue()))
                .toList();
    }

    /** The one place where a source says what of it is open: every screen, refusal and report gets it from here. */
    private static Rule quoted(Rule rule) {
        return new Rule(
                rule.id(),
                rule.version(),
                rule.inForceFrom(),
                rule.title(),
                rule.source() + open(rule.article()),
                rule.confirmed(),
                rule.article(),
                rule.enforced(),
                rule.years());
    }

    private static String open(RuleArticle article) {
        return switch (article) {
            case CONFIRMED, UNSTATED -> "";
            case UNCONFIRMED -> "（条号待核）";
            case UNKNOWN -> "（条款依据待核）";
        };
    }

    static String name(Rule rule) {
        return rule.id() + "@" + rule.version();
    }

    private static List<Rule> read(String file) throws IOException {
        var all = new ArrayList<Rule>();
        try (InputStream own = Objects.requireNonNull(LegalRules.class.getResourceAsStream(OF_THE_PRODUCT))) {
            all.addAll(WireJson.mapper().readValue(own, RULES));
        }
        if (!file.isEmpty()) {
            all.addAll(WireJson.mapper().readValue(Files.readString(Path.of(file)), RULES));
        }
        return all;
    }
}
