package org.wgan4j.gan.network.architecture;

import static org.wgan4j.gan.network.architecture.ArchitectureParts.ZEROS;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.dropOut;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.normalise;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.padding;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.requireImages;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.requireMultiplesOf4;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.scored;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.convolution.Padding;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.network.layer.Convolution;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.OutputActivation;
import org.wgan4j.gan.network.layer.PixelShuffle;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.recipe.NetworkSettings;

/** Small networks for few cores. Immutable and safe for use by several threads. */
public final class CompactArchitecture implements Architecture {
    @Override
    public String name() {
        return "compact";
    }

    @Override
    public String summary() {
        return "Small networks for two cores: strided convolutions against a generator that enlarges by pixel shuffle.";
    }

    /** A small generator that enlarges images by pixel shuffle: fast on few cores. */
    @Override
    public NetworkSpec generator(NetworkSettings settings, ImageShape image) {
        requireImages("generator", this, image);
        requireMultiplesOf4(image);
        Init init = new Init.FanInUniform();
        long rows = image.height() / 4;
        long columns = image.width() / 4;
        List<Layer> layers = new ArrayList<>();
        layers.add(new Linear(256, true, init, ZEROS));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.pytorch());
        layers.add(new LeakyRelu(0));
        layers.add(new Linear(rows * columns * 128, true, init, ZEROS));
        layers.add(new Reshape(Shape.of(128, rows, columns)));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.pytorch());
        layers.add(new LeakyRelu(0));
        layers.add(new Convolution(256, 3, 1, padding(settings, 3), true, init, ZEROS));
        layers.add(new PixelShuffle(2));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.pytorch());
        layers.add(new LeakyRelu(0));
        layers.add(new Convolution(4L * image.channels(), 3, 1, padding(settings, 3), true, init, ZEROS));
        layers.add(new PixelShuffle(2));
        layers.add(new OutputActivation(OutputActivation.Nonlinearity.TANH));
        return new NetworkSpec(Shape.of(settings.latentSize()), layers);
    }

    /** A small critic of three strided convolutions. */
    @Override
    public NetworkSpec critic(NetworkSettings settings, ImageShape image) {
        requireImages("critic", this, image);
        Init init = new Init.FanInUniform();
        List<Layer> layers = new ArrayList<>();
        long side = Math.min(image.height(), image.width());
        for (long channels : new long[] {48, 96, 192}) {
            // A single pixel with one zero on each side has no room for the kernel.
            Padding padding = side < 2 ? new Padding.Same() : padding(settings, 4);
            side = Math.max(1, side / 2);
            layers.add(new Convolution(channels, 4, 2, padding, true, init, ZEROS));
            normalise(layers, settings.criticBatchNorm(), BatchNorm.pytorch());
            layers.add(new LeakyRelu(0.2));
            dropOut(layers, settings);
        }
        return scored(image, layers, new Linear(1, true, init, ZEROS));
    }
}
