package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeamGridTest {

    private static final int HEIGHT = 90;
    private static final int WIDTH = 121;

    @ParameterizedTest
    @ValueSource(ints = {HEIGHT * WIDTH, HEIGHT * WIDTH / 4, 300})
    void aScratchIsFilledAsSmoothlyWithFewCellsAsWithOneForEachPixel(int mostCells) {
        SeamGrid grid = new SeamGrid(HEIGHT, WIDTH, mostCells);
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                if (isScratch(row, column)) {
                    grid.ask(row, column);
                } else {
                    grid.add(row, column, slope(row, column));
                }
            }
        }

        grid.solve();

        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                if (isScratch(row, column)) {
                    assertThat(grid.value(row, column)).isCloseTo(slope(row, column), within(4f));
                }
            }
        }
    }

    @Test
    void whereNothingIsSetAllIsZero() {
        SeamGrid grid = new SeamGrid(HEIGHT, WIDTH, 100);
        grid.ask(40, 50);

        grid.solve();

        assertThat(grid.value(40, 50)).isZero();
    }

    /** Slanted, and narrower than a block in the coarsest of the grids. */
    private static boolean isScratch(int row, int column) {
        return Math.abs(column - 40 - row / 3) < 3;
    }

    private static float slope(int row, int column) {
        return 0.3f * row - 0.2f * column + 5;
    }
}
