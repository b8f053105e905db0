package dev.gangway.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** The architecture that every module's own test checks over its own classes. */
public final class ArchitectureRules {

    private static final String[] LAYER_NAMES = {"..util..", "..utils..", "..helper..", "..impl..", "..manager.."};

    private static final List<ArchRule> EVERYWHERE = List.of(
            noClasses()
                    .should()
                    .resideInAnyPackage(LAYER_NAMES)
                    .because("packages are named for steps on the data's way"),
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .because("a class is named for what it does"),
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("time comes from a Clock"),
            noClasses()
                    .should()
                    .callConstructor(Random.class)
                    .orShould()
                    .callMethod(Math.class, "random")
                    .because("randomness comes from a seed that is passed"),
            noFields()
                    .should()
                    .beAnnotatedWith("jakarta.inject.Inject")
                    .because("dependencies come through the constructor"),
            noMethods()
                    .should()
                    .beAnnotatedWith("jakarta.validation.constraints.AssertTrue")
                    .orShould()
                    .beAnnotatedWith("jakarta.validation.constraints.AssertFalse")
                    .because("such a fault is named after a method that no client knows; see FieldsFit"),
            slices().matching("dev.gangway.*.(*)..").should().beFreeOfCycles(),
            ExpressionRules.NO_BACKTRACKING,
            ExpressionRules.NOTHING_IDLE,
            TextRules.KEYS_IN_PARTS,
            TextRules.NO_DEFAULT_LOCALE,
            NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
            ArrayRules.VALUES_ARE_COPIED);

    private ArchitectureRules() {}

    /** Checks the main classes under {@code rootPackage}; throws an {@link AssertionError} that names each violation. */
    public static void check(String rootPackage) {
        JavaClasses classes = mainClasses(rootPackage);
        EVERYWHERE.forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    /** Checks as {@link #check(String)} does, and that nothing is printed: services and libraries log. */
    public static void checkSilent(String rootPackage) {
        check(rootPackage);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(mainClasses(rootPackage));
    }

    /** Checks that classes under {@code rootPackage} use nothing of Gangway but themselves and {@code siblings}. */
    public static void checkSiblings(String rootPackage, String... siblings) {
        String[] allowed = new String[siblings.length + 1];
        allowed[0] = rootPackage + "..";
        for (int i = 0; i < siblings.length; i++) {
            allowed[i + 1] = siblings[i] + "..";
        }
        noClasses()
                .that()
                .resideInAPackage(rootPackage + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.gangway..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(mainClasses(rootPackage));
    }

    /** Checks a service: entities stay in {@code persistence}, and frameworks of the edge stay at the edge. */
    public static void checkService(String rootPackage) {
        checkSilent(rootPackage);
        JavaClasses classes = mainClasses(rootPackage);
        noClasses()
                .that()
                .resideOutsideOfPackage(rootPackage + ".persistence..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .allowEmptyShould(true)
                .because("entities do not leave persistence")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages(rootPackage + ".messaging..", rootPackage + ".config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile.reactive.messaging..", "io.smallrye.reactive.messaging..")
                .allowEmptyShould(true)
                .because("messages are translated in messaging")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages(rootPackage + ".rest..", rootPackage + ".config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .allowEmptyShould(true)
                .because("HTTP is translated in rest")
                .check(classes);
    }

    private static JavaClasses mainClasses(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
    }
}
