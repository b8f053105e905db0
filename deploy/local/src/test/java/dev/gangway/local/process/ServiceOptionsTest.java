package dev.gangway.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceOptionsTest {

    @ParameterizedTest
    @EnumSource(Service.class)
    void logsHaveTheDigitsThatPeopleTypeWhateverTheMachineSpeaks(Service service) {
        assertThat(service.javaOptions(1)).contains("-Duser.language=en");
    }
}
