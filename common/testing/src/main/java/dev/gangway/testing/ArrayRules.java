package dev.gangway.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/**
 * What is asked of classes that compute with arrays. On the CPU an array that DJL makes of Java's values is a view of a Java
 * buffer: autograd keeps the array, the garbage collector frees the buffer, and gradients are wrong without a word.
 */
public final class ArrayRules {

    /**
     * No Java number goes into an array's operations, and no Java values into a new array, but through the package that copies them.
     * Evaluation is left out: nothing is recorded there.
     */
    public static final ArchRule VALUES_ARE_COPIED = noClasses()
            .that()
            .resideOutsideOfPackages("dev.gangway.gan.array..", "dev.gangway.evaluation..")
            .should()
            .accessTargetWhere(describe("Java's values become an array", ArrayRules::borrows))
            .because("autograd keeps them and the garbage collector frees them: use NativeArray and Arithmetic");

    private static final String LIBRARY = "ai.djl.";
    private static final Set<String> SIZES =
            Set.of("ai.djl.ndarray.types.Shape", "ai.djl.ndarray.types.DataType", "ai.djl.Device");

    private ArrayRules() {}

    private static boolean borrows(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        if (!(owner.startsWith(LIBRARY) && access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        List<String> parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean creation = owner.endsWith("NDManager") && target.getName().equals("create");
        return parameters.contains(Number.class.getName()) || (creation && !SIZES.containsAll(parameters));
    }
}
