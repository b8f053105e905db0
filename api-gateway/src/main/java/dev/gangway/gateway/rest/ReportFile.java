package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;

/** A file of a report by its ending, and how a browser is to treat it: a page may show its own images and nothing else. */
enum ReportFile {
    PAGE(".html", "text/html; charset=utf-8"),
    TABLE(".csv", "text/csv; charset=utf-8"),
    PICTURE(".png", "image/png");

    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private final String ending;
    private final String type;

    ReportFile(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    static ReportFile named(String file) {
        return Arrays.stream(values())
                .filter(kind -> file.endsWith(kind.ending))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound(
                        "unknown-report-file", "a report's files end with .html, .csv or .png, not " + file));
    }

    Response response(InputStream content) {
        return Response.ok(content, type)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
