package dev.gangway.evaluation;

/** What figures over features are called: a metric's name alone means the standard Inception network. */
final class Metrics {

    private Metrics() {}

    /** The name of {@code metric} over features of {@code extractor}, such as {@code FID-resnet50}. */
    static String named(String metric, String extractor) {
        return extractor.equals(InceptionExtractor.STANDARD) ? metric : metric + "-" + extractor;
    }
}
