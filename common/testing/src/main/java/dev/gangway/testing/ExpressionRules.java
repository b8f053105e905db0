package dev.gangway.testing;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Regular expressions take the time of the text's length, in code and in what bean validation checks. */
final class ExpressionRules {

    private static final String STRING = String.class.getName();
    private static final String PATTERN = java.util.regex.Pattern.class.getName();
    private static final String CONSTRAINT = "jakarta.validation.constraints.Pattern";

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
    static final Set<String> LINEAR = Set.of(
            "dev.gangway.artifacts.dataset.DatasetReader",
            "dev.gangway.artifacts.image.Lettering",
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
            "dev.gangway.local.paper.table.Html",
            "dev.gangway.local.paper.table.PublishedTable",
            "dev.gangway.local.process.Part",
            "dev.gangway.local.process.PortsBeforeBuild",
            "dev.gangway.testing.NumpyArchive",
            "dev.gangway.torture.audit.Bucket",
            "dev.gangway.torture.audit.Logs");

    /**
     * Expressions of constraints that cannot backtrack, as those of {@link #LINEAR}: of names, words joined by hyphens, secrets and lines.
     */
    private static final Set<String> LINEAR_CONSTRAINTS = Set.of(
            "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
            "[a-z0-9]+(-[a-z0-9]+){0,20}",
            "[\\x21-\\x7e]{24,256}",
            "[^\\p{Cc}\\p{Cs}]*");

    /** No expression that backtracks meets text from outside. */
    static final ArchRule NO_BACKTRACKING = ArchRuleDefinition.classes()
            .should(new NoCalls(
                    "use no regular expressions but those that were looked at",
                    type -> !LINEAR.contains(type.getName()),
                    access -> REGULAR_EXPRESSIONS.contains(NoCalls.name(access))))
            .andShould(new OnlyLinearConstraints())
            .because("a short text can keep an expression that backtracks busy for hours");

    /** The list of what was looked at names nothing that has no expressions any more. */
    static final ArchRule NOTHING_IDLE = ArchRuleDefinition.classes()
            .should(new UsesWhatItIsListedFor())
            .because("a list that names more than there is hides what comes under the same name");

    private ExpressionRules() {}

    private static final class OnlyLinearConstraints extends ArchCondition<JavaClass> {

        OnlyLinearConstraints() {
            super("have no expressions in constraints but those that were looked at");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Stream.<HasAnnotations<?>>concat(Stream.of(type), type.getMembers().stream())
                    .flatMap(place -> place.getAnnotations().stream())
                    .flatMap(annotation -> expression(annotation).stream())
                    .filter(expression -> !LINEAR_CONSTRAINTS.contains(expression))
                    .forEach(expression -> events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " has a constraint with the expression " + expression)));
        }

        private static Optional<String> expression(JavaAnnotation<?> annotation) {
            return annotation.getRawType().getName().equals(CONSTRAINT)
                    ? annotation.get("regexp").map(Object::toString)
                    : Optional.empty();
        }
    }

    private static final class UsesWhatItIsListedFor extends ArchCondition<JavaClass> {

        UsesWhatItIsListedFor() {
            super("use regular expressions if they are listed for them");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean uses = NoCalls.calls(type).anyMatch(access -> REGULAR_EXPRESSIONS.contains(NoCalls.name(access)));
            if (LINEAR.contains(type.getName()) && !uses) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " is listed, and uses no regular expressions"));
            }
        }
    }
}
