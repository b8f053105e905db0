package dev.gangway.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row of the table: how close a set of completed images is to the truth. Figures that are not defined are null.
 *
 * @param stage the number of a stage, or the name of a fill
 * @param psnr in dB, whole image
 * @param ssim whole image
 * @param psnrHole in dB, missing pixels only
 * @param ssimHole missing pixels only
 * @param fid Frechet distance to the true images
 * @param fidReliable false when there are too few images for it
 * @param kid kernel distance to the true images
 * @param kidReliable false when there are too few images for any distance
 * @param samples how many images
 * @param extractor whose features the distances are measured in
 */
record StageRow(
        Object stage,
        Double psnr,
        Double ssim,
        Double psnrHole,
        Double ssimHole,
        Double fid,
        boolean fidReliable,
        Double kid,
        boolean kidReliable,
        int samples,
        String extractor) {

    /** The row in a completion job's results called {@code name}, under the heading {@code stage}. */
    static StageRow of(JsonNode results, String name, Object stage) {
        for (JsonNode row : results.path("rows")) {
            if (row.path("row").asText().equals(name)) {
                return new StageRow(
                        stage,
                        number(row, "psnr"),
                        number(row, "ssim"),
                        number(row, "psnrHole"),
                        number(row, "ssimHole"),
                        number(row, "fid"),
                        row.path("fidReliable").asBoolean(),
                        number(row, "kid"),
                        row.path("kidReliable").asBoolean(true),
                        row.path("samples").asInt(),
                        row.path("extractor").asText());
            }
        }
        throw new IllegalArgumentException("the results have no row " + name);
    }

    private static Double number(JsonNode row, String name) {
        return row.hasNonNull(name) ? (Double) row.path(name).asDouble() : null;
    }

    /** What the row is called in a table. */
    String heading() {
        return stage instanceof Integer number ? "stage " + number : stage.toString();
    }
}
