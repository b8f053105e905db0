package dev.gangway.testing;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thisModuleKeepsTheRules() {
        ArchitectureRules.checkSilent("dev.gangway.testing");
        ArchitectureRules.checkSiblings("dev.gangway.testing");
    }
}
