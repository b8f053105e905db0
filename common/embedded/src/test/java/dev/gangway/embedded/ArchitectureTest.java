package dev.gangway.embedded;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thisModuleKeepsTheRules() {
        ArchitectureRules.check("dev.gangway.embedded");
        ArchitectureRules.checkSiblings("dev.gangway.embedded", "dev.gangway.contracts");
    }
}
