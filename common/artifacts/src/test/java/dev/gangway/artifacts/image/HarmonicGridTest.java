package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class HarmonicGridTest {

    @Test
    void harmonicFunctionsGoOnThroughLargeHoles() {
        int side = 300;
        DoubleBinaryOperator slope = (row, column) -> 0.2 * row - 0.3 * column + 20;
        DoubleBinaryOperator saddle = (row, column) -> (row * row - column * column) / 900;
        DoubleBinaryOperator twist = (row, column) -> row * column / 900;

        for (DoubleBinaryOperator function : new DoubleBinaryOperator[] {slope, saddle, twist}) {
            HarmonicGrid grid = new HarmonicGrid(side, side);
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    if (isHole(row, column, side)) {
                        grid.ask(row, column);
                    } else {
                        grid.set(row, column, (float) function.applyAsDouble(row, column));
                    }
                }
            }
            grid.solve();

            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    assertThat((double) grid.value(row, column))
                            .isCloseTo(function.applyAsDouble(row, column), within(0.5));
                }
            }
        }
    }

    @Test
    void atTheEdgeOfAPictureTheNearestValuesGoOn() {
        HarmonicGrid grid = new HarmonicGrid(40, 40);
        for (int row = 0; row < 40; row++) {
            grid.set(row, 0, 7);
            for (int column = 1; column < 40; column++) {
                grid.ask(row, column);
            }
        }

        grid.solve();

        for (int column = 0; column < 40; column++) {
            assertThat(grid.value(20, column)).isCloseTo(7, within(0.05f));
        }
    }

    @Test
    void whereNothingIsSetAllIsZero() {
        HarmonicGrid grid = new HarmonicGrid(3, 50);
        for (int column = 0; column < 50; column++) {
            grid.ask(1, column);
        }

        grid.solve();

        assertThat(grid.value(1, 0)).isZero();
        assertThat(grid.value(1, 49)).isZero();
    }

    private static boolean isHole(int row, int column, int side) {
        int down = row - side / 2;
        int right = column - side / 2;
        return down * down + right * right < 120 * 120 && !(row > 140 && row < 150 && column > 60 && column < 200);
    }
}
