package dev.gangway.testing;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;

/** How text is taken apart: in the time of its length, and in parts where it has parts. */
final class TextRules {

    private static final String STRING = String.class.getName();

    /** Whoever uses anything of it has to do with keys. */
    private static final String KEYS = "dev.gangway.artifacts.store";

    /** What tells whether a text begins with another, or holds one, and where. */
    private static final Set<String> COMPARISONS = Set.of(
            STRING + ".startsWith",
            STRING + ".regionMatches",
            STRING + ".contains",
            STRING + ".indexOf",
            STRING + ".concat");

    /** What is compared here is no key: names of single files, names of archives before they are paths; or is what makes keys of parts. */
    private static final Set<String> NO_KEYS = Set.of(
            "dev.gangway.artifacts.archive.EntryCheck",
            "dev.gangway.artifacts.archive.HiddenFiles",
            "dev.gangway.artifacts.completion.CompletedImageStore",
            "dev.gangway.artifacts.record.RecordPath",
            "dev.gangway.artifacts.store.ObjectPath");

    /** What is done in the language of the machine unless another is named. {@code formatted} takes none: it is {@code String.format} then. */
    private static final Set<String> MADE_FOR_READERS = Set.of(
            STRING + ".toLowerCase",
            STRING + ".toUpperCase",
            STRING + ".format",
            STRING + ".formatted",
            PrintStream.class.getName() + ".printf",
            PrintStream.class.getName() + ".format",
            PrintWriter.class.getName() + ".printf",
            PrintWriter.class.getName() + ".format",
            java.util.Formatter.class.getName() + ".<init>",
            java.text.DecimalFormat.class.getName() + ".<init>",
            java.text.NumberFormat.class.getName() + ".getInstance",
            java.text.NumberFormat.class.getName() + ".getIntegerInstance",
            java.text.NumberFormat.class.getName() + ".getPercentInstance",
            java.text.MessageFormat.class.getName() + ".format",
            java.time.format.DateTimeFormatter.class.getName() + ".ofPattern",
            java.util.Scanner.class.getName() + ".<init>");

    /** Keys, prefixes and paths are compared by their parts. */
    static final ArchRule KEYS_IN_PARTS = ArchRuleDefinition.classes()
            .should(new NoCalls(
                    "compare keys by their parts and not as strings",
                    type -> !NO_KEYS.contains(type.getName()) && hasToDoWithKeys(type),
                    access -> COMPARISONS.contains(NoCalls.name(access))))
            .because("a prefix that is compared as a string leaves its folder");

    /** Nothing that is written depends on the language of the machine. */
    static final ArchRule NO_DEFAULT_LOCALE = ArchRuleDefinition.classes()
            .should(new NoCalls(
                    "change letters' case and write numbers in a language that is named, as Locale.ROOT",
                    type -> true,
                    access -> MADE_FOR_READERS.contains(NoCalls.name(access)) && !takesALocale(access)))
            .because("in Turkey the small letter of I is no i, and Egypt's digits are none of a key's");

    private TextRules() {}

    private static boolean hasToDoWithKeys(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().getPackageName().equals(KEYS));
    }

    private static boolean takesALocale(JavaAccess<?> access) {
        return access.getTarget().getFullName().contains(Locale.class.getName());
    }
}
