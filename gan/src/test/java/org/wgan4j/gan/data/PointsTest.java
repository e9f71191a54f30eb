package org.wgan4j.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PointsTest {
    private static final Points THREE = Points.of(0, 1, 2, 3, 4, 5);

    @Test
    void coordinatesComeBackAsTheyWere() {
        assertThat(THREE.count()).isEqualTo(3);
        assertThat(THREE.x(1)).isEqualTo(2);
        assertThat(THREE.y(2)).isEqualTo(5);
        assertThat(THREE.coordinates()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(THREE.rows()).isDeepEqualTo(new double[][] {{0, 1}, {2, 3}, {4, 5}});
        assertThat(THREE).hasToString("3 points of the plane");
    }

    @Test
    void aDataSetHandsThemToTheCriticUnscaled() {
        Dataset dataset = Dataset.of("three", THREE);
        assertThat(dataset.scaled(new int[] {2, 0, 2})).containsExactly(4, 5, 0, 1, 4, 5);
    }

    @Test
    void partsAreEqualToPointsMadeOfThem() {
        assertThat(THREE.slice(1, 3)).isEqualTo(Points.of(2, 3, 4, 5)).hasSameHashCodeAs(Points.of(2, 3, 4, 5));
        assertThat(THREE.select(new int[] {1, 1})).isEqualTo(Points.of(2, 3, 2, 3));
        assertThat(THREE).isNotEqualTo(Points.of(0, 1));
    }

    @Test
    void theGivenArrayIsCopied() {
        float[] own = {1, 2};
        Points points = Points.of(own);
        own[0] = 9;
        points.coordinates()[1] = 9;
        assertThat(points.coordinates()).containsExactly(1, 2);
    }

    @Test
    void halfAPointIsRefused() {
        assertThatThrownBy(() -> Points.of(1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 coordinates");
    }

    @Test
    void theChecksumIsOfEveryBit() {
        assertThat(Dataset.of("a", Points.of(1, 0)).sha256())
                .isNotEqualTo(Dataset.of("a", Points.of(1, -0f)).sha256())
                .isEqualTo(Dataset.of("b", Points.of(1, 0)).sha256());
    }

    @Test
    void placesOfASurveyRunFromTheLowerLeftCornerToTheUpperRight() {
        assertThat(CriticSurface.gridPoints(2, 3).coordinates())
                .containsExactly(-2, -2, 0, -2, 2, -2, -2, 0, 0, 0, 2, 0, -2, 2, 0, 2, 2, 2);
        assertThatThrownBy(() -> new CriticSurface(THREE, THREE, 1, 3, new float[8]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8 scores");
        CriticSurface surface = new CriticSurface(THREE, THREE, 1, 2, new float[] {1, 2, 3, 4});
        assertThat(surface.score(1, 0)).isEqualTo(3);
    }
}
