package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ServerFailureTest {

    @ParameterizedTest
    @CsvSource({"store-away, store-unavailable", "framework-busy, unavailable"})
    void whoeverIsNotThereForNowSaysWhenToAskAgain(String how, String code) {
        given().get("/v1/failing/" + how)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo(code));
    }

    @Test
    void whatAskingAgainDoesNotHelpDoesNotSaySo() {
        given().get("/v1/failing/store-refuses")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .header("Retry-After", nullValue())
                .body("code", equalTo("store-refused"))
                .body("detail", not(containsString("again")));
    }
}
