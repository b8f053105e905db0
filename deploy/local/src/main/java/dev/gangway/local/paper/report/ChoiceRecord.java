package dev.gangway.local.paper.report;

import dev.gangway.local.paper.plan.Comparison;
import dev.gangway.local.paper.plan.Masks;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.plan.Subject;
import dev.gangway.local.paper.run.Findings;
import dev.gangway.local.paper.run.SettingsChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was chosen on validation images, and what it was chosen from. */
final class ChoiceRecord {

    static final List<String> HEADER = List.of("experiment", "row", "mask", "tried: PSNR of the hole in dB", "chosen");

    private ChoiceRecord() {}

    static List<List<String>> of(Plan plan, Findings findings) {
        List<List<String>> rows = new ArrayList<>();
        for (Comparison comparison : plan.comparisons()) {
            if (!comparison.masks().isEmpty()) {
                comparison.subjects().forEach(subject -> rows.add(row(comparison, subject, findings)));
            }
        }
        return rows;
    }

    private static List<String> row(Comparison comparison, Subject subject, Findings findings) {
        Optional<SettingsChoice> choice = findings.choice(comparison.trials(subject));
        return List.of(
                comparison.experiment().id() + " on " + comparison.images().name(),
                subject.label(),
                Masks.title(comparison.choice()),
                choice.map(ChoiceRecord::tried).orElse("no result"),
                choice.map(SettingsChoice::chosen).map(Object::toString).orElse("–"));
    }

    private static String tried(SettingsChoice choice) {
        return choice.tried().stream()
                .map(tried -> tried.settings() + String.format(Locale.ROOT, ": %.2f", tried.psnrHole()))
                .collect(Collectors.joining("; "));
    }
}
