package dev.gangway.gan;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thisModuleKeepsTheRules() {
        ArchitectureRules.checkSilent("dev.gangway.gan");
        ArchitectureRules.checkSiblings("dev.gangway.gan");
    }
}
