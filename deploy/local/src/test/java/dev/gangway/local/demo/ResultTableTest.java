package dev.gangway.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void distancesThatAreNotToBeTrustedAreMarkedInTheTableAndExplainedBelow() throws IOException {
        assertThat(table("\"samples\": 49, \"kidReliable\": false"))
                .containsPattern("0\\.125\\+ +49")
                .contains("+ Distances over fewer than 50 images are not to be trusted.");
        assertThat(table("\"samples\": 50, \"kidReliable\": true"))
                .containsPattern("0\\.125 +50")
                .doesNotContain("not to be trusted");
    }

    private static String table(String counted) throws IOException {
        StageRow row = StageRow.of(new ObjectMapper().readTree("""
                {"rows": [{"row": "completed", "kid": 0.125, "fid": 20.0, "fidReliable": false, %s}]}""".formatted(counted)), "completed", 1);
        return new ResultTable(List.of(row)).text();
    }
}
