package dev.gangway.testing;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Neither calls nor refers to certain methods. */
final class NoCalls extends ArchCondition<JavaClass> {

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
            calls(type)
                    .filter(forbidden)
                    .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
        }
    }

    /** What {@code type} calls, and refers to. */
    static Stream<JavaAccess<?>> calls(JavaClass type) {
        return Stream.<Collection<? extends JavaAccess<?>>>of(
                        type.getMethodCallsFromSelf(),
                        type.getMethodReferencesFromSelf(),
                        type.getConstructorCallsFromSelf())
                .flatMap(Collection::stream);
    }

    /** The class and the name of what is called. */
    static String name(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getName();
    }
}
