package dev.gangway.contracts.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsFitTest {

    @Test
    void everyMisfitIsNamedByItsFieldAndNoTextOfAClientIsEvaluated() {
        String received = "${7 * 7} {0} #{x} \\ $";
        Pair pair = new Pair(List.of(new Misfit("left", received), new Misfit("", "two of them")));
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validate(pair))
                    .extracting(violation -> violation.getPropertyPath().toString(), ConstraintViolation::getMessage)
                    .containsExactlyInAnyOrder(tuple("left", received), tuple("", "two of them"));
        }
    }

    @FieldsFit
    private record Pair(List<Misfit> misfits) implements Fitting {}
}
