package dev.gangway.trainer.theory;

import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.plot.LineChart;
import dev.gangway.artifacts.plot.Series;
import dev.gangway.gan.theory.ScoreCurve;
import dev.gangway.gan.theory.ScoreMethod;
import dev.gangway.gan.theory.TwoGaussians;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** RankGAN's Figure 2, learned anew: what discriminators of four methods say of two normal distributions. */
public final class ScoreFigure {

    private static final TwoGaussians DATA = new TwoGaussians(1);
    private static final double[] X =
            IntStream.rangeClosed(-80, 80).mapToDouble(i -> i / 20.0).toArray();
    private static final int WIDTH = 900;
    private static final int HEIGHT = 540;

    private ScoreFigure() {}

    /** Writes {@code scores.png} and {@code scores.csv} into the folder that is named. */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<ScoreCurve> curves = new ArrayList<>();
        for (ScoreMethod method : ScoreMethod.values()) {
            curves.add(ScoreCurve.learn(method, DATA, 1, X));
        }
        Files.write(
                folder.resolve("scores.png"), PngEncoder.encode(chart(curves).draw(WIDTH, HEIGHT)));
        Files.writeString(folder.resolve("scores.csv"), table(curves));
    }

    static LineChart chart(List<ScoreCurve> curves) {
        return new LineChart(
                "Scores for real N(1, 1) and generated N(-1, 1)",
                "x",
                "D(x)",
                curves.stream()
                        .map(curve -> new Series(label(curve.method()), curve.x(), shown(curve)))
                        .toList());
    }

    static String table(List<ScoreCurve> curves) {
        StringBuilder table = new StringBuilder("x,real-share");
        curves.forEach(curve -> table.append(',').append(label(curve.method())));
        for (int i = 0; i < X.length; i++) {
            table.append(String.format(Locale.ROOT, "%n%.2f,%.5f", X[i], DATA.realShare(X[i])));
            for (ScoreCurve curve : curves) {
                table.append(String.format(Locale.ROOT, ",%.5f", shown(curve)[i]));
            }
        }
        return table.append('\n').toString();
    }

    private static String label(ScoreMethod method) {
        return method == ScoreMethod.GAN ? "sigmoid of GAN" : method.title();
    }

    /** GAN's as the likelihood that the paper draws, which saturates; the others' as they are. */
    private static double[] shown(ScoreCurve curve) {
        return curve.method() == ScoreMethod.GAN
                ? Arrays.stream(curve.scores())
                        .map(score -> 1 / (1 + Math.exp(-score)))
                        .toArray()
                : curve.scores();
    }
}
