package dev.gangway.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.gateway.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationsTest {

    private static final String PATH = "/v1/uploads/1";

    @Test
    void unlessTheOperatorSaysWhereItIsALocationIsAPath() {
        assertThat(new Locations(Settings.defaults()).of(PATH)).isEqualTo(PATH);
    }

    @ParameterizedTest
    @CsvSource({
        "https://gangway.example.org,      https://gangway.example.org/v1/uploads/1",
        "https://gangway.example.org/,     https://gangway.example.org/v1/uploads/1",
        "http://10.0.0.1:8080/gan,         http://10.0.0.1:8080/gan/v1/uploads/1",
    })
    void aLocationBeginsWithWhatTheOperatorCallsTheGateway(String address, String location) {
        assertThat(new Locations(Settings.with("gangway.public-address", address)).of(PATH))
                .isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gangway.example.org",
                "/gan",
                "ftp://a/",
                "https://",
                "https://a/?b",
                "https://a/#b",
                "https://u@a/"
            })
    void anAddressThatNobodyCouldFollowStopsTheStart(String address) {
        assertThatThrownBy(() -> new Locations(Settings.with("gangway.public-address", address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gangway.public-address");
    }
}
