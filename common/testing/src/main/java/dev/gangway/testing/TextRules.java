package dev.gangway.testing;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How text is taken apart: in the time of its length, and in parts where it has parts. */
final class TextRules {

    private static final String STRING = String.class.getName();
    private static final String PATTERN = java.util.regex.Pattern.class.getName();
    private static final String KEY = "dev.gangway.artifacts.store.ObjectPath";

    private static final Set<String> REGULAR_EXPRESSIONS = Set.of(
            STRING + ".matches",
            STRING + ".split",
            STRING + ".replaceAll",
            STRING + ".replaceFirst",
            PATTERN + ".compile",
            PATTERN + ".matches");

    /**
     * Classes whose expressions cannot backtrack: one run of one class of characters after the other, each of which begins with what
     * the one before cannot hold, or of a length that is limited before. Whoever adds one has looked at that.
     */
    private static final Set<String> LINEAR = Set.of(
            "dev.gangway.artifacts.dataset.DatasetReader",
            "dev.gangway.artifacts.image.Lettering",
            "dev.gangway.artifacts.image.format.ForeignFormat",
            "dev.gangway.artifacts.store.ContentHash",
            "dev.gangway.completion.merge.JobReport",
            "dev.gangway.contracts.event.JobFailure",
            "dev.gangway.contracts.job.Names",
            "dev.gangway.contracts.message.MessageCodec",
            "dev.gangway.contracts.recipe.Recipes",
            "dev.gangway.contracts.training.CheckpointId",
            "dev.gangway.embedded.DetachedCommand",
            "dev.gangway.embedded.server.Settings",
            "dev.gangway.evaluation.InceptionExtractor",
            "dev.gangway.gateway.dataset.DatasetWish",
            "dev.gangway.gateway.job.Cursor",
            "dev.gangway.gateway.job.WebhookSecret",
            "dev.gangway.gateway.notification.RetryAfter",
            "dev.gangway.gateway.rest.DatasetParameters",
            "dev.gangway.gateway.rest.Parameters",
            "dev.gangway.gateway.text.RequestAddress",
            "dev.gangway.ledger.broker.MessageHeaders",
            "dev.gangway.local.paper.table.Csv",
            "dev.gangway.local.paper.table.Html",
            "dev.gangway.local.paper.table.PublishedTable",
            "dev.gangway.local.process.Part",
            "dev.gangway.local.process.PortsBeforeBuild",
            "dev.gangway.testing.NumpyArchive",
            "dev.gangway.torture.audit.Bucket",
            "dev.gangway.torture.audit.Logs");

    /** What is compared here is no key: names of single files. */
    private static final Set<String> NO_KEYS = Set.of(KEY, "dev.gangway.artifacts.archive.HiddenFiles");

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

    /** No expression that backtracks meets text from outside. */
    static final ArchRule NO_BACKTRACKING = ArchRuleDefinition.classes()
            .should(new NoCalls(
                    "use no regular expressions but those that were looked at",
                    type -> !LINEAR.contains(type.getName()),
                    access -> REGULAR_EXPRESSIONS.contains(name(access))))
            .because("a short text can keep an expression that backtracks busy for hours");

    /** Keys, prefixes and paths are compared by their parts. */
    static final ArchRule KEYS_IN_PARTS = ArchRuleDefinition.classes()
            .should(new NoCalls(
                    "compare keys by their parts and not as strings",
                    type -> !NO_KEYS.contains(type.getName())
                            && type.getDirectDependenciesFromSelf().stream()
                                    .anyMatch(use ->
                                            use.getTargetClass().getName().equals(KEY)),
                    access -> name(access).equals(STRING + ".startsWith")))
            .because("a prefix that is compared as a string leaves its folder");

    /** Nothing that is written depends on the language of the machine. */
    static final ArchRule NO_DEFAULT_LOCALE = ArchRuleDefinition.classes()
            .should(new NoCalls(
                    "change letters' case and write numbers in a language that is named, as Locale.ROOT",
                    type -> true,
                    access -> MADE_FOR_READERS.contains(name(access)) && !takesALocale(access)))
            .because("in Turkey the small letter of I is no i, and Egypt's digits are none of a key's");

    private TextRules() {}

    private static String name(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getName();
    }

    private static boolean takesALocale(JavaAccess<?> access) {
        return access.getTarget().getFullName().contains(Locale.class.getName());
    }

    /** Neither calls nor refers to certain methods. */
    private static final class NoCalls extends ArchCondition<JavaClass> {

        private final Predicate<JavaClass> meant;
        private final Predicate<JavaAccess<?>> forbidden;

        NoCalls(String description, Predicate<JavaClass> meant, Predicate<JavaAccess<?>> forbidden) {
            super(description);
            this.meant = meant;
            this.forbidden = forbidden;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (meant.test(type)) {
                Stream.<Collection<? extends JavaAccess<?>>>of(
                                type.getMethodCallsFromSelf(),
                                type.getMethodReferencesFromSelf(),
                                type.getConstructorCallsFromSelf())
                        .flatMap(Collection::stream)
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        }
    }
}
